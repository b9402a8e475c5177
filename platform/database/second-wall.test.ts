import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fail } from "#platform/kernel/result.ts";
import { openQueries, withClient } from "./connection.ts";
import { attemptInTerritory, inTerritory } from "./territory.ts";
import { createTestDatabase, type TestDatabase } from "./testing.ts";

type Tables = { "notes.note": { area_code: string; text: string } };

let database: TestDatabase;
let db: ReturnType<typeof openQueries<Tables>>;

beforeAll(async () => {
  database = await createTestDatabase();
  db = openQueries<Tables>(database.pool);
  await withClient(database.owner, async (owner) => {
    await owner.query("BEGIN");
    await owner.query("SELECT set_config('app.application_role', $1, true)", [database.application.user]);
    await owner.query(`
      CREATE SCHEMA notes;
      CREATE TABLE notes.note (area_code text COLLATE "C" NOT NULL, text text NOT NULL);
      SELECT app.distribute('notes.note', 'area_code');
      SELECT app.guard('notes.note');
      CREATE TABLE notes.log (area_code text COLLATE "C" NOT NULL, text text NOT NULL);
      SELECT app.guard('notes.log');
      SELECT app.append_only('notes.log')`);
    await owner.query("COMMIT");
  });
  for (const area of ["350121", "350122", "360100"]) {
    await inTerritory(db, area, (tx) =>
      tx
        .insertInto("notes.note")
        .values({ area_code: area, text: `${area} 的记录` })
        .execute(),
    );
  }
});
afterAll(() => database.drop());

const listAreas = async (area: string): Promise<string[]> =>
  inTerritory(db, area, async (tx) => {
    const rows = await tx.selectFrom("notes.note").select("area_code").orderBy("area_code").execute();
    return rows.map((row) => row.area_code);
  });

const countRows = async (client: { query: (text: string) => Promise<{ rows: { count: number }[] }> }) =>
  (await client.query("SELECT count(*) AS count FROM notes.note")).rows[0]?.count;

describe("第二道隔离：没有进入任何地区时什么也看不到", () => {
  test("新连接查到 0 行", async () => {
    expect(await withClient(database.application, (client) => countRows(client))).toBe(0);
  });

  test("提交过一次、回到连接池的连接再用时查到 0 行", async () => {
    const seen = await withClient(database.application, async (client) => {
      await client.query("BEGIN");
      await client.query("SELECT app.enter_territory('0')");
      const inside = await countRows(client);
      await client.query("COMMIT");
      const setting = await client.query("SELECT current_setting('app.area_low', true) AS low");
      return { inside, low: setting.rows[0].low, after: await countRows(client) };
    });
    expect(seen).toEqual({ inside: 3, low: "", after: 0 });
  });

  test("不进入地区就写入会被拒绝", async () => {
    const insert = sql`INSERT INTO notes.note VALUES ('350121', '越界')`.execute(db);
    await expect(insert).rejects.toThrow("row-level security");
  });

  test("表的所有者也不例外", async () => {
    expect(await withClient(database.owner, (client) => countRows(client))).toBe(0);
  });
});

