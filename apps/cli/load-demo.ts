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
import type { Storage } from "#platform/storage/index.ts";
import { hashPassword } from "#rooms/access/server/index.ts";
import {
  type CountySize,
  filesOf,
  generateCounty,
  rowsOf,
  type SampleCounty,
  type ShowcaseAccount,
  sampleAreaCode,
  showcase,
  type TableRows,
} from "#samples/county/index.ts";
import { publicCalendar, recordPublicHolidays } from "./public-holidays.ts";

export interface DemoOptions {
  readonly password: string;
  readonly today: PlainDate;
  readonly now: Date;
  /** Where the files among the evidence are kept; without it their records are there and the files are not. */
  readonly storage?: Storage;
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
    const areas = await listAreas(client);
    const real = areas.find(({ demo }) => !demo);
    if (real) return fail({ code: "real-data-present", areaName: real.name });
    const loadedNow = areas.length === 0;
    if (loadedNow) await loadCounty(client, app, options);
    return succeed({ areaCode: sampleAreaCode, loadedNow, showcase });
  });

async function loadCounty(owner: pg.Client, app: Database, options: DemoOptions): Promise<void> {
  const county = generateCounty({
    seed: options.seed ?? defaultSeed,
    size: options.size ?? "demo",
    today: options.today,
    calendar: publicCalendar,
  });
  const { storage } = options;
  if (storage) await Promise.all(filesOf(county).map((bytes) => storage.save(bytes)));
  await fillCounty(app, county, options);
  // Without statistics the planner takes a full table for an empty one until autovacuum comes round.
  await owner.query("ANALYZE");
  // Last of all: an area that is listed is whole.
  await owner.query("INSERT INTO app.area (code, name, demo) VALUES ($1, $2, true)", [
    county.areaCode,
    county.areaName,
  ]);
}

const listAreas = async (owner: pg.Client) =>
  (await owner.query<{ name: string; demo: boolean }>("SELECT name, demo FROM app.area ORDER BY code")).rows;

/** All rows in one transaction inside the wall, or none; those of a start that broke off after it are kept. */
async function fillCounty(app: Database, county: SampleCounty, options: DemoOptions): Promise<void> {
  const passwordHash = await hashPassword(options.password);
  await inTerritory(app, county.areaCode, async (tx) => {
    if (await hasUnits(tx, county.areaCode)) return;
    for (const table of rowsOf(county, { passwordHash, createdAt: options.now })) {
      await insertRows(tx, county.areaCode, table);
    }
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
