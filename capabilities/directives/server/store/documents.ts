import { type Expression, type SqlBool, sql } from "kysely";
import { containing, searchTextOf, type Tx } from "#platform/database/index.ts";
import type { Actor } from "#platform/http/index.ts";
import { withinScope } from "#rooms/organizations/server/index.ts";
import type { DirectiveTables, DocumentRow } from "../tables.ts";

export const pageSize = 50;

const tables = (tx: Tx) => tx.withTables<DirectiveTables>();

/** Documents with their unit, as far as the actor may read them. */
const readable = (tx: Tx, actor: Actor) =>
  tables(tx)
    .selectFrom("directives.document as document")
    .innerJoin("organizations.read_unit as unit", (join) =>
      join.onRef("unit.area_code", "=", "document.area_code").onRef("unit.id", "=", "document.unit_id"),
    )
    .where("document.area_code", "=", actor.areaCode)
    .where(
      withinScope(actor.scope("directive.read"), {
        id: "unit.id",
        path: "unit.path",
        systemPath: "unit.system_path",
      }),
    );

const columns = [
  "document.id",
  "document.title",
  "document.document_number",
  "document.year",
  "document.document_date",
  "document.file_name",
  "document.entered_at",
  "document.entered_by_name",
  "document.version",
  "unit.name as unit_name",
] as const;

/** Where a page begins: the last row of the one before. */
export interface DocumentKey {
  readonly enteredAt: string;
  readonly id: string;
}

export interface DocumentFilter {
  readonly year?: number | undefined;
  readonly search?: string | undefined;
}

/** The newest first, one more than a page so that the caller knows whether more follow. */
export const listDocuments = (tx: Tx, actor: Actor, filter: DocumentFilter, after: DocumentKey | null) =>
  readable(tx, actor)
    .select(columns)
    .$if(filter.year !== undefined, (query) => query.where("document.year", "=", filter.year ?? 0))
    .$if(Boolean(filter.search?.trim()), (query) => query.where(contains(filter.search ?? "")))
    .$if(after !== null, (query) =>
      query.where(
        sql<boolean>`(document.entered_at, document.id) < (${after?.enteredAt}::timestamptz, ${after?.id}::uuid)`,
      ),
    )
    .orderBy("document.entered_at", "desc")
    .orderBy("document.id", "desc")
    .limit(pageSize + 1)
    .execute();

const contains = (fragment: string): Expression<SqlBool> => {
  const pattern = containing(fragment);
  return sql<SqlBool>`(document.search_text LIKE ${pattern} OR document.title ILIKE ${pattern}
    OR document.document_number ILIKE ${pattern})`;
};

/** One readable document with its text, or undefined as if it were not there. */
export const findDocument = (tx: Tx, actor: Actor, documentId: string) =>
  readable(tx, actor)
    .select(columns)
    .select(["document.content", "document.sha256", "document.format", "document.unit_id"])
    .select(["document.changed_at", "document.changed_by_name"])
    .select(["unit.path as unit_path", "unit.system_path as unit_system_path"])
    .where("document.id", "=", documentId)
    .executeTakeFirst();

export type FoundDocument = NonNullable<Awaited<ReturnType<typeof findDocument>>>;

/** Holds the document until the transaction ends, and tells its version as it stands now. */
export const lockDocument = (tx: Tx, area: string, documentId: string) =>
  tables(tx)
    .selectFrom("directives.document")
    .select(["version", "changed_at", "changed_by_name"])
    .where("area_code", "=", area)
    .where("id", "=", documentId)
    .forUpdate()
    .executeTakeFirstOrThrow();

export const findByDigest = (tx: Tx, area: string, unitId: string, sha256: string) =>
  tables(tx)
    .selectFrom("directives.document")
    .select(["id", "title"])
    .where("area_code", "=", area)
    .where("unit_id", "=", unitId)
    .where("sha256", "=", sha256)
    .executeTakeFirst();

export async function insertDocument(tx: Tx, row: DocumentRow): Promise<void> {
  await tables(tx)
    .insertInto("directives.document")
    .values({ ...row, search_text: searchTextOf(row.title) })
    .execute();
}

export async function updateDocument(
  tx: Tx,
  place: { readonly area: string; readonly documentId: string },
  change: Partial<Omit<DocumentRow, "area_code" | "id">>,
): Promise<void> {
  await tables(tx)
    .updateTable("directives.document")
    .set({ ...change, ...(change.title !== undefined && { search_text: searchTextOf(change.title) }) })
    .where("area_code", "=", place.area)
    .where("id", "=", place.documentId)
    .execute();
}
