import type { Tx } from "#platform/database/index.ts";
import type { AccessTables } from "../tables.ts";

const tables = (tx: Tx) => tx.withTables<AccessTables>();

export const listPasskeys = (tx: Tx, areaCode: string, accountId: string) =>
  tables(tx)
    .selectFrom("access.passkey")
    .select(["id", "name", "credential_id", "public_key", "sign_count", "transports", "rp_id"])
    .select(["added_at", "used_at"])
    .where("area_code", "=", areaCode)
    .where("account_id", "=", accountId)
    .where("removed_at", "is", null)
    .orderBy("added_at")
    .orderBy("id")
    .limit(20)
    .execute();

export type PasskeyRow = Awaited<ReturnType<typeof listPasskeys>>[number];

export const insertPasskey = (
  tx: Tx,
  areaCode: string,
  passkey: Omit<AccessTables["access.passkey"], "area_code" | "used_at" | "removed_at">,
) =>
  tables(tx)
    .insertInto("access.passkey")
    .values({ area_code: areaCode, ...passkey, used_at: null, removed_at: null })
    .execute();

const passkey = (tx: Tx, areaCode: string, id: string) =>
  tables(tx).updateTable("access.passkey").where("area_code", "=", areaCode).where("id", "=", id);

export const savePasskeyUse = (
  tx: Tx,
  areaCode: string,
  id: string,
  use: { readonly at: Date; readonly signCount: number },
) => passkey(tx, areaCode, id).set({ used_at: use.at, sign_count: use.signCount }).execute();

export const removePasskey = (tx: Tx, areaCode: string, id: string, at: Date) =>
  passkey(tx, areaCode, id)
    .set({ removed_at: at, public_key: Buffer.alloc(0) })
    .execute();

const authenticators = (tx: Tx, areaCode: string, accountId: string) =>
  tables(tx)
    .selectFrom("access.authenticator")
    .select(["id", "sealed_secret", "begun_at", "confirmed_at", "used_at", "last_time_step"])
    .where("area_code", "=", areaCode)
    .where("account_id", "=", accountId)
    .where("removed_at", "is", null);

export const findAuthenticator = (tx: Tx, areaCode: string, accountId: string) =>
  authenticators(tx, areaCode, accountId).where("confirmed_at", "is not", null).executeTakeFirst();

export const findBegunAuthenticator = (tx: Tx, areaCode: string, accountId: string) =>
  authenticators(tx, areaCode, accountId).where("confirmed_at", "is", null).executeTakeFirst();

export const insertAuthenticator = (
  tx: Tx,
  areaCode: string,
  begun: {
    readonly id: string;
    readonly accountId: string;
    readonly sealedSecret: Buffer;
    readonly at: Date;
  },
) =>
  tables(tx)
    .insertInto("access.authenticator")
    .values({
      area_code: areaCode,
      id: begun.id,
      account_id: begun.accountId,
      sealed_secret: begun.sealedSecret,
      begun_at: begun.at,
      confirmed_at: null,
      used_at: null,
      last_time_step: null,
      removed_at: null,
    })
    .execute();

const authenticator = (tx: Tx, areaCode: string, id: string) =>
  tables(tx).updateTable("access.authenticator").where("area_code", "=", areaCode).where("id", "=", id);

/** Also the first use: the code that confirmed it is not good a second time. */
export const confirmAuthenticator = (
  tx: Tx,
  areaCode: string,
  id: string,
  use: { readonly at: Date; readonly timeStep: number },
) =>
  authenticator(tx, areaCode, id)
    .set({ confirmed_at: use.at, used_at: use.at, last_time_step: use.timeStep })
    .execute();

export const saveAuthenticatorUse = (
  tx: Tx,
  areaCode: string,
  id: string,
  use: { readonly at: Date; readonly timeStep: number },
) => authenticator(tx, areaCode, id).set({ used_at: use.at, last_time_step: use.timeStep }).execute();

export const removeAuthenticator = (tx: Tx, areaCode: string, id: string, at: Date) =>
  authenticator(tx, areaCode, id)
    .set({ removed_at: at, sealed_secret: Buffer.alloc(0) })
    .execute();

const recoveryCodes = (tx: Tx, areaCode: string, accountId: string) =>
  tables(tx)
    .updateTable("access.recovery_code")
    .where("area_code", "=", areaCode)
    .where("account_id", "=", accountId)
    .where("used_at", "is", null)
    .where("withdrawn_at", "is", null);

export const insertRecoveryCodes = (
  tx: Tx,
  areaCode: string,
  codes: readonly {
    readonly id: string;
    readonly accountId: string;
    readonly digest: Buffer;
    readonly at: Date;
  }[],
) =>
  tables(tx)
    .insertInto("access.recovery_code")
    .values(
      codes.map((code) => ({
        area_code: areaCode,
        id: code.id,
        account_id: code.accountId,
        code_digest: code.digest,
        made_at: code.at,
        used_at: null,
        withdrawn_at: null,
      })),
    )
    .execute();

export const withdrawRecoveryCodes = (tx: Tx, areaCode: string, accountId: string, at: Date) =>
  recoveryCodes(tx, areaCode, accountId).set({ withdrawn_at: at }).execute();

/** True when this was a code that is good; from now on it is not. */
export async function spendRecoveryCode(
  tx: Tx,
  areaCode: string,
  used: { readonly accountId: string; readonly digest: Buffer },
  at: Date,
): Promise<boolean> {
  const rows = await recoveryCodes(tx, areaCode, used.accountId)
    .set({ used_at: at })
    .where("code_digest", "=", used.digest)
    .returning("id")
    .execute();
  return rows.length > 0;
}

export const countRecoveryCodes = async (tx: Tx, areaCode: string, accountId: string): Promise<number> => {
  const row = await tables(tx)
    .selectFrom("access.recovery_code")
    .select((select) => select.fn.countAll<number>().as("left"))
    .where("area_code", "=", areaCode)
    .where("account_id", "=", accountId)
    .where("used_at", "is", null)
    .where("withdrawn_at", "is", null)
    .executeTakeFirstOrThrow();
  return row.left;
};
