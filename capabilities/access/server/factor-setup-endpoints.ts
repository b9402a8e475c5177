import { type Endpoint, endpoint, type RequestContext, type RouteContract } from "#platform/http/index.ts";
import { fail, type Result, succeed } from "#platform/kernel/result.ts";
import { recordAudit } from "#rooms/audit/server/index.ts";
import {
  addAuthenticatorRoute,
  addPasskeyRoute,
  beginAuthenticatorRoute,
  beginPasskeyRoute,
  renewRecoveryCodesRoute,
} from "../contract/second-factor.ts";
import type { FactorKind, SignInStep } from "../core/index.ts";
import { beginAuthenticator, confirmByCode } from "./authenticator.ts";
import { confirmPassword, countingFailures } from "./confirm.ts";
import { ceremonyOf, factorProblems, findCodeProof } from "./factor-check-endpoints.ts";
import { listFactors } from "./factors.ts";
import { renewToken } from "./open-session.ts";
import { beginRegistration, finishRegistration } from "./passkey.ts";
import { findPendingStep } from "./pending-step.ts";
import { ensureRecoveryCodes, renewRecoveryCodes } from "./recovery-codes.ts";
import { confirmationProblems } from "./sign-in-problems.ts";
import { type Account, getAccount } from "./store/account.ts";
import { findAuthenticator } from "./store/factor.ts";

const problems = {
  ...factorProblems,
  ...confirmationProblems,
  "proof-missing": { status: 422, title: "请输入原来的动态口令或一个恢复码" },
  "password-needed": { status: 400, title: "请先输入密码" },
  "passkey-known": { status: 409, title: "这个通行密钥已经添加过" },
  "too-many-passkeys": { status: 409, title: "通行密钥最多十个，请先移除不用的" },
  "no-factor": { status: 409, title: "还没有设置第二重验证，不需要恢复码" },
} as const;

const maxPasskeys = 10;

type Context = RequestContext<RouteContract>;
type Refused = Result<null, { readonly code: "password-needed" | "wrong-password" | "account-locked" }>;

/** During the set-up the password was typed a moment ago; later it is asked for again. */
async function confirmUnlessSettingUp(
  context: Context,
  account: Account,
  password: string | undefined,
): Promise<Refused> {
  if (context.actor.pendingStep === "factorSetup") return succeed(null);
  if (password === undefined) return fail({ code: "password-needed" });
  return confirmPassword(context.tx, context, account, { action: "access.addFactor", password });
}

/** The session has shown the new factor, so it need not show it again; other sessions of the account must. */
async function welcomeFactor(
  context: Context,
  account: Account,
  added: { readonly kind: FactorKind; readonly factorId: string },
): Promise<{ step: SignInStep | null; recoveryCodes: string[] }> {
  const { actor, tx, now } = context;
  const { areaCode } = actor;
  const codes = await ensureRecoveryCodes(tx, { areaCode, accountId: account.id, now });
  const renewed = await renewToken(tx, areaCode, Buffer.from(actor.sessionDigest, "hex"), now);
  context.setSession(renewed.token);
  await recordAudit(tx, context, {
    action: "access.addFactor",
    subjectKind: "account",
    subjectId: account.id,
    after: { ...added, newRecoveryCodes: codes.length },
  });
  const step = await findPendingStep(tx, areaCode, account, { hasPassedFactor: true, now });
  return { step, recoveryCodes: [...codes] };
}

const begin = endpoint(beginAuthenticatorRoute, {
  problems,
  keepsRefusals: true,
  unrecorded: "只取待确认的密钥，确认添加时才记录；密码输错的另有记录",
  async run(context) {
    const { actor, body } = context;
    const account = await getAccount(context.tx, actor.areaCode, actor.accountId);
    const confirmed = await confirmUnlessSettingUp(context, account, body.password);
    if (!confirmed.ok) return confirmed;
    const replaced = await confirmReplacement(context, account, body.code);
    if (!replaced.ok) return replaced;
    return succeed(await beginAuthenticator({ ...context, areaCode: actor.areaCode }, account));
  },
});

