import { sql } from "kysely";
import { Type } from "typebox";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createSecretBox, keyRingOf } from "#platform/crypto/index.ts";
import { type Database, inTerritory, openQueries, type Tx } from "#platform/database/index.ts";
import { createTestDatabase, type TestDatabase } from "#platform/database/testing.ts";
import { fail, succeed } from "#platform/kernel/result.ts";
import { weekendCalendar } from "#platform/kernel/work-calendar.ts";
import { openLocalStorage } from "#platform/storage/index.ts";
import type { Actor } from "./actor.ts";
import { defineRoute } from "./contract.ts";
import { endpoint } from "./endpoint.ts";
import { createHttpServer } from "./server.ts";
import type { RefusedAttempt } from "./services.ts";

const area = "990121";
const accountId = newId();
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
const actor: Actor = {
  areaCode: area,
  accountId,
  personId: newId(),
  personName: "某人",
  sessionDigest: "00",
  pendingStep: null,
  acting: post,
  posts: [post],
  may: () => true,
  scope: () => ({ paths: [], systemPaths: [], unitIds: [] }),
  namedSubjects: () => [],
};

const body = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 5 }),
  refuse: Type.Optional(Type.Boolean()),
});
const route = defineRoute({
  id: "test.act",
  method: "POST",
  path: "/acts",
  summary: "试验",
  body,
  response: Type.Object({ name: Type.String(), run: Type.Integer() }),
});
const broken = defineRoute({
  id: "test.broken",
  method: "GET",
  path: "/broken",
  summary: "坏",
  response: Type.Object({}),
});
const upload = defineRoute({
  id: "test.upload",
  method: "POST",
  path: "/uploads",
  summary: "上传",
  body: Type.Object({ day: Type.String({ minLength: 10 }) }),
  upload: { maxFiles: 2, maxBytes: 1000 },
  response: Type.Object({ names: Type.Array(Type.String()) }),
});

const written = (id: string) =>
  defineRoute({
    id,
    method: "POST",
    path: `/${id}`,
    summary: "写入",
    body: Type.Object({}),
    response: Type.Object({}),
  });
const forgetful = written("test.forgetful");
const recorded = written("test.recorded");
const idle = written("test.idle");
const forbidden = written("test.forbidden");
const forgetfulDownload = defineRoute({
  id: "test.forgetfulDownload",
  method: "GET",
  path: "/test.forgetfulDownload",
  summary: "下载",
  response: Type.Null(),
  download: true,
});
const records = { "test.act": "试验" };
const areasTold: string[] = [];
const refusals: RefusedAttempt[] = [];

/** What an act leaves in the database, to see whether it stayed. */
const leaveRow = ({ tx, now }: { tx: Tx; now: Date }, key: string) =>
  sql`INSERT INTO app.command (area_code, account_id, key, request_digest, status, response, done_at)
    VALUES (${area}, ${newId()}, ${key}, 'x', 200, '{}', ${now})`.execute(tx);

let runs = 0;
const endpoints = [
  endpoint(forgetful, {
    problems: {},
    records,
    async run(context) {
      await leaveRow(context, "left-by-forgetful");
      return succeed({});
    },
  }),
  endpoint(forgetfulDownload, {
    problems: {},
    records,
    run: async () => succeed({ fileName: "a.txt", mediaType: "text/plain", content: Buffer.from("a") }),
  }),
  endpoint(recorded, {
    problems: {},
    records,
    async run(context) {
      await leaveRow(context, "left-by-recorded");
      context.trail.recorded(area);
      return succeed({});
    },
  }),
  endpoint(idle, {
    problems: {},
    records,
    async run({ trail }) {
      trail.nothingChanged();
      return succeed({});
    },
  }),
  endpoint(forbidden, {
    problems: { "not-yours": { status: 403, title: "不归您办" } },
    records,
    run: async () => fail({ code: "not-yours" as const }),
  }),
  endpoint(route, {
    unrecorded: "试验",
    problems: { "act-refused": { status: 409, title: "不予办理" } },
    async run({ tx, body: { name, refuse }, actor: { areaCode }, now }) {
      runs += 1;
      await sql`INSERT INTO app.command (area_code, account_id, key, request_digest, status, response, done_at)
        VALUES (${areaCode}, ${newId()}, ${`written-${name}`}, 'x', 200, '{}', ${now})`.execute(tx);
      // A fact may have the name of a standard member; it must not pass for one.
      if (refuse) return fail({ code: "act-refused", detail: `“${name}”不合规定`, status: "已办结" });
      return succeed({ name, run: runs });
    },
  }),
  endpoint(broken, {
    problems: {},
    async run() {
      throw new Error("SELECT secret FROM somewhere at /root/file.ts");
    },
  }),
  endpoint(upload, {
    unrecorded: "试验",
    problems: {},
    run: async ({ files }) => succeed({ names: files.map((file) => file.fileName) }),
  }),
];

