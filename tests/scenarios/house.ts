import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { sql } from "kysely";
import { v7 as newId } from "uuid";
import {
  type Connection,
  type Database,
  inTerritory,
  openQueries,
  withClient,
} from "#platform/database/index.ts";
import { createTestDatabase } from "#platform/database/testing.ts";
import type { ParamsOf, ProblemDetails, ResponseOf, RouteContract } from "#platform/http/contract.ts";
import type { Installation } from "#platform/http/index.ts";
import { dayInChina } from "#platform/kernel/plain-date.ts";
import { sampleAreaCode } from "#samples/county/index.ts";
import { loadDemo } from "../../apps/cli/load-demo.ts";
import { createServer } from "../../apps/server/create-server.ts";
import { actTitles } from "../../apps/server/endpoints.ts";

/** What a person sends; the parts that a route names. */
export interface Sending<Route extends RouteContract> {
  readonly params?: ParamsOf<Route>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly files?: readonly { readonly name: string; readonly content: string | Uint8Array }[];
  readonly idempotencyKey?: string;
}

/** What came back, whichever it was. */
export interface Answer<Route extends RouteContract> {
  readonly status: number;
  readonly value: ResponseOf<Route>;
  readonly problem: ProblemDetails;
  readonly bytes: Buffer;
}

/** A signed-in person with whom a test speaks: 以某人身份办事. */
export interface Person {
  readonly loginName: string;
  send<Route extends RouteContract>(route: Route, sending?: Sending<Route>): Promise<Answer<Route>>;
  /** As send, but a refusal ends the test with what was said. */
  get<Route extends RouteContract>(route: Route, sending?: Sending<Route>): Promise<ResponseOf<Route>>;
}

/** The whole house on a database of its own with the small county, at a time that the test sets. */
export interface TestHouse {
  readonly server: FastifyInstance;
  readonly database: Database;
  readonly areaCode: string;
  /** Where the files of evidence and documents lie. */
  readonly filesFolder: string;
  signIn(loginName: string): Promise<Person>;
  setNow(instant: string): void;
  /** How the owner of the database enters it. */
  readonly owner: Connection;
  /** One statement with the owner's rights in the county, as somebody who tampers. */
  asOwner(statement: string): Promise<void>;
  close(): Promise<void>;
}

/** Of every account of the house. */
export const password = "scenario password";

