import { v7 as newId } from "uuid";
import { readDocumentText } from "#platform/documents/index.ts";
import { endpoint, type RequestContext, type UploadedFile } from "#platform/http/index.ts";
import { yearOf } from "#platform/kernel/plain-date.ts";
import { fail, succeed } from "#platform/kernel/result.ts";
import { digestOf } from "#platform/storage/index.ts";
import { recordAudit } from "#rooms/audit/server/index.ts";
import { uploadDocumentRoute } from "../contract.ts";
import {
  type Clause,
  type Decomposition,
  decompose,
  findDocumentNumber,
  selectAssignable,
} from "../core/index.ts";
import { directiveProblems } from "./problems.ts";
import { insertClauses, type StoredClause } from "./store/clauses.ts";
import { findByDigest, insertDocument } from "./store/documents.ts";

type Context = RequestContext<typeof uploadDocumentRoute>;

/** A directive has tens of pages; beyond this no page could show it. */
const maxCharacters = 1_000_000;
const maxClauses = 10_000;

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
    const read = await readDocumentText(file.bytes, file.fileName);
    if (!read.ok) return read;
    const { text, format } = read.value;
    if (text.length > maxCharacters) return fail({ code: "document-too-long" });
    const decomposition = decomposeFor(text, body.year, yearOf(today));
    if (decomposition.clauses.length > maxClauses) return fail({ code: "document-too-long" });
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

/** By the year that the officer names, else the document's own, else this year. */
function decomposeFor(text: string, year: number | undefined, thisYear: number): Decomposition {
  if (year !== undefined) return decompose(text, { year });
  const read = decompose(text);
  const isPlausible = read.year !== null && read.year >= 1949 && read.year <= 2100;
  return isPlausible ? read : decompose(text, { year: thisYear });
}

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
