import { plainDate } from "#platform/kernel/plain-date.ts";
import { type Result, succeed } from "#platform/kernel/result.ts";
import { createTasks, recordDecomposition, type TaskDraft } from "#rooms/tasks/server/index.ts";
import { contentOf, titleOf } from "../core/index.ts";
import type { LoadedItem } from "./load-items.ts";
import type { FoundList } from "./store/lists.ts";
import type { StepContext } from "./take-step.ts";

/** Every item becomes one task for each unit that receives it, in the transaction of the signature. */
export async function issueTasks(
  context: StepContext,
  list: FoundList,
  items: readonly LoadedItem[],
): Promise<Result<number, { readonly code: "parent-task-not-open" }>> {
  const drafts = items.flatMap((item) => draftTasks(list, item));
  if (list.parent_task_id !== null) {
    const units = new Set(drafts.map(({ owner }) => owner.unitId)).size;
    const note = `签发“${list.title}”，分解为${drafts.length}个事项，交${units}个单位办理`;
    const logged = await recordDecomposition(context.tx, context, list.parent_task_id, note);
    if (!logged.ok) return logged;
  }
  await createTasks(context.tx, context, drafts);
  return succeed(drafts.length);
}

function draftTasks(list: FoundList, { row, leads, assists }: LoadedItem): TaskDraft[] {
  return leads.flatMap(({ unitId, responsible }) => {
    if (!responsible?.holdingId || row.due_date === null) return [];
    return [
      {
        sourceRoom: "responsibilities",
        sourceId: row.id,
        parentId: list.parent_task_id,
        origin: row.origin,
        title: titleOf(row.content),
        content: contentOf(row),
        owner: {
          unitId,
          postId: responsible.postId,
          holdingId: responsible.holdingId,
          role: row.responsibility_role,
        },
        issuerUnitId: list.issuer_unit_id,
        drafterUnitId: list.drafter_unit_id,
        dueDate: plainDate(row.due_date),
        assistingUnitIds: assists.map(({ id }) => id),
      },
    ];
  });
}
