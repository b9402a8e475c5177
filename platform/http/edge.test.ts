import { sql } from "kysely";
import { Type } from "typebox";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createSecretBox, keyRingOf } from "#platform/crypto/index.ts";
import { type Database, inTerritory, openQueries } from "#platform/database/index.ts";
import { createTestDatabase, type TestDatabase } from "#platform/database/testing.ts";
import { fail, succeed } from "#platform/kernel/result.ts";
import { weekendCalendar } from "#platform/kernel/work-calendar.ts";
import { openLocalStorage } from "#platform/storage/index.ts";
import type { Actor } from "./actor.ts";
import { defineRoute } from "./contract.ts";
import { endpoint } from "./endpoint.ts";
import { createHttpServer } from "./server.ts";

const area = "990122";
const post = {
  holdingId: newId(),
  postId: newId(),
  postTitle: "干部",
  postKind: "clerk",
  unitId: newId(),
  unitName: "某单位",
  unitKind: "department",
  unitPath: "1",
  draftsForId: null,
};
const actorAt = (pendingStep: string | null): Actor => ({
  areaCode: area,
  accountId: newId(),
  personId: newId(),
  personName: "某人",
  sessionDigest: "00",
  pendingStep,
  acting: post,
  posts: [post],
  may: () => true,
  scope: () => ({ paths: [], systemPaths: [], unitIds: [] }),
  namedSubjects: () => [],
});

const body = Type.Object({ name: Type.String(), refuse: Type.Boolean() });
const response = Type.Object({ origin: Type.Union([Type.String(), Type.Null()]), userAgent: Type.String() });
const routeOf = (id: string, more: object = {}) =>
  defineRoute({ id: `test.${id}`, method: "POST", path: `/${id}`, summary: "试验", body, response, ...more });

const make = (route: ReturnType<typeof routeOf>, keepsRefusals: boolean) =>
  endpoint(route, {
    unrecorded: "试验用",
    problems: { "act-refused": { status: 409, title: "不予办理" } },
    keepsRefusals,
    async run({ tx, body: { name, refuse }, now, setSession, origin, userAgent }) {
      await sql`INSERT INTO app.command (area_code, account_id, key, request_digest, status, response, done_at)
        VALUES (${area}, ${newId()}, ${`written-${name}`}, 'x', 200, '{}', ${now})`.execute(tx);
      setSession(`token-${name}`);
      return refuse ? fail({ code: "act-refused" }) : succeed({ origin, userAgent });
    },
  });

const plain = routeOf("plain");
const counting = routeOf("counting");
const stepwise = routeOf("stepwise", { duringSteps: ["factorCheck"] });
const secret = routeOf("secret", { isSecret: true });

let store: TestDatabase;
let database: Database;
let server: Awaited<ReturnType<typeof createHttpServer>>;
let pendingStep: string | null = null;
const refusals: string[] = [];

beforeAll(async () => {
  store = await createTestDatabase();
  database = openQueries(store.pool);
  server = await createHttpServer(
    {
      database,
      storage: openLocalStorage("/nonexistent"),
      calendar: () => weekendCalendar,
      clock: () => new Date("2026-11-20T08:00:00Z"),
      findActor: async () => actorAt(pendingStep),
      recordsLeft: () => {},
      recordRefusal: async (_actor, { routeId }) => void refusals.push(routeId),
      installation: {
        origin: null,
        secretBox: createSecretBox(keyRingOf(Buffer.alloc(32))),
        personalKeys: keyRingOf(Buffer.alloc(32)),
        identityProvider: null,
        wait: async () => {},
      },
    },
    [make(plain, false), make(counting, true), make(stepwise, false), make(secret, false)],
    { version: "test", requestsPerMinute: 10_000, logLevel: "silent" },
  );
});
afterAll(async () => {
  await server.close();
  await store.drop();
});
beforeEach(() => {
  pendingStep = null;
  refusals.length = 0;
});

const send = (route: { path: string }, name: string, refuse = false, headers: Record<string, string> = {}) =>
  server.inject({
    method: "POST",
    url: `/api/v1${route.path}`,
    headers: { cookie: "panshi_session=good", ...headers },
    payload: { name, refuse },
  });

const commands = (condition: ReturnType<typeof sql>) =>
  inTerritory(database, area, async (tx) => {
    const found = await sql<{ key: string }>`SELECT key FROM app.command WHERE ${condition}`.execute(tx);
    return found.rows.length;
  });
const countWritten = (name: string) => commands(sql`key = ${`written-${name}`}`);

describe("登录未完成的人", () => {
  test.each<[string, string | null, typeof plain, number]>([
    ["登录完成，哪里都到得了", null, plain, 200],
    ["登录完成，登录步骤的地址也到得了", null, stepwise, 200],
    ["还差一步，别的地址到不了", "factorCheck", plain, 403],
    ["还差一步，这一步的地址到得了", "factorCheck", stepwise, 200],
    ["差的是另一步，到不了", "passwordChange", stepwise, 403],
  ])("%s", async (_name, step, route, status) => {
    pendingStep = step;
    const answer = await send(route, newId());
    expect(answer.statusCode).toBe(status);
    if (status === 403) expect(answer.json()).toMatchObject({ code: "sign-in-incomplete", step });
    expect(refusals).toEqual(status === 403 ? [route.id] : []);
  });
});

describe("拒绝之后留下什么", () => {
  test("通常什么也不留，也不发新的登录凭证", async () => {
    const answer = await send(plain, "a", true);
    expect(answer.statusCode).toBe(409);
    expect(answer.headers["set-cookie"]).toBeUndefined();
    expect(await countWritten("a")).toBe(0);
  });

  test("要计数的，拒绝了也留下，仍不发凭证", async () => {
    const answer = await send(counting, "b", true);
    expect(answer.statusCode).toBe(409);
    expect(answer.headers["set-cookie"]).toBeUndefined();
    expect(await countWritten("b")).toBe(1);
  });

  test("办成了才发凭证，页面脚本读不到", async () => {
    const answer = await send(plain, "c");
    expect(String(answer.headers["set-cookie"])).toMatch(
      /^panshi_session=token-c; Path=\/; HttpOnly; SameSite=Lax$/,
    );
  });
});

describe("带密码的请求", () => {
  test("不留下请求摘要和应答，同一操作编号再来一次就再办一次", async () => {
    const key = { "idempotency-key": newId() };
    await send(secret, "d", false, key);
    await send(secret, "d", false, key);
    expect(await countWritten("d")).toBe(2);
    expect(await commands(sql`key = ${key["idempotency-key"]}`)).toBe(0);
    await send(plain, "e", false, key);
    expect(await commands(sql`key = ${key["idempotency-key"]}`)).toBe(1);
  });
});

describe("本系统的网址", () => {
  test.each([
    ["localhost:3000", "http://localhost:3000"],
    ["127.0.0.1:3000", "http://127.0.0.1:3000"],
    ["evil.example", null],
    ["localhost.evil.example", null],
    ["localhost:3000@evil.example", null],
  ])("没有设置时只认本机：%s", async (host, origin) => {
    expect((await send(plain, newId(), false, { host })).json().origin).toBe(origin);
  });

  test("浏览器的自称只留一行可见的字", async () => {
    const answer = await send(plain, newId(), false, {
      "user-agent": `Good\u200bBrowser ${"x".repeat(500)}`,
    });
    expect(answer.json().userAgent).toMatch(/^GoodBrowser x{200,290}$/);
  });
});
