import { v7 as newId } from "uuid";
import { endpoint, type RequestContext, type UploadedFile } from "#platform/http/index.ts";
import { yearOf } from "#platform/kernel/plain-date.ts";
import { fail, type Result, succeed } from "#platform/kernel/result.ts";
import { digestOf } from "#platform/storage/index.ts";
import { openThreadPool } from "#platform/threads/index.ts";
import { recordAudit } from "#rooms/audit/server/index.ts";
import { uploadDocumentRoute } from "../contract.ts";
import { type Clause, type Decomposition, findDocumentNumber, selectAssignable } from "../core/index.ts";
import { directiveProblems } from "./problems.ts";
import type { ReadUpload, Upload, UploadProblem } from "./read-upload.ts";
import { insertClauses, type StoredClause } from "./store/clauses.ts";
import { findByDigest, insertDocument } from "./store/documents.ts";

type Context = RequestContext<typeof uploadDocumentRoute>;

/** Reading and decomposing a long file takes seconds: apart, while other people are answered. */
const readers = openThreadPool<Upload, Result<ReadUpload, UploadProblem>>(
  new URL("./reading-thread.ts", import.meta.url),
  { longestMs: 60_000 },
);

export const uploadDocument = endpoint(uploadDocumentRoute, {
  problems: directiveProblems,
  records: { "directive.upload": "文件：上传" },
  constraints: { document_digest_once: "document-already-there" },
  async run(context) {
    const { actor, tx, files, body, today } = context;
    const { unitId, unitPath } = actor.acting;
    if (!actor.may("directive.edit", { id: unitId, path: unitPath })) return fail({ code: "not-permitted" });
    const file = files[0];
    if (!file) return fail({ code: "file-missing" });
    const known = await findByDigest(tx, actor.areaCode, unitId, digestOf(file.bytes));
    if (known) {
      const detail = `与已有的“${known.title}”是同一份文件，可以直接打开，不必重复上传。`;
      return fail({ code: "document-already-there", detail, documentId: known.id });
    }
    const { bytes, fileName } = file;
    const read = await readers.run({ bytes, fileName, year: body.year ?? null, thisYear: yearOf(today) });
    if (!read.ok) return read;
    const { text, format, decomposition } = read.value;
    const clauses = prepareClauses(decomposition.clauses);
    const documentId = await save(context, { file, text, format, decomposition, clauses });
    const requirements = selectAssignable(clauses).length;
    const after = { sha256: digestOf(file.bytes), clauses: clauses.length, requirements };
    await recordAudit(tx, context, {
      action: "directive.upload",
      subjectKind: "document",
      subjectId: documentId,
      subjectTitle: file.fileName,
      after,
    });
    return succeed({ documentId, clauses: clauses.length, requirements });
  },
});

/** The paths of the decomposition become lasting ids; its order becomes the ordinal. */
function prepareClauses(clauses: readonly Clause[]): StoredClause[] {
  const ids = new Map(clauses.map((clause) => [clause.id, newId()]));
  const idOf = (id: string): string => ids.get(id) ?? id;
  return clauses.map((clause, index) => ({
    ...clause,
    id: idOf(clause.id),
    parentId: clause.parentId === null ? null : idOf(clause.parentId),
    edited: false,
    dropped: false,
    ordinal: index + 1,
  }));
}

interface Prepared {
  readonly file: UploadedFile;
  readonly text: string;
  readonly format: "txt" | "docx";
  readonly decomposition: Decomposition;
  readonly clauses: readonly StoredClause[];
}

async function save(
  context: Context,
  { file, text, format, decomposition, clauses }: Prepared,
): Promise<string> {
  const { actor, tx, now, today, storage, body } = context;
  const documentId = newId();
  const sha256 = await storage.save(file.bytes);
  const named = file.fileName.replace(/\.[a-z]{2,5}$/i, "");
  await insertDocument(tx, {
    area_code: actor.areaCode,
    id: documentId,
    unit_id: actor.acting.unitId,
    title: (body.title?.trim() || decomposition.title || named || file.fileName).slice(0, 200),
    document_number: findDocumentNumber(text),
    year: decomposition.year ?? yearOf(today),
    document_date: decomposition.date,
    file_name: file.fileName,
    format,
    sha256,
    content: text,
    version: 1,
    entered_at: now,
    entered_by_name: actor.personName,
    changed_at: null,
    changed_by_name: null,
  });
  await insertClauses(tx, { area: actor.areaCode, documentId, now }, clauses);
  return documentId;
}
