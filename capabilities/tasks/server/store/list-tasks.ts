import { type Expression, type SqlBool, sql } from "kysely";
import { containing, type Tx } from "#platform/database/index.ts";
import type { Actor } from "#platform/http/index.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import type { WorkCalendar } from "#platform/kernel/work-calendar.ts";
import type { EvidenceTables } from "#rooms/evidence/server/index.ts";
import { dueSoonThrough, overdueThrough, type TaskStatus } from "../../core/index.ts";
import type { TaskTables } from "../tables.ts";
import { mayRead, unitIsAmong, waitsFor } from "./whose-tasks.ts";

export const pageSize = 50;

export interface TaskFilter {
  readonly box?: "own" | "issued" | "toJudge" | "below" | undefined;
  readonly state?: TaskStatus | "overdue" | "dueSoon" | "slipped" | "unopened" | "open" | undefined;
  readonly unitId?: string | undefined;
  readonly origin?: string | undefined;
  readonly year?: number | undefined;
  readonly search?: string | undefined;
}

/** Where a page begins: the last row of the one before. */
export interface PageKey {
  readonly dueDate: string;
  readonly id: string;
}

/** Who asks on which day: both are part of every question about tasks. */
export interface Asking {
  readonly actor: Actor;
  readonly today: PlainDate;
  readonly calendar: WorkCalendar;
}

const toDo = ["assigned", "inProgress", "returned"] as const;

/** Tasks that the actor may read: enough to filter and to count, without a join that a count would pay for. */
const readable = (tx: Tx, { actor }: Asking) =>
  tx
    .withTables<TaskTables>()
    .selectFrom("tasks.task as task")
    .where("task.area_code", "=", actor.areaCode)
    .where(mayRead(actor));

/** The names that a page shows, joined to the rows of the page alone. */
const withNames = (tx: Tx, tasks: ReturnType<typeof pick>) =>
  tx
    .withTables<TaskTables>()
    .selectFrom(tasks.as("task"))
    .innerJoin("organizations.read_known_unit as unit", (join) =>
      join.onRef("unit.area_code", "=", "task.area_code").onRef("unit.id", "=", "task.unit_id"),
    )
    .innerJoin("organizations.read_known_unit as issuer", (join) =>
      join.onRef("issuer.area_code", "=", "task.area_code").onRef("issuer.id", "=", "task.issuer_unit_id"),
    )
    .innerJoin("people.read_holding as owner", (join) =>
      join.onRef("owner.area_code", "=", "task.area_code").onRef("owner.id", "=", "task.owner_holding_id"),
    );

const stored = [
  "task.area_code",
  "task.parent_id",
  "task.source_room",
  "task.source_id",
  "task.responsibility_role",
  "task.issuer_unit_id",
  "task.drafter_unit_id",
  "task.owner_holding_id",
  "task.version",
  "task.extension_requested_to",
  "task.id",
  "task.title",
  "task.content",
  "task.origin",
  "task.unit_id",
  "task.due_date",
  "task.assigned_on",
  "task.submitted_on",
  "task.closed_on",
  "task.status",
  "task.opened_at",
  "task.return_count",
  "task.reopen_count",
  "task.next_milestone_on",
  "task.milestones",
] as const;

const noTotal = sql<number | null>`NULL::bigint`.as("total");

const pick = (tasks: ReturnType<typeof readable>) => tasks.select(stored).select(noTotal);

const named = [
  "unit.name as unit_name",
  "issuer.name as issuer_name",
  "owner.person_name as owner_name",
  "owner.post_title as owner_post",
] as const;

export type TaskListRow = Awaited<ReturnType<typeof listTasks>>[number];

/** What is still open is read from its oldest deadline on; what is past or everything, from the newest back. */
const isOldestFirst = ({ box, state }: TaskFilter): boolean =>
  box === "toJudge" || (state !== undefined && state !== "closed" && state !== "cancelled");

/**
 * One page by deadline, one row more than a page so that the caller knows whether more follow. With `counts` each row
 * says how many there are in all: a search reads every row anyway, and need not do so twice.
 */
