import "./ledger.css";
import { Button } from "antd";
import { type ReactNode, useEffect, useState } from "react";
import { useIsPhone } from "../appearance.ts";
import { keep, recall } from "../kept.ts";
import { Loading, ProblemNotice } from "../states.tsx";
import type { More } from "../views.ts";
import { words } from "../words.ts";
import { LedgerBar } from "./Bar.tsx";
import { LedgerCards } from "./Cards.tsx";
import { useChoice } from "./choice.ts";
import { hiddenAtFirst, selectColumns } from "./column.ts";
import type { LedgerProps } from "./ledger-props.ts";
import { sortRows, useSorting } from "./sorting.ts";
import { LedgerTable, type ShownRows } from "./Table.tsx";

/** The ledger with its four states. */
export function Ledger<Row>(props: LedgerProps<Row>): ReactNode {
  const { view } = props;
  if (props.rows) return <LedgerOfRows {...props} list={props.rows} more={null} />;
  if (!view || view.status === "loading") return <Loading />;
  if (view.status === "failed") return <ProblemNotice problem={view.problem} onRetry={view.retry} />;
  return <LedgerOfRows {...props} list={view.data} more={"more" in view ? view.more : null} />;
}

function LedgerOfRows<Row>(
  props: LedgerProps<Row> & { readonly list: readonly Row[]; readonly more: More | null },
): ReactNode {
  const isPhone = useIsPhone();
  const choice = useChoice();
  const [hidden, onHide] = useHidden(props);
  const { sorting, onSort } = useSorting(props, props.more === null);
  const shown = selectColumns(props.columns, hidden);
  useWidePaper(props.list.length > 0 && shown.length > columnsOnUprightPaper);
  if (props.list.length === 0) return props.empty ?? null;
  const parts: ShownRows<Row> = {
    ...props,
    list: sortRows(props.list, props.columns, sorting),
    shown,
    sorting,
    onSort,
    isWhole: props.more === null,
    choice,
    end: props.more && <MoreButton more={props.more} />,
  };
  return (
    <div className={props.isPlain ? "ledger-block ledger-plain" : "ledger-block"}>
      {!props.isPlain && <LedgerBar {...parts} hidden={hidden} onHide={onHide} />}
      <BatchBar {...parts} />
      {isPhone ? <LedgerCards {...parts} /> : <LedgerTable {...parts} />}
    </div>
  );
}

/** As many as an upright sheet of A4 holds without breaking words. */
const columnsOnUprightPaper = 8;

/** A ledger of many columns is printed on sheets laid across (print.css); its whole page is. */
function useWidePaper(isWide: boolean): void {
  useEffect(() => {
    if (!isWide) return undefined;
    const { dataset } = document.documentElement;
    dataset["paper"] = "wide";
    return () => {
      delete dataset["paper"];
    };
  }, [isWide]);
}

function useHidden<Row>(
  props: LedgerProps<Row>,
): readonly [readonly string[], (hidden: readonly string[]) => void] {
  const keptAs = `columns:${props.name}`;
  const [hidden, setHidden] = useState(() => recall<readonly string[]>(keptAs, hiddenAtFirst(props.columns)));
  const onHide = (next: readonly string[]): void => {
    keep(keptAs, next);
    setHidden(next);
  };
  return [hidden, onHide];
}

function BatchBar<Row>(props: ShownRows<Row>): ReactNode {
  const chosen = props.list.filter((row) => props.choice.keys.has(props.rowKey(row)));
  if (!props.batch || chosen.length === 0) return null;
  return (
    <div className="batch-bar no-print" role="region" aria-label={words.chosen(chosen.length)}>
      <span>{words.chosen(chosen.length)}</span>
      {props.batch(chosen, props.choice.clear)}
      <Button type="text" onClick={props.choice.clear}>
        {words.clearChosen}
      </Button>
    </div>
  );
}

function MoreButton({ more }: { readonly more: More }): ReactNode {
  return (
    <div className="ledger-more no-print">
      {more.problem && <ProblemNotice problem={{ ...more.problem, title: words.moreFailed }} />}
      <Button onClick={more.load} loading={more.isLoading}>
        {words.more}
      </Button>
    </div>
  );
}
