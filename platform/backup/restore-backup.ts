import { createReadStream } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { createInterface } from "node:readline";
import type pg from "pg";
import { type Connection, withClient } from "#platform/database/index.ts";
import { fail, type Result, succeed } from "#platform/kernel/result.ts";
import { openLocalStorage } from "#platform/storage/index.ts";
import { filePath, type KeyFiles, keyPath, type Manifest, readManifest, tablePath } from "./manifest.ts";
import type { RestoreProblem } from "./problems.ts";
import { dumpTable, fillTable, listTables, quote, type TableShape } from "./tables.ts";
import { listMigrations } from "./write-backup.ts";

export interface RestoreOptions {
  readonly folder: string;
  readonly filesFolder: string;
  readonly keyFiles: KeyFiles;
}

/** Brings a backup into an empty database of the same migrations: all of it, compared with the manifest, or nothing. */
export async function restoreBackup(
  owner: Connection,
  { folder, filesFolder, keyFiles }: RestoreOptions,
): Promise<Result<Manifest, RestoreProblem>> {
  const read = await readManifest(folder);
  if (!read.ok) return read;
  const manifest = read.value;
  const keys = await findMissingKeys(folder, manifest, keyFiles);
  if (!keys.ok) return keys;
  const restored = await withClient(owner, async (client) => {
    const problem = await restoreTables(client, folder, manifest);
    if (problem) return fail(problem);
    await restoreFiles(folder, filesFolder, manifest);
    await client.query("COMMIT");
    await client.query("ANALYZE");
    return succeed(manifest);
  });
  if (!restored.ok) return restored;
  for (const { path, content } of keys.value) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content, { mode: 0o600, flag: "wx" });
  }
  return restored;
}

interface MissingKey {
  readonly path: string;
  readonly content: Buffer;
}

/** The keys of the backup that the installation lacks; one that it has must be the same. */
async function findMissingKeys(
  folder: string,
  manifest: Manifest,
  keyFiles: KeyFiles,
): Promise<Result<readonly MissingKey[], RestoreProblem>> {
  const missing: MissingKey[] = [];
  for (const [name, path] of Object.entries(keyFiles)) {
    if (!manifest.keys.includes(name)) continue;
    const content = await readFile(keyPath(folder, name)).catch(() => null);
    if (content === null) return fail({ code: "part-missing", path: keyPath(folder, name) });
    const present = await readFile(path).catch(() => null);
    if (present === null) missing.push({ path, content });
    else if (!content.equals(present)) return fail({ code: "key-differs", path });
  }
  return succeed(missing);
}

/** Leaves the transaction open when all is well. What it refuses, the end of the connection rolls back. */
async function restoreTables(
  client: pg.Client,
  folder: string,
  manifest: Manifest,
): Promise<RestoreProblem | null> {
  await client.query("BEGIN");
  await client.query("SELECT app.enter_territory('0')");
  const migrations = await listMigrations(client);
  if (JSON.stringify(migrations) !== JSON.stringify(manifest.migrations)) {
    const last = (list: Manifest["migrations"]): string => list.at(-1)?.name ?? "无";
    return { code: "other-migrations", backup: last(manifest.migrations), database: last(migrations) };
  }
  const tables = await listTables(client);
  const filled = await findFilled(client, tables);
  if (filled !== null) return { code: "database-not-empty", table: filled };
  // The program fills the calendar at every start.
  await client.query("DELETE FROM app.calendar_day");
  await withoutForeignKeys(client, async () => {
    for (const table of tables) await fillFrom(client, tablePath(folder, table.name), table);
  });
  const differing = await findDiffering(client, tables, manifest);
  return differing === null ? null : { code: "restored-differs", table: differing };
}

async function findFilled(client: pg.Client, tables: readonly TableShape[]): Promise<string | null> {
  for (const { name } of tables) {
    if (name === "app.calendar_day") continue;
    const { rowCount } = await client.query(`SELECT FROM ${quote(name)} LIMIT 1`);
    if (rowCount) return name;
  }
  return null;
}

const listForeignKeys = `
  SELECT conrelid::regclass::text AS table, quote_ident(conname) AS name, pg_get_constraintdef(oid) AS definition
  FROM pg_constraint WHERE contype = 'f' AND conparentid = 0`;

/** Tables refer to themselves and to each other in circles; the constraints are made again, and checked, at the end. */
async function withoutForeignKeys(client: pg.Client, work: () => Promise<void>): Promise<void> {
  const { rows } = await client.query<{ table: string; name: string; definition: string }>(listForeignKeys);
  for (const { table, name } of rows) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
  await work();
  for (const { table, name, definition } of rows) {
    await client.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`);
  }
}

const rowsPerInsert = 1_000;

async function fillFrom(client: pg.Client, path: string, table: TableShape): Promise<void> {
  let lines: string[] = [];
  for await (const line of createInterface({
    input: createReadStream(path),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    lines.push(line);
    if (lines.length < rowsPerInsert) continue;
    await fillTable(client, table, lines);
    lines = [];
  }
  if (lines.length > 0) await fillTable(client, table, lines);
}

/** The first table that does not read as the manifest says. */
async function findDiffering(
  client: pg.Client,
  tables: readonly TableShape[],
  manifest: Manifest,
): Promise<string | null> {
  const wanted = new Map(manifest.tables.map((entry) => [entry.name, entry]));
  for (const table of tables) {
    const entry = wanted.get(table.name);
    const found = await dumpTable(client, table, async () => {});
    if (entry?.sha256 !== found.sha256 || entry.rows !== found.rows) return table.name;
  }
  return null;
}

async function restoreFiles(folder: string, filesFolder: string, { files }: Manifest): Promise<void> {
  const storage = openLocalStorage(filesFolder);
  for (const { sha256 } of files) await storage.save(await readFile(filePath(folder, sha256)));
}
