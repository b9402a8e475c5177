import "./unit-tree.css";
import { Button } from "antd";
import { type ReactNode, useState } from "react";
import {
  EmptyNotice,
  Loading,
  PageLink,
  ProblemNotice,
  Section,
  usePages,
  useView,
  words,
} from "#platform/ui/index.ts";
import { listUnitsRoute } from "../contract.ts";
import { messages } from "./messages.ts";
import { kindNameOf, type UnitSummary, unitAddress } from "./unit-columns.tsx";
import { selectRoots } from "./unit-roots.ts";

/**
 * The territorial tree, opened branch by branch: a county's 1,500 units are never all fetched. It begins with
 * the first unit in one's care by official code, which stands above the others, and those beside it.
 */
export function UnitTree(): ReactNode {
  const first = useView(listUnitsRoute, { query: {} });
  if (first.status === "loading") return <Loading />;
  if (first.status === "failed") return <ProblemNotice problem={first.problem} onRetry={first.retry} />;
  const roots = selectRoots(first.data.units);
  if (roots.length === 0) return <EmptyNotice text={messages.none} />;
  return (
    <Section>
      <ul className="unit-tree">
        {roots.map((unit) => (
          <Branch key={unit.id} unit={unit} isOpenAtFirst={roots.length === 1} />
        ))}
      </ul>
    </Section>
  );
}

function Branch(props: { readonly unit: UnitSummary; readonly isOpenAtFirst?: boolean }): ReactNode {
  const { unit } = props;
  const [isOpen, setIsOpen] = useState(props.isOpenAtFirst ?? false);
  const hasChildren = unit.childCount > 0;
  return (
    <li>
      <div className="unit-line">
        {hasChildren ? (
          <button
            type="button"
            className="unit-toggle"
            aria-expanded={isOpen}
            aria-label={isOpen ? messages.close(unit.name) : messages.open(unit.name)}
            onClick={() => setIsOpen(!isOpen)}
          >
            {isOpen ? "−" : "+"}
          </button>
        ) : (
          <span className="unit-toggle" aria-hidden="true" />
        )}
        <PageLink to={unitAddress(unit)}>{unit.name}</PageLink>
        <span className="soft">{kindNameOf(unit)}</span>
        {hasChildren && <span className="soft number">{messages.childCount(unit.childCount)}</span>}
      </div>
      {isOpen && <Children parentId={unit.id} />}
    </li>
  );
}

function Children({ parentId }: { readonly parentId: string }): ReactNode {
  const children = usePages(listUnitsRoute, { query: { parentId } }, (page) => page.units);
  if (children.status === "loading") return <Loading />;
  if (children.status === "failed") {
    return <ProblemNotice problem={children.problem} onRetry={children.retry} />;
  }
  if (children.data.length === 0) return <p className="soft">{messages.nothingBelow}</p>;
  return (
    <ul>
      {children.data.map((unit) => (
        <Branch key={unit.id} unit={unit} />
      ))}
      {children.more && (
        <li>
          <Button size="small" onClick={children.more.load} loading={children.more.isLoading}>
            {words.more}
          </Button>
        </li>
      )}
    </ul>
  );
}
