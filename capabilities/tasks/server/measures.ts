import { type Expression, type SqlBool, sql } from "kysely";
import type { Tx } from "#platform/database/index.ts";
import type { MeasurePeriod, MeasureSource } from "#platform/kernel/measure.ts";
import { addDays, type PlainDate, plainDate } from "#platform/kernel/plain-date.ts";
import type { WorkCalendar } from "#platform/kernel/work-calendar.ts";
import { type MeasuredTask, measureTasks, taskMeasures } from "../core/measures.ts";
import type { LoggedAction } from "../core/task.ts";
import type { TaskTables } from "./tables.ts";

/**
 * What a room needs to count for some units of one area. `today` says whether the cut-off day is over; what was written
 * down after `asOf` is as if unknown, also when it was on the cut-off day itself.
 */
export interface MeasureReading {
  readonly tx: Tx;
  readonly areaCode: string;
  readonly unitIds: readonly string[];
  readonly calendar: WorkCalendar;
  readonly today: PlainDate;
  readonly asOf: Date;
}

/** A deadline on a holiday runs on; no run of holidays is longer than this. */
const longestHolidayDays = 31;

/** Two queries for the whole group, folded in memory: the cost follows the units asked for. */
export const taskMeasureSource: MeasureSource<MeasureReading> = {
  measures: taskMeasures,
  async values(reading, period) {
    const tasks = await listMeasuredTasks(reading, period);
    const isCutoffOver = period.cutoff < reading.today;
    return measureTasks(tasks, reading.unitIds, { ...period, isCutoffOver }, reading.calendar);
  },
};

async function listMeasuredTasks(
  reading: MeasureReading,
  period: MeasurePeriod,
): Promise<readonly MeasuredTask[]> {
  const tasks = await listTasks(reading, period);
  const logs = new Map<string, LoggedAction[]>(tasks.map(({ id }) => [id, []]));
  for (const row of await listLog(reading, period)) {
    logs.get(row.task_id)?.push({
      sequence: row.sequence,
      action: row.action,
      enteredOn: plainDate(row.entered_on),
      happenedOn: row.happened_on === null ? null : plainDate(row.happened_on),
      dueDate: row.due_date === null ? null : plainDate(row.due_date),
    });
  }
  return tasks.map((task) => ({ ...task, log: logs.get(task.id) ?? [] })).filter(({ log }) => log.length > 0);
}

/**
 * What a unit sets itself is its own plan and counts for nobody: else the score could be had by easy promises.
 * Of the rest more than is counted, never less: what ended before the period and was not due in it can no longer matter,
 * because closing, reopening and extending only ever move these two days forward.
 */
const mayMatter = (
  { areaCode, unitIds }: MeasureReading,
  { from, cutoff }: MeasurePeriod,
): Expression<SqlBool> =>
  sql<SqlBool>`(
    task.area_code = ${areaCode}
    AND (task.unit_id = ANY (${[...unitIds]}::uuid[]) OR task.issuer_unit_id = ANY (${[...unitIds]}::uuid[]))
    AND task.unit_id <> task.issuer_unit_id
    AND task.assigned_on <= ${cutoff}::date
    AND (task.closed_on IS NULL OR task.closed_on >= ${from}::date
      OR task.due_date >= ${addDays(from, -longestHolidayDays)}::date)
  )`;

const listTasks = (reading: MeasureReading, period: MeasurePeriod) =>
  reading.tx
    .withTables<TaskTables>()
    .selectFrom("tasks.task as task")
    .select(["task.id", "task.title", "task.origin", "task.unit_id as unitId"])
    .select("task.issuer_unit_id as issuerUnitId")
    .select((select) =>
      select
        .exists(
          select
            .selectFrom("tasks.task as below")
            .select("below.id")
            .whereRef("below.area_code", "=", "task.area_code")
            .whereRef("below.parent_id", "=", "task.id")
            .whereRef("below.content", "=", "task.content")
            .where("below.assigned_on", "<=", period.cutoff),
        )
        .$castTo<boolean>()
        .as("isRelayedUnchanged"),
    )
    .where(mayMatter(reading, period))
    .orderBy("task.due_date")
    .orderBy("task.id")
    .execute();

const listLog = (reading: MeasureReading, period: MeasurePeriod) =>
  reading.tx
    .withTables<TaskTables>()
    .selectFrom("tasks.action as action")
    .innerJoin("tasks.task as task", (join) =>
      join.onRef("task.area_code", "=", "action.area_code").onRef("task.id", "=", "action.task_id"),
    )
    .select(["action.task_id", "action.sequence", "action.action"])
    .select(["action.entered_on", "action.happened_on", "action.due_date"])
    .where(mayMatter(reading, period))
    .where("action.entered_on", "<=", period.cutoff)
    .where("action.at", "<=", reading.asOf)
    .orderBy("action.task_id")
    .orderBy("action.sequence")
    .execute();
