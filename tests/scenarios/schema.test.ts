import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { describeSchema, withClient } from "#platform/database/index.ts";
import { createTestDatabase, type TestDatabase } from "#platform/database/testing.ts";

let store: TestDatabase;
beforeAll(async () => {
  store = await createTestDatabase();
});
afterAll(() => store.drop());

const root = resolve(import.meta.dirname, "../..");

describe("数据库的样子", () => {
  test("database/schema.sql 与迁移执行后的数据库一致（不一致时运行 npm run db:migrate）", async () => {
    const written = readFileSync(resolve(root, "database/schema.sql"), "utf8");
    expect(await withClient(store.owner, describeSchema)).toBe(written);
  });

  test("每张属地表都有地区列打头的主键、行级隔离，应用没有删除权", async () => {
    const { rows } = await withClient(store.owner, (client) =>
      client.query<{ name: string; fault: string }>(`
        SELECT class.oid::regclass::text AS name,
          concat_ws(', ',
            CASE WHEN NOT class.relrowsecurity OR NOT class.relforcerowsecurity THEN 'no wall' END,
            CASE WHEN has_table_privilege(role.rolname, class.oid, 'DELETE, TRUNCATE') THEN 'may delete' END,
            CASE WHEN NOT EXISTS (
              SELECT FROM pg_constraint AS pk
              WHERE pk.conrelid = class.oid AND pk.contype = 'p' AND pk.conkey[1] = area.attnum
            ) THEN 'area does not lead the key' END) AS fault
        FROM pg_class AS class
        JOIN pg_attribute AS area ON area.attrelid = class.oid AND area.attname = 'area_code'
        JOIN pg_roles AS role ON role.rolname = '${store.application.user}'
        WHERE class.relkind = 'r'`),
    );
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.filter((row) => row.fault !== "")).toEqual([]);
  });
});
