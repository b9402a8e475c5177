import { endpoint } from "#platform/http/index.ts";
import { fail, succeed } from "#platform/kernel/result.ts";
import { getDocumentRoute, listDocumentsRoute } from "../contract.ts";
import type { Coverage } from "../core/index.ts";
import { writeOutline } from "./outline-on-wire.ts";
import { mayEdit } from "./permission.ts";
import { directiveProblems } from "./problems.ts";
import { listClauses } from "./store/clauses.ts";
import { type DocumentKey, findDocument, listDocuments, pageSize } from "./store/documents.ts";
import { findEdit } from "./store/edits.ts";
import { listUses, tallyDocuments } from "./store/uses.ts";

const nothingAsked: Coverage = { requirements: 0, assigned: 0, unassigned: 0, dropped: 0 };

type Row = Awaited<ReturnType<typeof listDocuments>>[number];

export const listDocumentsEndpoint = endpoint(listDocumentsRoute, {
  problems: directiveProblems,
  async run({ actor, tx, query }) {
    const after = query.after === undefined ? null : readPageKey(query.after);
    if (query.after !== undefined && !after) return fail({ code: "invalid-request", detail: "翻页位置无效" });
    const rows = await listDocuments(tx, actor, query, after);
    const page = rows.slice(0, pageSize);
    const ids = page.map(({ id }) => id);
    const tallies = await tallyDocuments(tx, actor.areaCode, ids);
    const documents = page.map((row) => describeDocument(row, tallies.get(row.id) ?? nothingAsked));
    const last = page.at(-1);
    const next = rows.length > pageSize && last ? `${last.entered_at.toISOString()}_${last.id}` : null;
    return succeed({ documents, next });
  },
});

/** "2026-11-20T02:03:04.567Z_<uuid>" */
function readPageKey(text: string): DocumentKey | null {
  const match = /^(\d{4}-\d{2}-\d{2}T[\d:.]{8,12}Z)_([0-9a-f-]{36})$/.exec(text);
  if (!match?.[1] || !match[2] || Number.isNaN(Date.parse(match[1]))) return null;
  return { enteredAt: match[1], id: match[2] };
}

export const getDocument = endpoint(getDocumentRoute, {
  problems: directiveProblems,
  async run({ actor, tx, params }) {
    const row = await findDocument(tx, actor, params.documentId);
    if (!row) return fail({ code: "document-not-found" });
    const stored = await listClauses(tx, actor.areaCode, row.id);
    const uses = await listUses(tx, actor.areaCode, [row.id]);
    const { clauses, coverage } = writeOutline(stored, uses);
    const edit = await findEdit(tx, actor.areaCode, row.id, row.version);
    return succeed({
      document: { ...describeDocument(row, coverage), version: row.version },
      content: row.content,
      clauses,
      mayEdit: mayEdit(actor, row),
      lastEdit: edit ? { kind: edit.kind, byName: edit.by_name } : null,
    });
  },
});

const describeDocument = (row: Row, coverage: Coverage) => ({
  id: row.id,
  title: row.title,
  documentNumber: row.document_number,
  year: row.year,
  documentDate: row.document_date,
  fileName: row.file_name,
  unitName: row.unit_name,
  enteredAt: row.entered_at.toISOString(),
  enteredByName: row.entered_by_name,
  coverage,
});
