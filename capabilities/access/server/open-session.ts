import type { Tx } from "#platform/database/index.ts";
import { dayInChina } from "#platform/kernel/plain-date.ts";
import { fail, type Result, succeed } from "#platform/kernel/result.ts";
import type { SignInStep } from "../core/index.ts";
import { forgiveFailures } from "./failures.ts";
import { findPendingStep } from "./pending-step.ts";
import { newSessionToken } from "./session-token.ts";
import { type Account, saveSignedIn } from "./store/account.ts";
import { listPostsHeldBy } from "./store/posts.ts";
import { insertSession, replaceToken, saveIdentified } from "./store/session.ts";
import type { SignInMethod } from "./tables.ts";

/** From where and when somebody signs in. */
export interface Arrival {
  readonly areaCode: string;
  readonly now: Date;
  readonly remoteAddress: string;
  readonly userAgent: string;
  readonly method: SignInMethod;
  readonly tripDigest: Buffer | null;
}

export interface OpenedSession {
  readonly token: string;
  readonly step: SignInStep | null;
}

type OpeningProblem = { readonly code: "account-suspended" | "no-post-held" };

/** A session for somebody who has shown his password or comes from the sign-on of his unit. */
export async function openSession(
  tx: Tx,
  account: Account,
  arrival: Arrival,
): Promise<Result<OpenedSession, OpeningProblem>> {
  const { areaCode, now } = arrival;
  if (account.suspended_at) return fail({ code: "account-suspended" });
  const posts = await listPostsHeldBy(tx, areaCode, account.person_id, dayInChina(now));
  if (posts.length === 0) return fail({ code: "no-post-held" });
  const step = await findPendingStep(tx, areaCode, account, { hasPassedFactor: false, now });
  const { token, digest } = newSessionToken(areaCode);
  await insertSession(tx, areaCode, { ...arrival, digest, accountId: account.id });
  // With a factor still to pass, the failures stay: else a known password would wipe out the count of wrong codes.
  if (step !== "factorCheck") await identify(tx, account, { ...arrival, digest });
  return succeed({ token, step });
}

/** It is known who this is: the failures before are told to him and forgiven, and this sign-in is the last one. */
export async function identify(
  tx: Tx,
  account: Account,
  session: Pick<Arrival, "areaCode" | "now" | "remoteAddress"> & { readonly digest: Buffer },
): Promise<void> {
  const { areaCode, now } = session;
  await saveIdentified(tx, areaCode, session.digest, {
    at: now,
    formerAt: account.last_sign_in_at,
    formerFrom: account.last_sign_in_from,
    failures: account.failures_since_sign_in,
  });
  await saveSignedIn(tx, areaCode, account.id, { at: now, from: session.remoteAddress });
  await forgiveFailures(tx, areaCode, account.login_name);
}

/** A new token for a session that has come to mean more than before. */
export async function renewToken(
  tx: Tx,
  areaCode: string,
  digest: Buffer,
  factorPassedAt?: Date,
): Promise<{ readonly token: string; readonly digest: Buffer }> {
  const renewed = newSessionToken(areaCode);
  await replaceToken(tx, areaCode, digest, {
    digest: renewed.digest,
    ...(factorPassedAt && { factorPassedAt }),
  });
  return renewed;
}
