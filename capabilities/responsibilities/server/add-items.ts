import { v7 as newId } from "uuid";
import { endpoint } from "#platform/http/index.ts";
import { fail, succeed } from "#platform/kernel/result.ts";
import { recordAudit } from "#rooms/audit/server/index.ts";
import { findDocumentOutline } from "#rooms/directives/server/index.ts";
import { addClausesRoute, addItemRoute } from "../contract/items.ts";
import { changeListRoute } from "../contract/lists.ts";
import { listIssuersOf } from "./issuers.ts";
import { lockDraft, touchList } from "./lock-list.ts";
import { listProblems } from "./problems.ts";
import { addProposedItems, chooseClauses } from "./propose-rows.ts";
import { findLastOrdinal, insertItems } from "./store/items.ts";
import { updateList } from "./store/lists.ts";

export const addItem = endpoint(addItemRoute, {
  problems: listProblems,
  records: { "list.addItem": "清单：增加条目" },
  async run(context) {
    const { actor, tx, body, now } = context;
    const locked = await lockDraft(context, null);
    if (!locked.ok) return locked;
    const list = locked.value;
    const itemId = newId();
    await insertItems(tx, [
      {
        area_code: actor.areaCode,
        id: itemId,
        list_id: list.id,
        ordinal: (await findLastOrdinal(tx, actor.areaCode, list.id)) + 1,
        origin: body.origin ?? "other",
        clause_id: null,
        content: body.content,
        target: "",
        measures: "",
        responsibility_role: null,
        due_date: null,
        remarks: "",
        is_proposed: false,
        version: 1,
        changed_at: now,
        changed_by_name: actor.personName,
        removed_at: null,
      },
    ]);
    await touchList(context, list);
    await recordAudit(tx, context, {
      action: "list.addItem",
      subjectKind: "listItem",
      subjectId: itemId,
      subjectTitle: list.title,
      after: body,
    });
    return succeed({ itemId });
  },
});

export const addClauses = endpoint(addClausesRoute, {
  problems: listProblems,
  records: { "list.addClauses": "清单：从文件列入条目" },
  async run(context) {
    const { actor, tx, body } = context;
    const locked = await lockDraft(context, null);
    if (!locked.ok) return locked;
    const list = locked.value;
    const outline = await findDocumentOutline(tx, actor, body.documentId);
    if (!outline) return fail({ code: "document-not-found" });
    const proposed = chooseClauses(outline, body.clauseIds);
    if (!proposed) return fail({ code: "clause-not-assignable" });
    if (proposed.length === 0) return fail({ code: "nothing-to-assign" });
    const target = {
      listId: list.id,
      issuerUnitId: list.issuer_unit_id,
      origin: body.origin ?? ("keyPoints" as const),
    };
    const items = await addProposedItems(context, target, proposed);
    await touchList(context, list);
    await recordAudit(tx, context, {
      action: "list.addClauses",
      subjectKind: "list",
      subjectId: list.id,
      subjectTitle: list.title,
      after: { documentId: body.documentId, items },
    });
    return succeed({ items });
  },
});

export const changeList = endpoint(changeListRoute, {
  problems: listProblems,
  records: { "list.change": "清单：修改" },
  async run(context) {
    const { actor, tx, body } = context;
    const locked = await lockDraft(context, body.version);
    if (!locked.ok) return locked;
    const list = locked.value;
    if (body.issuerUnitId !== undefined && body.issuerUnitId !== list.issuer_unit_id) {
      const issuers = await listIssuersOf(tx, actor);
      // What breaks down a task of one's own is given out in one's own name, whoever else one may draft for.
      const isOwn = [actor.acting.unitId, actor.acting.draftsForId].includes(body.issuerUnitId);
      const isAllowed = issuers.some(({ id }) => id === body.issuerUnitId);
      if (!isAllowed || (list.parent_task_id !== null && !isOwn)) return fail({ code: "issuer-not-allowed" });
    }
    const after = {
      title: body.title?.trim() || list.title,
      year: body.year ?? list.year,
      issuer_unit_id: body.issuerUnitId ?? list.issuer_unit_id,
    };
    await updateList(tx, { area: actor.areaCode, listId: list.id }, after);
    const version = await touchList(context, list);
    await recordAudit(tx, context, {
      action: "list.change",
      subjectKind: "list",
      subjectId: list.id,
      subjectTitle: list.title,
      before: { title: list.title, year: list.year, issuer_unit_id: list.issuer_unit_id },
      after,
    });
    return succeed({ version });
  },
});
