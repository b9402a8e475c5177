import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from "vitest";
import { type Address, withClient } from "./connection.ts";
import { describeSchema } from "./describe-schema.ts";
import { migrate } from "./migrate.ts";
import { describeDatabaseProblem } from "./problems.ts";

const database = `migrate_${process.pid}_${Date.now()}`;
const server = inject("postgres");
const owner: Address = { ...server.owner, database };
const asAdministrator = (sql: string) => withClient(server.administrator, (client) => client.query(sql));
let directory = "";

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), "panshi-migrations-"));
});
beforeEach(async () => {
  rmSync(directory, { recursive: true });
  directory = mkdtempSync(join(tmpdir(), "panshi-migrations-"));
  await asAdministrator(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
  await asAdministrator(`CREATE DATABASE ${database} OWNER ${owner.user}`);
  write("0001_first.sql", "CREATE TABLE app.first (id integer);");
});
afterAll(async () => {
  rmSync(directory, { recursive: true });
  await asAdministrator(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
});

const write = (name: string, sql: string) => writeFileSync(join(directory, name), sql);
const run = (applicationRole = server.application.user) =>
  withClient(owner, (client) => migrate(client, { directory, applicationRole }));

describe("数据库迁移", () => {
  test("依次执行，再次执行时没有可做的", async () => {
    write("0002_second.sql", "INSERT INTO app.first VALUES (1);");
    expect(await run()).toEqual({
      ok: true,
      value: { applied: ["0001_first.sql", "0002_second.sql"], total: 2 },
    });
    expect(await run()).toEqual({ ok: true, value: { applied: [], total: 2 } });
  });

  test("两个服务同时启动，只执行一次", async () => {
    const outcomes = await Promise.all([run(), run(), run()]);
    const applied = outcomes.map((outcome) => (outcome.ok ? outcome.value.applied.length : -1));
    expect(applied.toSorted((a, b) => a - b)).toEqual([0, 0, 1]);
  });

  test("执行过的文件被改动则拒绝；只差换行符不算改动", async () => {
    write("0001_first.sql", "CREATE TABLE app.first (id integer);\n-- 完\n");
    await run();
    write("0001_first.sql", "CREATE TABLE app.first (id integer);\r\n-- 完\r\n");
    expect(await run()).toMatchObject({ ok: true });
    write("0001_first.sql", "CREATE TABLE app.first (id bigint);");
    expect(await run()).toEqual({
      ok: false,
      problem: { code: "migration-changed", name: "0001_first.sql" },
    });
  });

  test("执行过的文件不见了则拒绝", async () => {
    write("0002_second.sql", "SELECT 1;");
    write("0003_third.sql", "SELECT 1;");
    await run();
    rmSync(join(directory, "0002_second.sql"));
    expect(await run()).toMatchObject({ problem: { code: "migration-missing", name: "0002_second.sql" } });
  });

  test("数据库比程序新则拒绝", async () => {
    write("0002_second.sql", "SELECT 1;");
    await run();
    rmSync(join(directory, "0002_second.sql"));
    expect(await run()).toMatchObject({ problem: { code: "database-newer", name: "0002_second.sql" } });
  });

  test("编号早于已执行的、编号重复的、命名不合规则的都拒绝", async () => {
    write("0003_third.sql", "SELECT 1;");
    await run();
    write("0002_second.sql", "SELECT 1;");
    expect(await run()).toMatchObject({
      problem: { code: "migration-out-of-order", name: "0002_second.sql" },
    });
    write("0003_again.sql", "SELECT 1;");
    expect(await run()).toMatchObject({ problem: { code: "migration-misnamed", name: "0003_third.sql" } });
    rmSync(join(directory, "0003_again.sql"));
    write("notes.txt", "");
    expect(await run()).toMatchObject({ problem: { code: "migration-misnamed", name: "notes.txt" } });
  });

  test.each([
    [
      "语法错误指到出错的行",
      "SELECT 1;\nCREATE TABLE app.x (\n  id integr\n);",
      3,
      'type "integr" does not exist',
    ],
    [
      "执行错误指到语句开始的行",
      "CREATE TABLE app.x ();\n\nINSERT INTO app.first\nVALUES (1/0);",
      3,
      "division by zero",
    ],
  ])("%s，整个文件都不生效", async (_name, sql, line, message) => {
    write("0002_second.sql", sql);
    const outcome = await run();
    expect(outcome).toMatchObject({ problem: { code: "migration-failed", name: "0002_second.sql", line } });
    if (!outcome.ok) expect(describeDatabaseProblem(outcome.problem)).toContain(`第 ${line} 行：${message}`);
    const left = await withClient(owner, (client) => client.query("SELECT to_regclass('app.x') AS found"));
    expect(left.rows[0].found).toBeNull();
    write("0002_second.sql", "CREATE TABLE app.x ();");
    expect(await run()).toMatchObject({ ok: true, value: { applied: ["0002_second.sql"] } });
  });

  test("应用角色换了名字，授权全部移到新角色", async () => {
    const other = `${database}_other`;
    await asAdministrator(`CREATE ROLE ${other}`);
    const mayRead = async (role: string) => {
      const { rows } = await withClient(owner, (client) =>
        client.query("SELECT has_table_privilege($1, 'app.first', 'SELECT') AS may", [role]),
      );
      return rows[0].may;
    };
    write(
      "0002_second.sql",
      "DO $$ BEGIN EXECUTE format('GRANT SELECT ON app.first TO %I', current_setting('app.application_role')); END $$",
    );
    await run();
    expect([await mayRead(server.application.user), await mayRead(other)]).toEqual([true, false]);
    await run(other);
    expect([await mayRead(server.application.user), await mayRead(other)]).toEqual([false, true]);
    await asAdministrator(`DROP DATABASE ${database} WITH (FORCE)`);
    await asAdministrator(`DROP ROLE ${other}`);
  });
});

describe("数据库结构说明", () => {
  test("同样的迁移写出同样的说明，含列、约束、索引和授权", async () => {
    write(
      "0002_second.sql",
      `CREATE TABLE app.item (area_code text COLLATE "C" NOT NULL, day date DEFAULT '2026-01-01',
         CONSTRAINT item_day_known CHECK (day > '2000-01-01'));
       CREATE INDEX item_by_day ON app.item (day);`,
    );
    await run();
    const first = await withClient(owner, describeSchema);
    expect(await withClient(owner, describeSchema)).toBe(first);
    for (const line of [
      "TABLE app.item",
      '  area_code text COLLATE "C" NOT NULL',
      "  day date DEFAULT '2026-01-01'::date",
      "  CONSTRAINT item_day_known CHECK ((day > '2000-01-01'::date))",
      "  CREATE INDEX item_by_day ON app.item USING btree (day)",
    ]) {
      expect(first.split("\n")).toContain(line);
    }
  });
});
