import { sql } from "kysely";
import type pg from "pg";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Database, inTerritory, openQueries, withClient } from "#platform/database/index.ts";
import { createTestDatabase, type TestDatabase } from "#platform/database/testing.ts";
import { openTrail } from "#platform/http/index.ts";
import { recordAuditUnposted } from "./record-audit.ts";
import { sealArea } from "./seal-area.ts";
import { startSealer } from "./sealer.ts";
import { findHead } from "./store/read-chain.ts";
import { verifyArea } from "./verify-area.ts";

let store: TestDatabase;
let database: Database;
/** Each test has a county of its own: a chain that was broken once stays broken. */
let area = "990100";

beforeAll(async () => {
  store = await createTestDatabase();
  database = openQueries(store.pool);
});
afterAll(() => store.drop());
beforeEach(() => {
  area = String(Number(area) + 1);
});

const instant = (minute: number): Date => new Date(Date.UTC(2026, 10, 20, 2, minute));

const write = (tx: Parameters<typeof recordAuditUnposted>[0], minute: number) =>
  recordAuditUnposted(
    tx,
    { areaCode: area, accountId: newId(), personId: null, personName: "某人" },
    { now: instant(minute), requestId: newId(), remoteAddress: "10.0.0.1", trail: openTrail() },
    { action: "test.act", subjectKind: "test", subjectId: String(minute), after: { minute } },
  );

const writeAll = (minutes: readonly number[]) =>
  inTerritory(database, area, async (tx) => {
    for (const minute of minutes) await write(tx, minute);
  });

const seal = (minute: number) => sealArea(database, area, instant(minute));

async function sealedChain(count = 5): Promise<void> {
  for (let minute = 0; minute < count; minute += 1) await writeAll([minute]);
  expect(await seal(count)).toBe(count);
}

const head = async (): Promise<string> =>
  (await inTerritory(database, area, (tx) => findHead(tx, area)))?.digest.toString("hex") ?? "";

/** With the owner's rights, as somebody does who means to change what is on record. */
const asOwner = (work: (client: pg.Client) => Promise<unknown>) =>
  withClient(store.owner, async (client) => {
    await client.query("BEGIN");
    await client.query("SELECT app.enter_territory($1)", [area]);
    await work(client);
    await client.query("COMMIT");
  });

const recordAt = `(SELECT record_id FROM audit.seal WHERE area_code = $1 AND sequence = $2)`;

const verify = async (options: Parameters<typeof verifyArea>[2] = {}) => {
  const { fault, checked, unsealed } = await verifyArea(database, area, options);
  return { code: fault?.code ?? null, sequence: fault?.sequence ?? null, checked, unsealed };
};

