import { inTerritory, type Tx } from "#platform/database/index.ts";
import { type Endpoint, endpoint, type OpenContext, openEndpoint } from "#platform/http/index.ts";
import { fail, type Result, succeed } from "#platform/kernel/result.ts";
import { recordAudit } from "#rooms/audit/server/index.ts";
import { actAsRoute, getMeRoute, getSiteRoute, signInRoute, signOutRoute } from "../contract.ts";
import { signInLimits } from "../core/index.ts";
import { hashPassword, isPasswordOf } from "./password.ts";
import { recordSignIn, recordSignOut } from "./record-sign-in.ts";
import { newSessionToken, readSessionToken } from "./session-token.ts";
import {
  endSession,
  insertSession,
  listAreas,
  lockAccount,
  saveActingHolding,
  saveSignInFailure,
} from "./store.ts";

const problems = {
  "wrong-name-or-password": { status: 401, title: "账号或密码不正确" },
  "account-locked": { status: 429, title: "连续输错次数过多，账号已暂时锁定，请五分钟后再试" },
  "post-not-held": { status: 403, title: "您目前不担任该岗位" },
} as const;

const getSite = openEndpoint(getSiteRoute, {
  problems: {},
  async run({ database }) {
    const areas = await listAreas(database);
    return succeed({
      areas: areas.map(({ code, name }) => ({ code, name })),
      demo: areas.some((area) => area.demo),
    });
  },
});

type SignInProblem = { code: keyof typeof problems };

const signIn = openEndpoint(signInRoute, {
  problems,
  records: { "access.signIn": "登录" },
  async run(context) {
    // Committed also when refused: a wrong password must be counted.
    const { areaCode, loginName } = context.body;
    const outcome = await inTerritory(context.database, areaCode, async (tx) => {
      const checked = await checkPassword(tx, context);
      const refusal = checked.ok ? null : checked.problem.code;
      await recordSignIn(tx, context, { areaCode, loginName, action: "access.signIn", refusal });
      return checked;
    });
    if (!outcome.ok) return outcome;
    context.setSession(outcome.value.token);
    return succeed({ done: true });
  },
});

/** A hash nobody has: an unknown name takes as long to refuse as a wrong password. */
const decoy = hashPassword("no account has this password");

async function checkPassword(
  tx: Tx,
  { body, now }: OpenContext<typeof signInRoute>,
): Promise<Result<{ token: string }, SignInProblem>> {
  const account = await lockAccount(tx, body.areaCode, body.loginName.trim().toLowerCase());
  if (account?.locked_until && account.locked_until > now) return fail({ code: "account-locked" });
  const correct = await isPasswordOf(account?.password_hash ?? (await decoy), body.password);
  if (!account) return fail({ code: "wrong-name-or-password" });
  if (!correct) {
    const failures = account.failed_attempts + 1;
    const locked = failures >= signInLimits.maxFailures;
    const until = locked ? new Date(now.getTime() + signInLimits.lockMs) : null;
    await saveSignInFailure(tx, body.areaCode, account.id, {
      failures: locked ? 0 : failures,
      lockedUntil: until,
    });
    return fail({ code: locked ? "account-locked" : "wrong-name-or-password" });
  }
  await saveSignInFailure(tx, body.areaCode, account.id, { failures: 0, lockedUntil: null });
  const token = newSessionToken(body.areaCode);
  const digest = readSessionToken(token)?.digest;
  if (!digest) throw new Error("a new token must be readable");
  await insertSession(tx, body.areaCode, { digest, accountId: account.id }, now);
  return succeed({ token });
}

const signOut = openEndpoint(signOutRoute, {
  problems: {},
  records: { "access.signOut": "退出登录" },
  async run(context) {
    const { database, sessionToken, setSession, now, trail } = context;
    const token = sessionToken === null ? null : readSessionToken(sessionToken);
    const hasEnded =
      token !== null &&
      (await inTerritory(database, token.areaCode, async (tx) => {
        const isRecorded = await recordSignOut(tx, context, token);
        await endSession(tx, token.areaCode, token.digest, now);
        return isRecorded;
      }));
    if (!hasEnded) trail.nothingChanged();
    setSession(null);
    return succeed({ done: true });
  },
});

const getMe = endpoint(getMeRoute, {
  problems: {},
  async run({ actor, today }) {
    const posts = actor.posts.map((post) => ({
      holdingId: post.holdingId,
      title: post.postTitle,
      kind: post.postKind,
      unitId: post.unitId,
      unitName: post.unitName,
      unitKind: post.unitKind,
      committeeId: post.draftsForId,
    }));
    const acting = posts.find((post) => post.holdingId === actor.acting.holdingId);
    if (!acting) return fail({ code: "session-ended" });
    return succeed({ personName: actor.personName, areaCode: actor.areaCode, acting, posts, today });
  },
});

const actAs = endpoint(actAsRoute, {
  problems,
  records: { "access.actAs": "换岗位办事" },
  async run(context) {
    const { actor, tx, body } = context;
    const post = actor.posts.find(({ holdingId }) => holdingId === body.holdingId);
    if (!post) return fail({ code: "post-not-held" });
    await saveActingHolding(tx, actor.areaCode, Buffer.from(actor.sessionDigest, "hex"), body.holdingId);
    const nameOf = ({ unitName, postTitle }: typeof post): string => `${unitName}${postTitle}`;
    await recordAudit(tx, context, {
      action: "access.actAs",
      subjectKind: "holding",
      subjectId: post.holdingId,
      subjectTitle: nameOf(post),
      before: { post: nameOf(actor.acting) },
      after: { post: nameOf(post) },
    });
    return succeed({ done: true });
  },
});

export const accessEndpoints: readonly Endpoint[] = [getSite, signIn, signOut, getMe, actAs];
