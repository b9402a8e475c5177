import { sql } from "kysely";
import { searchTextOf, type Tx } from "#platform/database/index.ts";
import type { BulletinRow, BulletinTables, StepRow } from "../tables.ts";

const tables = (tx: Tx) => tx.withTables<BulletinTables>();

export const insertBulletin = (tx: Tx, row: BulletinRow) =>
  tables(tx)
    .insertInto("bulletins.bulletin")
    .values({ ...row, search_text: searchTextOf(row.title) })
    .execute();

export const insertStep = (tx: Tx, row: StepRow) =>
  tables(tx).insertInto("bulletins.step").values(row).execute();

export async function insertReceivers(
  tx: Tx,
  area: string,
  bulletinId: string,
  unitIds: readonly string[],
): Promise<void> {
  if (unitIds.length === 0) return;
  const rows = unitIds.map((unitId) => ({ area_code: area, bulletin_id: bulletinId, unit_id: unitId }));
  await tables(tx).insertInto("bulletins.receiver").values(rows).execute();
}

/** Held until the transaction ends, so that of two people acting at once the second sees what the first did. */
export const lockBulletin = (tx: Tx, area: string, bulletinId: string) =>
  tables(tx)
    .selectFrom("bulletins.bulletin")
    .select(["id", "version", "status"])
    .where("area_code", "=", area)
    .where("id", "=", bulletinId)
    .forUpdate()
    .executeTakeFirst();

/** Sets what an act changes; the version grows by one with every act. */
export const updateBulletin = (tx: Tx, area: string, bulletinId: string, changes: Partial<BulletinRow>) =>
  tables(tx)
    .updateTable("bulletins.bulletin")
    .set({
      ...changes,
      ...(changes.title !== undefined && { search_text: searchTextOf(changes.title) }),
    })
    .set((set) => ({ version: set("version", "+", 1) }))
    .where("area_code", "=", area)
    .where("id", "=", bulletinId)
    .execute();

/** The next number of a series; its row stays locked until the issue is committed, so that no number is skipped. */
export async function takeNextSerial(
  tx: Tx,
  series: {
    readonly areaCode: string;
    readonly issuerUnitId: string;
    readonly prefix: string;
    readonly year: number;
  },
): Promise<number> {
  const row = await tables(tx)
    .insertInto("bulletins.numbering")
    .values({
      area_code: series.areaCode,
      issuer_unit_id: series.issuerUnitId,
      number_prefix: series.prefix,
      number_year: series.year,
      last_serial: 1,
    })
    .onConflict((conflict) =>
      conflict
        .columns(["area_code", "issuer_unit_id", "number_prefix", "number_year"])
        .doUpdateSet({ last_serial: sql<number>`numbering.last_serial + 1` }),
    )
    .returning("last_serial")
    .executeTakeFirstOrThrow();
  return row.last_serial;
}
