import type { Database, Tx } from "#platform/database/index.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import type { AccessTables } from "./tables.ts";

const tables = (tx: Tx) => tx.withTables<AccessTables>();

export const listAreas = (database: Database) =>
  database
    .withTables<AccessTables>()
    .selectFrom("app.area")
    .select(["code", "name", "demo"])
    .orderBy("code")
    .execute();

export const isArea = async (tx: Tx, areaCode: string): Promise<boolean> => {
  const row = await tables(tx)
    .selectFrom("app.area")
    .select("code")
    .where("code", "=", areaCode)
    .executeTakeFirst();
  return row !== undefined;
};

const namedAccounts = (tx: Tx, areaCode: string) =>
  tables(tx)
    .selectFrom("access.account as account")
    .select(["account.id", "account.person_id", "account.login_name"])
    .select((select) =>
      select
        .selectFrom("people.read_holding as holding")
        .select("holding.person_name")
        .whereRef("holding.area_code", "=", "account.area_code")
        .whereRef("holding.person_id", "=", "account.person_id")
        .limit(1)
        .as("person_name"),
    )
    .where("account.area_code", "=", areaCode);

export const findAccountByName = (tx: Tx, areaCode: string, loginName: string) =>
  namedAccounts(tx, areaCode).where("account.login_name", "=", loginName).executeTakeFirst();

/** Whose session this is, while it has not been ended. */
export const findAccountOfSession = (tx: Tx, areaCode: string, digest: Buffer) =>
  namedAccounts(tx, areaCode)
    .innerJoin("access.session as session", (join) =>
      join
        .onRef("session.area_code", "=", "account.area_code")
        .onRef("session.account_id", "=", "account.id"),
    )
    .where("session.token_digest", "=", digest)
    .where("session.ended_at", "is", null)
    .executeTakeFirst();

/** Locked until the transaction ends: five wrong passwords at once count as five. */
export const lockAccount = (tx: Tx, areaCode: string, loginName: string) =>
  tables(tx)
    .selectFrom("access.account")
    .select(["id", "person_id", "password_hash", "failed_attempts", "locked_until"])
    .where("area_code", "=", areaCode)
    .where("login_name", "=", loginName)
    .forUpdate()
    .executeTakeFirst();

export const saveSignInFailure = (
  tx: Tx,
  areaCode: string,
  accountId: string,
  outcome: { failures: number; lockedUntil: Date | null },
) =>
  tables(tx)
    .updateTable("access.account")
    .set({ failed_attempts: outcome.failures, locked_until: outcome.lockedUntil })
    .where("area_code", "=", areaCode)
    .where("id", "=", accountId)
    .execute();

export const insertSession = (
  tx: Tx,
  areaCode: string,
  session: { digest: Buffer; accountId: string },
  now: Date,
) =>
  tables(tx)
    .insertInto("access.session")
    .values({
      area_code: areaCode,
      token_digest: session.digest,
      account_id: session.accountId,
      acting_holding_id: null,
      created_at: now,
      used_at: now,
      ended_at: null,
    })
    .execute();

export const findSession = (tx: Tx, areaCode: string, digest: Buffer) =>
  tables(tx)
    .selectFrom("access.session as session")
    .innerJoin("access.account as account", (join) =>
      join
        .onRef("account.area_code", "=", "session.area_code")
        .onRef("account.id", "=", "session.account_id"),
    )
    .select(["session.account_id", "session.acting_holding_id", "session.created_at", "session.used_at"])
    .select(["session.ended_at", "account.person_id"])
    .where("session.area_code", "=", areaCode)
    .where("session.token_digest", "=", digest)
    .executeTakeFirst();

const session = (tx: Tx, areaCode: string, digest: Buffer) =>
  tables(tx)
    .updateTable("access.session")
    .where("area_code", "=", areaCode)
    .where("token_digest", "=", digest)
    .where("ended_at", "is", null);

export const touchSession = (tx: Tx, areaCode: string, digest: Buffer, now: Date) =>
  session(tx, areaCode, digest).set({ used_at: now }).execute();

export const endSession = (tx: Tx, areaCode: string, digest: Buffer, now: Date) =>
  session(tx, areaCode, digest).set({ ended_at: now }).execute();

export const saveActingHolding = (tx: Tx, areaCode: string, digest: Buffer, holdingId: string) =>
  session(tx, areaCode, digest).set({ acting_holding_id: holdingId }).execute();

/** The posts that a person holds on a day, each with its unit and the committee for which that unit drafts. */
export const listPostsHeldBy = (tx: Tx, areaCode: string, personId: string, day: PlainDate) =>
  tables(tx)
    .selectFrom("people.read_holding as holding")
    .innerJoin("organizations.read_unit as unit", (join) =>
      join.onRef("unit.area_code", "=", "holding.area_code").onRef("unit.id", "=", "holding.unit_id"),
    )
    .leftJoin("organizations.read_unit as committee", (join) =>
      join
        .onRef("committee.area_code", "=", "unit.area_code")
        .onRef("committee.id", "=", "unit.drafts_for_id"),
    )
    .select(["holding.id as holding_id", "holding.post_id", "holding.post_title", "holding.post_kind"])
    .select(["holding.person_name", "unit.id as unit_id", "unit.name as unit_name", "unit.kind as unit_kind"])
    .select([
      "unit.path",
      "unit.system_path",
      "committee.id as committee_id",
      "committee.path as committee_path",
    ])
    .select("committee.system_path as committee_system_path")
    .where("holding.area_code", "=", areaCode)
    .where("holding.person_id", "=", personId)
    .where("holding.held_from", "<=", day)
    .where((where) => where.or([where("holding.held_to", "is", null), where("holding.held_to", ">=", day)]))
    .orderBy("holding.held_from")
    .orderBy("holding.id")
    .execute();
