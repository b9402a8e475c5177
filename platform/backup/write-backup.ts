import { createHash } from "node:crypto";
import { access, copyFile, mkdir, open, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type pg from "pg";
import { type Connection, withClient } from "#platform/database/index.ts";
import { fail, type Result, succeed } from "#platform/kernel/result.ts";
import {
  type FileEntry,
  filePath,
  type KeyFiles,
  keyPath,
  type Manifest,
  type Migration,
  type TableEntry,
  tablePath,
  writeManifest,
} from "./manifest.ts";
import type { BackupProblem } from "./problems.ts";
import { dumpTable, listTables } from "./tables.ts";

export interface BackupOptions {
  readonly folder: string;
  readonly filesFolder: string;
  /** Empty: the keys stay where they are, and the backup alone opens no secret. */
  readonly keyFiles: KeyFiles;
  readonly now: Date;
}

export interface MadeBackup {
  readonly manifest: Manifest;
  readonly digest: string;
}

export const listMigrations = async (client: pg.Client): Promise<readonly Migration[]> =>
  (await client.query<Migration>("SELECT number, name, checksum FROM app.migration ORDER BY number")).rows;

/**
 * Copies all tables as of one moment, while others write, and then the files: whatever a row of that moment names was
 * on disk before the row was committed, and no file is ever taken away.
 */
export async function writeBackup(
  owner: Connection,
  options: BackupOptions,
): Promise<Result<MadeBackup, BackupProblem>> {
  const { folder, filesFolder, keyFiles, now } = options;
  for (const path of Object.values(keyFiles)) {
    const isThere = await access(path).then(
      () => true,
      () => false,
    );
    if (!isThere) return fail({ code: "key-missing", path });
  }
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if ((await readdir(folder)).length > 0) return fail({ code: "folder-in-use", folder });
  const copied = await withClient(owner, (client) => copyTables(client, folder));
  if (!copied) return fail({ code: "nothing-to-back-up" });
  const files = await copyFiles(filesFolder, folder);
  if (!files.ok) return files;
  // After the tables: a key changed meanwhile is then in the copy, and the older ones still are.
  await mkdir(join(folder, "keys"), { mode: 0o700 });
  for (const [name, path] of Object.entries(keyFiles)) await copyFile(path, keyPath(folder, name));
  const manifest: Manifest = {
    format: 1,
    madeAt: now.toISOString(),
    ...copied,
    files: files.value,
    keys: Object.keys(keyFiles),
  };
  return succeed({ manifest, digest: await writeManifest(folder, manifest) });
}

async function copyTables(
  client: pg.Client,
  folder: string,
): Promise<Pick<Manifest, "migrations" | "tables"> | null> {
  await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
  await client.query("SELECT app.enter_territory('0')");
  const { rowCount } = await client.query("SELECT FROM app.area LIMIT 1");
  if (!rowCount) return null;
  const migrations = await listMigrations(client);
  await mkdir(join(folder, "tables"), { mode: 0o700 });
  const tables: TableEntry[] = [];
  for (const table of await listTables(client)) {
    const file = await open(tablePath(folder, table.name), "wx", 0o600);
    try {
      const dumped = await dumpTable(client, table, (lines) => file.write(lines));
      await file.sync();
      tables.push({ name: table.name, ...dumped });
    } finally {
      await file.close();
    }
  }
  await client.query("COMMIT");
  return { migrations, tables };
}

/** Files lie under their digests; one whose content is another's is told, not copied. */
async function copyFiles(
  filesFolder: string,
  folder: string,
): Promise<Result<readonly FileEntry[], BackupProblem>> {
  await mkdir(join(folder, "files"), { mode: 0o700 });
  const found = await readdir(filesFolder, { recursive: true, withFileTypes: true }).catch(() => []);
  const kept = found.filter((entry) => entry.isFile() && /^[0-9a-f]{64}$/.test(entry.name));
  const files: FileEntry[] = [];
  for (const { name, parentPath } of kept.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const content = await readFile(join(parentPath, name));
    if (createHash("sha256").update(content).digest("hex") !== name) {
      return fail({ code: "file-damaged", path: join(parentPath, name) });
    }
    const file = await open(filePath(folder, name), "wx", 0o600);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    files.push({ sha256: name, bytes: content.length });
  }
  return succeed(files);
}
