import { inTerritory, type Tx } from "#platform/database/index.ts";
import { type OpenContext, openEndpoint } from "#platform/http/index.ts";
import { fail, type Result, succeed } from "#platform/kernel/result.ts";
import { signInRoute } from "../contract/session.ts";
import { isLocked, slowDownOf } from "../core/index.ts";
import { type Attempt, recordAttempt } from "./acting-person.ts";
import {
  lockedProblem,
  lockNameGuard,
  nameKeyOf,
  readAddressGuard,
  refusalAfter,
  saveFailure,
} from "./failures.ts";
import { type OpenedSession, openSession } from "./open-session.ts";
import { hashPassword, isCheaperHash, isPasswordOf } from "./password.ts";
import { signInProblems } from "./sign-in-problems.ts";
import { type Account, findAccount, saveDearerHash } from "./store/account.ts";
import { readGuard } from "./store/guard.ts";
import { findArea } from "./store/posts.ts";
import { waitForTurn } from "./turn.ts";

type Context = OpenContext<typeof signInRoute>;
type SignInProblem = { readonly code: keyof typeof signInProblems };

/** A hash nobody has: an unknown name takes as long to refuse as a wrong password. */
const decoy = hashPassword("no account has this password");

export const signIn = openEndpoint(signInRoute, {
  problems: signInProblems,
  records: { "access.signIn": "登录" },
  async run(context) {
    const { body, database, installation } = context;
    // Of strangers' area codes nothing is written; which areas there are the page tells everybody.
    if (!(await findArea(database, body.areaCode))) return fail({ code: "wrong-name-or-password" });
    const seen = await inTerritory(database, body.areaCode, (tx) => look(tx, context));
    const turnKey = `${body.areaCode} ${context.remoteAddress}`;
    if (!(await waitForTurn(turnKey, seen.slowDownMs, installation.wait))) {
      return fail({ code: "too-many-requests" });
    }
    // Outside any transaction: a rush of sign-ins holds processors, not connections.
    const isRight = seen.isLocked
      ? null
      : await isPasswordOf(seen.account?.password_hash ?? (await decoy), body.password);
    const dearerHash =
      isRight && seen.account && isCheaperHash(seen.account.password_hash)
        ? await hashPassword(body.password)
        : null;
    // Committed also when refused: a wrong password must be counted.
    const outcome = await inTerritory(database, body.areaCode, (tx) =>
      decide(tx, context, { isRight, dearerHash, provenHash: seen.account?.password_hash ?? null }),
    );
    if (!outcome.ok) return outcome;
    context.setSession(outcome.value.token);
    return succeed({ step: outcome.value.step });
  },
});

const loginNameOf = ({ body }: Context): string => body.loginName.trim().toLowerCase();

async function look(tx: Tx, context: Context) {
  const { areaCode } = context.body;
  const loginName = loginNameOf(context);
  const account = await findAccount(tx, areaCode, loginName);
  const guard = await readGuard(tx, areaCode, nameKeyOf(loginName, account !== undefined));
  const address = await readAddressGuard(tx, areaCode, context.remoteAddress);
  return {
    account,
    isLocked: isLocked(guard, context.now),
    slowDownMs: slowDownOf(address, context.now),
  };
}

interface Proof {
  /** Null when it was not looked at, because the name rested. */
  readonly isRight: boolean | null;
  readonly provenHash: string | null;
  readonly dearerHash: string | null;
}

/** With the name's count held: whatever was guessed at once is judged one after another. */
async function decide(tx: Tx, context: Context, proof: Proof): Promise<Result<OpenedSession, SignInProblem>> {
  const { now, remoteAddress } = context;
  const { areaCode } = context.body;
  const loginName = loginNameOf(context);
  const account = (await findAccount(tx, areaCode, loginName)) ?? null;
  const failing = { areaCode, loginName, accountId: account?.id ?? null, remoteAddress, now };
  const attempt: Attempt = { ...context, areaCode, account, loginName };
  const held = await lockNameGuard(tx, failing);
  if (isLocked(held, now)) {
    await recordAttempt(tx, attempt, refused(account, "account-locked"));
    return fail(lockedProblem(held, now));
  }
  if (!account || !(await isProven(account, proof, context.body.password))) {
    await recordAttempt(tx, attempt, refused(account, "wrong-name-or-password"));
    const count = await saveFailure(tx, failing, held);
    return fail(refusalAfter(count, now, "wrong-name-or-password"));
  }
  if (proof.dearerHash) {
    await saveDearerHash(tx, areaCode, account.id, { from: account.password_hash, to: proof.dearerHash });
  }
  return open(tx, context, account);
}

/** Looked at again only when the hash has changed since, or the name has come free. */
const isProven = async (account: Account, proof: Proof, password: string): Promise<boolean> =>
  proof.isRight !== null && account.password_hash === proof.provenHash
    ? proof.isRight
    : isPasswordOf(account.password_hash, password);

async function open(
  tx: Tx,
  context: Context,
  account: Account,
): Promise<Result<OpenedSession, SignInProblem>> {
  const { areaCode } = context.body;
  const attempt: Attempt = { ...context, areaCode, account, loginName: account.login_name };
  const arrival = { ...context, areaCode, method: "password", tripDigest: null } as const;
  const opened = await openSession(tx, account, arrival);
  const entry = opened.ok
    ? { action: "access.signIn", after: { method: "password", step: opened.value.step } }
    : refused(account, opened.problem.code);
  await recordAttempt(tx, attempt, entry);
  return opened;
}

/** The audit is told what the person is not: that nobody has this name. */
const refused = (account: Account | null, reason: string) =>
  ({
    action: "access.signIn",
    after: { reason: account ? reason : "unknown-name" },
    result: "refused",
  }) as const;