describe("封存", () => {
  test("没有记录时无事可做；有了就逐条相连，再来一次不重复", async () => {
    expect(await seal(0)).toBe(0);
    await sealedChain(3);
    expect(await seal(9)).toBe(0);
    expect(await verify()).toEqual({ code: null, sequence: null, checked: 3, unsealed: 0 });
  });

  test("晚提交的记录编号和时间更早，照样封上，链仍完好", async () => {
    await withClient(store.application, async (late) => {
      await late.query("BEGIN");
      await late.query("SELECT app.enter_territory($1)", [area]);
      await late.query(
        `INSERT INTO audit.record (area_code, id, at, action, subject_kind, subject_id, result, request_id)
         VALUES ($1, $2, $3, 'test.late', 'test', 'late', 'done', 'r')`,
        [area, newId(), instant(0)],
      );
      await writeAll([1, 2]);
      // The open transaction holds nobody up.
      expect(await seal(3)).toBe(2);
      await writeAll([3]);
      expect(await seal(4)).toBe(1);
      await late.query("COMMIT");
    });
    expect(await seal(5)).toBe(1);
    expect(await verify()).toEqual({ code: null, sequence: null, checked: 4, unsealed: 0 });
  });

  test("撤回的事务不占序号", async () => {
    await writeAll([0]);
    await inTerritory(database, area, async (tx) => {
      await write(tx, 1);
      throw new Error("rolled back");
    }).catch(() => {});
    await writeAll([2]);
    expect(await seal(3)).toBe(2);
    expect(await verify()).toMatchObject({ code: null, checked: 2 });
  });

  test("几个服务器同时封存，同时还在写入：每条恰好封一次", async () => {
    const writers = Array.from({ length: 4 }, async () => {
      for (let count = 0; count < 25; count += 1) await writeAll([1]);
    });
    const isWriting = { value: true };
    const sealers = Array.from({ length: 3 }, async () => {
      while (isWriting.value) await seal(2);
    });
    await Promise.all(writers);
    isWriting.value = false;
    await Promise.all(sealers);
    await seal(3);
    expect(await verify()).toEqual({ code: null, sequence: null, checked: 100, unsealed: 0 });
  });

  test("积压超过一批也一次封完，断在中间的从断处接着封", async () => {
    await inTerritory(database, area, (tx) =>
      sql`INSERT INTO audit.record (area_code, id, at, action, subject_kind, subject_id, result, request_id)
        SELECT ${area}, gen_random_uuid(), ${instant(0)}, 'test.bulk', 'test', n::text, 'done', 'r'
        FROM generate_series(1, 2500) AS n`.execute(tx),
    );
    expect(await seal(1)).toBe(2500);
    // As if the program had been killed between two batches, and the rest written anew by the next start.
    await asOwner((owner) =>
      owner.query("DELETE FROM audit.seal WHERE area_code = $1 AND sequence > 1000", [area]),
    );
    expect(await seal(1)).toBe(1500);
    expect(await verify()).toEqual({ code: null, sequence: null, checked: 2500, unsealed: 0 });
  });

  test("从别的数据库搬来的记录，事务编号在将来，照样封上", async () => {
    await sealedChain(2);
    await writeAll([3]);
    await asOwner(async (owner) => {
      await owner.query("UPDATE audit.record SET written_by = '900000000' WHERE area_code = $1", [area]);
      await owner.query("UPDATE audit.seal SET unsealed_from = '900000000' WHERE area_code = $1", [area]);
    });
    expect(await seal(4)).toBe(1);
    await writeAll([5]);
    expect(await seal(6)).toBe(1);
    expect(await verify()).toEqual({ code: null, sequence: null, checked: 4, unsealed: 0 });
  });

  test("后台封存：有人写入后一秒内封上，停止前封完，并报出链首以便留存", async () => {
    await asOwner((owner) =>
      owner.query("INSERT INTO app.area (code, name, demo) VALUES ($1, '试验县', false)", [area]),
    );
    await sealedChain(1);
    const lines: string[] = [];
    const warnings: string[] = [];
    const sealer = startSealer({
      database,
      clock: () => instant(10),
      announce: (line) => lines.push(line),
      warn: (line) => warnings.push(line),
    });
    await writeAll([1]);
    sealer.recordsLeft(area);
    await expect.poll(async () => (await verify()).checked, { timeout: 10_000 }).toBe(2);
    await writeAll([2]);
    sealer.recordsLeft(area);
    await sealer.stop();
    expect(await verify()).toMatchObject({ checked: 3, unsealed: 0 });
    expect(lines.find((line) => line.includes(area))).toMatch(/^审计链：\d{6} 第[12]条 [0-9a-f]{64}$/);
    expect(warnings).toEqual([]);
  });
});

describe("应用自己改不了记录", () => {
  test.each([
    ["改记录", "UPDATE audit.record SET action = 'x' WHERE area_code = $1"],
    ["删记录", "DELETE FROM audit.record WHERE area_code = $1"],
    ["改封存", "UPDATE audit.seal SET sequence = 9 WHERE area_code = $1"],
    ["删封存", "DELETE FROM audit.seal WHERE area_code = $1"],
    ["改归档", "UPDATE audit.archive SET last_sequence = 9 WHERE area_code = $1"],
    ["删归档", "DELETE FROM audit.archive WHERE area_code = $1"],
  ])("%s被数据库拒绝", async (_name, statement) => {
    await expect(store.pool.query(statement, [area])).rejects.toMatchObject({ code: "42501" });
  });
});

