import { type Expression, type SqlBool, sql } from "kysely";
import type { Tx } from "#platform/database/index.ts";
import type { AuditResult, AuditTables } from "../tables.ts";
import { findSequences } from "./read-chain.ts";

export const pageSize = 50;

export interface RecordFilter {
  /** From the first moment on, before the second. */
  readonly from: Date;
  readonly until: Date;
  readonly person?: string | undefined;
  readonly action?: string | undefined;
  readonly subject?: string | undefined;
  readonly unit?: string | undefined;
  readonly result?: AuditResult | undefined;
  readonly requestId?: string | undefined;
  readonly search?: string | undefined;
}

/** Where a page begins: the last record of the one before. */
export interface PageKey {
  readonly at: Date;
  readonly id: string;
}

export type ListedRecord = Awaited<ReturnType<typeof listRecords>>[number];

const records = (tx: Tx, areaCode: string) =>
  tx
    .withTables<AuditTables>()
    .selectFrom("audit.record as record")
    .select(["record.id", "record.at", "record.account_id", "record.person_name", "record.post_title"])
    .select(["record.unit_name", "record.action", "record.subject_kind", "record.subject_id"])
    .select(["record.subject_title", "record.result", "record.remote_address", "record.request_id"])
    .where("record.area_code", "=", areaCode);

/** The newest first, one more than a page so that the caller knows whether more follow. */
export async function listRecords(
  tx: Tx,
  areaCode: string,
  filter: RecordFilter,
  { after, limit }: { readonly after: PageKey | null; readonly limit: number },
) {
  const rows = await matching(records(tx, areaCode), filter)
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(record.at, record.id) < (${after?.at}::timestamptz, ${after?.id}::uuid)`),
    )
    .orderBy("record.at", "desc")
    .orderBy("record.id", "desc")
    .limit(limit + 1)
    .execute();
  const sequences = await findSequences(
    tx,
    areaCode,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({ ...row, sequence: sequences.get(row.id) ?? null }));
}

export const findRecord = (tx: Tx, areaCode: string, id: string) =>
  records(tx, areaCode)
    .select(["record.before", "record.after"])
    .where("record.id", "=", id)
    .executeTakeFirst();

export const findSealOf = (tx: Tx, areaCode: string, recordId: string) =>
  tx
    .withTables<AuditTables>()
    .selectFrom("audit.seal")
    .select(["sequence", "digest", "sealed_at"])
    .where("area_code", "=", areaCode)
    .where("record_id", "=", recordId)
    .executeTakeFirst();

function matching(query: ReturnType<typeof records>, filter: RecordFilter): ReturnType<typeof records> {
  const { person, action, subject, unit, result, requestId, search } = filter;
  return query
    .where("record.at", ">=", filter.from)
    .where("record.at", "<", filter.until)
    .$if(Boolean(action), (found) => found.where("record.action", "=", action ?? ""))
    .$if(result !== undefined, (found) => found.where("record.result", "=", result ?? "done"))
    .$if(Boolean(requestId), (found) => found.where("record.request_id", "=", requestId ?? ""))
    .$if(Boolean(person?.trim()), (found) =>
      found.where(names(person, ["account_id", "person_id"], "person_name")),
    )
    .$if(Boolean(unit?.trim()), (found) => found.where(names(unit, ["unit_id"], "unit_name")))
    .$if(Boolean(subject?.trim()), (found) => found.where(names(subject, ["subject_id"], "subject_title")))
    .$if(Boolean(search?.trim()), (found) => found.where(containsAnywhere(search ?? "")));
}

const like = (fragment: string): string => `%${fragment.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;

/** By exact id, or by a part of the name. */
function names(
  wanted: string | undefined,
  ids: readonly ("account_id" | "person_id" | "unit_id" | "subject_id")[],
  name: "person_name" | "unit_name" | "subject_title",
): Expression<SqlBool> {
  const text = wanted?.trim() ?? "";
  const same = ids.map((id) => sql<SqlBool>`${sql.ref(`record.${id}`)}::text = ${text}`);
  return sql<SqlBool>`(${sql.join(same, sql` OR `)} OR ${sql.ref(`record.${name}`)} ILIKE ${like(text)})`;
}

const searched = [
  "person_name",
  "post_title",
  "unit_name",
  "subject_title",
  "subject_id",
  "before",
  "after",
  "remote_address",
];

const containsAnywhere = (fragment: string): Expression<SqlBool> => {
  const pattern = like(fragment.trim());
  const places = searched.map((column) => sql<SqlBool>`${sql.ref(`record.${column}`)} ILIKE ${pattern}`);
  return sql<SqlBool>`(${sql.join(places, sql` OR `)})`;
};
