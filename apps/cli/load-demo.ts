import { sql } from "kysely";
import type pg from "pg";
import {
  type Connection,
  type Database,
  inTerritory,
  type Tx,
  withClient,
} from "#platform/database/index.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import { fail, type Result, succeed } from "#platform/kernel/result.ts";
import { hashPassword } from "#rooms/access/server/index.ts";
import {
  type CountySize,
  generateCounty,
  rowsOf,
  type SampleCounty,
  type ShowcaseAccount,
  type TableRows,
} from "#samples/county/index.ts";
import { publicCalendar, recordPublicHolidays } from "./public-holidays.ts";

export interface DemoOptions {
  readonly password: string;
  readonly today: PlainDate;
  readonly now: Date;
  readonly size?: CountySize;
  readonly seed?: string;
}

export interface LoadedDemo {
  readonly areaCode: string;
  /** False when the county was there already and nothing was written. */
  readonly loadedNow: boolean;
  readonly showcase: readonly ShowcaseAccount[];
}

export type DemoProblem = { readonly code: "real-data-present"; readonly areaName: string };

/** The seed of the county that `npm start` shows. */
const defaultSeed = "qingyuan";
/** Any number that no other part of the program locks: two starts at once load one county. */
const loadingLock = 7_712_990_121;

/**
 * Fills an empty database with the fictional county. Refuses a database with a real area; does nothing to one
 * that holds the county already, whatever its password.
 */
export const loadDemo = (
  owner: Connection,
  app: Database,
  options: DemoOptions,
): Promise<Result<LoadedDemo, DemoProblem>> =>
  withClient(owner, async (client) => {
    await client.query("SELECT pg_advisory_lock($1)", [loadingLock]);
    await recordPublicHolidays(client);
    const real = await findRealArea(client);
    if (real !== null) return fail({ code: "real-data-present", areaName: real });
    const county = generateCounty({
      seed: options.seed ?? defaultSeed,
      size: options.size ?? "demo",
      today: options.today,
      calendar: publicCalendar,
    });
    const loadedNow = await fillCounty(app, county, options);
    // Last of all: an area that is listed is whole.
    await client.query(
      "INSERT INTO app.area (code, name, demo) VALUES ($1, $2, true) ON CONFLICT (code) DO NOTHING",
      [county.areaCode, county.areaName],
    );
    return succeed({ areaCode: county.areaCode, loadedNow, showcase: county.showcase });
  });

async function findRealArea(owner: pg.Client): Promise<string | null> {
  const { rows } = await owner.query<{ name: string }>(
    "SELECT name FROM app.area WHERE NOT demo ORDER BY code LIMIT 1",
  );
  return rows[0]?.name ?? null;
}

/** All rows in one transaction inside the wall, or none. */
async function fillCounty(app: Database, county: SampleCounty, options: DemoOptions): Promise<boolean> {
  const passwordHash = await hashPassword(options.password);
  return inTerritory(app, county.areaCode, async (tx) => {
    if (await hasUnits(tx, county.areaCode)) return false;
    for (const table of rowsOf(county, { passwordHash, createdAt: options.now })) {
      await insertRows(tx, county.areaCode, table);
    }
    return true;
  });
}

const hasUnits = async (tx: Tx, areaCode: string): Promise<boolean> => {
  const found = await sql`SELECT FROM organizations.unit WHERE area_code = ${areaCode} LIMIT 1`.execute(tx);
  return found.rows.length > 0;
};

const rowsPerInsert = 5_000;

/** COPY is refused on tables with row-level security; one JSON parameter per statement comes close to it. */
async function insertRows(tx: Tx, areaCode: string, { table, rows }: TableRows): Promise<void> {
  for (let from = 0; from < rows.length; from += rowsPerInsert) {
    const chunk = rows.slice(from, from + rowsPerInsert).map((row) => ({ area_code: areaCode, ...row }));
    const columns = sql.join(Object.keys(chunk[0] ?? {}).map((column) => sql.ref(column)));
    await sql`
      INSERT INTO ${sql.table(table)} (${columns})
      SELECT ${columns} FROM json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(chunk)}::json)
    `.execute(tx);
  }
}
