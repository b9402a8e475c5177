import type { ProblemDetails } from "#platform/http/contract.ts";
import type { Result } from "#platform/kernel/result.ts";
import { notify, useCommand } from "#platform/ui/index.ts";
import { undoItemsRoute } from "../contract/items.ts";
import { messages } from "./messages.ts";

/** Says whether it was taken back; the notice that offered it is gone by then. */
export async function tellUndone(undoing: Promise<Result<unknown, ProblemDetails>>): Promise<void> {
  const outcome = await undoing;
  notify(
    outcome.ok
      ? { text: messages.undone }
      : { text: `${messages.notUndone}：${outcome.problem.title}`, tone: "failed" },
  );
}

/** Takes back the batch that made this version of the list. */
export function useBatchUndo(listId: string): (version: number) => Promise<void> {
  const command = useCommand(undoItemsRoute);
  return (version) => tellUndone(command.run({ params: { listId }, body: { version } }));
}
