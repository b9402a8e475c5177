import { sql } from "kysely";
import type { Tx } from "#platform/database/index.ts";
import { type Coverage, tallyCoverage } from "../../core/index.ts";
import type { DirectiveTables } from "../tables.ts";

const tables = (tx: Tx) => tx.withTables<DirectiveTables>();
const anyOf = (ids: readonly string[]) => sql<string>`ANY (${[...ids]}::uuid[])`;

export interface ClauseUse {
  readonly documentId: string;
  readonly clauseId: string;
  readonly listId: string;
}

/** Which clauses of these documents stand in a list; a merged clause's uses count for the one it went into. */
export async function listUses(tx: Tx, area: string, documentIds: readonly string[]): Promise<ClauseUse[]> {
  const uses = await tables(tx)
    .selectFrom("directives.clause as clause")
    .innerJoin("directives.clause_use as use", (join) =>
      join.onRef("use.area_code", "=", "clause.area_code").onRef("use.clause_id", "=", "clause.id"),
    )
    .select(["clause.document_id as documentId", "clause.id as clauseId", "use.list_id as listId"])
    .distinct()
    .where("clause.area_code", "=", area)
    .where("clause.document_id", "=", anyOf(documentIds))
    .where("use.ended_at", "is", null)
    .execute();
  if (uses.length === 0) return [];
  const merged = await listMerged(tx, area, documentIds);
  return uses.map((use) => ({ ...use, clauseId: resolve(merged, use.clauseId) }));
}

async function listMerged(
  tx: Tx,
  area: string,
  documentIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = await tables(tx)
    .selectFrom("directives.clause")
    .select(["id", "merged_into_id"])
    .where("area_code", "=", area)
    .where("document_id", "=", anyOf(documentIds))
    .where("merged_into_id", "is not", null)
    .execute();
  return new Map(rows.map((row) => [row.id, row.merged_into_id ?? row.id]));
}

function resolve(merged: ReadonlyMap<string, string>, clauseId: string): string {
  let id = clauseId;
  for (let next = merged.get(id); next !== undefined; next = merged.get(id)) id = next;
  return id;
}

/** The coverage of a page of documents. */
export async function tallyDocuments(
  tx: Tx,
  area: string,
  documentIds: readonly string[],
): Promise<Map<string, Coverage>> {
  const used = new Set((await listUses(tx, area, documentIds)).map(({ clauseId }) => clauseId));
  const rows = await tables(tx)
    .selectFrom("directives.clause")
    .select(["document_id", "id", "parent_id", "heading", "text", "dropped_at"])
    .where("area_code", "=", area)
    .where("document_id", "=", anyOf(documentIds))
    .where("merged_into_id", "is", null)
    .where("requirement", "=", true)
    .execute();
  const clausesOf = Map.groupBy(rows, (row) => row.document_id);
  return new Map(
    [...clausesOf].map(([documentId, own]) => {
      const clauses = own.map(({ id, parent_id, heading, text, dropped_at }) => ({
        id,
        parentId: parent_id,
        heading,
        text,
        requirement: true,
        dropped: dropped_at !== null,
      }));
      return [documentId, tallyCoverage(clauses, used)];
    }),
  );
}

export async function insertUses(
  tx: Tx,
  rows: readonly DirectiveTables["directives.clause_use"][],
): Promise<void> {
  if (rows.length === 0) return;
  await tables(tx)
    .insertInto("directives.clause_use")
    .values([...rows])
    .onConflict((conflict) =>
      conflict
        .columns(["area_code", "clause_id", "subject_kind", "subject_id"])
        .doUpdateSet({ ended_at: null }),
    )
    .execute();
}

export async function endUses(
  tx: Tx,
  area: string,
  subject: { readonly kind: string; readonly ids: readonly string[] },
  at: Date,
): Promise<void> {
  if (subject.ids.length === 0) return;
  await tables(tx)
    .updateTable("directives.clause_use")
    .set({ ended_at: at })
    .where("area_code", "=", area)
    .where("subject_kind", "=", subject.kind)
    .where("subject_id", "=", anyOf(subject.ids))
    .where("ended_at", "is", null)
    .execute();
}
