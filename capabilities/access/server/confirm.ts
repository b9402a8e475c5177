import type { Tx } from "#platform/database/index.ts";
import type { Actor, Trail } from "#platform/http/index.ts";
import { fail, type Result, succeed } from "#platform/kernel/result.ts";
import { recordAudit } from "#rooms/audit/server/index.ts";
import { isLocked } from "../core/index.ts";
import { type Failing, lockedProblem, lockNameGuard, refusalAfter, saveFailure } from "./failures.ts";
import { isPasswordOf } from "./password.ts";
import type { Account } from "./store/account.ts";

/** A signed-in person who proves something, as every endpoint has him at hand. */
export interface Proving {
  readonly actor: Actor;
  readonly now: Date;
  readonly requestId: string;
  readonly remoteAddress: string;
  readonly trail: Trail;
}

type ConfirmationProblem<Code extends string> = { readonly code: Code | "account-locked" };

/**
 * Runs a check of something that can be guessed (a password, a code). Failures count as those of signing in do: a
 * stolen session is no place for guessing on. Its endpoint must keep refusals.
 */
export async function countingFailures<Code extends string>(
  tx: Tx,
  proving: Proving,
  account: Account,
  trial: { readonly action: string; readonly code: Code; check(): Promise<boolean> },
): Promise<Result<null, ConfirmationProblem<Code>>> {
  const { actor, now } = proving;
  const failing: Failing = {
    areaCode: actor.areaCode,
    loginName: account.login_name,
    accountId: account.id,
    remoteAddress: proving.remoteAddress,
    now,
  };
  const held = await lockNameGuard(tx, failing);
  if (isLocked(held, now)) {
    await recordRefusal(tx, proving, trial.action, "account-locked");
    return fail(lockedProblem(held, now));
  }
  if (await trial.check()) return succeed(null);
  await recordRefusal(tx, proving, trial.action, trial.code);
  return fail(refusalAfter(await saveFailure(tx, failing, held), now, trial.code));
}

/** Asks for the password of whoever is signed in already. */
export const confirmPassword = (
  tx: Tx,
  proving: Proving,
  account: Account,
  claimed: { readonly action: string; readonly password: string },
) =>
  countingFailures(tx, proving, account, {
    action: claimed.action,
    code: "wrong-password",
    check: () => isPasswordOf(account.password_hash, claimed.password),
  });

const recordRefusal = (tx: Tx, proving: Proving, action: string, reason: string): Promise<void> =>
  recordAudit(tx, proving, {
    action,
    subjectKind: "account",
    subjectId: proving.actor.accountId,
    after: { reason },
    result: "refused",
  });
