import { constraintOf, inTerritory, type Tx } from "#platform/database/index.ts";
import { type Endpoint, type OpenContext, openEndpoint } from "#platform/http/index.ts";
import { fail, type Result, succeed } from "#platform/kernel/result.ts";
import { beginSingleSignOnRoute, finishSingleSignOnRoute } from "../contract/session.ts";
import { isLocked, type SignInStep } from "../core/index.ts";
import { type Attempt, recordAttempt } from "./acting-person.ts";
import { lockedProblem, lockNameGuard } from "./failures.ts";
import { linkIdentity } from "./link-identity.ts";
import { openSession } from "./open-session.ts";
import { signInProblems } from "./sign-in-problems.ts";
import { newState, readTicket, type SignOnTicket, tripDigestOf, writeTicket } from "./sign-on-ticket.ts";
import { findAccountById } from "./store/account.ts";
import { findLinkedAccount, type Identity, saveLinkUse } from "./store/linked-identity.ts";
import { findArea } from "./store/posts.ts";

export const signOnProblems = {
  "no-single-sign-on": { status: 404, title: "本系统没有接入统一认证平台" },
  "origin-unknown": {
    status: 409,
    title: "系统没有设置对外网址，不能使用统一认证登录，请联系系统管理员",
  },
  "provider-unreachable": { status: 503, title: "没有连上统一认证平台，请稍后再试，或用账号密码登录" },
  "provider-refused": { status: 401, title: "统一认证平台没有确认您的身份，请重试" },
  "trip-not-ours": { status: 401, title: "这次统一认证登录已失效，请从登录页重新开始" },
  "not-linked": {
    status: 403,
    title: "该统一认证账号还没有与本系统账号绑定，请先用账号密码登录，在“我的账号”中绑定",
  },
  "identity-taken": { status: 409, title: "该统一认证账号已与另一个账号绑定" },
} as const;

/** The page to which the provider sends the browser back; it must be registered there. */
const returnPath = "/sign-in/single-sign-on";

type BeginProblem = { readonly code: keyof typeof signOnProblems };

/** Sends the browser on its way: the address to go to, while the ticket waits in a cookie. */
export async function beginTrip(
  context: Pick<OpenContext<typeof beginSingleSignOnRoute>, "installation" | "origin" | "now" | "setTicket">,
  trip: { readonly areaCode: string; readonly linkingAccountId: string | null },
): Promise<Result<{ address: string }, BeginProblem>> {
  const { installation, origin, now } = context;
  if (!installation.identityProvider) return fail({ code: "no-single-sign-on" });
  if (origin === null) return fail({ code: "origin-unknown" });
  const state = newState();
  const begun = await installation.identityProvider.begin(`${origin}${returnPath}`, state);
  if (!begun.ok) return begun;
  context.setTicket(writeTicket(installation.secretBox, { ...begun.value.trip, ...trip, state }, now));
  return succeed({ address: begun.value.address });
}

const beginSingleSignOn = openEndpoint(beginSingleSignOnRoute, {
  problems: signOnProblems,
  unrecorded: "只去往统一认证，回来登录时才记录",
  async run(context) {
    const { areaCode } = context.body;
    if (!(await findArea(context.database, areaCode))) return fail({ code: "not-found" });
    return beginTrip(context, { areaCode, linkingAccountId: null });
  },
});

type Context = OpenContext<typeof finishSingleSignOnRoute>;
type FinishProblem = { readonly code: keyof typeof signOnProblems | keyof typeof signInProblems };

const finishSingleSignOn = openEndpoint(finishSingleSignOnRoute, {
  problems: { ...signOnProblems, ...signInProblems },
  records: { "access.signIn": "登录", "access.linkIdentity": "账号：关联统一认证" },
  async run(context) {
    const { installation, origin, now } = context;
    context.setTicket(null);
    const provider = installation.identityProvider;
    if (!provider) return fail({ code: "no-single-sign-on" });
    const ticket = readTicket(installation.secretBox, context.ticket, now);
    if (!ticket || origin === null) return fail({ code: "trip-not-ours" });
    const returned = `${origin}${returnPath}?${context.body.returned.replace(/^\?/, "")}`;
    if (new URL(returned).searchParams.get("state") !== ticket.state) return fail({ code: "trip-not-ours" });
    const known = await provider.finish(returned, ticket);
    if (!known.ok) return known;
    const identity = { issuer: provider.issuer, subject: known.value.subject };
    return ticket.linkingAccountId === null
      ? signInAs(context, ticket, identity)
      : linkTo(context, ticket, identity);
  },
});

type Finished = Result<{ step: SignInStep | null; linked: boolean }, FinishProblem>;

/** The same way back is gone only once: the second session of one trip breaks a constraint. */
async function signInAs(context: Context, ticket: SignOnTicket, identity: Identity): Promise<Finished> {
  try {
    return await inTerritory(context.database, ticket.areaCode, (tx) =>
      openLinked(tx, context, ticket, identity),
    );
  } catch (error) {
    if (constraintOf(error) === "session_trip_once") return fail({ code: "trip-not-ours" });
    throw error;
  }
}

async function openLinked(
  tx: Tx,
  context: Context,
  ticket: SignOnTicket,
  identity: Identity,
): Promise<Finished> {
  const { now } = context;
  const { areaCode } = ticket;
  const link = await findLinkedAccount(tx, areaCode, identity);
  const account = (link && (await findAccountById(tx, areaCode, link.account_id))) ?? null;
  const attempt: Attempt = { ...context, areaCode, account, loginName: null };
  if (!link || !account) {
    await recordAttempt(tx, attempt, refused("not-linked"));
    return fail({ code: "not-linked" });
  }
  const failing = { ...context, areaCode, loginName: account.login_name, accountId: account.id };
  const held = await lockNameGuard(tx, failing);
  if (isLocked(held, now)) {
    await recordAttempt(tx, attempt, refused("account-locked"));
    return fail(lockedProblem(held, now));
  }
  const arrival = { ...context, areaCode, method: "singleSignOn", tripDigest: tripDigestOf(ticket) } as const;
  const opened = await openSession(tx, account, arrival);
  if (!opened.ok) {
    await recordAttempt(tx, attempt, refused(opened.problem.code));
    return opened;
  }
  await saveLinkUse(tx, areaCode, link.id, now);
  const { step, token } = opened.value;
  await recordAttempt(tx, attempt, { action: "access.signIn", after: { method: "singleSignOn", step } });
  context.setSession(token);
  return succeed({ step, linked: false });
}

/** Only the session that has just confirmed its password is linked: the ticket names its account. */
async function linkTo(context: Context, ticket: SignOnTicket, identity: Identity): Promise<Finished> {
  const linked = await linkIdentity(context, ticket, identity);
  return linked.ok ? succeed({ step: null, linked: true }) : linked;
}

const refused = (reason: string) =>
  ({ action: "access.signIn", after: { method: "singleSignOn", reason }, result: "refused" }) as const;

export const singleSignOnEndpoints: readonly Endpoint[] = [beginSingleSignOn, finishSingleSignOn];
