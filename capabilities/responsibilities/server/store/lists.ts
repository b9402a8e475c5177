import { type Expression, type SqlBool, sql } from "kysely";
import { containing, searchTextOf, type Tx } from "#platform/database/index.ts";
import type { Actor } from "#platform/http/index.ts";
import { withinScope } from "#rooms/organizations/server/index.ts";
import type { ListStatus } from "../../core/index.ts";
import type { ListRow, ListTables } from "../tables.ts";

export const pageSize = 50;

const tables = (tx: Tx) => tx.withTables<ListTables>();

const placeOfAlias = (alias: string) => ({
  id: `${alias}.id`,
  path: `${alias}.path`,
  systemPath: `${alias}.system_path`,
});

const maySign = (actor: Actor): Expression<SqlBool> =>
  withinScope(actor.scope("list.issue"), placeOfAlias("issuer"));

/** A draft is its drafter's alone; one put up for signature also the signer's; an issued one all may read who may
 * read the drafter or the issuer, and whoever is named for it (出席指导). Receivers see their tasks, not the list. */
const mayRead = (actor: Actor): Expression<SqlBool> => sql<SqlBool>`(
  list.drafter_unit_id = ANY (${[...actor.scope("list.read").unitIds]}::uuid[])
  OR (list.status = 'published' AND list.id = ANY (${[...actor.namedSubjects("list")]}::uuid[]))
  OR (list.status IN ('forSignature', 'published') AND ${maySign(actor)})
  OR (list.status = 'published' AND (${withinScope(actor.scope("list.read"), placeOfAlias("drafter"))}
    OR ${withinScope(actor.scope("list.read"), placeOfAlias("issuer"))}))
)`;

const readable = (tx: Tx, actor: Actor) =>
  tables(tx)
    .selectFrom("responsibilities.list as list")
    .innerJoin("organizations.read_known_unit as drafter", (join) =>
      join.onRef("drafter.area_code", "=", "list.area_code").onRef("drafter.id", "=", "list.drafter_unit_id"),
    )
    .innerJoin("organizations.read_known_unit as issuer", (join) =>
      join.onRef("issuer.area_code", "=", "list.area_code").onRef("issuer.id", "=", "list.issuer_unit_id"),
    )
    .where("list.area_code", "=", actor.areaCode)
    .where(mayRead(actor));

const columns = [
  "list.id",
  "list.title",
  "list.year",
  "list.status",
  "list.version",
  "list.created_at",
  "list.created_by_name",
  "list.signed_on",
  "list.signer_name",
  "drafter.name as drafter_name",
  "issuer.name as issuer_name",
] as const;

export interface ListFilter {
  readonly year?: number | undefined;
  readonly status?: ListStatus | undefined;
  readonly box?: "own" | "toSign" | undefined;
  readonly search?: string | undefined;
  readonly after?: string | undefined;
}

/** The newest first (ids grow with time), one more than a page so that the caller knows whether more follow. */
export const listLists = (tx: Tx, actor: Actor, filter: ListFilter) =>
  readable(tx, actor)
    .select(columns)
    .select((select) =>
      select
        .selectFrom("responsibilities.item as item")
        .whereRef("item.area_code", "=", "list.area_code")
        .whereRef("item.list_id", "=", "list.id")
        .where("item.removed_at", "is", null)
        .select((count) => count.fn.countAll<number>().as("count"))
        .as("item_count"),
    )
    .$if(filter.box === "own", (query) => query.where("list.drafter_unit_id", "=", actor.acting.unitId))
    .$if(filter.box === "toSign", (query) =>
      query.where("list.status", "=", "forSignature").where(maySign(actor)),
    )
    .$if(filter.year !== undefined, (query) => query.where("list.year", "=", filter.year ?? 0))
    .$if(filter.status !== undefined, (query) =>
      query.where(sql<string>`list.status`, "=", filter.status ?? ""),
    )
    .$if(filter.status === undefined, (query) => query.where("list.status", "<>", "cancelled"))
    .$if(Boolean(filter.search?.trim()), (query) => query.where(contains(filter.search ?? "")))
    .$if(filter.after !== undefined, (query) => query.where("list.id", "<", filter.after ?? ""))
    .orderBy("list.id", "desc")
    .limit(pageSize + 1)
    .execute();

const contains = (fragment: string): Expression<SqlBool> => {
  const pattern = containing(fragment);
  return sql<SqlBool>`(list.search_text LIKE ${pattern} OR list.title ILIKE ${pattern})`;
};

/** One readable list with its places, or undefined as if it were not there. */
export const findList = (tx: Tx, actor: Actor, listId: string) =>
  readable(tx, actor)
    .leftJoin("tasks.read_task as parent", (join) =>
      join.onRef("parent.area_code", "=", "list.area_code").onRef("parent.id", "=", "list.parent_task_id"),
    )
    .select(columns)
    .select(["list.area_code", "list.drafter_unit_id", "list.issuer_unit_id", "list.document_id"])
    .select(["list.parent_task_id", "list.signer_post", "list.return_note", "list.changed_by_name"])
    .select(["drafter.path as drafter_path", "drafter.system_path as drafter_system_path"])
    .select(["issuer.path as issuer_path", "issuer.system_path as issuer_system_path"])
    .select(["parent.title as parent_title", "parent.due_date as parent_due_date"])
    .where("list.id", "=", listId)
    .executeTakeFirst();

export type FoundList = NonNullable<Awaited<ReturnType<typeof findList>>>;

/** Holds the list until the transaction ends, and tells how it stands now. */
export const lockList = (tx: Tx, area: string, listId: string) =>
  tables(tx)
    .selectFrom("responsibilities.list")
    .select(["status", "version", "changed_at", "changed_by_name", "issuer_unit_id"])
    .where("area_code", "=", area)
    .where("id", "=", listId)
    .forUpdate()
    .executeTakeFirstOrThrow();

export async function insertList(tx: Tx, row: ListRow): Promise<void> {
  await tables(tx)
    .insertInto("responsibilities.list")
    .values({ ...row, search_text: searchTextOf(row.title) })
    .execute();
}

export async function updateList(
  tx: Tx,
  place: { readonly area: string; readonly listId: string },
  change: Partial<Omit<ListRow, "area_code" | "id">>,
): Promise<void> {
  await tables(tx)
    .updateTable("responsibilities.list")
    .set({ ...change, ...(change.title !== undefined && { search_text: searchTextOf(change.title) }) })
    .where("area_code", "=", place.area)
    .where("id", "=", place.listId)
    .execute();
}

/** A task that the unit has in hand, to be broken down for the units below it. */
export const findOwnTask = (tx: Tx, actor: Actor, taskId: string) =>
  tables(tx)
    .selectFrom("tasks.read_task as task")
    .select(["task.id", "task.title", "task.content", "task.origin", "task.status", "task.due_date"])
    .select(["task.unit_id", "task.responsibility_role"])
    .where("task.area_code", "=", actor.areaCode)
    .where("task.id", "=", taskId)
    .where("task.unit_id", "=", actor.acting.unitId)
    .executeTakeFirst();