export async function openTestHouse(
  instant = "2026-11-20T02:00:00Z",
  installation: Partial<Installation> = {},
): Promise<TestHouse> {
  const store = await createTestDatabase();
  const folder = mkdtempSync(join(tmpdir(), "panshi-files-"));
  const database: Database = openQueries(store.pool);
  let now = new Date(instant);
  const loaded = await loadDemo(store.owner, database, {
    password,
    now,
    today: dayInChina(now),
    size: "small",
  });
  if (!loaded.ok) throw new Error(loaded.problem.code);
  const server = await createServer({
    pool: store.pool,
    filesFolder: folder,
    clock: () => now,
    requestsPerMinute: 1_000_000,
    logLevel: "silent",
    installation,
  });
  server.addHook("onSend", async (request, reply) => void reply.header("x-request-id", request.id));
  return {
    server,
    database,
    areaCode: sampleAreaCode,
    filesFolder: folder,
    owner: store.owner,
    setNow: (moment) => {
      now = new Date(moment);
    },
    asOwner: (statement) => runAsOwner(store.owner, statement),
    signIn: (loginName) => signIn({ server, database }, loginName),
    close: async () => {
      await server.close();
      await insistOnTitles(database);
      await store.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const runAsOwner = (owner: Connection, statement: string): Promise<void> =>
  withClient(owner, async (client) => {
    await client.query("BEGIN");
    await client.query("SELECT app.enter_territory($1)", [sampleAreaCode]);
    await client.query(statement);
    await client.query("COMMIT");
  });

/** Whatever a story left in the audit has a Chinese title: an endpoint says all that it records. */
async function insistOnTitles(database: Database): Promise<void> {
  const { rows } = await inTerritory(database, sampleAreaCode, (tx) =>
    sql<{
      action: string;
    }>`SELECT DISTINCT action FROM audit.record WHERE area_code = ${sampleAreaCode}`.execute(tx),
  );
  const untitled = rows.filter(({ action }) => !actTitles[action]).map(({ action }) => action);
  if (untitled.length > 0) throw new Error(`no endpoint declares these records: ${untitled.join(", ")}`);
}

type Rooms = Pick<TestHouse, "server" | "database">;

async function signIn(rooms: Rooms, loginName: string): Promise<Person> {
  const { server } = rooms;
  const answer = await server.inject({
    method: "POST",
    url: "/api/v1/session",
    payload: { areaCode: sampleAreaCode, loginName, password },
  });
  if (answer.statusCode !== 200) throw new Error(`${loginName}: ${answer.body}`);
  const cookie = String(answer.headers["set-cookie"]).split(";")[0] ?? "";
  const send = <Route extends RouteContract>(route: Route, sending: Sending<Route> = {}) =>
    sendTo(rooms, cookie, route, sending);
  return {
    loginName,
    send,
    async get(route, sending) {
      const outcome = await send(route, sending);
      if (outcome.status !== 200) throw new Error(`${loginName} ${route.id}: ${outcome.bytes.toString()}`);
      return outcome.value;
    },
  };
}

async function sendTo<Route extends RouteContract>(
  { server, database }: Rooms,
  cookie: string,
  route: Route,
  sending: Sending<Route>,
): Promise<Answer<Route>> {
  const path = route.path.replace(/:([A-Za-z]+)/g, (_whole, name: string) =>
    String((sending.params as Record<string, unknown> | undefined)?.[name]),
  );
  const form = route.upload ? formOf(sending) : null;
  const answer = await server.inject({
    method: route.method,
    url: `/api/v1${path}`,
    query: { ...sending.query },
    headers: {
      cookie,
      ...(route.method === "POST" && { "idempotency-key": sending.idempotencyKey ?? newId() }),
      ...(form && { "content-type": form.type }),
    },
    ...(form
      ? { payload: form.bytes }
      : sending.body === undefined
        ? {}
        : { payload: sending.body as object }),
  });
  const isJson = String(answer.headers["content-type"]).includes("json");
  const value = isJson ? answer.json() : null;
  // Signing out and acting in another post change the session alone, which the access room answers for.
  const isWrite = route.method === "POST" && !route.id.startsWith("access.");
  const isFirst = isWrite && sending.idempotencyKey === undefined;
  if (isFirst && answer.statusCode === 200 && value?.done !== false)
    await expectAudit(database, route, String(answer.headers["x-request-id"]));
  return { status: answer.statusCode, value, problem: value, bytes: answer.rawPayload };
}

/** Whatever a test does: what was written has left its audit record in the same transaction, or the test ends here. */
async function expectAudit(database: Database, route: RouteContract, requestId: string): Promise<void> {
  const found = await inTerritory(database, sampleAreaCode, (tx) =>
    sql`SELECT FROM audit.record WHERE area_code = ${sampleAreaCode} AND request_id = ${requestId}`.execute(
      tx,
    ),
  );
  if (found.rows.length === 0) throw new Error(`${route.id}没有留下审计记录`);
}

function formOf(sending: Sending<RouteContract>): { type: string; bytes: Buffer } {
  const boundary = "scenario-boundary";
  const head = (disposition: string) =>
    Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n`);
  const end = Buffer.from("\r\n");
  const parts = [head('name="data"'), Buffer.from(JSON.stringify(sending.body ?? {})), end];
  for (const file of sending.files ?? []) {
    parts.push(head(`name="file"; filename="${file.name}"`), Buffer.from(file.content as string), end);
  }
  parts.push(Buffer.from(`--${boundary}--\r\n`));
  return { type: `multipart/form-data; boundary=${boundary}`, bytes: Buffer.concat(parts) };
}
