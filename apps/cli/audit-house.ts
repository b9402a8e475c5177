import { checkCrypto, nativeCrypto } from "#platform/crypto/index.ts";
import { type Database, openQueries, type ReachedDatabase } from "#platform/database/index.ts";
import { fail, type Result, succeed } from "#platform/kernel/result.ts";
import { listAreaCodes } from "#rooms/audit/server/index.ts";
import { exitCodes, openForCommand, stop } from "./open-database.ts";

/** What a command on the records works with. */
export interface AuditHouse {
  readonly reached: ReachedDatabase;
  readonly database: Database;
  readonly areaCodes: readonly string[];
}

/** Opens the database, finds the areas, and closes it again whatever happens. */
export async function withAreas(
  { area }: { readonly area?: string | undefined },
  work: (house: AuditHouse) => Promise<void>,
): Promise<void> {
  const cryptoProblem = checkCrypto(nativeCrypto);
  if (cryptoProblem) return stop(cryptoProblem, exitCodes.failed);
  if (area !== undefined && !/^[0-9]{6}$/.test(area)) {
    return stop("--area 应为六位地区代码", exitCodes.wrongUsage);
  }
  const opened = await openForCommand();
  if (!opened.ok) return stop(opened.problem, exitCodes.failed);
  try {
    const database: Database = openQueries(opened.value.pool);
    const chosen = await chooseAreas(database, area);
    if (!chosen.ok) return stop(chosen.problem, exitCodes.refused);
    await work({ reached: opened.value, database, areaCodes: chosen.value });
  } finally {
    await opened.value.close();
  }
}

async function chooseAreas(
  database: Database,
  area: string | undefined,
): Promise<Result<readonly string[], string>> {
  const all = await listAreaCodes(database);
  if (area === undefined)
    return all.length > 0 ? succeed(all) : fail("数据库中还没有地区，没有可核验的记录。");
  return all.includes(area) ? succeed([area]) : fail(`数据库中没有地区 ${area}。`);
}
