import { sql } from "kysely";
import type { Tx } from "#platform/database/index.ts";
import type { BatchBefore, ListTables } from "../tables.ts";

const tables = (tx: Tx) => tx.withTables<ListTables>();

export async function insertEdit(
  tx: Tx,
  edit: {
    readonly area: string;
    readonly listId: string;
    readonly version: number;
    readonly at: Date;
    readonly byName: string;
  },
  before: BatchBefore,
): Promise<void> {
  const { area, listId, version, at, byName } = edit;
  await tables(tx)
    .insertInto("responsibilities.edit")
    .values({
      area_code: area,
      list_id: listId,
      version,
      at,
      by_name: byName,
      before: JSON.stringify(before),
    })
    .execute();
}

/** What the batch that made this version found before it; undefined when something else made it. */
export async function findEdit(
  tx: Tx,
  area: string,
  listId: string,
  version: number,
): Promise<BatchBefore | undefined> {
  const row = await tables(tx)
    .selectFrom("responsibilities.edit")
    .select("before")
    .where("area_code", "=", area)
    .where("list_id", "=", listId)
    .where("version", "=", version)
    .executeTakeFirst();
  return row?.before as BatchBefore | undefined;
}

interface Change {
  readonly area: string;
  readonly at: Date;
  readonly byName: string;
}

/** Sets the fields of a batch back, each item to its own. */
export async function restoreItems(tx: Tx, change: Change, items: BatchBefore["items"]): Promise<void> {
  await sql`
    UPDATE responsibilities.item AS item
    SET origin = former.origin, responsibility_role = former.responsibility_role, due_date = former.due_date,
        is_proposed = former.is_proposed, version = item.version + 1,
        changed_at = ${change.at}, changed_by_name = ${change.byName}
    FROM jsonb_to_recordset(${JSON.stringify(items)}::jsonb)
      AS former (id uuid, origin text, responsibility_role text, due_date date, is_proposed boolean)
    WHERE item.area_code = ${change.area} AND item.id = former.id
  `.execute(tx);
}

/** Gives items their new order; the version of an item stays, for its content is the same. */
export async function saveOrdinals(
  tx: Tx,
  area: string,
  places: readonly { readonly id: string; readonly ordinal: number }[],
): Promise<void> {
  if (places.length === 0) return;
  await sql`
    UPDATE responsibilities.item AS item
    SET ordinal = moved.ordinal
    FROM jsonb_to_recordset(${JSON.stringify(places)}::jsonb) AS moved (id uuid, ordinal integer)
    WHERE item.area_code = ${area} AND item.id = moved.id
  `.execute(tx);
}