export function listTasks(
  tx: Tx,
  asking: Asking,
  filter: TaskFilter,
  page: { after: PageKey | null; limit: number; counts?: boolean },
) {
  const { after, limit, counts = false } = page;
  const ascending = isOldestFirst(filter);
  const direction = ascending ? "asc" : "desc";
  const beyond = sql.raw(ascending ? ">" : "<");
  const found = filtered(tx, asking, filter)
    .select(stored)
    .select(counts ? sql<number | null>`count(*) OVER ()`.as("total") : noTotal)
    .$if(after !== null, (query) =>
      query.where(
        sql<boolean>`(task.due_date, task.id) ${beyond} (${after?.dueDate}::date, ${after?.id}::uuid)`,
      ),
    )
    .orderBy("task.due_date", direction)
    .orderBy("task.id", direction)
    .limit(limit + 1);
  return withNames(tx, found)
    .selectAll("task")
    .select(named)
    .orderBy("task.due_date", direction)
    .orderBy("task.id", direction)
    .execute();
}

/** A page, and on the first one how many there are in all: the number does not change by turning pages. */
export async function readPage(tx: Tx, asking: Asking, filter: TaskFilter, after: PageKey | null) {
  const isFirst = after === null;
  const isSearch = Boolean(filter.search?.trim());
  const rows = await listTasks(tx, asking, filter, {
    after,
    limit: pageSize,
    counts: isFirst && isSearch,
  });
  if (!isFirst) return { rows, total: null };
  return { rows, total: isSearch ? (rows[0]?.total ?? 0) : await countTasks(tx, asking, filter) };
}

