import { sql } from "kysely";
import { inTerritory } from "#platform/database/index.ts";
import type { ProblemDetails, ResponseOf, RouteContract } from "#platform/http/contract.ts";
import { signInRoute } from "#rooms/access/contract/session.ts";
import { password, type Sending, type TestHouse } from "./house.ts";

/** A browser of its own, with its cookies, its address and what it says of itself. */
export interface Visitor {
  cookies: Record<string, string>;
  send<Route extends RouteContract>(route: Route, sending?: Sending<Route>): Promise<VisitorAnswer<Route>>;
  /** As send, but a refusal ends the test with what was said. */
  get<Route extends RouteContract>(route: Route, sending?: Sending<Route>): Promise<ResponseOf<Route>>;
  signIn(loginName: string, typed?: string, areaCode?: string): Promise<VisitorAnswer<typeof signInRoute>>;
}

export interface VisitorAnswer<Route extends RouteContract> {
  readonly status: number;
  readonly value: ResponseOf<Route>;
  readonly problem: ProblemDetails;
}

const windows = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/108.0.0.0 Safari/537.36";

export function openBrowser(
  house: TestHouse,
  { address = "10.1.2.3", userAgent = windows, host = "localhost:3000" } = {},
): Visitor {
  const visitor: Visitor = {
    cookies: {},
    async send(route, sending = {}) {
      const path = route.path.replace(/:([A-Za-z]+)/g, (_whole, name: string) =>
        String((sending.params as Record<string, unknown> | undefined)?.[name]),
      );
      const answer = await house.server.inject({
        method: route.method,
        url: `/api/v1${path}`,
        remoteAddress: address,
        headers: { host, "user-agent": userAgent },
        cookies: visitor.cookies,
        ...(sending.body !== undefined && { payload: sending.body as object }),
      });
      for (const { name, value, ...cookie } of answer.cookies) {
        const isGone = cookie.expires !== undefined && cookie.expires.getTime() === 0;
        if (isGone) delete visitor.cookies[name];
        else visitor.cookies[name] = value;
      }
      const value = answer.json();
      return { status: answer.statusCode, value, problem: value };
    },
    async get(route, sending) {
      const outcome = await visitor.send(route, sending);
      if (outcome.status !== 200) throw new Error(`${route.id}: ${JSON.stringify(outcome.problem)}`);
      return outcome.value;
    },
    signIn: (loginName, typed = password, areaCode = house.areaCode) =>
      visitor.send(signInRoute, { body: { areaCode, loginName, password: typed } }),
  };
  return visitor;
}

/** Changes something of an account that no page changes yet; the demo's accounts become those of real people by it. */
export const changeAccount = (house: TestHouse, loginName: string, change: ReturnType<typeof sql>) =>
  inTerritory(house.database, house.areaCode, (tx) =>
    sql`UPDATE access.account SET ${change} WHERE area_code = ${house.areaCode} AND login_name = ${loginName}`.execute(
      tx,
    ),
  );

export const findAccountId = async (house: TestHouse, loginName: string): Promise<string> => {
  const found = await inTerritory(house.database, house.areaCode, (tx) =>
    sql<{ id: string }>`
      SELECT id FROM access.account WHERE area_code = ${house.areaCode} AND login_name = ${loginName}`.execute(
      tx,
    ),
  );
  const id = found.rows[0]?.id;
  if (!id) throw new Error(`no account ${loginName}`);
  return id;
};

/** What the audit says of an action, oldest first. */
export const listRecords = async (house: TestHouse, action: string) => {
  const found = await inTerritory(house.database, house.areaCode, (tx) =>
    sql<{
      result: string;
      account_id: string | null;
      person_name: string | null;
      after: Record<string, unknown>;
    }>`
      SELECT result, account_id, person_name, after::jsonb AS after FROM audit.record
      WHERE area_code = ${house.areaCode} AND action = ${action} ORDER BY id`.execute(tx),
  );
  return found.rows;
};