describe("第二道隔离：只看到、只写到所进入的地区", () => {
  test.each([
    ["350121", ["350121"]],
    ["3501", ["350121", "350122"]],
    ["35", ["350121", "350122"]],
    ["36", ["360100"]],
    ["0", ["350121", "350122", "360100"]],
    ["37", []],
  ])("进入 %s 看到 %j", async (area, areas) => expect(await listAreas(area)).toEqual(areas));

  test("给别的地区新增会被拒绝", async () => {
    const work = inTerritory(db, "350121", (tx) =>
      tx.insertInto("notes.note").values({ area_code: "350122", text: "越界" }).execute(),
    );
    await expect(work).rejects.toThrow("row-level security");
  });

  test("改别的地区的记录一行也改不到，也不能把记录移到别的地区", async () => {
    const changed = await inTerritory(db, "350121", (tx) =>
      tx.updateTable("notes.note").set({ text: "改" }).where("area_code", "=", "350122").executeTakeFirst(),
    );
    expect(changed.numUpdatedRows).toBe(0n);
    const moved = inTerritory(db, "350121", (tx) =>
      tx.updateTable("notes.note").set({ area_code: "350122" }).execute(),
    );
    await expect(moved).rejects.toThrow("row-level security");
  });

  test("一个事务里再进入另一个地区会被拒绝，再进入同一个地区无妨", async () => {
    const enter = (second: string) =>
      inTerritory(db, "350121", async (tx) => {
        await sql`SELECT app.enter_territory(${second})`.execute(tx);
        return "进入";
      });
    expect(await enter("350121")).toBe("进入");
    await expect(enter("350122")).rejects.toThrow("already in 350121");
    await expect(enter("3501")).rejects.toThrow("already in 350121");
  });

  test.each(["", "350", "35012", "3501211", "35%", "ab", " 35", "1", "350121:", "35\n"])(
    "不成其为地区的 %j 会被拒绝",
    async (area) => {
      await expect(inTerritory(db, area, async () => {})).rejects.toThrow("not a territory");
    },
  );

  test("地区条件能用上索引", async () => {
    const plan = await withClient(database.owner, async (owner) => {
      await owner.query("CREATE INDEX note_by_area ON notes.note (area_code)");
      return withClient(database.application, async (client) => {
        await client.query("BEGIN");
        await client.query("SELECT app.enter_territory('350121')");
        await client.query("SET LOCAL enable_seqscan = off");
        const { rows } = await client.query("EXPLAIN SELECT text FROM notes.note");
        return rows.map((row) => row["QUERY PLAN"]).join("\n");
      });
    });
    expect(plan).toMatch(/Index Cond: \(\(area_code >= /);
  });
});

describe("应用角色的权限", () => {
  test("不是超级用户，不能绕过行级安全，不拥有任何对象", async () => {
    const rows = await withClient(database.application, async (client) => {
      const found = await client.query(`
        SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
          (SELECT count(*) FROM pg_class WHERE relowner = pg_roles.oid) AS owned
        FROM pg_roles WHERE rolname = current_user`);
      return found.rows;
    });
    expect(rows).toEqual([
      { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, owned: 0 },
    ]);
  });

  test.each([
    ["删除", "DELETE FROM notes.note"],
    ["清空", "TRUNCATE notes.note"],
    ["改只增不改的表", "UPDATE notes.log SET text = ''"],
    ["解除隔离", "ALTER TABLE notes.note DISABLE ROW LEVEL SECURITY"],
    ["建表", "CREATE TABLE notes.other ()"],
    ["在 public 里建表", "CREATE TABLE public.other ()"],
    ["改迁移记录", "DELETE FROM app.migration"],
  ])("不能%s", async (_name, statement) => {
    const attempt = withClient(database.application, (client) => client.query(statement));
    await expect(attempt).rejects.toThrow(/permission denied|must be owner/);
  });

  test("每张带地区的表都立了隔离，应用对任何表都没有删除权", async () => {
    const unguarded = await withClient(database.owner, async (owner) => {
      const found = await owner.query(
        `SELECT class.oid::regclass::text AS name FROM pg_class AS class
         JOIN pg_attribute AS attribute ON attribute.attrelid = class.oid AND attribute.attname = 'area_code'
         WHERE class.relkind IN ('r', 'p') AND NOT (class.relrowsecurity AND class.relforcerowsecurity)
         UNION ALL
         SELECT class.oid::regclass::text FROM pg_class AS class, aclexplode(class.relacl) AS granted
         WHERE granted.grantee = to_regrole($1) AND granted.privilege_type IN ('DELETE', 'TRUNCATE')`,
        [database.application.user],
      );
      return found.rows;
    });
    expect(unguarded).toEqual([]);
  });
});

describe("事务", () => {
  test("结果是问题时全部撤回", async () => {
    const result = await attemptInTerritory(db, "350121", async (tx) => {
      await tx.insertInto("notes.note").values({ area_code: "350121", text: "应撤回" }).execute();
      return fail({ code: "not-permitted" });
    });
    expect(result).toEqual({ ok: false, problem: { code: "not-permitted" } });
    expect(await listAreas("350121")).toEqual(["350121"]);
  });

  test("死锁时从头再做一次", async () => {
    let attempts = 0;
    const value = await inTerritory(db, "350121", async (tx) => {
      attempts += 1;
      if (attempts === 1)
        await sql`DO $$ BEGIN RAISE EXCEPTION 'x' USING ERRCODE = '40P01'; END $$`.execute(tx);
      return "完成";
    });
    expect([value, attempts]).toEqual(["完成", 2]);
  });

  test("日期读成文字，大整数读成数，超出精度的整数是错误", async () => {
    const { rows } = await database.pool.query(
      "SELECT date '2026-11-20' AS day, 9007199254740991::bigint AS count, 1.50 AS share, ARRAY[date '2026-01-31', NULL] AS days, timestamptz '2026-11-20 00:00+08' AS at",
    );
    expect(rows[0]).toEqual({
      day: "2026-11-20",
      count: 9007199254740991,
      share: "1.50",
      days: ["2026-01-31", null],
      at: new Date("2026-11-19T16:00:00Z"),
    });
    await expect(database.pool.query("SELECT 9007199254740992::bigint")).rejects.toThrow("beyond 2^53");
  });
});
