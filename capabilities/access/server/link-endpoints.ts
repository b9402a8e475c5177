import { type Endpoint, endpoint } from "#platform/http/index.ts";
import { fail, succeed } from "#platform/kernel/result.ts";
import { recordAudit } from "#rooms/audit/server/index.ts";
import { beginLinkRoute, removeLinkRoute } from "../contract/my-account.ts";
import { confirmPassword } from "./confirm.ts";
import { confirmationProblems } from "./sign-in-problems.ts";
import { beginTrip, signOnProblems } from "./single-sign-on.ts";
import { getAccount } from "./store/account.ts";
import { findLink, removeLink } from "./store/linked-identity.ts";

const problems = {
  ...signOnProblems,
  ...confirmationProblems,
  "linked-already": { status: 409, title: "本账号已经绑定" },
} as const;

const beginLink = endpoint(beginLinkRoute, {
  problems,
  keepsRefusals: true,
  unrecorded: "只去往统一认证，关联成功时才记录；密码输错的另有记录",
  async run(context) {
    const { actor, tx, body } = context;
    const { areaCode, accountId } = actor;
    const account = await getAccount(tx, areaCode, accountId);
    const claimed = { action: "access.linkIdentity", password: body.password };
    const confirmed = await confirmPassword(tx, context, account, claimed);
    if (!confirmed.ok) return confirmed;
    const issuer = context.installation.identityProvider?.issuer ?? "";
    if (await findLink(tx, areaCode, accountId, issuer)) return fail({ code: "linked-already" });
    return beginTrip(context, { areaCode, linkingAccountId: accountId });
  },
});

const unlink = endpoint(removeLinkRoute, {
  problems,
  keepsRefusals: true,
  records: { "access.removeLink": "账号：解除统一认证" },
  async run(context) {
    const { actor, tx, now, body } = context;
    const { areaCode, accountId } = actor;
    const account = await getAccount(tx, areaCode, accountId);
    const action = "access.removeLink";
    const confirmed = await confirmPassword(tx, context, account, { action, password: body.password });
    if (!confirmed.ok) return confirmed;
    const issuer = context.installation.identityProvider?.issuer ?? "";
    const link = await findLink(tx, areaCode, accountId, issuer);
    if (!link) return fail({ code: "not-found" });
    await removeLink(tx, areaCode, link.id, now);
    await recordAudit(tx, context, {
      action,
      subjectKind: "account",
      subjectId: accountId,
      before: { issuer },
    });
    return succeed({ done: true });
  },
});

export const linkEndpoints: readonly Endpoint[] = [beginLink, unlink];
