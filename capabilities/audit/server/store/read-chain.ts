import { type SqlBool, sql } from "kysely";
import type { Tx } from "#platform/database/index.ts";
import type { AuditRecord, ChainLink } from "../../core/index.ts";
import type { AuditTables } from "../tables.ts";

const tables = (tx: Tx) => tx.withTables<AuditTables>();

/** A moment to the microsecond, the same on every server whatever its settings. */
const moment = (column: string) =>
  sql<string>`to_char(${sql.ref(column)} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** The columns of a record under the names by which it is sealed. */
export const recordColumns = [
  "record.area_code as areaCode",
  "record.id",
  moment("record.at").as("at"),
  "record.account_id as accountId",
  "record.person_id as personId",
  "record.person_name as personName",
  "record.holding_id as holdingId",
  "record.post_kind as postKind",
  "record.post_title as postTitle",
  "record.unit_id as unitId",
  "record.unit_name as unitName",
  "record.action",
  "record.subject_kind as subjectKind",
  "record.subject_id as subjectId",
  "record.subject_title as subjectTitle",
  "record.before",
  "record.after",
  "record.result",
  "record.request_id as requestId",
  "record.remote_address as remoteAddress",
] as const;

/** The next links after a place in the chain, each with its record. */
export async function listLinks(
  tx: Tx,
  areaCode: string,
  after: number,
  limit: number,
): Promise<ChainLink[]> {
  const rows = await tables(tx)
    .selectFrom("audit.seal as seal")
    // Lateral with a limit, so that each record is looked up by its key whatever the planner believes of the tables.
    .leftJoinLateral(
      (select) =>
        select
          .selectFrom("audit.record as record")
          .select(recordColumns)
          .whereRef("record.area_code", "=", "seal.area_code")
          .whereRef("record.id", "=", "seal.record_id")
          .limit(1)
          .as("found"),
      (join) => join.onTrue(),
    )
    .selectAll("found")
    .select(["seal.sequence", "seal.record_id", "seal.digest", moment("seal.sealed_at").as("sealedAt")])
    .where("seal.area_code", "=", areaCode)
    .where("seal.sequence", ">", after)
    .orderBy("seal.sequence")
    .limit(limit)
    .execute();
  return rows.map(({ sequence, record_id, digest, sealedAt, ...record }) => ({
    sequence,
    sealedAt,
    recordId: record_id,
    digest: digest.toString("hex"),
    record: record.id === null ? null : (record as AuditRecord),
  }));
}

const seals = (tx: Tx, areaCode: string) =>
  tables(tx).selectFrom("audit.seal").where("area_code", "=", areaCode);

const sealColumns = ["sequence", "record_id", "digest", "sealed_at", "unsealed_from"] as const;

/** The end of the chain, where the next link is added. */
export const findHead = (tx: Tx, areaCode: string) =>
  seals(tx, areaCode).select(sealColumns).orderBy("sequence", "desc").limit(1).executeTakeFirst();

export const findFirstSeal = (tx: Tx, areaCode: string) =>
  seals(tx, areaCode).select(sealColumns).orderBy("sequence").limit(1).executeTakeFirst();

export const findSeal = (tx: Tx, areaCode: string, sequence: number) =>
  tables(tx)
    .selectFrom("audit.seal as seal")
    .leftJoin("audit.record as record", (join) =>
      join.onRef("record.area_code", "=", "seal.area_code").onRef("record.id", "=", "seal.record_id"),
    )
    .select(["seal.digest", moment("record.at").as("at")])
    .where("seal.area_code", "=", areaCode)
    .where("seal.sequence", "=", sequence)
    .executeTakeFirst();

export const countSeals = async (tx: Tx, areaCode: string): Promise<number> => {
  const [first, head] = [await findFirstSeal(tx, areaCode), await findHead(tx, areaCode)];
  return first && head ? head.sequence - first.sequence + 1 : 0;
};

/**
 * Of the record at hand. A scalar subquery looks each record up in the index; a join would be planned by statistics,
 * which a fast-growing table does not have when they matter.
 */
export const hasNoSeal = sql<SqlBool>`(SELECT seal.sequence FROM audit.seal AS seal
  WHERE seal.area_code = record.area_code AND seal.record_id = record.id) IS NULL`;

const unsealed = (tx: Tx, areaCode: string) =>
  tables(tx).selectFrom("audit.record as record").where("record.area_code", "=", areaCode).where(hasNoSeal);

/** How many records wait for their seal, looked for from the transaction on before which all are sealed. */
export async function countUnsealedFrom(tx: Tx, areaCode: string, writer: string): Promise<number> {
  const row = await unsealed(tx, areaCode)
    .where(sql<boolean>`record.written_by >= ${writer}::xid8`)
    .select((select) => select.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return row.count;
}

/** Every record that no seal names, wherever it stands: reads the whole table, for verification only. */
export async function tallyUnsealed(
  tx: Tx,
  areaCode: string,
): Promise<{
  readonly count: number;
  readonly earliest: { readonly id: string; readonly at: string } | null;
}> {
  const row = await unsealed(tx, areaCode)
    .select((select) => select.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  const earliest = await unsealed(tx, areaCode)
    .select(["record.id", moment("record.at").as("at")])
    .orderBy("record.at")
    .orderBy("record.id")
    .limit(1)
    .executeTakeFirst();
  return { count: row.count, earliest: earliest ?? null };
}
