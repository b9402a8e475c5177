import { v7 as newId } from "uuid";
import { endpoint, type RequestContext } from "#platform/http/index.ts";
import { fail, type Result, succeed } from "#platform/kernel/result.ts";
import { recordAudit } from "#rooms/audit/server/index.ts";
import { findDocumentOutline } from "#rooms/directives/server/index.ts";
import { findNextStatus } from "#rooms/tasks/core/index.ts";
import { createListRoute } from "../contract/lists.ts";
import type { ProposedItem } from "../core/index.ts";
import { listIssuersOf } from "./issuers.ts";
import { listProblems } from "./problems.ts";
import { addProposedItems, chooseClauses } from "./propose-rows.ts";
import { insertItems } from "./store/items.ts";
import { findOwnTask, insertList } from "./store/lists.ts";

type Context = RequestContext<typeof createListRoute>;
type OwnTask = NonNullable<Awaited<ReturnType<typeof findOwnTask>>>;

export const createList = endpoint(createListRoute, {
  problems: listProblems,
  records: { "list.create": "清单：建立" },
  async run(context) {
    const { actor, tx, body, now } = context;
    const { unitId, unitPath } = actor.acting;
    if (!actor.may("list.draft", { id: unitId, path: unitPath })) return fail({ code: "not-permitted" });
    const title = body.title.trim();
    if (title === "") return fail({ code: "title-missing" });
    const issuers = await listIssuersOf(tx, actor);
    if (!issuers.some(({ id }) => id === body.issuerUnitId)) return fail({ code: "issuer-not-allowed" });
    const source = await findSource(context);
    if (!source.ok) return source;
    const { task, proposed } = source.value;
    const listId = newId();
    await insertList(tx, {
      area_code: actor.areaCode,
      id: listId,
      title,
      year: body.year,
      drafter_unit_id: unitId,
      issuer_unit_id: body.issuerUnitId,
      document_id: body.documentId ?? null,
      parent_task_id: task?.id ?? null,
      status: "draft",
      version: 1,
      created_at: now,
      created_by_name: actor.personName,
      changed_at: now,
      changed_by_name: actor.personName,
      signed_on: null,
      signer_id: null,
      signer_name: null,
      signer_post: null,
      return_note: null,
    });
    if (task) await insertFromTask(context, listId, task);
    const target = { listId, issuerUnitId: body.issuerUnitId, origin: body.origin ?? ("keyPoints" as const) };
    if (proposed.length > 0) await addProposedItems(context, target, proposed);
    const items = proposed.length + (task ? 1 : 0);
    const after = { title, year: body.year, documentId: body.documentId, items };
    await recordAudit(tx, context, {
      action: "list.create",
      subjectKind: "list",
      subjectId: listId,
      subjectTitle: body.title,
      after,
    });
    return succeed({ listId, items });
  },
});

interface Source {
  readonly task: OwnTask | null;
  readonly proposed: readonly ProposedItem[];
}

type SourceProblem = {
  readonly code:
    | "document-not-found"
    | "clause-not-assignable"
    | "nothing-to-assign"
    | "task-not-found"
    | "parent-task-not-open"
    | "issuer-not-allowed";
};

/** What the list is made of: a document's requirements, a task to be broken down, or nothing yet. */
async function findSource(context: Context): Promise<Result<Source, SourceProblem>> {
  const { actor, tx, body } = context;
  let task: OwnTask | null = null;
  if (body.parentTaskId !== undefined) {
    task = (await findOwnTask(tx, actor, body.parentTaskId)) ?? null;
    if (!task) return fail({ code: "task-not-found" });
    if (findNextStatus(task.status, "decompose") === null) return fail({ code: "parent-task-not-open" });
    const mine = [actor.acting.unitId, actor.acting.draftsForId];
    if (!mine.includes(body.issuerUnitId)) return fail({ code: "issuer-not-allowed" });
  }
  if (body.documentId === undefined) return succeed({ task, proposed: [] });
  const outline = await findDocumentOutline(tx, actor, body.documentId);
  if (!outline) return fail({ code: "document-not-found" });
  const proposed = chooseClauses(outline, body.clauseIds);
  if (!proposed) return fail({ code: "clause-not-assignable" });
  if (proposed.length === 0) return fail({ code: "nothing-to-assign" });
  return succeed({ task, proposed });
}

/** The task itself as the first item, to be given to the units below or divided further. */
const insertFromTask = ({ tx, actor, now, today }: Context, listId: string, task: OwnTask): Promise<void> =>
  insertItems(tx, [
    {
      area_code: actor.areaCode,
      id: newId(),
      list_id: listId,
      ordinal: 1,
      origin: task.origin,
      clause_id: null,
      content: task.content,
      target: "",
      measures: "",
      responsibility_role: "firstResponsible",
      due_date: task.due_date < today ? null : task.due_date,
      remarks: "",
      is_proposed: true,
      version: 1,
      changed_at: now,
      changed_by_name: actor.personName,
      removed_at: null,
    },
  ]);
