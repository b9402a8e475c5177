import { v7 as newId } from "uuid";
import { endpoint, type RequestContext } from "#platform/http/index.ts";
import { parsePlainDate } from "#platform/kernel/plain-date.ts";
import { fail, succeed } from "#platform/kernel/result.ts";
import { recordAudit } from "#rooms/audit/server/index.ts";
import { changeDocumentRoute, editOutlineRoute, undoEditRoute } from "../contract.ts";
import { decompose, editOutline, type Outline, rereadDeadlines, takeBackChange } from "../core/index.ts";
import { lockForEdit } from "./lock-for-edit.ts";
import { compareOnWire, writeOutline } from "./outline-on-wire.ts";
import { directiveProblems } from "./problems.ts";
import { saveOutline } from "./save-outline.ts";
import { listClauses, type StoredClause, updateClauses } from "./store/clauses.ts";
import { type FoundDocument, updateDocument } from "./store/documents.ts";
import { findEdit, insertEdit } from "./store/edits.ts";
import { listUses } from "./store/uses.ts";

type AnyContext = Pick<
  RequestContext<typeof undoEditRoute>,
  "actor" | "tx" | "now" | "params" | "requestId" | "remoteAddress" | "trail"
>;

export const editOutlineEndpoint = endpoint(editOutlineRoute, {
  problems: directiveProblems,
  records: {
    "directive.text": "文件：修改条文",
    "directive.requirement": "文件：改定性质",
    "directive.merge": "文件：合并条文",
    "directive.split": "文件：拆分条文",
    "directive.drop": "文件：剔除条文",
    "directive.takeBack": "文件：恢复条文",
  },
  async run(context) {
    const { actor, tx, now, body } = context;
    const locked = await lockForEdit(context, body.version);
    if (!locked.ok) return locked;
    const document = locked.value;
    const { before, tell } = await beginEdit(context, document);
    const edit = body.edit.kind === "split" ? { ...body.edit, newId: newId() } : body.edit;
    const edited = editOutline(before, edit, {
      content: document.content,
      year: document.year,
      date: document.document_date === null ? null : parsePlainDate(document.document_date),
    });
    if (!edited.ok) return edited;
    const { outline, absorbed } = edited.value;
    const place = { area: actor.areaCode, documentId: document.id, now };
    const change = await saveOutline(tx, place, { before, after: outline }, (id) => absorbed?.intoId ?? id);
    const version = await nextVersion(context, document);
    await insertEdit(tx, {
      area_code: actor.areaCode,
      document_id: document.id,
      version,
      kind: edit.kind,
      at: now,
      by_name: actor.personName,
      change: JSON.stringify(change),
    });
    await recordAudit(tx, context, {
      action: `directive.${edit.kind}`,
      subjectKind: "clause",
      subjectId: edit.clauseId,
      subjectTitle: document.title,
      before: change.changed.slice(0, 5),
      after: edit,
    });
    return succeed({
      version,
      lastEdit: { kind: edit.kind, byName: actor.personName },
      ...(await tell(outline)),
    });
  },
});

export const undoEdit = endpoint(undoEditRoute, {
  problems: directiveProblems,
  records: { "directive.undo": "文件：撤销修改" },
  async run(context) {
    const { actor, tx, now, body } = context;
    const locked = await lockForEdit(context, body.version);
    if (!locked.ok) return locked;
    const document = locked.value;
    const edit = await findEdit(tx, actor.areaCode, document.id, document.version);
    if (!edit) return fail({ code: "nothing-to-undo" });
    const { before: stored, tell } = await beginEdit(context, document);
    const restored = takeBackChange(stored, edit.change);
    // What the split had added goes back into the clause it came from; what a merge took is there again.
    const returning = edit.change.removed.map(({ clause }) => clause.id);
    const origin = edit.change.changed[0]?.id;
    const place = { area: actor.areaCode, documentId: document.id, now };
    const before = [...stored, ...returning.map((id) => ghostOf(restored, id))];
    await saveOutline(tx, place, { before, after: restored }, (id) => origin ?? id);
    const version = await nextVersion(context, document);
    await recordAudit(tx, context, {
      action: "directive.undo",
      subjectKind: "document",
      subjectId: document.id,
      subjectTitle: document.title,
      after: { kind: edit.kind },
    });
    return succeed({ version, lastEdit: null, ...(await tell(restored)) });
  },
});

/** The outline before the edit, and `tell`, which says after it what the page that shows it must change. */
async function beginEdit({ tx, actor }: AnyContext, document: FoundDocument) {
  const readUses = () => listUses(tx, actor.areaCode, [document.id]);
  const before = await listClauses(tx, actor.areaCode, document.id);
  const former = writeOutline(before, await readUses());
  const tell = async (after: Outline) => {
    const { coverage, ...written } = writeOutline(after, await readUses());
    return { coverage, ...compareOnWire(former, written) };
  };
  return { before, tell };
}

/** The row of a merged clause is there, only not in the outline: it is written over, not inserted. */
function ghostOf(restored: readonly { readonly id: string }[], id: string): StoredClause {
  const clause = restored.find((other) => other.id === id) as StoredClause;
  return { ...clause, text: "", ordinal: 0 };
}

export const changeDocument = endpoint(changeDocumentRoute, {
  problems: directiveProblems,
  records: { "directive.change": "文件：修改登记" },
  async run(context) {
    const { actor, tx, now, body } = context;
    const locked = await lockForEdit(context, body.version);
    if (!locked.ok) return locked;
    const document = locked.value;
    if (body.documentDate != null && !parsePlainDate(body.documentDate)) return fail({ code: "day-unknown" });
    const year = body.year ?? document.year;
    const place = { area: actor.areaCode, documentId: document.id };
    if (year !== document.year) {
      const stored = await listClauses(tx, actor.areaCode, document.id);
      const reread = rereadDeadlines(stored, decompose(document.content, { year }).clauses) as StoredClause[];
      await updateClauses(
        tx,
        { ...place, now },
        reread.filter((clause, index) => clause !== stored[index]),
      );
    }
    const title = body.title?.trim() || document.title;
    const documentNumber =
      body.documentNumber === undefined ? document.document_number : body.documentNumber?.trim() || null;
    const documentDate = body.documentDate === undefined ? document.document_date : body.documentDate;
    await updateDocument(tx, place, {
      title,
      document_number: documentNumber,
      document_date: documentDate,
      year,
    });
    const version = await nextVersion(context, document);
    await recordAudit(tx, context, {
      action: "directive.change",
      subjectKind: "document",
      subjectId: document.id,
      subjectTitle: document.title,
      before: { title: document.title, documentNumber: document.document_number, year: document.year },
      after: { title, documentNumber, documentDate, year },
    });
    return succeed({ version });
  },
});

async function nextVersion({ actor, tx, now }: AnyContext, document: FoundDocument): Promise<number> {
  const version = document.version + 1;
  await updateDocument(
    tx,
    { area: actor.areaCode, documentId: document.id },
    { version, changed_at: now, changed_by_name: actor.personName },
  );
  return version;
}
