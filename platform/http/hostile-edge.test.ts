import { Type } from "typebox";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createSecretBox, keyRingOf } from "#platform/crypto/index.ts";
import { type Database, openQueries } from "#platform/database/index.ts";
import { createTestDatabase, type TestDatabase } from "#platform/database/testing.ts";
import { succeed } from "#platform/kernel/result.ts";
import { weekendCalendar } from "#platform/kernel/work-calendar.ts";
import { openLocalStorage } from "#platform/storage/index.ts";
import type { Actor } from "./actor.ts";
import { defineRoute } from "./contract.ts";
import { endpoint } from "./endpoint.ts";
import { createHttpServer } from "./server.ts";

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
const actorOf = (accountId: string): Actor => ({
  areaCode: "990121",
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
});
const route = defineRoute({
  id: "test.look",
  method: "GET",
  path: "/look",
  summary: "看",
  query: Type.Object({ fail: Type.Optional(Type.String()) }),
  response: Type.Object({}),
});
const look = endpoint(route, {
  problems: {},
  async run({ query }) {
    if (query.fail !== undefined) throw new Error(query.fail);
    return succeed({});
  },
});

let store: TestDatabase;
let server: Awaited<ReturnType<typeof createHttpServer>>;
let now = new Date("2026-11-20T02:00:00Z");
const log: string[] = [];
const persons: Readonly<Record<string, Actor>> = { one: actorOf(newId()), two: actorOf(newId()) };

beforeAll(async () => {
  store = await createTestDatabase();
  const database: Database = openQueries(store.pool);
  server = await createHttpServer(
    {
      database,
      storage: openLocalStorage("/tmp/unused"),
      calendar: () => weekendCalendar,
      clock: () => now,
      installation: {
        origin: null,
        secretBox: createSecretBox(keyRingOf(Buffer.alloc(32, 1))),
        personalKeys: keyRingOf(Buffer.alloc(32, 1)),
        identityProvider: null,
        wait: async () => {},
      },
      findActor: async (token) => persons[token ?? ""] ?? "not-signed-in",
      recordRefusal: async () => {},
      recordsLeft: () => {},
    },
    [look],
    {
      version: "test",
      requestsPerMinute: 20,
      logLevel: "error",
      logStream: { write: (line) => log.push(line) },
    },
  );
});
afterAll(async () => {
  await server.close();
  await store.drop();
});

const ask = (who: string, remoteAddress: string, query = "") =>
  server.inject({
    url: `/api/v1/look${query}`,
    remoteAddress,
    headers: { cookie: `panshi_session=${who}` },
  });

describe("每分钟的次数", () => {
  test("一个账号换着地址来也有限，别人不受影响，下一分钟重新算", async () => {
    for (let each = 0; each < 10; each += 1) {
      expect((await ask("one", `10.0.0.${each}`)).statusCode).toBe(200);
    }
    const refused = await ask("one", "10.0.0.200");
    expect(refused.statusCode).toBe(429);
    expect(refused.json()).toMatchObject({ code: "too-many-requests" });
    expect((await ask("two", "10.0.0.201")).statusCode).toBe(200);
    now = new Date("2026-11-20T02:01:00Z");
    expect((await ask("one", "10.0.0.202")).statusCode).toBe(200);
  });

  test("一个地址不登录也有限", async () => {
    const statuses: number[] = [];
    for (let each = 0; each < 25; each += 1) statuses.push((await ask("nobody", "10.9.9.9")).statusCode);
    expect(statuses.filter((status) => status === 401)).toHaveLength(20);
    expect(statuses.at(-1)).toBe(429);
  });
});

describe("写进日志的内容", () => {
  test.each([
    ["换行，冒充另一条", 'x\r\n{"level":30,"msg":"冒充"}'],
    ["终端控制符", "\u001b[2J\u001b[31m红"],
    ["单字节的控制符", "\u009b2J"],
    ["反向书写和零宽字符", "\u202Egnp.exe\u200B\u2028"],
  ])("%s：仍是一行，控制符都写明", async (_name, text) => {
    log.length = 0;
    now = new Date(now.getTime() + 60_000);
    const answer = await ask("two", "10.1.1.1", `?fail=${encodeURIComponent(text)}`);
    expect(answer.statusCode).toBe(500);
    expect(answer.body).not.toContain("红");
    expect(log).toHaveLength(1);
    const line = log[0]?.trimEnd() ?? "";
    expect(line).not.toMatch(/[\p{Cc}\u200b-\u200f\u2028-\u202e]/u);
    expect((JSON.parse(line) as { err: { message: string } }).err.message).toBe(text);
  });
});
