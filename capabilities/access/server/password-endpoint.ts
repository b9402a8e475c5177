import { endpoint, type RequestContext } from "#platform/http/index.ts";
import { dayInChina } from "#platform/kernel/plain-date.ts";
import { fail, succeed } from "#platform/kernel/result.ts";
import { recordAudit } from "#rooms/audit/server/index.ts";
import { changePasswordRoute } from "../contract/my-account.ts";
import { findPasswordProblem, passwordLimits } from "../core/index.ts";
import { confirmPassword } from "./confirm.ts";
import { commonPasswords, knownNamesOf } from "./known-names.ts";
import { renewToken } from "./open-session.ts";
import { hashPassword, isPasswordOf } from "./password.ts";
import { findPendingStep } from "./pending-step.ts";
import { confirmationProblems } from "./sign-in-problems.ts";
import { type Account, getAccount, savePassword } from "./store/account.ts";
import { listPostsHeldBy } from "./store/posts.ts";
import { endOtherSessions, findSession } from "./store/session.ts";

const { minLength, maxLength } = passwordLimits;

const problems = {
  ...confirmationProblems,
  "password-needed": { status: 400, title: "请输入原密码" },
  "demo-account": { status: 403, title: "演示账号共用一个密码，不能修改" },
  "password-too-short": { status: 422, title: `新密码至少${minLength}个字` },
  "password-too-long": { status: 422, title: `新密码最多${maxLength}个字` },
  "password-too-simple": { status: 422, title: "新密码太简单：不能全是数字，也不能总是那几个字反复" },
  "password-too-common": { status: 422, title: "新密码太常见，是别人最先猜到的，请另换一个" },
  "password-has-login-name": { status: 422, title: "新密码里不能含有账号" },
  "password-has-known-name": { status: 422, title: "新密码里不能含有本人姓名或单位名称（拼音也不行）" },
  "password-unchanged": { status: 422, title: "新密码与原密码相同" },
} as const;

type Context = RequestContext<typeof changePasswordRoute>;

export const changePassword = endpoint(changePasswordRoute, {
  problems,
  keepsRefusals: true,
  records: { "access.changePassword": "账号：修改密码" },
  async run(context) {
    const { actor, tx, now, body } = context;
    const { areaCode } = actor;
    const account = await getAccount(tx, areaCode, actor.accountId);
    if (account.demo) return fail({ code: "demo-account" });
    const confirmed = await confirmCurrent(context, account);
    if (!confirmed.ok) return confirmed;
    const problem = findPasswordProblem(body.next, await surroundingsOf(context, account));
    if (problem) return fail(problem);
    if (await isPasswordOf(account.password_hash, body.next)) return fail({ code: "password-unchanged" });
    await savePassword(tx, areaCode, account.id, {
      hash: await hashPassword(body.next),
      mustChange: false,
      at: now,
    });
    const hasPassedFactor = await renewThisSession(context);
    await recordAudit(tx, context, {
      action: "access.changePassword",
      subjectKind: "account",
      subjectId: account.id,
    });
    const changed = { ...account, password_must_change: false };
    return succeed({ step: await findPendingStep(tx, areaCode, changed, { hasPassedFactor, now }) });
  },
});

/** At the first change the old password was typed a moment ago: it let the session in. */
function confirmCurrent(context: Context, account: Account) {
  const { actor, tx, body } = context;
  if (actor.pendingStep === "passwordChange") return succeed(null);
  if (body.current === undefined) return fail({ code: "password-needed" } as const);
  const claimed = { action: "access.changePassword", password: body.current };
  return confirmPassword(tx, context, account, claimed);
}

async function surroundingsOf({ actor, tx, now }: Context, account: Account) {
  const posts = await listPostsHeldBy(tx, actor.areaCode, account.person_id, dayInChina(now));
  return {
    loginName: account.login_name,
    knownNames: knownNamesOf([actor.personName, ...posts.map((post) => post.unit_name)]),
    commonPasswords: commonPasswords(),
  };
}

/** Whoever knew the old password is out: elsewhere at once, and here the token is a new one. */
async function renewThisSession(context: Context): Promise<boolean> {
  const { actor, tx, now } = context;
  const { areaCode, accountId } = actor;
  const renewed = await renewToken(tx, areaCode, Buffer.from(actor.sessionDigest, "hex"));
  await endOtherSessions(tx, areaCode, { accountId, digest: renewed.digest }, now);
  context.setSession(renewed.token);
  const session = await findSession(tx, areaCode, renewed.digest);
  return session?.factor_passed_at != null;
}
