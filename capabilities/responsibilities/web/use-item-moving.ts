import { useRef } from "react";
import { notify, useCommand } from "#platform/ui/index.ts";
import { moveItemRoute } from "../contract/items.ts";
import type { ListDetail, ListItem } from "./list-detail.ts";
import { messages } from "./messages.ts";
import { tellUndone } from "./use-batch-undo.ts";

/** Moves an item to a place, with ten seconds to put it back; one move at a time. */
export function useItemMoving(list: ListDetail["list"]) {
  const command = useCommand(moveItemRoute);
  const isMoving = useRef(false);
  const run = async (itemId: string, place: number, version: number) => {
    isMoving.current = true;
    const outcome = await command.run({ params: { listId: list.id, itemId }, body: { version, place } });
    isMoving.current = false;
    return outcome;
  };
  const move = async (item: ListItem, place: number): Promise<void> => {
    if (isMoving.current || place === item.ordinal) return;
    const outcome = await run(item.id, place, list.version);
    if (!outcome.ok) return;
    const { version } = outcome.value;
    notify({
      text: messages.moved(item.ordinal, place),
      undo: () => void tellUndone(run(item.id, item.ordinal, version)),
    });
  };
  return { move, problem: command.problem, clear: command.clear };
}
