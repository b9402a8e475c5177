import { existsSync } from "node:fs";
import type { Command } from "commander";
import { addKey, type KeyRing, keepKeys } from "#platform/crypto/index.ts";
import { inTerritory } from "#platform/database/index.ts";
import { fail, type Result } from "#platform/kernel/result.ts";
import { countSealedUnder, rotateKeys } from "#rooms/people/server/index.ts";
import { readSettings } from "../server/settings.ts";
import { type AuditHouse, withAreas } from "./audit-house.ts";
import { exitCodes, print, stop } from "./open-database.ts";
import { operator } from "./operator.ts";

interface KeyOptions {
  readonly json?: boolean;
}

export function addKeysCommands(program: Command): void {
  const keys = program
    .command("keys")
    .description("个人信息的总密钥：查看各代、轮换；服务运行时也可以执行")
    .exitOverride();
  keys
    .command("list")
    .description("列出各代密钥的编号和各封存了多少人的密钥；密钥本身不显示")
    .option("--json", "以 JSON 输出")
    .exitOverride()
    .action((options: KeyOptions) => withKeys((house, ring) => listKeys(house, ring, options)));
  keys
    .command("rotate")
    .description("生成新一代密钥，把每个人的密钥改用它封存；上次没有做完的，接着做完")
    .option("--json", "以 JSON 输出")
    .exitOverride()
    .action((options: KeyOptions) => withKeys((house, ring, path) => rotate({ house, ring, path }, options)));
}

/** With the keys that the server uses: a command that makes a file of its own would only hide that it looked elsewhere. */
async function withKeys(
  work: (house: AuditHouse, ring: KeyRing, path: string) => Promise<void>,
): Promise<void> {
  const found = findKeys();
  if (!found.ok) return stop(found.problem, exitCodes.failed);
  const { ring, path } = found.value;
  await withAreas({}, (house) => work(house, ring, path));
}

function findKeys(): Result<{ readonly ring: KeyRing; readonly path: string }, string> {
  const settings = readSettings(process.env);
  if (!settings.ok) return settings;
  const path = settings.value.personalKeyFile;
  if (!existsSync(path))
    return fail(`没有密钥文件 ${path}。它在服务首次启动时生成；请检查 PANSHI_PERSONAL_KEY_FILE。`);
  const kept = keepKeys(path);
  return kept.ok
    ? { ok: true, value: { ring: kept.value, path } }
    : fail(`密钥文件 ${path} 读不到，或者内容不是密钥。请恢复原来的文件。`);
}

/** Persons by generation, over all areas. */
async function countPersons({ database, areaCodes }: AuditHouse): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const areaCode of areaCodes) {
    for (const { keyId, persons } of await inTerritory(database, areaCode, (tx) =>
      countSealedUnder(tx, areaCode),
    )) {
      const id = keyId ?? "";
      counts.set(id, (counts.get(id) ?? 0) + persons);
    }
  }
  return counts;
}

async function listKeys(house: AuditHouse, ring: KeyRing, { json }: KeyOptions): Promise<void> {
  const counts = await countPersons(house);
  const known = ring.all().map(({ id }) => ({ id, isPresent: true, persons: counts.get(id) ?? 0 }));
  const lost = [...counts]
    .filter(([id]) => !ring.find(id))
    .map(([id, persons]) => ({ id, isPresent: false, persons }));
  for (const key of [...known, ...lost]) {
    const mark = key.isPresent ? (key.id === ring.newest().id ? "现用" : "旧") : "不在密钥文件中，读不出来";
    print(
      json
        ? JSON.stringify({ ...key, isNewest: key.id === ring.newest().id })
        : `${key.id} ${mark} ${key.persons}人`,
    );
  }
  if (lost.length > 0) process.exitCode = exitCodes.failed;
}

async function rotate(
  { house, ring, path }: { readonly house: AuditHouse; readonly ring: KeyRing; readonly path: string },
  { json }: KeyOptions,
): Promise<void> {
  const newest = ring.newest().id;
  const isUnfinished = [...(await countPersons(house)).keys()].some((id) => id !== newest && ring.find(id));
  if (!isUnfinished) {
    const added = addKey(path);
    if (!added.ok) return stop(`不能写密钥文件 ${path}，没有轮换。`, exitCodes.failed);
  }
  let [rewrapped, unreadable] = [0, 0];
  for (const areaCode of house.areaCodes) {
    const area = { areaCode, ring, operator: operator(), now: () => new Date() };
    const done = await rotateKeys(house.database, area);
    rewrapped += done.rewrapped;
    unreadable += done.unreadable;
  }
  const id = ring.newest().id;
  if (json) print(JSON.stringify({ id, isResumed: isUnfinished, rewrapped, unreadable }));
  else {
    print(`${isUnfinished ? "接着上次轮换" : "已生成新一代密钥"} ${id}，${rewrapped}人的密钥已改用它封存。`);
    print("旧的各代仍在密钥文件里，以前的备份才读得出来。请立即备份密钥文件，与数据库分开存放。");
  }
  if (unreadable > 0)
    stop(`${unreadable}人的密钥由不在密钥文件中的一代封存，读不出来，没有改动。`, exitCodes.failed);
}
