import { Button, Checkbox } from "antd";
import type { ReactNode } from "react";
import type { ResponseOf } from "#platform/http/contract.ts";
import { EmptyNotice } from "#platform/ui/index.ts";
import type { getDocumentRoute } from "#rooms/directives/contract.ts";
import "./responsibilities.css";
import { messages } from "./messages.ts";

type Clauses = ResponseOf<typeof getDocumentRoute>["clauses"];
export type ChoosableClause = Pick<Clauses[number], "id" | "marker" | "text" | "sourceLine">;

/** The requirements of a document that stand in no list yet. */
export const toChoose = (clauses: Clauses): ChoosableClause[] =>
  clauses.filter(({ assignable, dropped, listIds }) => assignable && !dropped && listIds.length === 0);

/** Which requirements become items; all of them unless some are taken out. */
export function ClauseChoice(props: {
  readonly clauses: readonly ChoosableClause[];
  readonly chosenIds: readonly string[];
  readonly onChange: (chosenIds: readonly string[]) => void;
}): ReactNode {
  const { clauses, chosenIds, onChange } = props;
  if (clauses.length === 0) return <EmptyNotice text={messages.allAssigned} />;
  const chosen = new Set(chosenIds);
  const toggle = (id: string, isChosen: boolean): void =>
    onChange(isChosen ? [...chosenIds, id] : chosenIds.filter((other) => other !== id));
  return (
    <fieldset className="clause-choice">
      <legend>{messages.clauses}</legend>
      <div className="page-actions">
        <span className="soft">{messages.clausesHint(chosenIds.length, clauses.length)}</span>
        <Button size="small" onClick={() => onChange(clauses.map(({ id }) => id))}>
          {messages.chooseAll}
        </Button>
        <Button size="small" onClick={() => onChange([])}>
          {messages.chooseNone}
        </Button>
      </div>
      <ul>
        {clauses.map(({ id, marker, text, sourceLine }) => (
          <li key={id}>
            <Checkbox checked={chosen.has(id)} onChange={(event) => toggle(id, event.target.checked)}>
              {marker} {text} <span className="soft">（{messages.sourceLine(sourceLine)}）</span>
            </Checkbox>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
