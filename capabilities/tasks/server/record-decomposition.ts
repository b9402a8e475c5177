import type { Tx } from "#platform/database/index.ts";
import { fail, type Result, succeed } from "#platform/kernel/result.ts";
import { recordAudit } from "#rooms/audit/server/index.ts";
import { applyAction, findNextStatus, type LoggedAction } from "../core/index.ts";
import type { TaskOriginContext } from "./create-tasks.ts";
import { lockTask, saveAction, stateOf } from "./store/write-tasks.ts";

/** Logs on a task that its unit broke it down for the units below; refused when the task is past that. */
export async function recordDecomposition(
  tx: Tx,
  context: TaskOriginContext,
  taskId: string,
  note: string,
): Promise<Result<null, { readonly code: "parent-task-not-open" }>> {
  const { actor, now, today } = context;
  const locked = await lockTask(tx, actor.areaCode, taskId);
  if (!locked || findNextStatus(locked.status, "decompose") === null)
    return fail({ code: "parent-task-not-open" });
  const sequence = locked.version + 1;
  const logged: LoggedAction = {
    sequence,
    action: "decompose",
    enteredOn: today,
    happenedOn: null,
    dueDate: null,
  };
  await saveAction(
    tx,
    {
      area_code: actor.areaCode,
      task_id: taskId,
      sequence,
      action: "decompose",
      at: now,
      entered_on: today,
      happened_on: null,
      person_id: actor.personId,
      person_name: actor.personName,
      post_title: actor.acting.postTitle,
      unit_id: actor.acting.unitId,
      note,
      due_date: null,
    },
    applyAction(stateOf(locked), logged),
  );
  await recordAudit(tx, context, {
    action: "task.decompose",
    subjectKind: "task",
    subjectId: taskId,
    after: { note },
  });
  return succeed(null);
}
