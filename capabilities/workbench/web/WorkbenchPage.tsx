import "./workbench.css";
import type { ReactNode } from "react";
import type { ResponseOf } from "#platform/http/contract.ts";
import {
  Deadline,
  EmptyNotice,
  Lamp,
  NumberCell,
  PageLink,
  PageShell,
  Section,
  useView,
  ViewStates,
} from "#platform/ui/index.ts";
import { wordOf } from "#rooms/tasks/web/index.ts";
import { getWorkbenchRoute } from "../contract.ts";
import { messages } from "./messages.ts";

type Workbench = ResponseOf<typeof getWorkbenchRoute>;
type PaperPileName = keyof typeof messages.papers;
type PileName = keyof typeof messages.piles;

/** What hurts most first; each pile leads to the ledger with the same question. */
const piles: readonly { readonly name: PileName; readonly ledger: string }[] = [
  { name: "overdue", ledger: "/tasks?box=own&state=overdue" },
  { name: "returned", ledger: "/tasks?box=own&state=returned" },
  { name: "slipped", ledger: "/tasks?box=own&state=slipped" },
  { name: "toAccept", ledger: "/tasks?box=toJudge" },
  { name: "toAcknowledge", ledger: "/tasks?box=own&state=assigned" },
  { name: "dueSoon", ledger: "/tasks?box=own&state=dueSoon" },
  { name: "slippedBelow", ledger: "/tasks?box=issued&state=slipped" },
  { name: "unopened", ledger: "/tasks?box=issued&state=unopened" },
];

/** Papers that go no further without this person. */
const paperPiles: readonly {
  readonly name: PaperPileName;
  readonly ledger: string;
  readonly page: string;
}[] = [
  { name: "listsToSign", ledger: "/lists?box=toSign", page: "/lists" },
  { name: "commentsToAnswer", ledger: "/lists?box=own", page: "/lists" },
  { name: "bulletinsToHandle", ledger: "/bulletins", page: "/bulletins" },
];

/** 工作台: the first page after signing in. */
export function WorkbenchPage(): ReactNode {
  const view = useView(getWorkbenchRoute, {});
  return (
    <PageShell title={messages.title}>
      <ViewStates view={view}>{(workbench) => <Desk workbench={workbench} />}</ViewStates>
    </PageShell>
  );
}

function Desk({ workbench }: { workbench: Workbench }): ReactNode {
  const filled = piles.filter(({ name }) => workbench[name].count > 0);
  const papers = paperPiles.filter(({ name }) => workbench[name].count > 0);
  return (
    <>
      {filled.length + papers.length === 0 && (
        <EmptyNotice
          text={messages.nothing}
          next={<PageLink to="/tasks?box=own">{messages.toTasks}</PageLink>}
        />
      )}
      <div className="desk">
        {papers.map((pile) => (
          <PaperPile key={pile.name} {...pile} pile={workbench[pile.name]} />
        ))}
        {filled.map(({ name, ledger }) => (
          <Pile key={name} name={name} ledger={ledger} pile={workbench[name]} />
        ))}
      </div>
      <Territory counts={workbench.territory} />
    </>
  );
}

function Pile(props: { name: PileName; ledger: string; pile: Workbench[PileName] }): ReactNode {
  const { name, ledger, pile } = props;
  return (
    <Section
      title={messages.pileTitle(messages.piles[name], pile.count)}
      actions={<PageLink to={ledger}>{messages.all}</PageLink>}
    >
      <ul className="pile">
        {pile.tasks.map((task) => (
          <li key={task.id}>
            <PageLink to={`/tasks/${task.id}`}>{task.title}</PageLink>
            <span className="pile-facts">
              <Lamp colour={task.lamp} word={wordOf(task)} /> {task.unitName}{" "}
              <Deadline dueDate={task.dueDate} />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function PaperPile(props: {
  name: PaperPileName;
  ledger: string;
  page: string;
  pile: Workbench[PaperPileName];
}): ReactNode {
  const { name, ledger, page, pile } = props;
  return (
    <Section
      title={messages.paperTitle(messages.papers[name], pile.count)}
      actions={<PageLink to={ledger}>{messages.all}</PageLink>}
    >
      <ul className="pile">
        {pile.papers.map(({ id, title, note }) => (
          <li key={id}>
            <PageLink to={`${page}/${id}`}>{title}</PageLink>
            <span className="pile-facts">{messages.noteOf[name](note)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Territory({ counts }: { counts: Workbench["territory"] }): ReactNode {
  return (
    <Section title={messages.territory} actions={<PageLink to="/problems">{messages.toProblems}</PageLink>}>
      <ul className="territory-counts">
        {Object.entries(messages.counts).map(([state, label]) => (
          <li key={state}>
            <span>{label}</span>{" "}
            <NumberCell value={counts[state as keyof typeof counts]} to={`/tasks?box=below&state=${state}`} />
            {messages.unitOfTasks}
          </li>
        ))}
      </ul>
    </Section>
  );
}