let store: TestDatabase;
let database: Database;
let server: Awaited<ReturnType<typeof createHttpServer>>;

beforeAll(async () => {
  store = await createTestDatabase();
  database = openQueries(store.pool);
  server = await createHttpServer(
    {
      database,
      storage: openLocalStorage("/nonexistent"),
      calendar: () => weekendCalendar,
      clock: () => new Date("2026-11-20T08:00:00Z"),
      findActor: async (token) =>
        token === "good" ? actor : token === null ? "not-signed-in" : "session-ended",
      recordRefusal: async (_actor, attempt) => void refusals.push(attempt),
      recordsLeft: (areaCode) => void areasTold.push(areaCode),
      installation: {
        origin: null,
        secretBox: createSecretBox(keyRingOf(Buffer.alloc(32))),
        personalKeys: keyRingOf(Buffer.alloc(32)),
        identityProvider: null,
        wait: async () => {},
      },
    },
    endpoints,
    { version: "test", requestsPerMinute: 10_000, logLevel: "silent" },
  );
});
afterAll(async () => {
  await server.close();
  await store.drop();
});

const act = (payload: unknown, headers: Record<string, string> = {}) =>
  server.inject({
    method: "POST",
    url: "/api/v1/acts",
    headers: { cookie: "panshi_session=good", "content-type": "application/json", ...headers },
    payload: JSON.stringify(payload),
  });

const countWritten = async (name: string): Promise<number> => {
  const client = await store.pool.connect();
  try {
    await client.query("BEGIN");
    await client.query("SELECT app.enter_territory($1)", [area]);
    const { rows } = await client.query("SELECT count(*)::int AS count FROM app.command WHERE key = $1", [
      `written-${name}`,
    ]);
    await client.query("COMMIT");
    return rows[0].count;
  } finally {
    client.release();
  }
};

