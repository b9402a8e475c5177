import { resolve } from "node:path";
import type { Command } from "commander";
import { describeBackupProblem, type KeyFiles, restoreBackup, writeBackup } from "#platform/backup/index.ts";
import { type Database, openQueries, type ReachedDatabase } from "#platform/database/index.ts";
import { describeFault } from "#rooms/audit/core/index.ts";
import { listAreaCodes, verifyArea } from "#rooms/audit/server/index.ts";
import { readSettings, type Settings } from "../server/settings.ts";
import { exitCodes, openForCommand, print, stop } from "./open-database.ts";

interface BackupFlags {
  readonly withKeys?: boolean;
  readonly json?: boolean;
}

export function addBackupCommands(program: Command): void {
  program
    .command("backup")
    .description("把数据库和文件备份到一个空文件夹；服务运行时也可以做，取的是同一时刻")
    .argument("<文件夹>", "存放备份的空文件夹")
    .option("--with-keys", "密钥也放进备份（此时备份本身须严加保管）")
    .option("--json", "以 JSON 输出")
    .exitOverride()
    .action((folder: string, flags: BackupFlags) =>
      withDatabase((place) => back(place, resolve(folder), flags)),
    );
  program
    .command("restore")
    .description("把备份恢复到空的数据库，逐表核对，再核验审计链")
    .argument("<文件夹>", "备份所在的文件夹")
    .option("--json", "以 JSON 输出")
    .exitOverride()
    .action((folder: string, flags: BackupFlags) =>
      withDatabase((place) => restore(place, resolve(folder), flags.json === true)),
    );
}

interface Place {
  readonly reached: ReachedDatabase;
  readonly filesFolder: string;
  readonly keyFiles: KeyFiles;
}

async function withDatabase(work: (place: Place) => Promise<void>): Promise<void> {
  const settings = readSettings(process.env);
  if (!settings.ok) return stop(settings.problem, exitCodes.failed);
  const opened = await openForCommand();
  if (!opened.ok) return stop(opened.problem, exitCodes.failed);
  try {
    await work({ reached: opened.value, ...placesOf(settings.value) });
  } finally {
    await opened.value.close();
  }
}

const placesOf = ({ dataDirectory, keyFile, personalKeyFile }: Settings): Omit<Place, "reached"> => ({
  filesFolder: resolve(dataDirectory, "files"),
  keyFiles: { key: keyFile, "personal-key": personalKeyFile },
});

const writePaths = (keyFiles: KeyFiles): string => Object.values(keyFiles).join("、");

async function back(
  { reached, filesFolder, keyFiles }: Place,
  folder: string,
  flags: BackupFlags,
): Promise<void> {
  const made = await writeBackup(reached.owner, {
    folder,
    filesFolder,
    keyFiles: flags.withKeys ? keyFiles : {},
    now: new Date(),
  });
  if (!made.ok) return stop(describeBackupProblem(made.problem), exitCodes.refused);
  const { digest, manifest } = made.value;
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  const { tables, files, keys } = manifest;
  if (flags.json)
    return print(JSON.stringify({ folder, digest, tables: tables.length, rows, files: files.length, keys }));
  print(`已备份到 ${folder}：${tables.length}张表${rows}行，${files.length}个文件。清单摘要 ${digest}`);
  print(
    keys.length > 0
      ? "备份中有密钥：拿到这份备份就能打开其中的动态口令和个人信息，请加密存放。"
      : `备份中没有密钥（${writePaths(keyFiles)}）：请另行保管；没有它们，恢复后动态口令都要重新登记，个人信息无法打开。`,
  );
}

async function restore(
  { reached, filesFolder, keyFiles }: Place,
  folder: string,
  json: boolean,
): Promise<void> {
  const restored = await restoreBackup(reached.owner, { folder, filesFolder, keyFiles });
  if (!restored.ok) return stop(describeBackupProblem(restored.problem), exitCodes.refused);
  const { tables, files, keys, madeAt } = restored.value;
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const database: Database = openQueries(reached.pool);
  const chains = [];
  for (const areaCode of await listAreaCodes(database)) chains.push(await verifyArea(database, areaCode));
  const broken = chains.filter(({ fault }) => fault !== null);
  const checked = chains.reduce((sum, chain) => sum + chain.checked, 0);
  if (json)
    print(
      JSON.stringify({ folder, madeAt, tables: tables.length, rows, files: files.length, checked, keys }),
    );
  else {
    print(`已恢复 ${madeAt} 的备份：${tables.length}张表${rows}行，${files.length}个文件，逐表核对一致。`);
    if (keys.length === 0) print(`备份中没有密钥：请把原来的密钥文件放到 ${writePaths(keyFiles)}。`);
    if (broken.length === 0) print(`审计链完好：${checked}条逐条相连。`);
  }
  for (const { areaCode, fault } of broken)
    stop(`${areaCode} 审计链有问题：${fault ? describeFault(fault) : ""}`, exitCodes.failed);
}
