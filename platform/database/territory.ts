import { setTimeout as sleep } from "node:timers/promises";
import { type Kysely, sql, type Transaction } from "kysely";
import type { Result } from "#platform/kernel/result.ts";

const maxAttempts = 4;
/** serialization_failure, deadlock_detected: the transaction did nothing and may simply be tried again. */
const worthRetrying = new Set(["40001", "40P01"]);

/**
 * Runs `work` in one transaction inside a territory ("0" nation, "35", "3501" or "350121") and commits,
 * unless it throws. On a deadlock `work` is run again from the start, so it must act on the database only.
 */
export async function inTerritory<Tables, Value>(
  db: Kysely<Tables>,
  area: string,
  work: (tx: Transaction<Tables>) => Promise<Value>,
): Promise<Value> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction().execute(async (tx) => {
        await sql`SELECT app.enter_territory(${area})`.execute(tx);
        return await work(tx);
      });
    } catch (error) {
      if (attempt === maxAttempts || !worthRetrying.has(sqlState(error))) throw error;
      await sleep(attempt * 20);
    }
  }
}

/** As inTerritory, but a result that is a problem rolls everything back. */
export async function attemptInTerritory<Tables, Value, Problem>(
  db: Kysely<Tables>,
  area: string,
  work: (tx: Transaction<Tables>) => Promise<Result<Value, Problem>>,
): Promise<Result<Value, Problem>> {
  try {
    return await inTerritory(db, area, async (tx) => {
      const result = await work(tx);
      if (!result.ok) throw new RolledBack(result);
      return result;
    });
  } catch (error) {
    if (error instanceof RolledBack) return error.result as Result<Value, Problem>;
    throw error;
  }
}

/** Carries a problem out of Kysely's transaction, which rolls back on an exception only. */
class RolledBack extends Error {
  readonly result: unknown;
  constructor(result: unknown) {
    super("rolled back");
    this.result = result;
  }
}

const sqlState = (error: unknown): string =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
