import { endpoint, type RequestContext } from "#platform/http/index.ts";
import { fail, type Result, succeed } from "#platform/kernel/result.ts";
import { recordAudit } from "#rooms/audit/server/index.ts";
import { endClauseUses } from "#rooms/directives/server/index.ts";
import { takeStepRoute } from "../contract/lists.ts";
import { describeFindings, findNextListStatus, listStepSide } from "../core/index.ts";
import { checkList } from "./describe-list.ts";
import { issueTasks } from "./issue-tasks.ts";
import { type LoadedItem, loadItems } from "./load-items.ts";
import { tellChange } from "./lock-list.ts";
import { mayTakeSide } from "./permission.ts";
import { listProblems } from "./problems.ts";
import { type FoundList, findList, lockList, updateList } from "./store/lists.ts";

export type StepContext = RequestContext<typeof takeStepRoute>;

/** 送签、撤回、退回、签发、作废: who may, in which state, and what must be clear before. */
export const takeStep = endpoint(takeStepRoute, {
  problems: listProblems,
  records: {
    "list.submit": "清单：送签",
    "list.withdraw": "清单：撤回",
    "list.return": "清单：退回",
    "list.issue": "清单：签发",
    "list.cancel": "清单：作废",
  },
  async run(context) {
    const { actor, tx, params, body } = context;
    const found = await findList(tx, actor, params.listId);
    if (!found) return fail({ code: "list-not-found" });
    if (!mayTakeSide(actor, found, listStepSide[body.step])) return fail({ code: "not-permitted" });
    const locked = await lockList(tx, actor.areaCode, found.id);
    const list = { ...found, ...locked };
    if (locked.version !== body.version) {
      return fail({ code: "changed-meanwhile", detail: tellChange(locked) });
    }
    const status = findNextListStatus(locked.status, body.step);
    if (status === null) return fail({ code: "step-not-allowed" });
    const note = body.note?.trim() ?? "";
    if (body.step === "return" && note === "") return fail({ code: "note-missing" });
    const items = await loadItems(tx, list, context.today);
    if (body.step === "submit" || body.step === "issue") {
      const refused = refuseUnclear(context, list, items);
      if (!refused.ok) return refused;
    }
    const tasks = body.step === "issue" ? await issueTasks(context, list, items) : succeed(0);
    if (!tasks.ok) return tasks;
    if (body.step === "cancel") {
      const itemIds = items.map(({ row }) => row.id);
      await endClauseUses(tx, actor.areaCode, itemIds, context.now);
    }
    await saveStep(context, list, { status, note });
    return succeed({ status, version: body.version + 1, tasks: tasks.value });
  },
});

/** Publishing is refused with every item that is not clear, by its number and what it lacks. */
function refuseUnclear(
  { today, calendar }: StepContext,
  list: FoundList,
  items: readonly LoadedItem[],
): Result<null, { readonly code: "list-empty" | "not-three-clear"; readonly detail?: string }> {
  if (items.length === 0) return fail({ code: "list-empty" });
  const { refusals } = checkList(list, items, { today, calendar });
  if (refusals.length === 0) return succeed(null);
  return fail({ code: "not-three-clear", detail: describeFindings(refusals), findings: refusals });
}

async function saveStep(
  context: StepContext,
  list: FoundList,
  { status, note }: { readonly status: FoundList["status"]; readonly note: string },
): Promise<void> {
  const { actor, tx, body, now, today } = context;
  const signed = {
    signed_on: today,
    signer_id: actor.personId,
    signer_name: actor.personName,
    signer_post: `${actor.acting.unitName}${actor.acting.postTitle}`,
  };
  await updateList(
    tx,
    { area: actor.areaCode, listId: list.id },
    {
      status,
      version: body.version + 1,
      changed_at: now,
      changed_by_name: actor.personName,
      return_note: body.step === "return" ? `${actor.personName}：${note}` : null,
      ...(body.step === "issue" && signed),
    },
  );
  await recordAudit(tx, context, {
    action: `list.${body.step}`,
    subjectKind: "list",
    subjectId: list.id,
    subjectTitle: list.title,
    before: { status: list.status },
    after: { status, ...(note !== "" && { note }) },
  });
}
