import { type KeyboardEvent, memo, type ReactNode, useEffect, useRef } from "react";
import { PageLink, useGrowing, writeDay } from "#platform/ui/index.ts";
import { ClauseActs, type ClauseEditing } from "./ClauseActs.tsx";
import { messages } from "./messages.ts";
import { isUnassigned, type OutlineRow } from "./outline-view.ts";

/** 提纲: every clause under its head, with what was read out of it; the chosen one can be worked on. */
export function OutlinePane(props: {
  readonly clauses: readonly OutlineRow[];
  readonly chosenId: string | undefined;
  readonly onChoose: (clauseId: string) => void;
  readonly editing: ClauseEditing | null;
}): ReactNode {
  const { clauses, chosenId, onChoose, editing } = props;
  const pane = useRef<HTMLOListElement>(null);
  const drawn = useGrowing(clauses.length, clauses.findIndex(({ id }) => id === chosenId) + 2);
  useEffect(() => {
    if (chosenId === undefined) return;
    pane.current?.querySelector(`[data-clause="${chosenId}"]`)?.scrollIntoView({ block: "nearest" });
  }, [chosenId]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step === 0 || (event.target as HTMLElement).tagName === "TEXTAREA") return;
    const next = clauses[clauses.findIndex(({ id }) => id === chosenId) + step];
    if (!next) return;
    event.preventDefault();
    onChoose(next.id);
    pane.current?.querySelector<HTMLElement>(`[data-clause="${next.id}"] > button`)?.focus();
  };
  return (
    <ol className="outline" ref={pane} onKeyDown={onKeyDown} aria-label={messages.outline}>
      {clauses.slice(0, drawn).map((clause) => (
        <ClauseRow
          key={clause.id}
          clause={clause}
          isChosen={clause.id === chosenId}
          onChoose={onChoose}
          editing={clause.id === chosenId ? editing : null}
        />
      ))}
    </ol>
  );
}

/** Only rows that change are drawn again: a long document has thousands. */
const ClauseRow = memo(function ClauseRow(props: {
  readonly clause: OutlineRow;
  readonly isChosen: boolean;
  readonly onChoose: (clauseId: string) => void;
  readonly editing: ClauseEditing | null;
}): ReactNode {
  const { clause, isChosen, editing } = props;
  return (
    <li
      data-clause={clause.id}
      className={isChosen ? "clause clause-chosen" : "clause"}
      style={{ paddingInlineStart: `${Math.min(clause.level - 1, 6) * 1.2}em` }}
    >
      <button
        type="button"
        className={clause.dropped ? "clause-words clause-dropped" : "clause-words"}
        aria-pressed={isChosen}
        onClick={() => props.onChoose(clause.id)}
      >
        <span className="clause-line soft number">{clause.sourceLine}</span>
        <span>
          {clause.marker && <strong>{clause.marker} </strong>}
          <Words clause={clause} />
        </span>
      </button>
      <ClauseFacts clause={clause} />
      {editing && <ClauseActs clause={clause} editing={editing} />}
    </li>
  );
});

function Words({ clause: { heading, text, requirement } }: { readonly clause: OutlineRow }): ReactNode {
  const own = heading !== null && text.startsWith(heading) ? heading : "";
  return (
    <span className={requirement ? "" : "soft"}>
      {own && <strong>{own}</strong>}
      {text.slice(own.length)}
    </span>
  );
}

function ClauseFacts({ clause }: { readonly clause: OutlineRow }): ReactNode {
  const { deadlines, quantities, frequencies, organizations } = clause;
  const facts = [
    ...deadlines.map(({ text, date }) => [
      messages.deadlines,
      date && date !== text ? `${text}→${writeDay(date)}` : text,
    ]),
    ...quantities.map(({ text }) => [messages.quantities, text]),
    ...frequencies.map(({ text }) => [messages.frequencies, text]),
    ...organizations.map(({ text, role }) => [messages.roles[role], text]),
  ];
  return (
    <div className="clause-facts">
      <State clause={clause} />
      {clause.edited && <span className="mark">{messages.states.edited}</span>}
      {facts.map(([name, words]) => (
        <span key={`${name}${words}`} className="clause-fact">
          <span className="soft">{name}</span> {words}
        </span>
      ))}
    </div>
  );
}

/** What has become of the clause; always in words, never by colour alone. */
function State({ clause }: { readonly clause: OutlineRow }): ReactNode {
  if (clause.dropped) return <span className="mark">{messages.states.dropped}</span>;
  if (clause.listIds.length > 0) {
    return (
      <span className="mark mark-assigned">
        <PageLink to={`/lists/${clause.listIds[0]}`}>{messages.states.assigned}</PageLink>
      </span>
    );
  }
  if (isUnassigned(clause)) return <span className="mark mark-open">{messages.states.unassigned}</span>;
  const kind = clause.requirement ? messages.kinds.requirement : messages.kinds.narrative;
  return <span className="mark">{kind}</span>;
}
