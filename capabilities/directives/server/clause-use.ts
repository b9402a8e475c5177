import type { Tx } from "#platform/database/index.ts";
import type { Actor } from "#platform/http/index.ts";
import { listClauses, type StoredClause } from "./store/clauses.ts";
import { findDocument } from "./store/documents.ts";
import { endUses, insertUses, listUses } from "./store/uses.ts";

/** An item of a list that took up a clause. */
export interface ClauseUseEntry {
  readonly clauseId: string;
  readonly itemId: string;
  readonly listId: string;
}

const subjectKind = "listItem";

/** Told by the room that takes clauses up, in its own transaction: the document then shows what is covered. */
export const recordClauseUses = (
  tx: Tx,
  area: string,
  entries: readonly ClauseUseEntry[],
  at: Date,
): Promise<void> =>
  insertUses(
    tx,
    entries.map(({ clauseId, itemId, listId }) => ({
      area_code: area,
      clause_id: clauseId,
      subject_kind: subjectKind,
      subject_id: itemId,
      list_id: listId,
      used_at: at,
      ended_at: null,
    })),
  );

/** The items are gone from their list: what they covered is open again. */
export const endClauseUses = (tx: Tx, area: string, itemIds: readonly string[], at: Date): Promise<void> =>
  endUses(tx, area, { kind: subjectKind, ids: itemIds }, at);

/** A document with its outline as a list takes it up. */
export interface DocumentOutline {
  readonly id: string;
  readonly title: string;
  readonly documentNumber: string | null;
  readonly year: number;
  readonly clauses: readonly StoredClause[];
  readonly usedClauseIds: ReadonlySet<string>;
}

/** The outline of a document that the actor may read, or null as if it were not there. */
export async function findDocumentOutline(
  tx: Tx,
  actor: Actor,
  documentId: string,
): Promise<DocumentOutline | null> {
  const document = await findDocument(tx, actor, documentId);
  if (!document) return null;
  const uses = await listUses(tx, actor.areaCode, [documentId]);
  return {
    id: document.id,
    title: document.title,
    documentNumber: document.document_number,
    year: document.year,
    clauses: await listClauses(tx, actor.areaCode, documentId),
    usedClauseIds: new Set(uses.map(({ clauseId }) => clauseId)),
  };
}
