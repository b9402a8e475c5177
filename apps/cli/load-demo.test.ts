import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Database, inTerritory, openQueries, withClient } from "#platform/database/index.ts";
import { createTestDatabase, type TestDatabase } from "#platform/database/testing.ts";
import { plainDate } from "#platform/kernel/plain-date.ts";
import { openLocalStorage } from "#platform/storage/index.ts";
import { filesOf, generateCounty, rowsOf, sampleAreaCode } from "#samples/county/index.ts";
import { loadDemo } from "./load-demo.ts";
import { publicCalendar } from "./public-holidays.ts";

const today = plainDate("2026-11-20");
const options = {
  password: "demo-password",
  today,
  now: new Date("2026-11-20T01:00:00Z"),
  size: "small",
  seed: "s",
} as const;

describe("装入演示数据", () => {
  let database: TestDatabase;
  let app: Database;
  const folder = mkdtempSync(join(tmpdir(), "panshi-demo-"));
  const storage = openLocalStorage(folder);
  const county = generateCounty({ seed: "s", size: "small", today, calendar: publicCalendar });

  beforeAll(async () => {
    database = await createTestDatabase();
    app = openQueries(database.pool);
  });
  afterAll(async () => {
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  test("第一次装入，第二次不动", async () => {
    const first = await loadDemo(database.owner, app, { ...options, storage });
    expect(first).toMatchObject({ ok: true, value: { areaCode: sampleAreaCode, loadedNow: true } });
    const again = await loadDemo(database.owner, app, { ...options, storage });
    expect(again).toMatchObject({ ok: true, value: { loadedNow: false } });
  });

  test("每张表的行数与生成的一致，佐证文件在库", async () => {
    await inTerritory(app, sampleAreaCode, async (tx) => {
      for (const { table, rows } of rowsOf(county, { passwordHash: "", createdAt: new Date(0) })) {
        const counted = await sql<{ count: number }>`
          SELECT count(*)::int AS count FROM ${sql.table(table)} WHERE area_code = ${sampleAreaCode}`.execute(
          tx,
        );
        expect([table, counted.rows[0]?.count]).toEqual([table, rows.length]);
      }
      const files = await sql<{ sha256: string }>`
        SELECT sha256 FROM evidence.item WHERE area_code = ${sampleAreaCode} AND sha256 IS NOT NULL`.execute(
        tx,
      );
      expect(files.rows).toHaveLength(filesOf(county).length);
      for (const { sha256 } of files.rows) expect(await storage.read(sha256)).not.toBeNull();
    });
  });

  test("演示县标明是演示；节假日已装入", async () => {
    await withClient(database.owner, async (owner) => {
      const areas = await owner.query("SELECT code, name, demo FROM app.area");
      expect(areas.rows).toEqual([{ code: sampleAreaCode, name: "清源县", demo: true }]);
      const days = await owner.query("SELECT workday, name FROM app.calendar_day WHERE day = '2026-02-14'");
      expect(days.rows).toEqual([{ workday: true, name: "春节调休上班" }]);
    });
  });

  test("库里有真实的地区时拒绝装入，什么也不写", async () => {
    const real = await createTestDatabase();
    try {
      await withClient(real.owner, (owner) =>
        owner.query("INSERT INTO app.area (code, name) VALUES ('350199', '真实县')"),
      );
      const refused = await loadDemo(real.owner, openQueries(real.pool), options);
      expect(refused).toEqual({ ok: false, problem: { code: "real-data-present", areaName: "真实县" } });
      const areas = await withClient(real.owner, (owner) => owner.query("SELECT code FROM app.area"));
      expect(areas.rows).toEqual([{ code: "350199" }]);
    } finally {
      await real.drop();
    }
  });
});
