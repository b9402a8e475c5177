import { endpoint, type RequestContext, type RouteContract } from "#platform/http/index.ts";
import { fail, type Result, succeed } from "#platform/kernel/result.ts";
import { recordAudit } from "#rooms/audit/server/index.ts";
import {
  checkBulletinRoute,
  editBulletinRoute,
  sendBackBulletinRoute,
  withdrawBulletinRoute,
} from "../contract.ts";
import {
  actNames,
  type BulletinAct,
  type BulletinStatus,
  type BulletinText,
  findMissing,
  findNextStatus,
  nameCircle,
  statusNames,
} from "../core/index.ts";
import { bulletinActTitles } from "./act-titles.ts";
import { mayAct } from "./permission.ts";
import { bulletinProblems } from "./problems.ts";
import { findReadableBulletin, listSteps, type ReadableBulletin } from "./store/read-bulletins.ts";
import { insertStep, lockBulletin, updateBulletin } from "./store/write-bulletins.ts";
import type { BulletinRow } from "./tables.ts";

export type ActContext = Pick<
  RequestContext<RouteContract>,
  "actor" | "tx" | "now" | "today" | "requestId" | "remoteAddress" | "trail"
> & {
  readonly params: { readonly bulletinId: string };
  readonly body: { readonly version: number };
};

type Refusal = {
  readonly code: "bulletin-not-found" | "not-permitted" | "changed-meanwhile" | "act-not-allowed";
  readonly detail?: string;
};

/** The bulletin locked for an act that is possible now, or why not. */
export async function beginAct(
  context: ActContext,
  act: BulletinAct,
): Promise<Result<{ readonly row: ReadableBulletin; readonly status: BulletinStatus }, Refusal>> {
  const { actor, tx, params, body } = context;
  const locked = await lockBulletin(tx, actor.areaCode, params.bulletinId);
  const row = locked && (await findReadableBulletin(tx, actor, params.bulletinId));
  if (!row) return fail({ code: "bulletin-not-found" });
  if (!mayAct(actor, row, act)) return fail({ code: "not-permitted" });
  if (row.version !== body.version) return fail(await describeChange(context));
  const status = findNextStatus(row.status, act);
  if (status === null) {
    const detail = `通报现为“${statusNames[row.status]}”，不能“${actNames[act]}”。`;
    return fail({ code: "act-not-allowed", detail });
  }
  return succeed({ row, status });
}

/** Of two people acting at once the second is told what the first did. */
async function describeChange({ actor, tx, params }: ActContext): Promise<Refusal> {
  const last = (await listSteps(tx, actor.areaCode, params.bulletinId)).at(-1);
  const detail = last
    ? `${last.person_name}刚刚办理了“${actNames[last.act]}”，请查看后再办。`
    : "通报刚刚有变动，请刷新后再办。";
  return { code: "changed-meanwhile", detail };
}

/** Writes the change, its step and its audit; answers the state after it. */
export async function finishAct(
  context: ActContext,
  acted: { readonly act: BulletinAct; readonly row: ReadableBulletin; readonly note: string | null },
  changes: Partial<BulletinRow> & { readonly status: BulletinStatus },
) {
  const { actor, tx, now, params } = context;
  const { row, act, note } = acted;
  await updateBulletin(tx, actor.areaCode, params.bulletinId, changes);
  await insertStep(tx, {
    area_code: actor.areaCode,
    bulletin_id: row.id,
    sequence: row.version + 1,
    act,
    at: now,
    person_id: actor.personId,
    person_name: actor.personName,
    post_title: actor.acting.postTitle,
    note,
  });
  await recordAudit(tx, context, {
    action: `bulletin.${act}`,
    subjectKind: "bulletin",
    subjectId: row.id,
    subjectTitle: row.title,
    before: { status: row.status },
    after: { status: changes.status, documentNumber: changes.document_number ?? row.document_number },
  });
  return { status: changes.status, version: row.version + 1 };
}

export const editBulletin = endpoint(editBulletinRoute, {
  problems: bulletinProblems,
  records: bulletinActTitles,
  async run(context) {
    const begun = await beginAct(context, "edit");
    if (!begun.ok) return begun;
    const { row, status } = begun.value;
    const { text } = context.body;
    const changes = {
      status,
      title: text.title.trim(),
      body: JSON.stringify(text),
      circle: nameCircle(text.circleKinds),
      number_prefix: text.numberPrefix.trim(),
      author_ids: [...new Set([...row.author_ids, context.actor.personId])],
    };
    return succeed(await finishAct(context, { act: "edit", row, note: null }, changes));
  },
});

export const checkBulletin = endpoint(checkBulletinRoute, {
  problems: bulletinProblems,
  records: bulletinActTitles,
  constraints: { bulletin_checked_by_another: "own-writing-not-checked" },
  async run(context) {
    const begun = await beginAct(context, "check");
    if (!begun.ok) return begun;
    const { row, status } = begun.value;
    const { actor, now, body } = context;
    if (row.author_ids.includes(actor.personId)) return fail({ code: "own-writing-not-checked" });
    const missing = findMissing(row.body as BulletinText);
    if (missing.length > 0) return fail({ code: "text-incomplete", detail: `请补充${missing.join("、")}。` });
    const note = body.note?.trim() || null;
    const changes = {
      status,
      checked_by_id: actor.personId,
      checked_by_name: actor.personName,
      checked_at: now,
    };
    return succeed(await finishAct(context, { act: "check", row, note }, changes));
  },
});

export const sendBackBulletin = endpoint(sendBackBulletinRoute, {
  problems: bulletinProblems,
  records: bulletinActTitles,
  async run(context) {
    const begun = await beginAct(context, "sendBack");
    if (!begun.ok) return begun;
    const { row, status } = begun.value;
    const note = context.body.reason.trim();
    if (note === "") return fail({ code: "reason-missing" });
    const changes = { status, checked_by_id: null, checked_by_name: null, checked_at: null };
    return succeed(await finishAct(context, { act: "sendBack", row, note }, changes));
  },
});

export const withdrawBulletin = endpoint(withdrawBulletinRoute, {
  problems: bulletinProblems,
  records: bulletinActTitles,
  async run(context) {
    const begun = await beginAct(context, "withdraw");
    if (!begun.ok) return begun;
    const { row, status } = begun.value;
    const note = context.body.reason.trim();
    if (note === "") return fail({ code: "reason-missing" });
    const changes = { status, withdrawn_on: context.today, withdrawn_reason: note };
    return succeed(await finishAct(context, { act: "withdraw", row, note }, changes));
  },
});
