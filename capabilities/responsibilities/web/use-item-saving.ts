import { useRef } from "react";
import { useCommand } from "#platform/ui/index.ts";
import { saveItemRoute } from "../contract/items.ts";
import type { ItemFields, ListItem } from "./list-detail.ts";

/** A draft saves by itself, field by field, one after the other: two quick changes never refuse each other. */
export function useItemSaving(listId: string, item: ListItem) {
  const command = useCommand(saveItemRoute);
  const version = useRef(item.version);
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const save = (fields: ItemFields): void => {
    queue.current = queue.current.then(async () => {
      const outcome = await command.run({
        params: { listId, itemId: item.id },
        body: { version: version.current, ...fields },
      });
      if (outcome.ok) version.current = outcome.value.version;
    });
  };
  return { save, isSaving: command.isRunning, problem: command.problem, clear: command.clear };
}