describe("一次请求", () => {
  test("未登录、登录失效各有说法", async () => {
    const anonymous = await server.inject({ method: "GET", url: "/api/v1/broken" });
    expect(anonymous.statusCode).toBe(401);
    expect(anonymous.headers["content-type"]).toContain("application/problem+json");
    expect(anonymous.json()).toMatchObject({ code: "not-signed-in", title: "请先登录" });
    const ended = await server.inject({
      method: "GET",
      url: "/api/v1/broken",
      headers: { cookie: "panshi_session=old" },
    });
    expect(ended.json()).toMatchObject({ code: "session-ended" });
  });

  test("填错的地方用中文指出", async () => {
    const answer = await act({ name: "" });
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({
      code: "invalid-request",
      errors: [{ field: "name", message: "不能为空" }],
    });
    expect((await act({})).json()).toMatchObject({ errors: [{ field: "name", message: "必须填写" }] });
  });

  test.each([
    ["半个字符", "甲\ud800"],
    ["空字符", "甲\u0000"],
  ])("数据库存不下的%s在门口退回", async (_name, name) => {
    expect((await act({ name })).json()).toMatchObject({
      code: "invalid-request",
      errors: [{ field: "name" }],
    });
  });

  test("被拒的办理不留下任何痕迹", async () => {
    const answer = await act({ name: "拒", refuse: true });
    expect(answer.statusCode).toBe(409);
    expect(answer.json()).toMatchObject({ code: "act-refused", title: "不予办理", detail: "“拒”不合规定" });
    expect(await countWritten("拒")).toBe(0);
  });

  test("同一操作编号重复提交只办一次，回答相同", async () => {
    const headers = { "idempotency-key": newId() };
    const first = await act({ name: "一" }, headers);
    const second = await act({ name: "一" }, headers);
    expect(second.json()).toEqual(first.json());
    expect(await countWritten("一")).toBe(1);
    expect((await act({ name: "二" }, headers)).json()).toMatchObject({ code: "key-used-for-another" });
  });

  test("同一操作同时送达五次，也只办一次", async () => {
    const headers = { "idempotency-key": newId() };
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => act({ name: "五" }, headers)));
    expect(new Set(answers.map((answer) => answer.body)).size).toBe(1);
    expect(await countWritten("五")).toBe(1);
  });

  test("被拒的操作没有占住编号，改正后可用同一编号再办", async () => {
    const headers = { "idempotency-key": newId() };
    expect((await act({ name: "六", refuse: true }, headers)).statusCode).toBe(409);
    expect((await act({ name: "六" }, headers)).statusCode).toBe(200);
  });

  test.each([
    ["太短", "1234567"],
    ["太长", "k".repeat(101)],
    ["有控制字符", "key-1\u0000-23456"],
    ["有汉字", "操作编号一二三四"],
  ])("操作编号%s的不予办理", async (_name, key) => {
    const answer = await act({ name: "甲" }, { "idempotency-key": key });
    expect(answer.statusCode).toBe(400);
  });

  test("嵌套上万层的内容不予受理，也不成故障", async () => {
    const answer = await server.inject({
      method: "POST",
      url: "/api/v1/acts",
      headers: {
        cookie: "panshi_session=good",
        "content-type": "application/json",
        "idempotency-key": "nested-20000",
      },
      payload: `{"name":"甲","more":${"[".repeat(20_000)}${"]".repeat(20_000)}}`,
    });
    expect(answer.statusCode).toBe(400);
    expect(answer.body.length).toBeLessThan(2_000);
  });

  test("别的网站发来的表单不予受理", async () => {
    expect((await act({ name: "三" }, { origin: "https://elsewhere.example" })).statusCode).toBe(403);
    expect((await act({ name: "三" }, { "sec-fetch-site": "cross-site" })).statusCode).toBe(403);
    expect(
      (await act({ name: "三" }, { origin: "http://localhost:3000", host: "localhost:3000" })).statusCode,
    ).toBe(200);
  });

  test("内部故障不泄露语句、路径和堆栈", async () => {
    const answer = await server.inject({
      method: "GET",
      url: "/api/v1/broken",
      headers: { cookie: "panshi_session=good" },
    });
    expect(answer.statusCode).toBe(500);
    expect(answer.body).not.toMatch(/SELECT|root|\.ts/);
    expect(answer.json()).toMatchObject({ code: "unexpected-fault" });
  });

  test("没有的地址是404，不是页面", async () => {
    const answer = await server.inject({ method: "GET", url: "/api/v1/nothing" });
    expect(answer.statusCode).toBe(404);
    expect(answer.json()).toMatchObject({ code: "not-found" });
  });

  test("接口说明列出每条路由", async () => {
    const answer = await server.inject({ method: "GET", url: "/api/openapi.json" });
    expect(Object.keys(answer.json().paths)).toEqual(
      endpoints.map(({ route: { path } }) => `/api/v1${path}`),
    );
  });
});

