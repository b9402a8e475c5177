import { type ReactNode, useState } from "react";
import { ConfirmAct, notify, useCommand, useView, ViewStates } from "#platform/ui/index.ts";
import { getDocumentRoute } from "#rooms/directives/contract.ts";
import { addClausesRoute } from "../contract/items.ts";
import { ClauseChoice, toChoose } from "./ClauseChoice.tsx";
import { messages } from "./messages.ts";

/** Further requirements of the same document, those that stand in no list yet. */
export function AddClauses(props: {
  readonly listId: string;
  readonly documentId: string;
  readonly onDone: () => void;
}): ReactNode {
  const { listId, documentId, onDone } = props;
  const [chosenIds, setChosenIds] = useState<readonly string[]>([]);
  const view = useView(getDocumentRoute, { params: { documentId } });
  const command = useCommand(addClausesRoute);
  const add = async (): Promise<void> => {
    if (chosenIds.length === 0) return onDone();
    const outcome = await command.run({
      params: { listId },
      body: { documentId, clauseIds: [...chosenIds] },
    });
    if (!outcome.ok) return;
    notify({ text: messages.created(outcome.value.items) });
    onDone();
  };
  return (
    <ConfirmAct
      isOpen
      title={messages.addFromDocument}
      isRunning={command.isRunning}
      problem={command.problem}
      onConfirm={() => void add()}
      onCancel={onDone}
    >
      <ViewStates view={view}>
        {({ clauses }) => (
          <ClauseChoice clauses={toChoose(clauses)} chosenIds={chosenIds} onChange={setChosenIds} />
        )}
      </ViewStates>
    </ConfirmAct>
  );
}
