import { Button } from "antd";
import type { ReactNode } from "react";
import { notify, ProblemNotice, useCommand } from "#platform/ui/index.ts";
import { editItemsRoute, removeItemsRoute } from "../contract/items.ts";
import type { ListDetail, ListItem } from "./list-detail.ts";
import { messages } from "./messages.ts";
import { tellUndone, useBatchUndo } from "./use-batch-undo.ts";

/** What can be done with the chosen items at once. */
export function BatchBar(props: {
  readonly list: ListDetail["list"];
  readonly rows: readonly ListItem[];
  readonly clear: () => void;
  readonly onSet: () => void;
}): ReactNode {
  const { list, rows } = props;
  const params = { listId: list.id };
  const itemIds = rows.map(({ id }) => id);
  const remove = useCommand(removeItemsRoute);
  const confirm = useCommand(editItemsRoute);
  const undo = useBatchUndo(list.id);
  const problem = remove.problem ?? confirm.problem;
  const proposed = rows.filter(({ isProposed }) => isProposed).map(({ id }) => id);
  const onRemove = async (): Promise<void> => {
    const outcome = await remove.run({ params, body: { itemIds, isRemoved: true } });
    if (!outcome.ok) return;
    props.clear();
    const putBack = () => remove.run({ params, body: { itemIds, isRemoved: false } });
    notify({ text: messages.removed(itemIds.length), undo: () => void tellUndone(putBack()) });
  };
  const onConfirm = async (): Promise<void> => {
    const body = { version: list.version, itemIds: proposed, isConfirmed: true };
    const outcome = await confirm.run({ params, body });
    if (!outcome.ok) return;
    props.clear();
    notify({ text: messages.confirmed, undo: () => void undo(outcome.value.version) });
  };
  return (
    <>
      <Button type="primary" onClick={props.onSet}>
        {messages.batch(rows.length)}
      </Button>
      {proposed.length > 0 && (
        <Button loading={confirm.isRunning} onClick={() => void onConfirm()}>
          {messages.confirm(proposed.length)}
        </Button>
      )}
      <Button loading={remove.isRunning} onClick={() => void onRemove()}>
        {messages.remove(rows.length)}
      </Button>
      {problem && <ProblemNotice problem={problem} />}
    </>
  );
}
