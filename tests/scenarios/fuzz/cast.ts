import { sql } from "kysely";
import { inTerritory } from "#platform/database/index.ts";
import { password, type TestHouse } from "../house.ts";
import { visitors } from "../permission-matrix/visitors.ts";
import type { Identifiers } from "./draw-value.ts";

/** Who sends: one of each kind of account. */
export interface Cast {
  readonly loginNames: readonly string[];
  /** The cookie of somebody who is signed in; signs him in again when his session has ended. */
  cookieOf(loginName: string): string;
  /** Gives the id of the request by which he signed in. */
  renew(loginName: string): Promise<string>;
}

export async function gatherCast(house: TestHouse): Promise<Cast> {
  const cookies = new Map<string, string>();
  const renew = async (loginName: string): Promise<string> => {
    await forgive(house, loginName);
    const answer = await house.server.inject({
      method: "POST",
      url: "/api/v1/session",
      remoteAddress: "10.9.9.9",
      payload: { areaCode: house.areaCode, loginName, password },
    });
    if (answer.statusCode !== 200) throw new Error(`${loginName}: ${answer.body}`);
    cookies.set(loginName, String(answer.headers["set-cookie"]).split(";")[0] ?? "");
    return String(answer.headers["x-request-id"]);
  };
  const loginNames = Object.values(visitors);
  const original = await hashOf(house);
  passwordHashes.set(house, original);
  for (const loginName of loginNames) await renew(loginName);
  return { loginNames, cookieOf: (loginName) => cookies.get(loginName) ?? "", renew };
}

const passwordHashes = new WeakMap<TestHouse, string>();

const hashOf = (house: TestHouse): Promise<string> =>
  inTerritory(house.database, house.areaCode, async (tx) => {
    const { rows } = await sql<{ hash: string }>`
      SELECT password_hash AS hash FROM access.account WHERE area_code = ${house.areaCode} LIMIT 1`.execute(
      tx,
    );
    return rows[0]?.hash ?? "";
  });

/** What one drawn request did to the account of another sender (locked, suspended, password reset) is undone. */
const forgive = (house: TestHouse, loginName: string): Promise<unknown> =>
  inTerritory(house.database, house.areaCode, async (tx) => {
    await sql`SELECT set_config('tripwire.asleep', 'yes', true)`.execute(tx);
    await sql`UPDATE access.sign_in_guard SET failures = 0, locked_until = NULL
      WHERE area_code = ${house.areaCode}`.execute(tx);
    const hash = passwordHashes.get(house);
    await sql`UPDATE access.account SET suspended_at = NULL, password_hash = coalesce(${hash ?? null}, password_hash),
      password_must_change = false WHERE area_code = ${house.areaCode} AND login_name = ${loginName}`.execute(
      tx,
    );
  });

const sources: Readonly<Record<string, string>> = {
  unitId: "organizations.unit",
  personId: "people.person",
  postId: "people.post",
  holdingId: "people.holding",
  accountId: "access.account",
  requestId: "access.request",
  grantId: "access.named_grant",
  taskId: "tasks.task",
  evidenceId: "evidence.item",
  documentId: "directives.document",
  clauseId: "directives.clause",
  listId: "responsibilities.list",
  itemId: "responsibilities.item",
  answerTo: "responsibilities.comment",
  runId: "assessments.run",
  bulletinId: "bulletins.bulletin",
  recordId: "audit.record",
};

/** Up to some dozens of each kind, the youngest first: what the run itself made is among them. */
export const findIdentifiers = (house: TestHouse): Promise<Identifiers> =>
  inTerritory(house.database, house.areaCode, async (tx) => {
    const found: Record<string, readonly string[]> = {};
    for (const [name, table] of Object.entries(sources)) {
      const { rows } = await sql<{ id: string }>`
        SELECT id FROM ${sql.table(table)} WHERE area_code = ${house.areaCode} ORDER BY id DESC LIMIT 40`.execute(
        tx,
      );
      found[name] = rows.map(({ id }) => id);
    }
    return found;
  });
