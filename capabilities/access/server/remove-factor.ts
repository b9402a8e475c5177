import { type BodyOf, endpoint, type RequestContext, type RouteContract } from "#platform/http/index.ts";
import { fail, succeed } from "#platform/kernel/result.ts";
import { recordAudit } from "#rooms/audit/server/index.ts";
import { removeFactorRoute } from "../contract/second-factor.ts";
import { type Factor, mayRemoveFactor, type Proof, provesRemoval } from "../core/index.ts";
import { confirmPassword, countingFailures } from "./confirm.ts";
import { ceremonyOf, factorProblems, findCodeProof } from "./factor-check-endpoints.ts";
import { listFactors } from "./factors.ts";
import { finishCheck } from "./passkey.ts";
import { isFactorRequired } from "./pending-step.ts";
import { confirmationProblems } from "./sign-in-problems.ts";
import { getAccount } from "./store/account.ts";
import { removeAuthenticator, removePasskey, withdrawRecoveryCodes } from "./store/factor.ts";

const action = "access.removeFactor";

export const removeFactor = endpoint(removeFactorRoute, {
  problems: {
    ...factorProblems,
    ...confirmationProblems,
    "last-factor-stays": { status: 409, title: "您的岗位必须使用第二重验证，最后一种方式不能移除" },
    "proof-missing": { status: 422, title: "请用另一种验证方式或一个恢复码确认" },
  },
  keepsRefusals: true,
  records: { "access.removeFactor": "账号：移除第二验证" },
  async run(context) {
    const { actor, tx, now, body, params } = context;
    const { areaCode } = actor;
    const account = await getAccount(tx, areaCode, actor.accountId);
    const factors = await listFactors(tx, areaCode, account.id);
    const factor = factors.find(({ id }) => id === params.factorId);
    if (!factor) return fail({ code: "not-found" });
    if (!mayRemoveFactor(factors, factor.id, await isFactorRequired(tx, areaCode, account, now))) {
      return fail({ code: "last-factor-stays" });
    }
    const confirmed = await confirmPassword(tx, context, account, { action, password: body.password });
    if (!confirmed.ok) return confirmed;
    if (!body.code && !body.assertion) return fail({ code: "proof-missing" });
    const proven = await countingFailures(tx, context, account, {
      action,
      code: "proof-missing",
      check: async () => provesRemoval(factors, factor.id, await findProof(context, account.id, body)),
    });
    if (!proven.ok) return proven;
    await remove(context, factor, factors.length === 1);
    return succeed({ done: true });
  },
});

async function findProof(
  context: RequestContext<RouteContract>,
  accountId: string,
  { code, assertion }: BodyOf<typeof removeFactorRoute>,
): Promise<Proof | null> {
  const ceremony = assertion ? ceremonyOf(context) : null;
  const factorId = ceremony && assertion ? await finishCheck(ceremony, accountId, assertion) : null;
  if (factorId !== null) return { factorId };
  const proof = code ? await findCodeProof(context, accountId, code) : null;
  return proof && { factorId: proof.factorId };
}

async function remove(
  context: RequestContext<RouteContract>,
  factor: Factor,
  isLast: boolean,
): Promise<void> {
  const { actor, tx, now } = context;
  const { areaCode, accountId } = actor;
  if (factor.kind === "passkey") await removePasskey(tx, areaCode, factor.id, now);
  else await removeAuthenticator(tx, areaCode, factor.id, now);
  // Codes that recover nothing are only one more secret to lose.
  if (isLast) await withdrawRecoveryCodes(tx, areaCode, accountId, now);
  await recordAudit(tx, context, { action, subjectKind: "account", subjectId: accountId, before: factor });
}
