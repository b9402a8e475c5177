import { randomInt } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import {
  type Database,
  inTerritory,
  type OpenDatabase,
  openQueries,
  withClient,
} from "#platform/database/index.ts";
import { dayInChina } from "#platform/kernel/plain-date.ts";
import { fail, type Result, succeed } from "#platform/kernel/result.ts";
import { openLocalStorage, StorageFault } from "#platform/storage/index.ts";
import { alignDemoPassword } from "#rooms/access/server/index.ts";
import { loadDemo } from "../cli/load-demo.ts";
import { recordPublicHolidays } from "../cli/public-holidays.ts";
import type { Settings } from "./settings.ts";

/** Loads the demo county the first time; the lines that it returns are printed beside the address. */
export async function fillDatabase(
  opened: OpenDatabase,
  settings: Settings,
  log: (line: string) => void,
): Promise<Result<readonly string[], string>> {
  if (!settings.demo) return startEmpty(opened);
  const database: Database = openQueries(opened.pool);
  const password = chooseDemoPassword(settings);
  const now = new Date();
  const storage = openLocalStorage(resolve(settings.dataDirectory, "files"));
  const options = { password, now, today: dayInChina(now), storage };
  const loaded = await loadDemo(opened.owner, database, options).catch(readStorageFault);
  if (loaded instanceof StorageFault) return fail(faultWords[loaded.code](settings.dataDirectory));
  if (!loaded.ok) {
    return fail(
      `数据库中已有真实数据（${loaded.problem.areaName}），不能再装入演示数据。请用 PANSHI_DEMO=0 启动。`,
    );
  }
  const { areaCode, loadedNow, showcase } = loaded.value;
  if (loadedNow) log("已装入演示数据：清源县（纯属虚构）。");
  else await inTerritory(database, areaCode, (tx) => alignDemoPassword(tx, areaCode, password));
  return succeed([
    "",
    `演示数据，纯属虚构。演示账号（密码均为 ${password}）：`,
    ...showcase.map(
      (account) =>
        `  ${account.loginName.padEnd(24)}${account.unitName}${account.postTitle} ${account.personName}：${account.tryThis}`,
    ),
    "",
  ]);
}

/** The demo and real work never share a database, whichever came first. */
const startEmpty = (opened: OpenDatabase): Promise<Result<readonly string[], string>> =>
  withClient(opened.owner, async (owner) => {
    const { rows } = await owner.query<{ name: string }>("SELECT name FROM app.area WHERE demo");
    if (rows[0]) {
      return fail(
        `数据库中装的是演示数据（${rows[0].name}），不能作正式使用。请用 PANSHI_DATA_DIR 或 DATABASE_URL 另设数据库，或去掉 PANSHI_DEMO=0。`,
      );
    }
    await recordPublicHolidays(owner);
    return succeed([]);
  });

function readStorageFault(error: unknown): StorageFault {
  if (error instanceof StorageFault) return error;
  throw error;
}

const faultWords = {
  "storage-full": (path: string) => `磁盘空间不足：${path}。请清理空间后再启动。`,
  "storage-not-writable": (path: string) =>
    `数据目录 ${path} 不能写入文件。请检查权限，或用 PANSHI_DATA_DIR 另设目录。`,
} as const satisfies Record<StorageFault["code"], (path: string) => string>;

/** Without letters and digits that look alike when read from a screen. */
const passwordSigns = "abcdefghijkmnpqrstuvwxyz23456789";

/** The one of the environment, else the one of the first start, which is kept beside the data. */
function chooseDemoPassword({ demoPassword, dataDirectory }: Settings): string {
  if (demoPassword) return demoPassword;
  const path = resolve(dataDirectory, "demo-password");
  if (existsSync(path)) return readFileSync(path, "utf8").trim();
  const password = Array.from({ length: 12 }, () => passwordSigns[randomInt(passwordSigns.length)]).join("");
  writeFileSync(path, `${password}\n`, { mode: 0o600 });
  return password;
}