describe("数据库的主人动了手脚，核验说出第一处", () => {
  test.each<[string, string, { code: string; sequence: number | null }]>([
    [
      "改了一条记录",
      `UPDATE audit.record SET after = '{"minute":9}' WHERE area_code = $1 AND id = ${recordAt}`,
      { code: "record-changed", sequence: 3 },
    ],
    [
      "改了是谁办的",
      `UPDATE audit.record SET person_name = '别人' WHERE area_code = $1 AND id = ${recordAt}`,
      { code: "record-changed", sequence: 3 },
    ],
    [
      "把时间改了一微秒",
      `UPDATE audit.record SET at = at + interval '1 microsecond' WHERE area_code = $1 AND id = ${recordAt}`,
      { code: "record-changed", sequence: 3 },
    ],
    [
      "删了一条记录",
      `DELETE FROM audit.record WHERE area_code = $1 AND id = ${recordAt}`,
      { code: "record-missing", sequence: 3 },
    ],
    [
      "改了一个封存",
      "UPDATE audit.seal SET digest = decode(repeat('ab', 32), 'hex') WHERE area_code = $1 AND sequence = $2",
      { code: "seal-changed", sequence: 3 },
    ],
    [
      "改了封存时间",
      "UPDATE audit.seal SET sealed_at = sealed_at - interval '1 minute' WHERE area_code = $1 AND sequence = $2",
      { code: "record-changed", sequence: 3 },
    ],
    [
      "删了一个封存",
      "DELETE FROM audit.seal WHERE area_code = $1 AND sequence = $2",
      { code: "seal-missing", sequence: 3 },
    ],
  ])("%s", async (_name, statement, fault) => {
    await sealedChain();
    await asOwner((owner) => owner.query(statement, [area, 3]));
    expect(await verify()).toMatchObject(fault);
  });

  test("连记录带封存删掉中间一条，再把后面的序号补齐", async () => {
    await sealedChain();
    await asOwner(async (owner) => {
      await owner.query(`DELETE FROM audit.record WHERE area_code = $1 AND id = ${recordAt}`, [area, 3]);
      await owner.query("DELETE FROM audit.seal WHERE area_code = $1 AND sequence = 3", [area]);
      for (const sequence of [4, 5]) {
        const words =
          "UPDATE audit.seal SET sequence = $2 - 1 WHERE area_code = $1 AND sequence = $2::bigint";
        await owner.query(words, [area, sequence]);
      }
    });
    expect(await verify()).toMatchObject({ sequence: 3, code: "link-broken" });
  });

  const forge = (minute: number) =>
    asOwner((owner) =>
      owner.query(
        `INSERT INTO audit.record (area_code, id, at, action, subject_kind, subject_id, result, request_id)
         VALUES ($1, $2, $3, 'test.forged', 'test', 'forged', 'done', 'r')`,
        [area, newId(), instant(minute)],
      ),
    );

  test("补入一条倒填日期的记录：封存之前、封存之后都看得出来", async () => {
    await sealedChain();
    await forge(-60);
    expect(await verify()).toMatchObject({ code: "record-unsealed", sequence: null, unsealed: 1 });
    expect(await seal(6)).toBe(1);
    expect(await verify()).toMatchObject({ code: "record-inserted", sequence: 6 });
  });

  test("查明之后，从那一条之后接着核验", async () => {
    await sealedChain();
    await asOwner((owner) =>
      owner.query(`UPDATE audit.record SET action = 'x' WHERE area_code = $1 AND id = ${recordAt}`, [
        area,
        3,
      ]),
    );
    expect(await verify({ after: 3 })).toMatchObject({ code: null, checked: 2 });
    expect(await verify({ after: 99 })).toMatchObject({ code: "seal-missing", sequence: 99 });
  });

  test("截去链尾：库里看不出，与库外留存的摘要一对就看得出", async () => {
    await sealedChain();
    const noted = await head();
    expect(await verify({ head: noted })).toMatchObject({ code: null, checked: 5 });
    await asOwner(async (owner) => {
      await owner.query(`DELETE FROM audit.record WHERE area_code = $1 AND id = ${recordAt}`, [area, 5]);
      await owner.query("DELETE FROM audit.seal WHERE area_code = $1 AND sequence = 5", [area]);
    });
    expect(await verify()).toMatchObject({ code: null, checked: 4 });
    expect(await verify({ head: noted })).toMatchObject({ code: "head-not-found" });
  });

  test("改了一条并把整条链重做：库里看不出，留存的摘要看得出", async () => {
    await sealedChain();
    const noted = await head();
    await asOwner(async (owner) => {
      await owner.query(`UPDATE audit.record SET action = 'x' WHERE area_code = $1 AND id = ${recordAt}`, [
        area,
        2,
      ]);
      await owner.query("DELETE FROM audit.seal WHERE area_code = $1", [area]);
    });
    await seal(5);
    expect(await verify()).toMatchObject({ code: null, checked: 5 });
    expect(await verify({ head: noted })).toMatchObject({ code: "head-not-found" });
  });

  test("尚未封存的记录是链尾，不算毛病", async () => {
    await sealedChain();
    await writeAll([6, 7]);
    expect(await verify()).toEqual({ code: null, sequence: null, checked: 5, unsealed: 2 });
  });
});
