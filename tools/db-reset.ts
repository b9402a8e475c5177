import { existsSync, rmSync } from "node:fs";
import { createInterface } from "node:readline/promises";
import { readSettings } from "../apps/server/settings.ts";

// Throws the local embedded database away, files and all. An external one is left alone.
const settings = readSettings(process.env);
if (!settings.ok) throw new Error(settings.problem);
const { dataDirectory, databaseUrl } = settings.value;
if (databaseUrl) {
  process.stderr.write("DATABASE_URL 指向外部数据库，本命令只清除本机内置的数据库。\n");
  process.exit(2);
}
if (!existsSync(dataDirectory)) {
  process.stdout.write("没有数据可清除。\n");
  process.exit(0);
}
if (!process.argv.includes("--yes")) {
  const dialog = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await dialog.question(`将清除 ${dataDirectory} 中的全部数据，不能恢复。输入“清除”确认：`);
  dialog.close();
  if (answer.trim() !== "清除") {
    process.stdout.write("未清除。\n");
    process.exit(1);
  }
}
rmSync(dataDirectory, { recursive: true, force: true });
process.stdout.write("已清除。下次 npm start 会重新建库。\n");
