import { sql } from "kysely";
import type { Tx } from "#platform/database/index.ts";
import type { ItemRow, ItemUnitRow, ListTables } from "../tables.ts";

const tables = (tx: Tx) => tx.withTables<ListTables>();
const anyOf = (ids: readonly string[]) => sql<string>`ANY (${[...ids]}::uuid[])`;

const columns = [
  "item.id",
  "item.ordinal",
  "item.origin",
  "item.clause_id",
  "item.content",
  "item.target",
  "item.measures",
  "item.responsibility_role",
  "item.due_date",
  "item.remarks",
  "item.is_proposed",
  "item.version",
  "item.changed_by_name",
] as const;

/** The items that stand in a list, in order, with the line of the document they come from. */
export const listItems = (tx: Tx, area: string, listId: string) =>
  tables(tx)
    .selectFrom("responsibilities.item as item")
    .leftJoin("directives.read_clause as clause", (join) =>
      join.onRef("clause.area_code", "=", "item.area_code").onRef("clause.id", "=", "item.clause_id"),
    )
    .select(columns)
    .select(["clause.document_id", "clause.document_title", "clause.source_line"])
    .where("item.area_code", "=", area)
    .where("item.list_id", "=", listId)
    .where("item.removed_at", "is", null)
    .orderBy("item.ordinal")
    .orderBy("item.id")
    .execute();

export type FoundItem = Awaited<ReturnType<typeof listItems>>[number];

/** Items of this list among those named, removed ones too; one of another list is not among them. */
export const listNamedItems = (tx: Tx, place: ListPlace, itemIds: readonly string[]) =>
  tables(tx)
    .selectFrom("responsibilities.item as item")
    .select(columns)
    .select("item.removed_at")
    .where("item.area_code", "=", place.area)
    .where("item.list_id", "=", place.listId)
    .where("item.id", "=", anyOf(itemIds))
    .orderBy("item.ordinal")
    .execute();

interface ListPlace {
  readonly area: string;
  readonly listId: string;
}

export async function findLastOrdinal(tx: Tx, area: string, listId: string): Promise<number> {
  const row = await tables(tx)
    .selectFrom("responsibilities.item")
    .select((select) => select.fn.max("ordinal").as("last"))
    .where("area_code", "=", area)
    .where("list_id", "=", listId)
    .executeTakeFirst();
  return Number(row?.last ?? 0);
}

const rowsPerInsert = 1_000;

export async function insertItems(tx: Tx, rows: readonly ItemRow[]): Promise<void> {
  for (let from = 0; from < rows.length; from += rowsPerInsert) {
    const part = rows.slice(from, from + rowsPerInsert);
    await tables(tx).insertInto("responsibilities.item").values(part).execute();
  }
}

export async function updateItems(
  tx: Tx,
  place: { readonly area: string; readonly itemIds: readonly string[] },
  change: Partial<Omit<ItemRow, "area_code" | "id" | "version">>,
): Promise<void> {
  await tables(tx)
    .updateTable("responsibilities.item")
    .set(change)
    .set({ version: sql<number>`version + 1` })
    .where("area_code", "=", place.area)
    .where("id", "=", anyOf(place.itemIds))
    .execute();
}

export const listItemUnits = (tx: Tx, area: string, itemIds: readonly string[]) =>
  tables(tx)
    .selectFrom("responsibilities.item_unit")
    .select(["item_id", "unit_id", "role", "post_id"])
    .where("area_code", "=", area)
    .where("item_id", "=", anyOf(itemIds))
    .where("removed_at", "is", null)
    .execute();

/** Puts units on items; a unit that was there before in another role changes its role. */
export async function putItemUnits(tx: Tx, rows: readonly ItemUnitRow[]): Promise<void> {
  for (let from = 0; from < rows.length; from += rowsPerInsert) {
    await tables(tx)
      .insertInto("responsibilities.item_unit")
      .values(rows.slice(from, from + rowsPerInsert))
      .onConflict((conflict) =>
        conflict.columns(["area_code", "item_id", "unit_id"]).doUpdateSet((excluded) => ({
          role: excluded.ref("excluded.role"),
          post_id: excluded.ref("excluded.post_id"),
          removed_at: null,
        })),
      )
      .execute();
  }
}

/** Takes the units of a role off items, except those named. */
export async function takeOffItemUnits(
  tx: Tx,
  from: { readonly area: string; readonly itemIds: readonly string[]; readonly role: "lead" | "assist" },
  keptUnitIds: readonly string[],
  at: Date,
): Promise<void> {
  await tables(tx)
    .updateTable("responsibilities.item_unit")
    .set({ removed_at: at })
    .where("area_code", "=", from.area)
    .where("item_id", "=", anyOf(from.itemIds))
    .where("role", "=", from.role)
    .where("removed_at", "is", null)
    .where(sql<boolean>`NOT (unit_id = ${anyOf(keptUnitIds)})`)
    .execute();
}
