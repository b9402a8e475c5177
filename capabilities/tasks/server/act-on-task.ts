import type { Tx } from "#platform/database/index.ts";
import { endpoint, type RequestContext } from "#platform/http/index.ts";
import { parsePlainDate } from "#platform/kernel/plain-date.ts";
import { fail, succeed } from "#platform/kernel/result.ts";
import { recordAudit } from "#rooms/audit/server/index.ts";
import { listEvidenceOf } from "#rooms/evidence/server/index.ts";
import { actOnTaskRoute } from "../contract.ts";
import {
  type ActionProblem,
  type ActionRequest,
  actionNames,
  actionSide,
  decideAction,
  type LoggedAction,
  statusNames,
} from "../core/index.ts";
import { taskActTitles } from "./act-titles.ts";
import { isOwnUnitsWork, mayTake, type PlacedTask } from "./permission.ts";
import { taskProblems } from "./problems.ts";
import { findReadableTask } from "./store/list-tasks.ts";
import { listActions, listOpenBelow, lockTask, saveAction, stateOf } from "./store/write-tasks.ts";

type Context = RequestContext<typeof actOnTaskRoute>;

export const actOnTask = endpoint(actOnTaskRoute, {
  problems: taskProblems,
  records: taskActTitles,
  constraints: { action_pk: "action-not-allowed" },
  async run(context) {
    const { actor, tx, params, body, today } = context;
    const locked = await lockTask(tx, actor.areaCode, params.taskId);
    const readable = locked && (await findReadableTask(tx, context, params.taskId));
    if (!locked || !readable) return fail({ code: "task-not-found" });
    if (!mayTake(actor, readable, actionSide[body.action])) return fail({ code: "not-permitted" });
    if (locked.version !== body.version) return fail(await describeChange(tx, context));
    const request = requestOf(context);
    if (!request) return fail({ code: "invalid-request", detail: "日期不存在，请核对" });
    const decided = decideAction(stateOf(locked), request, await circumstancesOf(context, readable));
    if (!decided.ok)
      return fail({ code: decided.problem.code, ...(await explain(context, decided.problem)) });
    const { logged, state } = decided.value;
    await saveAction(tx, rowOf(context, request, logged), state);
    await recordAudit(tx, context, {
      action: `task.${body.action}`,
      subjectKind: "task",
      subjectId: params.taskId,
      subjectTitle: readable.title,
      before: { status: locked.status, dueDate: locked.due_date },
      after: { status: state.status, dueDate: state.dueDate, on: today },
    });
    return succeed({ status: state.status, version: state.version });
  },
});

/** Null when a day was written that the calendar does not have. */
function requestOf({ actor, body }: Context): ActionRequest | null {
  const happenedOn = body.happenedOn === undefined ? null : parsePlainDate(body.happenedOn);
  const dueDate = body.dueDate === undefined ? null : parsePlainDate(body.dueDate);
  if (body.happenedOn !== undefined && happenedOn === null) return null;
  if (body.dueDate !== undefined && dueDate === null) return null;
  const milestones = (body.milestones ?? []).flatMap((step) => {
    const day = parsePlainDate(step.dueDate);
    return day ? [{ title: step.title, dueDate: day }] : [];
  });
  if (milestones.length !== (body.milestones ?? []).length) return null;
  return {
    action: body.action,
    note: body.note ?? null,
    happenedOn,
    dueDate,
    personId: actor.personId,
    ...(body.milestones && { milestones }),
    ...(body.milestone !== undefined && { milestone: body.milestone }),
  };
}

async function circumstancesOf({ tx, actor, params, today }: Context, task: PlacedTask) {
  const evidence = await listEvidenceOf(tx, actor.areaCode, { kind: "task", id: params.taskId });
  const actions = await listActions(tx, actor.areaCode, params.taskId);
  const submission = actions.findLast((logged) => logged.action === "submit");
  return {
    today,
    evidenceCount: evidence.length,
    submittedById: submission?.person_id ?? null,
    isOwnUnitsWork: isOwnUnitsWork(actor, task),
    openBelowCount: (await listOpenBelow(tx, actor.areaCode, params.taskId)).length,
  };
}

/** Of two people acting at once the second is told what the first did. */
async function describeChange(tx: Tx, { actor, params, body }: Context) {
  const since = (await listActions(tx, actor.areaCode, params.taskId)).filter(
    (logged) => logged.sequence > body.version,
  );
  const last = since.at(-1);
  const detail = last
    ? `${last.unit_name ?? ""}${last.person_name}刚刚办理了“${actionNames[last.action]}”，请查看后再办。`
    : "事项刚刚有变动，请刷新后再办。";
  return { code: "changed-meanwhile" as const, detail };
}

/** More names than this would not be read. */
const namedBelow = 10;

async function explain({ tx, actor, params }: Context, problem: ActionProblem): Promise<{ detail?: string }> {
  if (problem.code === "action-not-allowed") {
    return { detail: `事项现为“${statusNames[problem.status]}”，不能“${actionNames[problem.action]}”。` };
  }
  if ("ordinal" in problem) return { detail: `请核对第${problem.ordinal}个节点。` };
  if (problem.code !== "tasks-below-open") return {};
  const open = await listOpenBelow(tx, actor.areaCode, params.taskId);
  const named = open.slice(0, namedBelow).map(({ unit_name, title }) => `${unit_name}“${title}”`);
  const rest = open.length > namedBelow ? "等" : "";
  return { detail: `还有${open.length}项下级事项未办结：${named.join("、")}${rest}。` };
}

const rowOf = (
  { actor, params, body, now, today }: Context,
  request: ActionRequest,
  logged: LoggedAction,
) => ({
  area_code: actor.areaCode,
  task_id: params.taskId,
  sequence: logged.sequence,
  action: body.action,
  at: now,
  entered_on: today,
  happened_on: request.happenedOn,
  person_id: actor.personId,
  person_name: actor.personName,
  post_title: actor.acting.postTitle,
  unit_id: actor.acting.unitId,
  note: request.note?.trim() || null,
  due_date: logged.dueDate,
  milestones: logged.milestones ? JSON.stringify(logged.milestones) : null,
  milestone: logged.milestone ?? null,
});
