import { type Endpoint, endpoint } from "#platform/http/index.ts";
import { fail, succeed } from "#platform/kernel/result.ts";
import { getChainRoute, verifyChainRoute } from "../contract.ts";
import { describeFault } from "../core/index.ts";
import { mayReadAudit } from "./permission.ts";
import { auditProblems } from "./problems.ts";
import { recordAudit } from "./record-audit.ts";
import { countSeals, countUnsealedFrom, findHead, listLinks } from "./store/read-chain.ts";
import { checkOutside, findStart } from "./verify-area.ts";
import { followLinks, readLinksAfter } from "./verify-chain.ts";

const getChain = endpoint(getChainRoute, {
  problems: auditProblems,
  async run({ actor, tx }) {
    if (!mayReadAudit(actor)) return fail({ code: "not-permitted" });
    const head = await findHead(tx, actor.areaCode);
    return succeed({
      sealed: head?.sequence ?? 0,
      lastSealedAt: head?.sealed_at.toISOString() ?? null,
      headDigest: head?.digest.toString("hex") ?? null,
      unsealed: await countUnsealedFrom(tx, actor.areaCode, head?.unsealed_from ?? "0"),
      present: await countSeals(tx, actor.areaCode),
    });
  },
});

/** A stretch takes well under a second, so that a page shows how far it is and nobody's work waits. */
const linksPerStretch = 20_000;

const verifyChain = endpoint(verifyChainRoute, {
  problems: auditProblems,
  records: { "audit.verify": "核验审计链" },
  async run(context) {
    const { actor, tx, body } = context;
    const { areaCode } = actor;
    if (!mayReadAudit(actor)) return fail({ code: "not-permitted" });
    const start = await findStart(tx, areaCode, body.after);
    const followed = start.ok
      ? await followLinks(
          readLinksAfter(
            (after, limit) => listLinks(tx, areaCode, after, limit),
            start.position.sequence,
            linksPerStretch,
          ),
          start.position,
        )
      : { position: { sequence: 0, digest: "", latestAt: "" }, checked: 0, fault: start.fault };
    const isThrough = followed.fault !== null || followed.checked < linksPerStretch;
    const outside = isThrough && start.ok ? await checkOutside(tx, areaCode, followed) : null;
    const fault = followed.fault ?? outside?.fault ?? null;
    const words = fault && describeFault(fault);
    const { sequence } = followed.position;
    await recordAudit(tx, context, {
      action: "audit.verify",
      subjectKind: "audit",
      subjectId: areaCode,
      after: { after: body.after ?? 0, through: sequence, checked: followed.checked, fault: words },
    });
    return succeed({
      checked: followed.checked,
      sequence,
      isThrough,
      unsealed: outside?.unsealed ?? 0,
      fault: fault && { sequence: fault.sequence, recordId: fault.recordId, words: words ?? "" },
    });
  },
});

export const chainEndpoints: readonly Endpoint[] = [getChain, verifyChain];
