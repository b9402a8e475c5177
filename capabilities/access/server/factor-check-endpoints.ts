import { type Endpoint, endpoint, type RequestContext, type RouteContract } from "#platform/http/index.ts";
import { fail, succeed } from "#platform/kernel/result.ts";
import { recordAudit } from "#rooms/audit/server/index.ts";
import { askPasskeyRoute, checkCodeRoute, checkPasskeyRoute } from "../contract/second-factor.ts";
import type { SignInStep } from "../core/index.ts";
import { spendCode } from "./authenticator.ts";
import { countingFailures } from "./confirm.ts";
import { identify, renewToken } from "./open-session.ts";
import { beginCheck, type Ceremony, findPasskeyPlace, finishCheck } from "./passkey.ts";
import { findPendingStep } from "./pending-step.ts";
import { spendTypedCode } from "./recovery-codes.ts";
import { signInProblems } from "./sign-in-problems.ts";
import { type Account, getAccount } from "./store/account.ts";

export const factorProblems = {
  "wrong-code": { status: 422, title: "口令或恢复码不正确，或者已经用过" },
  "passkey-refused": { status: 422, title: "通行密钥没有通过验证，请重试" },
  "passkeys-not-possible": {
    status: 409,
    title: "当前访问地址不能使用通行密钥，请用动态口令，或改用以https开头的网址访问",
  },
  "account-locked": signInProblems["account-locked"],
} as const;

type Context = RequestContext<RouteContract>;
export type ProofKind = "authenticator" | "recoveryCode" | "passkey";

/** The session as the ground of a passkey's ceremony; null where passkeys do not work. */
export function ceremonyOf({ actor, tx, now, origin }: Context): Ceremony | null {
  const place = findPasskeyPlace(origin);
  const sessionDigest = Buffer.from(actor.sessionDigest, "hex");
  return place && { tx, areaCode: actor.areaCode, sessionDigest, now, place };
}

/** By which of an account's codes this is proven, and which factor showed it; null when by none. */
export async function findCodeProof(
  { actor, tx, now, installation }: Context,
  accountId: string,
  code: string,
): Promise<{ readonly kind: ProofKind; readonly factorId: string | null } | null> {
  const { areaCode } = actor;
  const digits = code.replace(/\s/g, "");
  if (/^[0-9]{6}$/.test(digits)) {
    const factorId = await spendCode({ tx, areaCode, installation, now }, accountId, digits);
    return factorId === null ? null : { kind: "authenticator", factorId };
  }
  const isGood = await spendTypedCode(tx, { areaCode, accountId, now }, code);
  return isGood ? { kind: "recoveryCode", factorId: null } : null;
}

/** The session stands for a person from now on, under a new token. */
async function passFactor(
  context: Context,
  account: Account,
  kind: ProofKind,
): Promise<{ readonly step: SignInStep | null }> {
  const { actor, tx, now } = context;
  const { areaCode } = actor;
  const renewed = await renewToken(tx, areaCode, Buffer.from(actor.sessionDigest, "hex"), now);
  await identify(tx, account, { ...context, areaCode, digest: renewed.digest });
  context.setSession(renewed.token);
  const step = await findPendingStep(tx, areaCode, account, { hasPassedFactor: true, now });
  await recordAudit(tx, context, {
    action: "access.passFactor",
    subjectKind: "account",
    subjectId: account.id,
    after: { kind, step },
  });
  return { step };
}

const checkCode = endpoint(checkCodeRoute, {
  problems: factorProblems,
  keepsRefusals: true,
  records: { "access.passFactor": "登录：第二验证" },
  async run(context) {
    const { actor, tx, body } = context;
    const account = await getAccount(tx, actor.areaCode, actor.accountId);
    let kind: ProofKind = "authenticator";
    const passed = await countingFailures(tx, context, account, {
      action: "access.passFactor",
      code: "wrong-code",
      check: async () => {
        const proof = await findCodeProof(context, account.id, body.code);
        if (proof) kind = proof.kind;
        return proof !== null;
      },
    });
    return passed.ok ? succeed(await passFactor(context, account, kind)) : passed;
  },
});

const askPasskey = endpoint(askPasskeyRoute, {
  problems: factorProblems,
  unrecorded: "只取一次性的验证题目，验证的结果才记录",
  async run(context) {
    const ceremony = ceremonyOf(context);
    if (!ceremony) return fail({ code: "passkeys-not-possible" });
    return succeed({ optionsJson: await beginCheck(ceremony, context.actor.accountId) });
  },
});

const checkPasskey = endpoint(checkPasskeyRoute, {
  problems: factorProblems,
  keepsRefusals: true,
  records: { "access.passFactor": "登录：第二验证" },
  async run(context) {
    const { actor, tx, body } = context;
    const ceremony = ceremonyOf(context);
    if (!ceremony) return fail({ code: "passkeys-not-possible" });
    const account = await getAccount(tx, actor.areaCode, actor.accountId);
    const passed = await countingFailures(tx, context, account, {
      action: "access.passFactor",
      code: "passkey-refused",
      check: async () => (await finishCheck(ceremony, account.id, body.assertion)) !== null,
    });
    return passed.ok ? succeed(await passFactor(context, account, "passkey")) : passed;
  },
});

export const factorCheckEndpoints: readonly Endpoint[] = [checkCode, askPasskey, checkPasskey];