async function countTasks(tx: Tx, asking: Asking, filter: TaskFilter): Promise<number> {
  const row = await filtered(tx, asking, filter)
    .select((select) => select.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return row.count;
}

type State = NonNullable<TaskFilter["state"]>;

/** How many tasks of a box are in each of the states asked for: one pass, however many states. */
export async function countStates<Name extends State>(
  tx: Tx,
  asking: Asking,
  box: NonNullable<TaskFilter["box"]>,
  states: readonly Name[],
): Promise<Record<Name, number>> {
  const counts = states.map((state) =>
    sql<number>`count(*) FILTER (WHERE ${inState(asking, state)})`.as(state),
  );
  const row = await filtered(tx, asking, { box }).select(counts).executeTakeFirstOrThrow();
  return row as unknown as Record<Name, number>;
}

function filtered(tx: Tx, asking: Asking, filter: TaskFilter) {
  const { actor } = asking;
  return readable(tx, asking)
    .$if(filter.box === "own", (query) => query.where("task.unit_id", "=", actor.acting.unitId))
    .$if(filter.box === "issued", (query) => query.where(issuedBy(actor)))
    .$if(filter.box === "toJudge", (query) => query.where(waitsFor(actor)))
    .$if(filter.unitId !== undefined, (query) => query.where("task.unit_id", "=", filter.unitId ?? ""))
    .$if(filter.origin !== undefined, (query) =>
      query.where(sql<string>`task.origin`, "=", filter.origin ?? ""),
    )
    .$if(filter.year !== undefined, (query) =>
      query
        .where("task.due_date", ">=", `${filter.year}-01-01`)
        .where("task.due_date", "<=", `${filter.year}-12-31`),
    )
    .$if(Boolean(filter.search?.trim()), (query) => query.where(contains(actor, filter.search ?? "")))
    .$if(filter.state !== undefined, (query) => query.where(inState(asking, filter.state ?? "open")));
}

/** Issued by the actor's unit, or by the committee for which it drafts. */
const issuedBy = (actor: Actor): Expression<SqlBool> => {
  const issuers = [actor.acting.unitId, ...(actor.acting.draftsForId ? [actor.acting.draftsForId] : [])];
  return sql<SqlBool>`task.issuer_unit_id = ANY (${issuers}::uuid[])`;
};

/**
 * By what a title is found by (itself, pinyin, initials), or by that of the unit. What was entered before titles had a
 * search text is found by its own words.
 */
function contains(actor: Actor, fragment: string): Expression<SqlBool> {
  const pattern = containing(fragment);
  const inTitle = sql<SqlBool>`(task.search_text LIKE ${pattern}
    OR (task.search_text = '' AND task.title ILIKE ${pattern}))`;
  return sql<SqlBool>`(${inTitle} OR ${unitIsAmong(actor, sql<SqlBool>`unit.search_text LIKE ${pattern}`)})`;
}

function inState(asking: Asking, state: State): Expression<SqlBool> {
  const { today, calendar } = asking;
  const open = sql<SqlBool>`task.status = ANY (${[...toDo]}::text[])`;
  const past = overdueThrough(today, calendar);
  switch (state) {
    case "open":
      return sql<SqlBool>`task.status NOT IN ('closed', 'cancelled')`;
    case "overdue":
      return sql<SqlBool>`(${open} AND task.due_date <= ${past}::date)`;
    case "dueSoon":
      return sql<SqlBool>`(${open} AND task.due_date > ${past}::date
        AND task.due_date <= ${dueSoonThrough(today, calendar)}::date)`;
    case "slipped":
      return sql<SqlBool>`(${open} AND task.due_date > ${past}::date AND task.next_milestone_on <= ${past}::date)`;
    case "unopened":
      return sql<SqlBool>`(task.status = 'assigned' AND task.opened_at IS NULL)`;
    default:
      return sql<SqlBool>`task.status = ${state}`;
  }
}

/** One readable task, or undefined as if it were not there. */
export const findReadableTask = (tx: Tx, asking: Asking, taskId: string) =>
  withNames(tx, pick(readable(tx, asking)).where("task.id", "=", taskId))
    .selectAll("task")
    .select(named)
    .select(["unit.path as unit_path", "unit.system_path as unit_system_path", "unit.kind as unit_kind"])
    .select("unit.parent_id as unit_parent_id")
    .select(["issuer.path as issuer_path", "issuer.system_path as issuer_system_path"])
    .executeTakeFirst();

/** Tasks that grew out of this one, in the units below. */
export const listTasksBelow = (tx: Tx, asking: Asking, taskId: string) =>
  withNames(tx, pick(readable(tx, asking)).where("task.parent_id", "=", taskId))
    .selectAll("task")
    .select(named)
    .orderBy("unit.official_code")
    .limit(500)
    .execute();

/** The tasks on which an evidence hangs, the first few; all are its own unit's. */
export const listTitlesWithEvidence = (tx: Tx, area: string, evidenceId: string) =>
  tx
    .withTables<TaskTables & Pick<EvidenceTables, "evidence.read_link">>()
    .selectFrom("evidence.read_link as link")
    .innerJoin("tasks.task as task", (join) =>
      join.onRef("task.area_code", "=", "link.area_code").onRef("task.id", "=", "link.subject_id"),
    )
    .select("task.title")
    .where("link.area_code", "=", area)
    .where("link.evidence_id", "=", evidenceId)
    .where("link.subject_kind", "=", "task")
    .where("link.withdrawn_at", "is", null)
    .orderBy("link.linked_at")
    .limit(3)
    .execute();

/** Per unit, the worst first, what is wrong with its open tasks; units with nothing wrong and nothing open are left out. */
export const countProblemsByUnit = (tx: Tx, asking: Asking, unitKind: string | undefined) => {
  const past = overdueThrough(asking.today, asking.calendar);
  const isOpen = sql`task.status = ANY (${[...toDo]}::text[])`;
  return readable(tx, asking)
    .innerJoin("organizations.read_known_unit as unit", (join) =>
      join.onRef("unit.area_code", "=", "task.area_code").onRef("unit.id", "=", "task.unit_id"),
    )
    .select(["unit.id as unitId", "unit.name as unitName", "unit.kind as unitKind"])
    .select([
      sql<number>`count(*) FILTER (WHERE ${isOpen} AND task.due_date <= ${past}::date)`.as("overdue"),
      sql<number>`count(*) FILTER (WHERE ${isOpen} AND task.due_date > ${past}::date
        AND task.next_milestone_on <= ${past}::date)`.as("slipped"),
      sql<number>`count(*) FILTER (WHERE task.status = 'returned')`.as("returned"),
      sql<number>`count(*) FILTER (WHERE task.reopen_count > 0 AND task.status <> 'closed')`.as("reopened"),
      sql<number>`count(*) FILTER (WHERE task.status = 'assigned' AND task.opened_at IS NULL)`.as("unopened"),
      sql<number>`count(*)`.as("open"),
      sql<string | null>`min(task.due_date) FILTER (WHERE ${isOpen} AND task.due_date <= ${past}::date)`.as(
        "oldestDueDate",
      ),
    ])
    .where("task.status", "not in", ["closed", "cancelled"])
    .$if(unitKind !== undefined, (query) => query.where(sql<string>`unit.kind`, "=", unitKind ?? ""))
    .groupBy(["unit.id", "unit.name", "unit.kind", "unit.official_code"])
    .orderBy("overdue", "desc")
    .orderBy("slipped", "desc")
    .orderBy("returned", "desc")
    .orderBy("reopened", "desc")
    .orderBy("unopened", "desc")
    .orderBy("unit.official_code")
    .execute();
};
