import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { sql } from "kysely";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { restoreBackup, writeBackup } from "#platform/backup/index.ts";
import { type Database, inTerritory, openQueries, type Tx } from "#platform/database/index.ts";
import { createTestDatabase, type TestDatabase } from "#platform/database/testing.ts";
import { openTrail } from "#platform/http/index.ts";
import { recordAuditUnposted, sealArea, verifyArea } from "#rooms/audit/server/index.ts";
import { uploadDocumentRoute } from "#rooms/directives/contract.ts";
import { foldTask, type LoggedAction } from "#rooms/tasks/core/index.ts";
import { openTestHouse, type TestHouse } from "./house.ts";
import { done, handIn, issueTasks } from "./tasks-support.ts";

const folder = mkdtempSync(join(tmpdir(), "panshi-备份 "));
const backup = join(folder, "备份");
let house: TestHouse;
let target: TestDatabase;
let restored: Database;

const restoreInto = (place: TestDatabase, from: string) =>
  restoreBackup(place.owner, {
    folder: from,
    filesFolder: join(folder, "files"),
    keyFiles: { key: join(folder, "key") },
  });

/** People at work; each round writes tasks, logs, evidence, files and audit records. */
async function work(day: { isOver: boolean; rounds: number }): Promise<void> {
  const officer = await house.signIn("zzb.zuzhike");
  const head = await house.signIn("zzb.buzhang");
  const town = await house.signIn("liushu.zuzhi");
  while (!day.isOver) {
    const files = [{ name: `${day.rounds}.txt`, content: `一、要抓好第${day.rounds}件事。` }];
    const [issued] = await Promise.all([
      issueTasks({ drafter: officer, signer: head, to: { unit: "柳树镇" }, count: 2 }),
      town.get(uploadDocumentRoute, { body: {}, files }),
    ]);
    const [first = "", second = ""] = issued.taskIds;
    await Promise.all([done(town, first, "acknowledge"), handIn(town, second)]);
    await sealArea(house.database, house.areaCode, new Date());
    day.rounds += 1;
  }
}

beforeAll(async () => {
  house = await openTestHouse();
  target = await createTestDatabase();
  restored = openQueries(target.pool);
  const day = { isOver: false, rounds: 0 };
  const working = work(day);
  await vi.waitFor(() => expect(day.rounds).toBeGreaterThan(0), { timeout: 60_000, interval: 20 });
  const made = await writeBackup(house.owner, {
    folder: backup,
    filesFolder: house.filesFolder,
    keyFiles: {},
    now: new Date(),
  });
  day.isOver = true;
  await working;
  if (!made.ok) throw new Error(made.problem.code);
});
afterAll(async () => {
  await house.close();
  await target.drop();
  rmSync(folder, { recursive: true, force: true });
});

interface TaskRow {
  readonly id: string;
  readonly status: string;
  readonly version: number;
  readonly dueDate: string;
}

const listTasks = (tx: Tx) =>
  sql<TaskRow>`SELECT id, status, version, due_date::text AS "dueDate" FROM tasks.task`.execute(tx);

