import { endpoint, type RequestContext, type RouteContract } from "#platform/http/index.ts";
import { type PlainDate, parsePlainDate } from "#platform/kernel/plain-date.ts";
import { fail, succeed } from "#platform/kernel/result.ts";
import { recordAudit } from "#rooms/audit/server/index.ts";
import {
  type AttachProblem,
  attachFile,
  attachNote,
  type EvidenceEntry,
  listEvidenceOf,
  restoreEvidence,
  withdrawEvidence,
} from "#rooms/evidence/server/index.ts";
import {
  addEvidenceRoute,
  getEvidenceFileRoute,
  restoreEvidenceRoute,
  withdrawEvidenceRoute,
} from "../contract.ts";
import { isToDo } from "../core/index.ts";
import { mayTake } from "./permission.ts";
import { taskProblems } from "./problems.ts";
import { findReadableTask, listTitlesWithEvidence } from "./store/list-tasks.ts";
import { lockTask } from "./store/write-tasks.ts";

type TaskRequest = Pick<RequestContext<RouteContract>, "actor" | "tx" | "today" | "calendar"> & {
  readonly params: { readonly taskId: string };
};

/** The task locked for work on its evidence: a submission that others judge must not change under their eyes. */
async function lockForEvidence(context: TaskRequest) {
  const locked = await lockTask(context.tx, context.actor.areaCode, context.params.taskId);
  const row = locked && (await findReadableTask(context.tx, context, context.params.taskId));
  if (!row) return fail({ code: "task-not-found" as const });
  if (!mayTake(context.actor, row, "owner")) return fail({ code: "not-permitted" as const });
  if (!isToDo(row.status)) return fail({ code: "evidence-sealed" as const });
  return succeed(row);
}

export const addEvidence = endpoint(addEvidenceRoute, {
  problems: taskProblems,
  records: { "task.addEvidence": "事项：附佐证" },
  constraints: { item_file_once: "file-already-there" },
  async run(context) {
    const { body, files, tx } = context;
    const task = await lockForEvidence(context);
    if (!task.ok) return task;
    const happenedOn = parsePlainDate(body.happenedOn);
    if (!happenedOn) return fail({ code: "invalid-request", detail: "发生日期不存在，请核对" });
    if (files.length === 0 && !body.note?.trim()) return fail({ code: "nothing-attached" });
    const attached = await attachAll(context, entryOf(context, task.value.unit_id, happenedOn));
    if (!attached.ok) return fail(await tellWhere(context, attached.problem));
    await recordAudit(tx, context, {
      action: "task.addEvidence",
      subjectKind: "task",
      subjectId: context.params.taskId,
      subjectTitle: task.value.title,
      after: { evidenceIds: attached.value },
    });
    return succeed({ ids: attached.value });
  },
});

const entryOf = (
  { actor, params, now, today }: RequestContext<typeof addEvidenceRoute>,
  unitId: string,
  happenedOn: PlainDate,
): EvidenceEntry => ({
  areaCode: actor.areaCode,
  unitId,
  personId: actor.personId,
  personName: actor.personName,
  subject: { kind: "task", id: params.taskId },
  happenedOn,
  now,
  today,
});

/** All files, or the note when there is no file; one that is refused refuses them all. */
async function attachAll(context: RequestContext<typeof addEvidenceRoute>, entry: EvidenceEntry) {
  const { tx, storage, files, body } = context;
  const note = body.note?.trim() || null;
  const ids: string[] = [];
  for (const file of files) {
    const title = files.length === 1 && body.title?.trim() ? body.title.trim() : file.fileName;
    const attached = await attachFile(tx, storage, entry, { file, title, note, reuse: body.reuse ?? false });
    if (!attached.ok) return attached;
    ids.push(attached.value);
  }
  if (files.length === 0 && note) {
    const attached = await attachNote(tx, entry, {
      title: body.title?.trim() || [...note].slice(0, 30).join(""),
      note,
    });
    if (!attached.ok) return attached;
    ids.push(attached.value);
  }
  return succeed(ids);
}

/** The same file again: the tasks of this unit on which it hangs already. */
async function tellWhere(
  { tx, actor }: RequestContext<typeof addEvidenceRoute>,
  problem: AttachProblem,
): Promise<AttachProblem> {
  if (problem.code !== "file-already-there") return problem;
  const rows = await listTitlesWithEvidence(tx, actor.areaCode, problem.evidenceId);
  if (rows.length === 0) return problem;
  const titles = rows.map(({ title }) => `“${title}”`).join("、");
  return { ...problem, detail: `${problem.detail ?? ""}该佐证已附于事项${titles}。` };
}

export const withdrawTaskEvidence = endpoint(withdrawEvidenceRoute, {
  problems: taskProblems,
  records: { "task.withdrawEvidence": "事项：撤下佐证" },
  async run(context) {
    const { actor, tx, params, now } = context;
    const task = await lockForEvidence(context);
    if (!task.ok) return task;
    const subject = { kind: "task", id: params.taskId };
    const updated = await withdrawEvidence(
      tx,
      actor.areaCode,
      { evidenceId: params.evidenceId, subject },
      now,
    );
    if (updated.numUpdatedRows === 0n) return fail({ code: "evidence-not-found" });
    const before = { evidenceId: params.evidenceId };
    await recordAudit(tx, context, {
      action: "task.withdrawEvidence",
      subjectKind: "task",
      subjectId: params.taskId,
      subjectTitle: task.value.title,
      before,
    });
    return succeed({ done: true });
  },
});

export const restoreTaskEvidence = endpoint(restoreEvidenceRoute, {
  problems: taskProblems,
  records: { "task.restoreEvidence": "事项：放回佐证" },
  async run(context) {
    const { actor, tx, params } = context;
    const task = await lockForEvidence(context);
    if (!task.ok) return task;
    const { evidenceId, taskId } = params;
    const link = { evidenceId, subject: { kind: "task", id: taskId } };
    const updated = await restoreEvidence(tx, actor.areaCode, link);
    if (updated.numUpdatedRows === 0n) return fail({ code: "evidence-not-found" });
    await recordAudit(tx, context, {
      action: "task.restoreEvidence",
      subjectKind: "task",
      subjectId: taskId,
      subjectTitle: task.value.title,
      after: { evidenceId },
    });
    return succeed({ done: true });
  },
});

export const getEvidenceFile = endpoint(getEvidenceFileRoute, {
  problems: taskProblems,
  records: { "task.downloadEvidence": "事项：下载佐证" },
  async run(context) {
    const { actor, tx, params, storage } = context;
    const row = await findReadableTask(tx, context, params.taskId);
    if (!row) return fail({ code: "task-not-found" });
    const evidence = await listEvidenceOf(tx, actor.areaCode, { kind: "task", id: params.taskId });
    const found = evidence.find((item) => item.evidence_id === params.evidenceId);
    const content = found?.sha256 ? await storage.read(found.sha256) : null;
    if (!found?.file_name || !content) return fail({ code: "evidence-not-found" });
    await recordAudit(tx, context, {
      action: "task.downloadEvidence",
      subjectKind: "task",
      subjectId: row.id,
      subjectTitle: row.title,
      after: { evidenceId: found.evidence_id, fileName: found.file_name },
    });
    return succeed({
      fileName: found.file_name,
      mediaType: found.media_type ?? "application/octet-stream",
      content,
    });
  },
});
