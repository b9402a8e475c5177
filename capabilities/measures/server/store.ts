import type { Tx } from "#platform/database/index.ts";
import type { MeasureRecord, MeasureValue } from "#platform/kernel/measure.ts";
import type { MeasureTables } from "./tables.ts";

const tables = (tx: Tx) => tx.withTables<MeasureTables>();

/** Seven columns each, well under the protocol's 65,535 parameters. */
const rowsPerInsert = 1_000;

/** Where a frozen snapshot of measures belongs. */
export interface Snapshot {
  readonly areaCode: string;
  readonly runId: string;
}

/** Keeps what a run was computed from; append-only, so that it can be repeated bit for bit. */
export async function saveFrozenValues(
  tx: Tx,
  snapshot: Snapshot,
  values: readonly MeasureValue[],
): Promise<void> {
  const rows = values.map((value) => ({
    area_code: snapshot.areaCode,
    run_id: snapshot.runId,
    measure: value.measure,
    unit_id: value.unitId,
    numerator: value.numerator,
    denominator: value.denominator,
    records: JSON.stringify(value.records),
  }));
  for (let from = 0; from < rows.length; from += rowsPerInsert) {
    await tables(tx)
      .insertInto("measures.frozen_value")
      .values(rows.slice(from, from + rowsPerInsert))
      .execute();
  }
}

/** The frozen values of a run, by unit and measure; of one unit when it is named. */
export async function listFrozenValues(
  tx: Tx,
  snapshot: Snapshot,
  unitId?: string,
): Promise<readonly MeasureValue[]> {
  const rows = await tables(tx)
    .selectFrom("measures.frozen_value")
    .select(["measure", "unit_id as unitId", "numerator", "denominator", "records"])
    .where("area_code", "=", snapshot.areaCode)
    .where("run_id", "=", snapshot.runId)
    .$if(unitId !== undefined, (query) => query.where("unit_id", "=", unitId ?? ""))
    .orderBy("unit_id")
    .orderBy("measure")
    .execute();
  return rows.map((row) => ({ ...row, records: row.records as readonly MeasureRecord[] }));
}
