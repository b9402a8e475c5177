import { v7 as newId } from "uuid";
import type { Tx } from "#platform/database/index.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import { type AuditOrigin, recordAudit } from "#rooms/audit/server/index.ts";
import { foldTask, type LoggedAction, type TaskOrigin, type TaskOwner } from "../core/index.ts";
import { columnsOf, insertAssistingUnits, insertTasks } from "./store/write-tasks.ts";
import type { ActionRow, TaskRow } from "./tables.ts";

/** A task that another room gives out: three things are clear, what, who and until when. */
export interface TaskDraft {
  readonly sourceRoom: string;
  readonly sourceId: string;
  readonly parentId: string | null;
  readonly origin: TaskOrigin;
  readonly title: string;
  readonly content: string;
  readonly owner: TaskOwner;
  readonly issuerUnitId: string;
  readonly drafterUnitId: string;
  readonly dueDate: PlainDate;
  readonly assistingUnitIds: readonly string[];
}

export type TaskOriginContext = AuditOrigin & { readonly today: PlainDate };

/** Gives out tasks in one go, in the transaction of the act that issues them; ids in the order of the drafts. */
export async function createTasks(
  tx: Tx,
  context: TaskOriginContext,
  drafts: readonly TaskDraft[],
): Promise<readonly string[]> {
  const prepared = drafts.map((draft) => prepare(draft, context));
  await insertTasks(
    tx,
    prepared.map(({ task }) => task),
    prepared.map(({ action }) => action),
  );
  const assisting = prepared.flatMap(({ task, assistingUnitIds }) =>
    assistingUnitIds.map((unitId) => ({ area_code: task.area_code, task_id: task.id, unit_id: unitId })),
  );
  await insertAssistingUnits(tx, assisting);
  for (const { task } of prepared) {
    const after = { title: task.title, unitId: task.unit_id, dueDate: task.due_date };
    await recordAudit(tx, context, {
      action: "task.assign",
      subjectKind: "task",
      subjectId: task.id,
      subjectTitle: task.title,
      after,
    });
  }
  return prepared.map(({ task }) => task.id);
}

/** By whole signs: half of a surrogate pair cannot be stored. */
const cutTitle = (title: string): string => [...title].slice(0, 200).join("");

function prepare(
  draft: TaskDraft,
  { actor, now, today }: TaskOriginContext,
): { task: TaskRow; action: ActionRow; assistingUnitIds: readonly string[] } {
  const id = newId();
  const assign: LoggedAction = {
    sequence: 1,
    action: "assign",
    enteredOn: today,
    happenedOn: null,
    dueDate: draft.dueDate,
  };
  const task: TaskRow = {
    area_code: actor.areaCode,
    id,
    parent_id: draft.parentId,
    source_room: draft.sourceRoom,
    source_id: draft.sourceId,
    origin: draft.origin,
    title: cutTitle(draft.title),
    content: draft.content,
    unit_id: draft.owner.unitId,
    owner_post_id: draft.owner.postId,
    owner_holding_id: draft.owner.holdingId,
    responsibility_role: draft.owner.role,
    issuer_unit_id: draft.issuerUnitId,
    drafter_unit_id: draft.drafterUnitId,
    assigned_on: today,
    opened_at: null,
    ...columnsOf(foldTask([assign])),
  };
  const action: ActionRow = {
    area_code: actor.areaCode,
    task_id: id,
    sequence: 1,
    action: "assign",
    at: now,
    entered_on: today,
    happened_on: null,
    person_id: actor.personId,
    person_name: actor.personName,
    post_title: actor.acting.postTitle,
    // Who pressed the button, as himself; in whose name stands on the task.
    unit_id: actor.acting.unitId,
    note: null,
    due_date: draft.dueDate,
  };
  const assistingUnitIds = draft.assistingUnitIds.filter((unitId) => unitId !== draft.owner.unitId);
  return { task, action, assistingUnitIds: [...new Set(assistingUnitIds)] };
}
