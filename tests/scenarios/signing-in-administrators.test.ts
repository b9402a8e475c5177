import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { generate } from "otplib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Database, inTerritory, openQueries, withClient } from "#platform/database/index.ts";
import { createTestDatabase, type TestDatabase } from "#platform/database/testing.ts";
import { changePasswordRoute } from "#rooms/access/contract/my-account.ts";
import { addAuthenticatorRoute, beginAuthenticatorRoute } from "#rooms/access/contract/second-factor.ts";
import { getMeRoute } from "#rooms/access/contract/session.ts";
import { listUnitsRoute } from "#rooms/organizations/contract.ts";
import { type AdministratorPlan, readPlan } from "../../apps/cli/administrator-plan.ts";
import { type NewAdministrator, setUpAdministrators } from "../../apps/cli/setup-administrators.ts";
import { createServer } from "../../apps/server/create-server.ts";
import type { TestHouse } from "./house.ts";
import { openBrowser } from "./visitor.ts";

const areaCode = "350188";
const now = new Date("2026-11-20T02:00:00Z");
const plan: AdministratorPlan = {
  area: { code: areaCode, name: "临川县" },
  administrators: {
    systemAdministrator: { name: "甲一", loginName: "sysadmin" },
    securityAdministrator: { name: "乙二", loginName: "secadmin" },
    auditAdministrator: { name: "丙三", loginName: "audadmin" },
  },
};

describe("在空库上建立三员", () => {
  let store: TestDatabase;
  let database: Database;
  let house: Pick<TestHouse, "server" | "areaCode" | "database">;
  let created: readonly NewAdministrator[] = [];
  const folder = mkdtempSync(join(tmpdir(), "panshi-setup-"));
  const setUp = (wanted: AdministratorPlan) => setUpAdministrators(store.owner, database, wanted, now);

  beforeAll(async () => {
    store = await createTestDatabase();
    database = openQueries(store.pool);
  });
  afterAll(async () => {
    await house?.server.close();
    await store.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  test("空库而没有说是哪个地区，不建", async () => {
    const { administrators } = plan;
    expect(await setUp({ administrators })).toMatchObject({ problem: { code: "area-missing" } });
  });

  test("建立地区、最上级党委和三个账号，初始密码各不相同", async () => {
    const outcome = await setUp(plan);
    if (!outcome.ok) throw new Error(outcome.problem.code);
    created = outcome.value;
    expect(created.map(({ title, name, loginName }) => [title, name, loginName])).toEqual([
      ["系统管理员", "甲一", "sysadmin"],
      ["安全管理员", "乙二", "secadmin"],
      ["审计管理员", "丙三", "audadmin"],
    ]);
    expect(new Set(created.map(({ password }) => password)).size).toBe(3);
    const areas = await withClient(store.owner, (owner) =>
      owner.query("SELECT code, name, demo FROM app.area"),
    );
    expect(areas.rows).toEqual([{ code: areaCode, name: "临川县", demo: false }]);
  });

  test("建立留有审计，记在控制台名下，不记密码", async () => {
    const found = await inTerritory(database, areaCode, (tx) =>
      sql<{ person_name: string; remote_address: string; after: object }>`
        SELECT person_name, remote_address, after::jsonb AS after FROM audit.record
        WHERE area_code = ${areaCode} AND action = 'access.createAccount' ORDER BY id`.execute(tx),
    );
    expect(found.rows).toEqual(
      created.map(({ name, loginName, title }) => ({
        person_name: name,
        remote_address: "console",
        after: { loginName, post: title },
      })),
    );
  });

  test("只能建一次", async () => {
    expect(await setUp(plan)).toMatchObject({ problem: { code: "administrators-present" } });
    const elsewhere = { ...plan, area: { code: "350199", name: "另一县" } };
    expect(await setUp(elsewhere)).toMatchObject({ problem: { code: "area-exists", areaName: "临川县" } });
  });

  test("管理员首次登录：改密码，设第二重验证，才进得来；看不到业务", async () => {
    const server = await createServer({
      pool: store.pool,
      filesFolder: folder,
      clock: () => now,
      requestsPerMinute: 1_000_000,
      logLevel: "silent",
    });
    house = { server, areaCode, database };
    const browser = openBrowser(house as TestHouse);
    const [system] = created;
    expect((await browser.signIn("sysadmin", system?.password)).value.step).toBe("passwordChange");
    const changed = await browser.get(changePasswordRoute, { body: { next: "后山的柿子红了三回啦" } });
    expect(changed.step).toBe("factorSetup");
    expect((await browser.send(getMeRoute)).problem).toMatchObject({ step: "factorSetup" });
    const { secret } = await browser.get(beginAuthenticatorRoute, { body: {} });
    const code = await generate({ secret, epoch: now.getTime() / 1000 });
    expect((await browser.get(addAuthenticatorRoute, { body: { code } })).step).toBeNull();
    const me = await browser.get(getMeRoute);
    expect(me.acting).toMatchObject({ kind: "systemAdministrator", unitName: "临川县委" });
    expect((await browser.get(listUnitsRoute)).units).toEqual([]);
  });
});

describe("不该建的时候", () => {
  test("库里是演示数据", async () => {
    const store = await createTestDatabase();
    await withClient(store.owner, (owner) =>
      owner.query("INSERT INTO app.area (code, name, demo) VALUES ('350121', '清源县', true)"),
    );
    const outcome = await setUpAdministrators(store.owner, openQueries(store.pool), plan, now);
    expect(outcome).toEqual({ ok: false, problem: { code: "demo-present", areaName: "清源县" } });
    await store.drop();
  });

  test.each<[string, string]>([
    ["不是JSON", "甲一"],
    [
      "缺一名管理员",
      JSON.stringify({ administrators: { systemAdministrator: { name: "甲", loginName: "sys" } } }),
    ],
    ["地区代码不是六位", JSON.stringify({ ...plan, area: { code: "35", name: "某省" } })],
    [
      "一人兼两员",
      JSON.stringify({
        ...plan,
        administrators: {
          ...plan.administrators,
          auditAdministrator: { name: "甲一", loginName: "audadmin" },
        },
      }),
    ],
    [
      "两员同一账号",
      JSON.stringify({
        ...plan,
        administrators: {
          ...plan.administrators,
          auditAdministrator: { name: "丙三", loginName: "sysadmin" },
        },
      }),
    ],
    [
      "账号用了中文",
      JSON.stringify({
        ...plan,
        administrators: { ...plan.administrators, auditAdministrator: { name: "丙三", loginName: "审计" } },
      }),
    ],
  ])("文件有误：%s", (_name, text) => expect(readPlan(text).ok).toBe(false));

  test("文件无误", () => expect(readPlan(JSON.stringify(plan))).toEqual({ ok: true, value: plan }));
});
