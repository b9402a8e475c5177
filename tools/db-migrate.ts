import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import {
  describeDatabaseProblem,
  describeSchema,
  openDatabase,
  withClient,
} from "#platform/database/index.ts";
import { programFolder, readSettings } from "../apps/server/settings.ts";

// Applies what is new to the database of the settings and writes database/schema.sql anew.
const settings = readSettings(process.env);
if (!settings.ok) throw new Error(settings.problem);
const opened = await openDatabase({
  url: settings.value.databaseUrl,
  applicationUrl: settings.value.databaseAppUrl,
  dataDirectory: settings.value.dataDirectory,
  migrationsDirectory: resolve(programFolder, "database/migrations"),
  log: (line) => void process.stderr.write(`${line}\n`),
});
if (!opened.ok) {
  process.stderr.write(`${describeDatabaseProblem(opened.problem)}\n`);
  process.exit(1);
}
const { applied, total } = opened.value.migrations;
// Views are written differently by each major version: the file is that of the embedded one.
if (opened.value.kind === "embedded") {
  writeFileSync(
    resolve(programFolder, "database/schema.sql"),
    await withClient(opened.value.owner, describeSchema),
  );
}
await opened.value.close();
process.stdout.write(`数据库迁移共${total}个，本次执行${applied.length}个。\n`);
