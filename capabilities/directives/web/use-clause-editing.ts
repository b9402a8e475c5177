import { notify, useCommand } from "#platform/ui/index.ts";
import { editOutlineRoute, getDocumentRoute, undoEditRoute } from "../contract.ts";
import type { ClauseEditing } from "./ClauseActs.tsx";
import { messages } from "./messages.ts";
import { applyChange, type DocumentDetail } from "./outline-view.ts";

/** One way to change the outline, with ten seconds to take it back; null for whoever may only read. */
export function useClauseEditing(
  detail: DocumentDetail,
  reload: () => void,
): { readonly editing: ClauseEditing | null; readonly undo: (version: number) => Promise<void> } {
  const params = { documentId: detail.document.id };
  const seen = { route: getDocumentRoute, input: { params }, apply: applyChange };
  const command = useCommand(editOutlineRoute, seen);
  const undoing = useCommand(undoEditRoute, seen);
  const undo = async (version: number): Promise<void> => {
    const outcome = await undoing.run({ params, body: { version } });
    notify(outcome.ok ? { text: messages.undone } : { text: outcome.problem.title, tone: "failed" });
  };
  const edit: ClauseEditing["edit"] = async (change) => {
    const outcome = await command.run({
      params,
      body: { version: detail.document.version, edit: change },
    });
    if (!outcome.ok) return false;
    const { version } = outcome.value;
    notify({ text: messages.done[change.kind], undo: () => void undo(version) });
    return true;
  };
  const editing = detail.mayEdit
    ? {
        isRunning: command.isRunning || undoing.isRunning,
        problem: command.problem,
        edit,
        clearProblem: command.clear,
        reload: () => {
          command.clear();
          reload();
        },
      }
    : null;
  return { editing, undo };
}
