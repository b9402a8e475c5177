import type { Tx } from "#platform/database/index.ts";
import { type GuardCount, noFailures } from "../../core/index.ts";
import type { AccessTables } from "../tables.ts";

const tables = (tx: Tx) => tx.withTables<AccessTables>();

type GuardRow = { failures: number; last_failed_at: Date | null; locked_until: Date | null };

const countOf = (row: GuardRow | undefined): GuardCount =>
  row
    ? { failures: row.failures, lastFailedAt: row.last_failed_at, lockedUntil: row.locked_until }
    : noFailures;

/** As it stands, without holding anybody up. */
export const readGuard = async (tx: Tx, areaCode: string, key: string): Promise<GuardCount> =>
  countOf(
    await tables(tx)
      .selectFrom("access.sign_in_guard")
      .select(["failures", "last_failed_at", "locked_until"])
      .where("area_code", "=", areaCode)
      .where("key", "=", key)
      .executeTakeFirst(),
  );

/** Held until the transaction ends: five wrong passwords at once count as five. */
export async function lockGuard(tx: Tx, areaCode: string, key: string): Promise<GuardCount> {
  await tables(tx)
    .insertInto("access.sign_in_guard")
    .values({ area_code: areaCode, key, failures: 0, last_failed_at: null, locked_until: null })
    .onConflict((conflict) => conflict.columns(["area_code", "key"]).doNothing())
    .execute();
  const row = await tables(tx)
    .selectFrom("access.sign_in_guard")
    .select(["failures", "last_failed_at", "locked_until"])
    .where("area_code", "=", areaCode)
    .where("key", "=", key)
    .forUpdate()
    .executeTakeFirst();
  return countOf(row);
}

export const saveGuard = (tx: Tx, areaCode: string, key: string, count: GuardCount) =>
  tables(tx)
    .updateTable("access.sign_in_guard")
    .set({ failures: count.failures, last_failed_at: count.lastFailedAt, locked_until: count.lockedUntil })
    .where("area_code", "=", areaCode)
    .where("key", "=", key)
    .execute();
