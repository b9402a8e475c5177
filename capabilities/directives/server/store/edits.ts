import type { Tx } from "#platform/database/index.ts";
import type { OutlineChange } from "../../core/index.ts";
import type { DirectiveTables } from "../tables.ts";

const tables = (tx: Tx) => tx.withTables<DirectiveTables>();

export async function insertEdit(tx: Tx, row: DirectiveTables["directives.edit"]): Promise<void> {
  await tables(tx).insertInto("directives.edit").values(row).execute();
}

/** The edit that made this version of the outline, or undefined when something else did. */
export async function findEdit(tx: Tx, area: string, documentId: string, version: number) {
  const row = await tables(tx)
    .selectFrom("directives.edit")
    .select(["kind", "by_name", "at", "change"])
    .where("area_code", "=", area)
    .where("document_id", "=", documentId)
    .where("version", "=", version)
    .executeTakeFirst();
  return row && { ...row, change: row.change as unknown as OutlineChange };
}

/** What was done since the version that somebody has before him. */
export const listEditsSince = (tx: Tx, area: string, documentId: string, version: number) =>
  tables(tx)
    .selectFrom("directives.edit")
    .select(["kind", "by_name", "at"])
    .where("area_code", "=", area)
    .where("document_id", "=", documentId)
    .where("version", ">", version)
    .orderBy("version", "desc")
    .limit(3)
    .execute();
