import { sql } from "kysely";
import type { Tx } from "#platform/database/index.ts";
import type { AccessTables } from "../tables.ts";

const accounts = (tx: Tx, areaCode: string) =>
  tx
    .withTables<AccessTables>()
    .selectFrom("access.account")
    .select(["id", "person_id", "login_name", "password_hash", "demo", "password_must_change"])
    .select(["password_set_at", "suspended_at", "last_sign_in_at", "last_sign_in_from"])
    .select("failures_since_sign_in")
    .where("area_code", "=", areaCode);

export const findAccount = (tx: Tx, areaCode: string, loginName: string) =>
  accounts(tx, areaCode).where("login_name", "=", loginName).executeTakeFirst();

export const findAccountById = (tx: Tx, areaCode: string, accountId: string) =>
  accounts(tx, areaCode).where("id", "=", accountId).executeTakeFirst();

export const getAccount = (tx: Tx, areaCode: string, accountId: string) =>
  accounts(tx, areaCode).where("id", "=", accountId).executeTakeFirstOrThrow();

export type Account = Awaited<ReturnType<typeof getAccount>>;

export const insertAccount = (
  tx: Tx,
  areaCode: string,
  made: {
    readonly id: string;
    readonly personId: string;
    readonly loginName: string;
    readonly hash: string;
    readonly now: Date;
  },
) =>
  tx
    .withTables<AccessTables>()
    .insertInto("access.account")
    .values({
      area_code: areaCode,
      id: made.id,
      person_id: made.personId,
      login_name: made.loginName,
      password_hash: made.hash,
      demo: false,
      created_at: made.now,
      password_must_change: true,
      password_set_at: made.now,
      suspended_at: null,
      last_sign_in_at: null,
      last_sign_in_from: null,
      failures_since_sign_in: 0,
    })
    .execute();

const account = (tx: Tx, areaCode: string, accountId: string) =>
  tx
    .withTables<AccessTables>()
    .updateTable("access.account")
    .where("area_code", "=", areaCode)
    .where("id", "=", accountId);

export const savePassword = (
  tx: Tx,
  areaCode: string,
  accountId: string,
  password: { readonly hash: string; readonly mustChange: boolean; readonly at: Date },
) =>
  account(tx, areaCode, accountId)
    .set({
      password_hash: password.hash,
      password_must_change: password.mustChange,
      password_set_at: password.at,
    })
    .execute();

/** The same password under a dearer hash; nothing happens when another has set a new one meanwhile. */
export const saveDearerHash = (
  tx: Tx,
  areaCode: string,
  accountId: string,
  hash: { readonly from: string; readonly to: string },
) =>
  account(tx, areaCode, accountId)
    .set({ password_hash: hash.to })
    .where("password_hash", "=", hash.from)
    .execute();

export const saveSuspension = (tx: Tx, areaCode: string, accountId: string, at: Date | null) =>
  account(tx, areaCode, accountId).set({ suspended_at: at }).execute();

export const saveSignedIn = (
  tx: Tx,
  areaCode: string,
  accountId: string,
  signedIn: { readonly at: Date; readonly from: string },
) =>
  account(tx, areaCode, accountId)
    .set({ last_sign_in_at: signedIn.at, last_sign_in_from: signedIn.from, failures_since_sign_in: 0 })
    .execute();

export const countAccountFailure = (tx: Tx, areaCode: string, accountId: string) =>
  account(tx, areaCode, accountId)
    .set({ failures_since_sign_in: sql<number>`failures_since_sign_in + 1` })
    .execute();
