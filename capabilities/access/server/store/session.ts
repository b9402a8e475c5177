import { sql } from "kysely";
import type { Tx } from "#platform/database/index.ts";
import { sessionLimits } from "../../core/index.ts";
import type { AccessTables, SignInMethod } from "../tables.ts";

export const insertSession = (
  tx: Tx,
  areaCode: string,
  session: {
    readonly digest: Buffer;
    readonly accountId: string;
    readonly method: SignInMethod;
    readonly userAgent: string;
    readonly remoteAddress: string;
    readonly tripDigest: Buffer | null;
    readonly now: Date;
  },
) =>
  tx
    .withTables<AccessTables>()
    .insertInto("access.session")
    .values({
      area_code: areaCode,
      token_digest: session.digest,
      account_id: session.accountId,
      acting_holding_id: null,
      created_at: session.now,
      used_at: session.now,
      ended_at: null,
      method: session.method,
      user_agent: session.userAgent,
      remote_address: session.remoteAddress,
      factor_passed_at: null,
      identified_at: null,
      former_sign_in_at: null,
      former_sign_in_from: null,
      failures_before: null,
      trip_digest: session.tripDigest,
      challenge: null,
      challenge_expires_at: null,
    })
    .execute();

/** The session with what decides how far it reaches. */
export const findSession = (tx: Tx, areaCode: string, digest: Buffer) =>
  tx
    .withTables<AccessTables>()
    .selectFrom("access.session as session")
    .innerJoin("access.account as account", (join) =>
      join
        .onRef("account.area_code", "=", "session.area_code")
        .onRef("account.id", "=", "session.account_id"),
    )
    .select(["session.account_id", "session.acting_holding_id", "session.created_at", "session.used_at"])
    .select(["session.ended_at", "session.factor_passed_at", "session.identified_at"])
    .select(["session.former_sign_in_at", "session.former_sign_in_from", "session.failures_before"])
    .select(["account.person_id", "account.demo", "account.password_must_change", "account.suspended_at"])
    .select(({ exists, or, selectFrom }) =>
      or([
        exists(
          selectFrom("access.passkey as passkey")
            .select("passkey.id")
            .whereRef("passkey.area_code", "=", "session.area_code")
            .whereRef("passkey.account_id", "=", "session.account_id")
            .where("passkey.removed_at", "is", null),
        ),
        exists(
          selectFrom("access.authenticator as authenticator")
            .select("authenticator.id")
            .whereRef("authenticator.area_code", "=", "session.area_code")
            .whereRef("authenticator.account_id", "=", "session.account_id")
            .where("authenticator.confirmed_at", "is not", null)
            .where("authenticator.removed_at", "is", null),
        ),
      ]).as("has_factor"),
    )
    .where("session.area_code", "=", areaCode)
    .where("session.token_digest", "=", digest)
    .executeTakeFirst();

const session = (tx: Tx, areaCode: string, digest: Buffer) =>
  tx
    .withTables<AccessTables>()
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

/** The session goes on under a new token; the old one, wherever it was seen, is worth nothing. */
export const replaceToken = (
  tx: Tx,
  areaCode: string,
  digest: Buffer,
  renewed: { readonly digest: Buffer; readonly factorPassedAt?: Date },
) =>
  session(tx, areaCode, digest)
    .set({
      token_digest: renewed.digest,
      ...(renewed.factorPassedAt && { factor_passed_at: renewed.factorPassedAt }),
    })
    .execute();

/** From now on this session stands for a person: what he is told of the time before is kept with it. */
export const saveIdentified = (
  tx: Tx,
  areaCode: string,
  digest: Buffer,
  identified: {
    readonly at: Date;
    readonly formerAt: Date | null;
    readonly formerFrom: string | null;
    readonly failures: number;
  },
) =>
  session(tx, areaCode, digest)
    .set({
      identified_at: identified.at,
      former_sign_in_at: identified.formerAt,
      former_sign_in_from: identified.formerFrom,
      failures_before: identified.failures,
    })
    .execute();

const ofAccount = (tx: Tx, areaCode: string, accountId: string) =>
  tx
    .withTables<AccessTables>()
    .updateTable("access.session")
    .where("area_code", "=", areaCode)
    .where("account_id", "=", accountId)
    .where("ended_at", "is", null);

export const endAllSessions = (tx: Tx, areaCode: string, accountId: string, now: Date) =>
  ofAccount(tx, areaCode, accountId).set({ ended_at: now }).execute();

export const endOtherSessions = async (
  tx: Tx,
  areaCode: string,
  kept: { readonly accountId: string; readonly digest: Buffer },
  now: Date,
): Promise<void> => {
  await ofAccount(tx, areaCode, kept.accountId)
    .set({ ended_at: now })
    .where("token_digest", "<>", kept.digest)
    .execute();
};

const shown = (tx: Tx, areaCode: string, accountId: string) =>
  tx
    .withTables<AccessTables>()
    .selectFrom("access.session")
    .select(["token_digest", "created_at", "used_at", "ended_at", "method", "user_agent", "remote_address"])
    .select("identified_at")
    .where("area_code", "=", areaCode)
    .where("account_id", "=", accountId);

/** Sessions that are still good, last used first. Old ones are never ended by anybody: time ends them. */
export const listLiveSessions = (tx: Tx, areaCode: string, accountId: string, now: Date) =>
  shown(tx, areaCode, accountId)
    .where("ended_at", "is", null)
    .where("used_at", ">", new Date(now.getTime() - sessionLimits.idleMs))
    .where("created_at", ">", new Date(now.getTime() - sessionLimits.absoluteMs))
    .orderBy("used_at", "desc")
    .orderBy("token_digest")
    .limit(50)
    .execute();

export const listLastSignIns = (tx: Tx, areaCode: string, accountId: string) =>
  shown(tx, areaCode, accountId)
    .where("identified_at", "is not", null)
    .orderBy("created_at", "desc")
    .orderBy("token_digest")
    .limit(10)
    .execute();

export const saveChallenge = (
  tx: Tx,
  areaCode: string,
  digest: Buffer,
  challenge: { readonly value: string; readonly expiresAt: Date },
) =>
  session(tx, areaCode, digest)
    .set({ challenge: challenge.value, challenge_expires_at: challenge.expiresAt })
    .execute();

/** Takes the challenge of a session away and gives it: it is good once, whatever comes of it. */
export async function takeChallenge(
  tx: Tx,
  areaCode: string,
  digest: Buffer,
  now: Date,
): Promise<string | null> {
  const found = await tx
    .withTables<AccessTables>()
    .selectFrom("access.session")
    .select(["challenge", "challenge_expires_at"])
    .where("area_code", "=", areaCode)
    .where("token_digest", "=", digest)
    .executeTakeFirst();
  if (!found?.challenge) return null;
  const taken = await session(tx, areaCode, digest)
    .set({ challenge: null, challenge_expires_at: null })
    .where("challenge", "=", found.challenge)
    .returning(sql<number>`1`.as("taken"))
    .execute();
  const isGood =
    taken.length === 1 && found.challenge_expires_at !== null && found.challenge_expires_at > now;
  return isGood ? found.challenge : null;
}
