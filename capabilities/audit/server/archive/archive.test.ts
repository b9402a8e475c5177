import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import type pg from "pg";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openPool } from "#platform/database/connection.ts";
import { type Database, inTerritory, openQueries } from "#platform/database/index.ts";
import { createTestDatabase, type TestDatabase } from "#platform/database/testing.ts";
import { openTrail } from "#platform/http/index.ts";
import { addDays, plainDate } from "#platform/kernel/plain-date.ts";
import { latestArchiveDay } from "../../core/index.ts";
import { recordAuditUnposted } from "../record-audit.ts";
import { sealArea } from "../seal-area.ts";
import { verifyArea } from "../verify-area.ts";
import { archiveRecords } from "./archive-records.ts";
import { removeArchived } from "./remove-archived.ts";
import { verifyArchive } from "./verify-archive.ts";

let store: TestDatabase;
let database: Database;
let ownerPool: pg.Pool;
let owner: Database;
let area = "990200";
let into = "";
const folders: string[] = [];

beforeAll(async () => {
  store = await createTestDatabase();
  database = openQueries(store.pool);
  ownerPool = openPool(store.owner, { maxConnections: 1 });
  owner = openQueries(ownerPool);
});
afterAll(async () => {
  await ownerPool.end();
  await store.drop();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const today = plainDate("2026-11-20");
const now = new Date("2026-11-20T02:00:00Z");
const atConsole = { now, operator: "控制台（管理员）" };

/** One record a day from the first of January on. */
async function writeDays(count: number): Promise<void> {
  await inTerritory(database, area, async (tx) => {
    for (let day = 0; day < count; day += 1) {
      await recordAuditUnposted(
        tx,
        { areaCode: area, accountId: null, personId: null, personName: "某人" },
        {
          now: new Date(`${addDays(plainDate("2026-01-01"), day)}T02:00:00Z`),
          requestId: newId(),
          remoteAddress: null,
          trail: openTrail(),
        },
        { action: "test.act", subjectKind: "test", subjectId: String(day) },
      );
    }
  });
  await sealArea(database, area, now);
}

beforeEach(async () => {
  area = String(Number(area) + 1);
  into = mkdtempSync(join(tmpdir(), "panshi-archive-"));
  folders.push(into);
});

const archive = (before = "2026-01-11") =>
  archiveRecords(database, { areaCode: area, before: plainDate(before), into, ...atConsole });

async function archived(before?: string) {
  const outcome = await archive(before);
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return outcome.value;
}

const verify = async (head?: string) => {
  const { fault, checked, startedAfter, unsealed } = await verifyArea(database, area, { head });
  return { code: fault?.code ?? null, checked, startedAfter, unsealed };
};

describe("归档", () => {
  test("不满六个月的不归档", () => {
    expect(latestArchiveDay(today)).toBe("2026-05-20");
    expect(latestArchiveDay(plainDate("2026-08-31"))).toBe("2026-02-28");
  });

  test("只写早于该日的，清单写明条数与首尾，读回来逐条相连；归档本身也在链上", async () => {
    await writeDays(20);
    const { folder, manifest, checked } = await archived();
    expect(manifest).toMatchObject({ records: 10, firstSequence: 1, lastSequence: 10, areaCode: area });
    expect(manifest.lastAt).toBe("2026-01-10T02:00:00.000000Z");
    expect(checked).toBe(10);
    expect(await verifyArchive(folder)).toMatchObject({ ok: true, value: { checked: 10 } });
    expect(await verify()).toEqual({ code: null, checked: 21, startedAfter: 0, unsealed: 0 });
    const lines = gunzipSync(readFileSync(join(folder, "records-0001.jsonl.gz")))
      .toString()
      .trim()
      .split("\n");
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({
      sequence: 1,
      record: { action: "test.act", areaCode: area },
    });
  });

  test("没有可归档的、文件夹已在，都说明，不写", async () => {
    await writeDays(3);
    expect(await archive("2026-01-01")).toEqual({ ok: false, problem: { code: "nothing-to-archive" } });
    await archived("2026-01-03");
    expect(await archive("2026-01-03")).toMatchObject({ ok: false, problem: { code: "folder-in-use" } });
  });

  test("移出后从检查点接着核验，留存的旧摘要仍认得，之后照常封存，还能再归档", async () => {
    await writeDays(20);
    const { folder, manifest } = await archived();
    expect(await removeArchived(owner, folder, atConsole)).toEqual({
      ok: true,
      value: { removed: 10, lastSequence: 10 },
    });
    expect(await sealArea(database, area, now)).toBe(1);
    expect(await verify()).toEqual({ code: null, checked: 12, startedAfter: 10, unsealed: 0 });
    expect(await verify(manifest.lastDigest)).toMatchObject({ code: null });
    const second = await archived("2026-01-16");
    expect(second.manifest).toMatchObject({
      firstSequence: 11,
      lastSequence: 15,
      previousDigest: manifest.lastDigest,
    });
    expect(await removeArchived(owner, second.folder, atConsole)).toMatchObject({
      ok: true,
      value: { removed: 5 },
    });
    await sealArea(database, area, now);
    expect(await verify()).toMatchObject({ code: null, startedAfter: 15 });
  });

  test("应用身份移不走任何一条", async () => {
    await writeDays(12);
    const { folder } = await archived();
    await expect(removeArchived(database, folder, atConsole)).rejects.toMatchObject({ code: "42501" });
    expect(await verify()).toMatchObject({ code: null, startedAfter: 0 });
  });

  test.each<[string, (folder: string) => void, string]>([
    [
      "归档文件改了一个字",
      (folder) => {
        const path = join(folder, "records-0001.jsonl.gz");
        writeFileSync(path, gzipSync(gunzipSync(readFileSync(path)).toString().replace("某人", "别人")));
      },
      "file-changed",
    ],
    ["归档文件不见了", (folder) => rmSync(join(folder, "records-0001.jsonl.gz")), "file-changed"],
    ["清单不见了", (folder) => rmSync(join(folder, "manifest.json")), "no-manifest"],
    [
      "清单少报一条",
      (folder) => {
        const path = join(folder, "manifest.json");
        writeFileSync(path, readFileSync(path, "utf8").replaceAll('"records": 10', '"records": 9'));
      },
      "counts-differ",
    ],
  ])("%s：核对得出，移出被拒", async (_name, tamper, code) => {
    await writeDays(12);
    const { folder } = await archived();
    tamper(folder);
    expect(await verifyArchive(folder)).toMatchObject({ ok: false, problem: { code } });
    expect(await removeArchived(owner, folder, atConsole)).toMatchObject({
      ok: false,
      problem: { code: "not-verified" },
    });
    expect(await verify()).toMatchObject({ code: null, startedAfter: 0 });
  });

  test("库里没有登记的归档移不走；登记被改成另一处，核验看得出", async () => {
    await writeDays(20);
    const { folder, manifest } = await archived();
    const path = join(folder, "manifest.json");
    writeFileSync(path, readFileSync(path, "utf8").replace("{", "{ "));
    expect(await removeArchived(owner, folder, atConsole)).toMatchObject({
      problem: { code: "archive-unknown" },
    });
    // Somebody with the owner's rights cuts the beginning off and names it archived.
    await inTerritory(owner, area, async (tx) => {
      const own = tx.withTables<{
        "audit.seal": { area_code: string; sequence: number };
        "audit.archive": { area_code: string; last_sequence: number };
      }>();
      await own.deleteFrom("audit.seal").where("area_code", "=", area).where("sequence", "<=", 15).execute();
      await own
        .updateTable("audit.archive")
        .set({ last_sequence: 15 })
        .where("area_code", "=", area)
        .execute();
    });
    expect(manifest.lastSequence).toBe(10);
    expect(await verify()).toMatchObject({ code: "archive-unproven" });
  });
});
