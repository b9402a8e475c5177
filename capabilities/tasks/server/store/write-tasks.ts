import { searchTextOf, type Tx } from "#platform/database/index.ts";
import { plainDate } from "#platform/kernel/plain-date.ts";
import type { Milestone, TaskState } from "../../core/index.ts";
import type { ActionRow, TaskRow, TaskTables } from "../tables.ts";

const tables = (tx: Tx) => tx.withTables<TaskTables>();

/** Rows a single INSERT may carry: 25 columns each, well under the protocol's 65,535 parameters. */
const rowsPerInsert = 1_000;

const withSearchText = (task: TaskRow) => ({ ...task, search_text: searchTextOf(task.title) });

export async function insertTasks(
  tx: Tx,
  tasks: readonly TaskRow[],
  log: readonly ActionRow[],
): Promise<void> {
  for (let from = 0; from < tasks.length; from += rowsPerInsert) {
    await tables(tx)
      .insertInto("tasks.task")
      .values(tasks.slice(from, from + rowsPerInsert).map(withSearchText))
      .execute();
  }
  for (let from = 0; from < log.length; from += rowsPerInsert) {
    await tables(tx)
      .insertInto("tasks.action")
      .values(log.slice(from, from + rowsPerInsert))
      .execute();
  }
}

export async function insertAssistingUnits(
  tx: Tx,
  rows: readonly TaskTables["tasks.assisting_unit"][],
): Promise<void> {
  for (let from = 0; from < rows.length; from += rowsPerInsert) {
    await tables(tx)
      .insertInto("tasks.assisting_unit")
      .values(rows.slice(from, from + rowsPerInsert))
      .execute();
  }
}

/** Held until the transaction ends, so that of two people acting at once the second sees what the first did. */
export const lockTask = (tx: Tx, area: string, taskId: string) =>
  tables(tx)
    .selectFrom("tasks.task")
    .select(["id", "status", "version", "assigned_on", "due_date", "submitted_on", "closed_on"])
    .select(["return_count", "reopen_count", "extension_requested_to", "unit_id", "opened_at"])
    .select(["milestones", "next_milestone_on"])
    .where("area_code", "=", area)
    .where("id", "=", taskId)
    .forUpdate()
    .executeTakeFirst();

export type LockedTask = NonNullable<Awaited<ReturnType<typeof lockTask>>>;

/** The stored projection as the state that the rules speak of. */
export const stateOf = (row: LockedTask): TaskState => ({
  status: row.status,
  version: row.version,
  assignedOn: plainDate(row.assigned_on),
  dueDate: plainDate(row.due_date),
  submittedOn: row.submitted_on === null ? null : plainDate(row.submitted_on),
  closedOn: row.closed_on === null ? null : plainDate(row.closed_on),
  returnCount: row.return_count,
  reopenCount: row.reopen_count,
  extensionRequestedTo: row.extension_requested_to === null ? null : plainDate(row.extension_requested_to),
  milestones: row.milestones as readonly Milestone[],
  nextMilestoneOn: row.next_milestone_on === null ? null : plainDate(row.next_milestone_on),
});

/** The projection of a state onto the columns of a task. */
export const columnsOf = (state: TaskState) => ({
  status: state.status,
  version: state.version,
  due_date: state.dueDate,
  submitted_on: state.submittedOn,
  closed_on: state.closedOn,
  return_count: state.returnCount,
  reopen_count: state.reopenCount,
  extension_requested_to: state.extensionRequestedTo,
  milestones: JSON.stringify(state.milestones),
  next_milestone_on: state.nextMilestoneOn,
});

/** The log line and its projection, together. */
export async function saveAction(tx: Tx, action: ActionRow, state: TaskState): Promise<void> {
  await tables(tx).insertInto("tasks.action").values(action).execute();
  await tables(tx)
    .updateTable("tasks.task")
    .set(columnsOf(state))
    .where("area_code", "=", action.area_code)
    .where("id", "=", action.task_id)
    .execute();
}

export async function markOpened(
  tx: Tx,
  area: string,
  task: { id: string; unitId: string },
  at: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await tables(tx)
    .updateTable("tasks.task")
    .set({ opened_at: at })
    .where("area_code", "=", area)
    .where("id", "=", task.id)
    .where("unit_id", "=", task.unitId)
    .where("opened_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export const listActions = (tx: Tx, area: string, taskId: string) =>
  tables(tx)
    .selectFrom("tasks.action as action")
    .leftJoin("organizations.read_known_unit as unit", (join) =>
      join.onRef("unit.area_code", "=", "action.area_code").onRef("unit.id", "=", "action.unit_id"),
    )
    .select(["action.sequence", "action.action", "action.at", "action.entered_on", "action.happened_on"])
    .select(["action.person_id", "action.person_name", "action.post_title", "action.note", "action.due_date"])
    .select(["action.milestones", "action.milestone", "unit.name as unit_name"])
    .where("action.area_code", "=", area)
    .where("action.task_id", "=", taskId)
    .orderBy("action.sequence")
    .execute();

export const listAssistingUnits = (tx: Tx, area: string, taskId: string) =>
  tables(tx)
    .selectFrom("tasks.assisting_unit as assisting")
    .innerJoin("organizations.read_known_unit as unit", (join) =>
      join.onRef("unit.area_code", "=", "assisting.area_code").onRef("unit.id", "=", "assisting.unit_id"),
    )
    .select("unit.name")
    .where("assisting.area_code", "=", area)
    .where("assisting.task_id", "=", taskId)
    .orderBy("unit.official_code")
    .execute();

/** Tasks that grew out of this one and are neither closed nor cancelled. */
export const listOpenBelow = (tx: Tx, area: string, taskId: string) =>
  tables(tx)
    .selectFrom("tasks.task as task")
    .innerJoin("organizations.read_known_unit as unit", (join) =>
      join.onRef("unit.area_code", "=", "task.area_code").onRef("unit.id", "=", "task.unit_id"),
    )
    .select(["task.title", "unit.name as unit_name"])
    .where("task.area_code", "=", area)
    .where("task.parent_id", "=", taskId)
    .where("task.status", "not in", ["closed", "cancelled"])
    .orderBy("unit.official_code")
    .orderBy("task.id")
    .execute();