describe("上传", () => {
  const form = (parts: readonly string[]) =>
    server.inject({
      method: "POST",
      url: "/api/v1/uploads",
      headers: { cookie: "panshi_session=good", "content-type": "multipart/form-data; boundary=b" },
      payload: `${parts.map((part) => `--b\r\n${part}\r\n`).join("")}--b--\r\n`,
    });
  const data = 'Content-Disposition: form-data; name="data"\r\n\r\n{"day":"2026-01-01"}';
  const file = (name: string, content: string) =>
    `Content-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: text/plain\r\n\r\n${content}`;

  test("文件名只取最后一段，去掉控制字符", async () => {
    const answer = await form([data, file("../../etc/pass\u202ewd.txt", "内容")]);
    expect(answer.json()).toEqual({ names: ["passwd.txt"] });
  });
  test("超过大小的文件整个拒收", async () => {
    const answer = await form([data, file("大.txt", "x".repeat(2000))]);
    expect(answer.statusCode).toBe(413);
    expect(answer.json()).toMatchObject({ code: "too-large" });
  });
  test("表单内容不合要求", async () => {
    const answer = await form(['Content-Disposition: form-data; name="data"\r\n\r\n{"day":1}']);
    expect(answer.json()).toMatchObject({ code: "invalid-request" });
  });
  test("损坏的表单是400，不是故障", async () => {
    const answer = await form(["garbage"]);
    expect(answer.statusCode).toBe(400);
  });
  test("半截的表单同样是400", async () => {
    const answer = await server.inject({
      method: "POST",
      url: "/api/v1/uploads",
      headers: { cookie: "panshi_session=good", "content-type": "multipart/form-data; boundary=b" },
      payload: "--b",
    });
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ code: "invalid-request", detail: "表单不完整，请重新上传" });
  });
  test("不是表单的上传被拒", async () => {
    const answer = await server.inject({
      method: "POST",
      url: "/api/v1/uploads",
      headers: { cookie: "panshi_session=good", "content-type": "application/json" },
      payload: "{}",
    });
    expect(answer.statusCode).toBe(400);
  });
});

describe("写入和下载必须留下审计记录", () => {
  const send = (id: string, method: "GET" | "POST" = "POST", headers: Record<string, string> = {}) =>
    server.inject({
      method,
      url: `/api/v1/${id}`,
      headers: { cookie: "panshi_session=good", ...headers },
      ...(method === "POST" && { payload: {} }),
    });
  const isLeft = async (key: string): Promise<boolean> => {
    const { rows } = await inTerritory(database, area, (tx) =>
      sql`SELECT FROM app.command WHERE area_code = ${area} AND key = ${key}`.execute(tx),
    );
    return rows.length > 0;
  };

  test("忘了记录的写入按故障处理，所写的一并撤回", async () => {
    expect((await send("test.forgetful")).statusCode).toBe(500);
    expect(await isLeft("left-by-forgetful")).toBe(false);
  });

  test("带操作编号时同样撤回，换一次还是故障，不会把故障当成已办", async () => {
    const headers = { "idempotency-key": "forgetful-once" };
    expect((await send("test.forgetful", "POST", headers)).statusCode).toBe(500);
    expect((await send("test.forgetful", "POST", headers)).statusCode).toBe(500);
  });

  test("忘了记录的下载拿不到文件", async () => {
    expect((await send("test.forgetfulDownload", "GET")).statusCode).toBe(500);
  });

  test("留下记录的照常办理，提交之后通知封存", async () => {
    areasTold.length = 0;
    expect((await send("test.recorded")).statusCode).toBe(200);
    expect(await isLeft("left-by-recorded")).toBe(true);
    expect(areasTold).toEqual([area]);
  });

  test("重复提交的回答来自第一次，不再要求记录", async () => {
    const headers = { "idempotency-key": "recorded-once" };
    expect((await send("test.recorded", "POST", headers)).statusCode).toBe(200);
    areasTold.length = 0;
    expect((await send("test.recorded", "POST", headers)).statusCode).toBe(200);
    expect(areasTold).toEqual([]);
  });

  test("明说没有变动的可以不记", async () => expect((await send("test.idle")).statusCode).toBe(200));

  test("被拒的尝试交去记录：哪个接口、什么缘由、请求编号唯一", async () => {
    refusals.length = 0;
    const answer = await send("test.forbidden");
    expect(answer.statusCode).toBe(403);
    expect(refusals).toMatchObject([{ routeId: "test.forbidden", code: "not-yours" }]);
    expect(refusals[0]?.requestId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
    expect(answer.json().instance).toBe(refusals[0]?.requestId);
  });
});