/** A new phone takes the place of the old one on the strength of the old one, or of a recovery code. */
async function confirmReplacement(
  context: Context,
  account: Account,
  code: string | undefined,
): Promise<Result<null, { readonly code: "proof-missing" | "account-locked" }>> {
  if (!(await findAuthenticator(context.tx, context.actor.areaCode, account.id))) return succeed(null);
  if (code === undefined) return fail({ code: "proof-missing" });
  return countingFailures(context.tx, context, account, {
    action: "access.addFactor",
    code: "proof-missing",
    check: async () => (await findCodeProof(context, account.id, code)) !== null,
  });
}

const add = endpoint(addAuthenticatorRoute, {
  problems,
  keepsRefusals: true,
  records: { "access.addFactor": "账号：添加第二验证" },
  async run(context) {
    const { actor, tx, body } = context;
    const { areaCode } = actor;
    const account = await getAccount(tx, areaCode, actor.accountId);
    let factorId: string | null = null;
    const passed = await countingFailures(tx, context, account, {
      action: "access.addFactor",
      code: "wrong-code",
      check: async () => {
        factorId = await confirmByCode({ ...context, areaCode }, account.id, body.code);
        return factorId !== null;
      },
    });
    if (!passed.ok) return passed;
    return succeed(
      await welcomeFactor(context, account, { kind: "authenticator", factorId: factorId ?? "" }),
    );
  },
});

const beginPasskey = endpoint(beginPasskeyRoute, {
  problems,
  keepsRefusals: true,
  unrecorded: "只取一次性的验证题目，添加时才记录；密码输错的另有记录",
  async run(context) {
    const { actor, tx, body } = context;
    const ceremony = ceremonyOf(context);
    if (!ceremony) return fail({ code: "passkeys-not-possible" });
    const account = await getAccount(tx, actor.areaCode, actor.accountId);
    const confirmed = await confirmUnlessSettingUp(context, account, body.password);
    if (!confirmed.ok) return confirmed;
    const factors = await listFactors(tx, actor.areaCode, account.id);
    if (factors.filter(({ kind }) => kind === "passkey").length >= maxPasskeys) {
      return fail({ code: "too-many-passkeys" });
    }
    return succeed({ optionsJson: await beginRegistration(ceremony, account, actor.personName) });
  },
});

const addPasskey = endpoint(addPasskeyRoute, {
  problems,
  constraints: { passkey_credential_once: "passkey-known" },
  keepsRefusals: true,
  records: { "access.addFactor": "账号：添加第二验证" },
  async run(context) {
    const { actor, tx, body } = context;
    const ceremony = ceremonyOf(context);
    if (!ceremony) return fail({ code: "passkeys-not-possible" });
    const account = await getAccount(tx, actor.areaCode, actor.accountId);
    const factorId = await finishRegistration(ceremony, account, body);
    if (factorId === null) return fail({ code: "passkey-refused" });
    return succeed(await welcomeFactor(context, account, { kind: "passkey", factorId }));
  },
});

const renewCodes = endpoint(renewRecoveryCodesRoute, {
  problems,
  keepsRefusals: true,
  records: { "access.renewRecoveryCodes": "账号：更换恢复码" },
  async run(context) {
    const { actor, tx, now, body } = context;
    const { areaCode } = actor;
    const account = await getAccount(tx, areaCode, actor.accountId);
    const action = "access.renewRecoveryCodes";
    const confirmed = await confirmPassword(tx, context, account, { action, password: body.password });
    if (!confirmed.ok) return confirmed;
    if ((await listFactors(tx, areaCode, account.id)).length === 0) return fail({ code: "no-factor" });
    const codes = await renewRecoveryCodes(tx, { areaCode, accountId: account.id, now });
    await recordAudit(tx, context, { action, subjectKind: "account", subjectId: account.id });
    return succeed({ recoveryCodes: [...codes] });
  },
});

export const factorSetupEndpoints: readonly Endpoint[] = [begin, add, beginPasskey, addPasskey, renewCodes];
