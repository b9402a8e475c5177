import { validate as isId } from "uuid";
import { endpoint, type RequestContext } from "#platform/http/index.ts";
import { parsePlainDate, plainDate } from "#platform/kernel/plain-date.ts";
import { fail, succeed } from "#platform/kernel/result.ts";
import { recordAudit } from "#rooms/audit/server/index.ts";
import { describeEvidenceOf } from "#rooms/evidence/server/index.ts";
import {
  getTaskRoute,
  listProblemsRoute,
  listTasksRoute,
  openTaskRoute,
  proposeMilestoneDaysRoute,
} from "../contract.ts";
import {
  isOverdue,
  isToDo,
  type Milestone,
  type PlannedMilestone,
  proposeMilestoneDays,
  type TaskStatus,
} from "../core/index.ts";
import { describeTask } from "./describe-task.ts";
import { listAllowedActions, mayTake } from "./permission.ts";
import { taskProblems } from "./problems.ts";
import {
  countProblemsByUnit,
  findReadableTask,
  listTasksBelow,
  type PageKey,
  pageSize,
  readPage,
} from "./store/list-tasks.ts";
import { listActions, listAssistingUnits, markOpened } from "./store/write-tasks.ts";

export const listTasksEndpoint = endpoint(listTasksRoute, {
  problems: taskProblems,
  async run(context) {
    const { tx, query, today, calendar } = context;
    const after = query.after === undefined ? null : readPageKey(query.after);
    if (query.after !== undefined && !after) return fail({ code: "invalid-request", detail: "翻页位置无效" });
    const { rows, total } = await readPage(tx, context, query, after);
    const tasks = rows.slice(0, pageSize).map((row) => describeTask(row, today, calendar));
    const last = tasks.at(-1);
    const next = rows.length > pageSize && last ? `${last.dueDate}_${last.id}` : null;
    return succeed({ tasks, next, total });
  },
});

/** "2026-11-20_<uuid>" */
function readPageKey(text: string): PageKey | null {
  const match = /^(\d{4}-\d{2}-\d{2})_(.+)$/.exec(text);
  if (!match?.[1] || !match[2] || !parsePlainDate(match[1]) || !isId(match[2])) return null;
  return { dueDate: match[1], id: match[2] };
}

export const getTask = endpoint(getTaskRoute, {
  problems: taskProblems,
  async run(context) {
    const { actor, tx, params, today, calendar } = context;
    const row = await findReadableTask(tx, context, params.taskId);
    if (!row) return fail({ code: "task-not-found" });
    // A unit below need not see what its superior was given: then the parent is as if not there.
    const parent = row.parent_id === null ? undefined : await findReadableTask(tx, context, row.parent_id);
    const below = await listTasksBelow(tx, context, params.taskId);
    const isOwner = mayTake(actor, row, "owner");
    return succeed({
      task: describeTask(row, today, calendar),
      content: row.content,
      role: row.responsibility_role,
      version: row.version,
      milestones: describeMilestones(row, context),
      extensionRequestedTo: row.extension_requested_to,
      assistingUnits: (await listAssistingUnits(tx, actor.areaCode, row.id)).map((unit) => unit.name),
      parent: parent ? { id: parent.id, title: parent.title } : null,
      below: below.map((child) => describeTask(child, today, calendar)),
      log: await describeLog(context),
      evidence: await describeEvidenceOf(tx, actor.areaCode, { kind: "task", id: row.id }),
      allowedActions: listAllowedActions(actor, row),
      mayAddEvidence: isOwner && isToDo(row.status),
      mayDecompose: isOwner && (row.status === "inProgress" || row.status === "returned"),
      sourceRoom: row.source_room,
      sourceId: row.source_id,
    });
  },
});

function describeMilestones(
  { status, milestones }: { readonly status: TaskStatus; readonly milestones: unknown },
  { today, calendar }: RequestContext<typeof getTaskRoute>,
) {
  return (milestones as readonly Milestone[]).map((step) => ({
    ...step,
    isPast: step.reachedOn === null && isOverdue({ status, dueDate: step.dueDate }, today, calendar),
  }));
}

async function describeLog({ tx, actor, params }: RequestContext<typeof getTaskRoute>) {
  const actions = await listActions(tx, actor.areaCode, params.taskId);
  return actions.map((logged) => ({
    sequence: logged.sequence,
    action: logged.action,
    at: logged.at.toISOString(),
    happenedOn: logged.happened_on,
    personName: logged.person_name,
    postTitle: logged.post_title,
    unitName: logged.unit_name ?? "",
    note: logged.note,
    dueDate: logged.due_date,
    milestones:
      logged.milestones === null
        ? []
        : (logged.milestones as readonly PlannedMilestone[]).map((step) => ({ ...step })),
  }));
}

export const proposeDays = endpoint(proposeMilestoneDaysRoute, {
  problems: taskProblems,
  async run(context) {
    const { tx, params, query, today, calendar } = context;
    const row = await findReadableTask(tx, context, params.taskId);
    if (!row) return fail({ code: "task-not-found" });
    const dueDate = plainDate(row.due_date);
    return succeed({ days: [...proposeMilestoneDays(today, dueDate, query.count, calendar)] });
  },
});

export const openTask = endpoint(openTaskRoute, {
  problems: taskProblems,
  records: { "task.open": "事项：首次打开" },
  async run(context) {
    const { actor, tx, params, now, trail } = context;
    const row = await findReadableTask(tx, context, params.taskId);
    if (!row) return fail({ code: "task-not-found" });
    if (!mayTake(actor, row, "owner")) {
      trail.nothingChanged();
      return succeed({ done: false });
    }
    const isFirst = await markOpened(tx, actor.areaCode, { id: row.id, unitId: row.unit_id }, now);
    if (!isFirst) {
      trail.nothingChanged();
      return succeed({ done: false });
    }
    await recordAudit(tx, context, {
      action: "task.open",
      subjectKind: "task",
      subjectId: row.id,
      subjectTitle: row.title,
    });
    return succeed({ done: true });
  },
});

export const listProblems = endpoint(listProblemsRoute, {
  problems: taskProblems,
  async run(context) {
    const units = await countProblemsByUnit(context.tx, context, context.query.unitKind);
    return succeed({ units });
  },
});
