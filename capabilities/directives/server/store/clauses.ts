import { sql } from "kysely";
import type { Tx } from "#platform/database/index.ts";
import type { OutlineClause } from "../../core/index.ts";
import type { DirectiveTables } from "../tables.ts";

const tables = (tx: Tx) => tx.withTables<DirectiveTables>();

/** A clause with its place in the document. */
export type StoredClause = OutlineClause & { readonly ordinal: number };

/** The outline in the order of the document; what was merged away is not in it. */
export async function listClauses(tx: Tx, area: string, documentId: string): Promise<StoredClause[]> {
  const rows = await tables(tx)
    .selectFrom("directives.clause")
    .select(["id", "parent_id", "ordinal", "level", "marker", "heading", "text", "source_line"])
    .select(["start_offset", "end_offset", "requirement", "quantities", "deadlines", "frequencies"])
    .select(["organizations", "edited", "dropped_at"])
    .where("area_code", "=", area)
    .where("document_id", "=", documentId)
    .where("merged_into_id", "is", null)
    .orderBy("ordinal")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    parentId: row.parent_id,
    level: row.level,
    marker: row.marker,
    heading: row.heading,
    text: row.text,
    sourceLine: row.source_line,
    start: row.start_offset,
    end: row.end_offset,
    requirement: row.requirement,
    quantities: row.quantities,
    deadlines: row.deadlines,
    frequencies: row.frequencies,
    organizations: row.organizations,
    edited: row.edited,
    dropped: row.dropped_at !== null,
    ordinal: row.ordinal,
  }));
}

const recordset = sql.raw(`AS row (id uuid, "parentId" uuid, ordinal integer, level integer, marker text,
  heading text, text text, "sourceLine" integer, start integer, "end" integer, requirement boolean,
  quantities jsonb, deadlines jsonb, frequencies jsonb, organizations jsonb, edited boolean, dropped boolean)`);

interface Place {
  readonly area: string;
  readonly documentId: string;
  readonly now: Date;
}

/** One statement for any number of clauses: a long document has thousands. */
export async function insertClauses(tx: Tx, place: Place, clauses: readonly StoredClause[]): Promise<void> {
  if (clauses.length === 0) return;
  await sql`
    INSERT INTO directives.clause (area_code, id, document_id, parent_id, ordinal, level, marker, heading, text,
      source_line, start_offset, end_offset, requirement, quantities, deadlines, frequencies, organizations,
      edited, dropped_at)
    SELECT ${place.area}, row.id, ${place.documentId}::uuid, row."parentId", row.ordinal, row.level, row.marker,
      row.heading, row.text, row."sourceLine", row.start, row."end", row.requirement, row.quantities,
      row.deadlines, row.frequencies, row.organizations, row.edited, NULL
    FROM jsonb_to_recordset(${JSON.stringify(clauses)}::jsonb) ${recordset}
    ORDER BY row.ordinal`.execute(tx);
}

/** Writes what changed; a clause that is here again after a merge was taken back stands on its own again. */
export async function updateClauses(tx: Tx, place: Place, clauses: readonly StoredClause[]): Promise<void> {
  if (clauses.length === 0) return;
  await sql`
    UPDATE directives.clause AS clause
    SET parent_id = row."parentId", ordinal = row.ordinal, level = row.level, marker = row.marker,
      heading = row.heading, text = row.text, source_line = row."sourceLine", start_offset = row.start,
      end_offset = row."end", requirement = row.requirement, quantities = row.quantities,
      deadlines = row.deadlines, frequencies = row.frequencies, organizations = row.organizations,
      edited = row.edited, merged_into_id = NULL,
      dropped_at = CASE WHEN row.dropped THEN coalesce(clause.dropped_at, ${place.now}::timestamptz) END
    FROM jsonb_to_recordset(${JSON.stringify(clauses)}::jsonb) ${recordset}
    WHERE clause.area_code = ${place.area} AND clause.document_id = ${place.documentId}::uuid
      AND clause.id = row.id`.execute(tx);
}

/** Moves every place after a cut or a merge, in one statement. */
export async function updateOrdinals(tx: Tx, place: Place, clauses: readonly StoredClause[]): Promise<void> {
  if (clauses.length === 0) return;
  await sql`
    UPDATE directives.clause AS clause SET ordinal = row.ordinal
    FROM unnest(${clauses.map(({ id }) => id)}::uuid[], ${clauses.map(({ ordinal }) => ordinal)}::integer[])
      AS row (id, ordinal)
    WHERE clause.area_code = ${place.area} AND clause.document_id = ${place.documentId}::uuid
      AND clause.id = row.id`.execute(tx);
}

/** The clause's words are in another now; the row stays for what was assigned from it. */
export async function markMerged(
  tx: Tx,
  place: Place,
  ids: readonly string[],
  intoId: string,
): Promise<void> {
  if (ids.length === 0) return;
  await tables(tx)
    .updateTable("directives.clause")
    .set({ merged_into_id: intoId })
    .where("area_code", "=", place.area)
    .where("document_id", "=", place.documentId)
    .where("id", "=", sql<string>`ANY (${[...ids]}::uuid[])`)
    .execute();
}