describe("有人正在办事时所做的备份", () => {
  test("恢复到空库：逐表核对一致，文件齐全", async () => {
    const outcome = await restoreInto(target, backup);
    expect(outcome.ok || outcome.problem).toBe(true);
    const kept = readdirSync(join(backup, "files"));
    expect(kept.length).toBeGreaterThan(0);
    const placed = readdirSync(join(folder, "files"), { recursive: true, withFileTypes: true });
    expect(
      placed
        .filter((entry) => entry.isFile())
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(kept.toSorted());
  });

  test("同一时刻的：每件事项的状态都与它的办理记录相符，文件一个不缺", async () => {
    await inTerritory(restored, house.areaCode, async (tx) => {
      const { rows: tasks } = await listTasks(tx);
      const { rows: log } = await sql<LoggedAction & { taskId: string }>`
        SELECT task_id AS "taskId", sequence, action, entered_on::text AS "enteredOn",
          happened_on::text AS "happenedOn", due_date::text AS "dueDate", milestones, milestone
        FROM tasks.action ORDER BY task_id, sequence`.execute(tx);
      const logs = Map.groupBy(log, ({ taskId }) => taskId);
      const later = await inTerritory(house.database, house.areaCode, listTasks);
      // The work went on while the copy was made, and after it.
      expect(later.rows.length).toBeGreaterThan(tasks.length);
      const folded = tasks.map(({ id }) => {
        const { status, version, dueDate } = foldTask(logs.get(id) ?? []);
        return { id, status, version, dueDate };
      });
      expect(tasks).toEqual(folded);
      const { rows: documents } = await sql<{ sha256: string }>`
        SELECT sha256 FROM directives.document WHERE entered_by_name <> '' AND file_name ~ '^[0-9]+\\.txt$'`.execute(
        tx,
      );
      expect(documents.length).toBeGreaterThan(0);
      const kept = new Set(readdirSync(join(backup, "files")));
      expect(documents.filter(({ sha256 }) => !kept.has(sha256))).toEqual([]);
    });
  });

  test("审计链完好；恢复之后的新记录照样封存，接在链上", async () => {
    const before = await verifyArea(restored, house.areaCode);
    expect(before.fault).toBeNull();
    expect(before.checked).toBeGreaterThan(0);
    await inTerritory(restored, house.areaCode, (tx) =>
      recordAuditUnposted(
        tx,
        { areaCode: house.areaCode, accountId: null, personId: null, personName: "某人" },
        { now: new Date(), requestId: newId(), remoteAddress: null, trail: openTrail() },
        { action: "test.act", subjectKind: "test", subjectId: "after" },
      ),
    );
    await sealArea(restored, house.areaCode, new Date());
    const after = await verifyArea(restored, house.areaCode);
    expect(after).toMatchObject({ fault: null, unsealed: 0 });
    expect(after.checked).toBeGreaterThan(before.checked);
  });

  test("库里已有数据的不恢复", async () => {
    const outcome = await restoreInto(target, backup);
    expect(outcome).toMatchObject({ ok: false, problem: { code: "database-not-empty" } });
  });
});

/** A copy of the backup in which something is not as it was. */
function spoil(name: string, change: (copy: string) => void): string {
  const copy = join(folder, name);
  cpSync(backup, copy, { recursive: true });
  change(copy);
  return copy;
}

function rewriteManifest(copy: string, change: (manifest: Record<string, unknown>) => void): void {
  const manifest = JSON.parse(readFileSync(join(copy, "manifest.json"), "utf8")) as Record<string, unknown>;
  change(manifest);
  const content = JSON.stringify(manifest);
  writeFileSync(join(copy, "manifest.json"), content);
  writeFileSync(join(copy, "manifest.sha256"), createHash("sha256").update(content).digest("hex"));
}

describe("有问题的备份整份不恢复", () => {
  test.each<[string, (copy: string) => void, object]>([
    [
      "改了一张表",
      (copy) => {
        const path = join(copy, "tables", "tasks.task.jsonl");
        writeFileSync(path, readFileSync(path, "utf8").replace("2026", "2027"));
      },
      { code: "part-changed", path: expect.stringContaining("tasks.task.jsonl") },
    ],
    [
      "少了一张表",
      (copy) => rmSync(join(copy, "tables", "people.post.jsonl")),
      { code: "part-missing", path: expect.stringContaining("people.post.jsonl") },
    ],
    [
      "改了一个文件",
      (copy) => writeFileSync(join(copy, "files", readdirSync(join(copy, "files"))[0] ?? ""), "别的"),
      { code: "part-changed" },
    ],
    [
      "清单被截断",
      (copy) => {
        const path = join(copy, "manifest.json");
        writeFileSync(path, readFileSync(path, "utf8").slice(0, -200));
      },
      { code: "manifest-changed" },
    ],
    ["没做完，没有清单", (copy) => rmSync(join(copy, "manifest.sha256")), { code: "no-manifest" }],
    [
      "数据库版本不同",
      (copy) => rewriteManifest(copy, (manifest) => (manifest["migrations"] as unknown[]).pop()),
      { code: "other-migrations" },
    ],
    [
      "清单与表对不上",
      (copy) =>
        rewriteManifest(copy, (manifest) => {
          const tables = manifest["tables"] as { name: string; rows: number }[];
          for (const table of tables) if (table.name === "tasks.task") table.rows += 1;
        }),
      { code: "restored-differs", table: "tasks.task" },
    ],
  ])("%s", async (name, change, problem) => {
    const empty = await createTestDatabase();
    try {
      expect(await restoreInto(empty, spoil(name, change))).toMatchObject({ ok: false, problem });
      const { rows } = await empty.pool.query("SELECT count(*)::int AS areas FROM app.area");
      expect(rows).toEqual([{ areas: 0 }]);
    } finally {
      await empty.drop();
    }
  });
});

/** The program itself on its own database in a folder that is not there yet. */
const panshi = (...words: string[]): Promise<{ code: number; output: string; complaint: string }> =>
  new Promise((answer) => {
    const { DATABASE_URL: _url, DATABASE_APP_URL: _app, ...others } = process.env;
    const environment = { ...others, PANSHI_DATA_DIR: join(folder, "新装") };
    const main = resolve(import.meta.dirname, "../../apps/cli/main.ts");
    execFile(process.execPath, [main, ...words], { env: environment }, (error, output, complaint) =>
      answer({ code: Number(error?.code ?? 0), output, complaint }),
    );
  });

describe("命令行", () => {
  test("空目录不备份；恢复到空目录，再备份一份带密钥的", async () => {
    expect(await panshi("backup", join(folder, "空"))).toMatchObject({ code: 3 });
    const back = await panshi("restore", backup);
    expect(back.output).toMatch(
      /^已恢复 .* 的备份：\d+张表\d+行，\d+个文件，逐表核对一致。\n备份中没有密钥：.*\n审计链完好：\d+条逐条相连。/,
    );
    expect(back.code).toBe(0);
    expect(await panshi("restore", backup)).toMatchObject({
      code: 3,
      complaint: expect.stringContaining("不是空的"),
    });
    const again = join(folder, "再备份");
    expect(await panshi("backup", again, "--with-keys")).toMatchObject({
      code: 3,
      complaint: expect.stringContaining("密钥文件"),
    });
    const key = `${Buffer.alloc(32, 7).toString("base64url")}\n`;
    writeFileSync(join(folder, "新装", "key"), key);
    expect((await panshi("backup", again, "--with-keys")).complaint).toContain("personal-key");
    writeFileSync(join(folder, "新装", "personal-key"), `个人${key}`);
    const made = await panshi("backup", again, "--with-keys", "--json");
    expect(JSON.parse(made.output)).toMatchObject({ keys: ["key", "personal-key"] });
    expect(readFileSync(join(again, "keys", "key"), "utf8")).toBe(key);
    expect(readFileSync(join(again, "keys", "personal-key"), "utf8")).toBe(`个人${key}`);
    const tablesOf = (place: string): unknown =>
      (JSON.parse(readFileSync(join(place, "manifest.json"), "utf8")) as { tables: unknown }).tables;
    expect(tablesOf(again)).toEqual(tablesOf(backup));
    expect((await panshi("backup", again)).code).toBe(3);
    expect((await panshi("backup")).code).toBe(2);
  }, 180_000);
});
