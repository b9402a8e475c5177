import { sql } from "kysely";
import type { Tx } from "#platform/database/index.ts";
import type { AuditRecord, ChainLink } from "../../core/index.ts";
import type { AuditTables } from "../tables.ts";

const tables = (tx: Tx) => tx.withTables<AuditTables>();

/** A moment to the microsecond, the same on every server whatever its settings. */
const moment = (column: string) =>
  sql<string>`to_char(${sql.ref(column)} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** The columns of a record under the names by which it is sealed. */
const recordColumns = [
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
    .select(["seal.sequence", "seal.record_id", "seal.digest", moment("seal.sealed_at").as("sealedAt")])
    .where("seal.area_code", "=", areaCode)
    .where("seal.sequence", ">", after)
    .orderBy("seal.sequence")
    .limit(limit)
    .execute();
  const records = await findRecords(
    tx,
    areaCode,
    rows.map(({ record_id }) => record_id),
  );
  return rows.map(({ sequence, record_id, digest, sealedAt }) => ({
    sequence,
    sealedAt,
    recordId: record_id,
    digest: digest.toString("hex"),
    record: records.get(record_id) ?? null,
  }));
}

/**
 * Records by their ids. Here and below rows are looked up by lists of ids instead of joined: with lists the planner's
 * worst choice reads an area once, with a join it reads the area once for every row, and a young table has no
 * statistics to warn it (measured: 30 s for a thousand rows).
 */
export async function findRecords(
  tx: Tx,
  areaCode: string,
  ids: readonly string[],
): Promise<Map<string, AuditRecord>> {
  if (ids.length === 0) return new Map();
  const rows = await tables(tx)
    .selectFrom("audit.record as record")
    .select(recordColumns)
    .where("record.area_code", "=", areaCode)
    .where(sql<boolean>`record.id = ANY (${[...ids]}::uuid[])`)
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** The places in the chain of those among the records that are sealed. */
export async function findSequences(
  tx: Tx,
  areaCode: string,
  recordIds: readonly string[],
): Promise<Map<string, number>> {
  if (recordIds.length === 0) return new Map();
  const rows = await tables(tx)
    .selectFrom("audit.seal as seal")
    .select(["seal.record_id", "seal.sequence"])
    .where("seal.area_code", "=", areaCode)
    .where(sql<boolean>`seal.record_id = ANY (${[...recordIds]}::uuid[])`)
    .execute();
  return new Map(rows.map(({ record_id, sequence }) => [record_id, sequence]));
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

const keysPerRead = 5000;

/** How many records wait for their seal, looked for from the transaction on before which all are sealed. */
export async function countUnsealedFrom(tx: Tx, areaCode: string, writer: string): Promise<number> {
  let count = 0;
  for (let after: WrittenPlace | null = null; ; ) {
    const keys: WrittenPlace[] = await listWritten(tx, areaCode, {
      from: writer,
      below: null,
      after,
      limit: keysPerRead,
    });
    const ids = keys.map(({ id }) => id);
    count += ids.length - (await findSequences(tx, areaCode, ids)).size;
    after = keys.at(-1) ?? null;
    if (keys.length < keysPerRead) return count;
  }
}

interface Tally {
  readonly count: number;
  readonly earliest: { readonly id: string; readonly at: string } | null;
}

/** Every record that no seal names, wherever it stands: walks through the whole area, for verification only. */
export async function tallyUnsealed(tx: Tx, areaCode: string): Promise<Tally> {
  let count = 0;
  let earliest: Tally["earliest"] = null;
  for (let after: Tally["earliest"] = null; ; ) {
    const keys: { id: string; at: string }[] = await listTimes(tx, areaCode, after);
    const sealed = await findSequences(
      tx,
      areaCode,
      keys.map(({ id }) => id),
    );
    const unsealed = keys.filter(({ id }) => !sealed.has(id));
    count += unsealed.length;
    earliest ??= unsealed[0] ?? null;
    after = keys.at(-1) ?? null;
    if (keys.length < keysPerRead) return { count, earliest };
  }
}

const listTimes = (tx: Tx, areaCode: string, after: Tally["earliest"]) =>
  tables(tx)
    .selectFrom("audit.record as record")
    .select(["record.id", moment("record.at").as("at")])
    .where("record.area_code", "=", areaCode)
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(record.at, record.id) > (${after?.at}::timestamptz, ${after?.id}::uuid)`),
    )
    .orderBy("record.at")
    .orderBy("record.id")
    .limit(keysPerRead)
    .execute();

/** A place in the order of sealing: by writing transaction, then by id. */
export interface WrittenPlace {
  readonly writer: string;
  readonly id: string;
}

export interface WrittenRange {
  readonly from: string;
  /** Null: without end. */
  readonly below: string | null;
  readonly after: WrittenPlace | null;
  readonly limit: number;
}

/** Records of a range of writers, sealed or not, in the order of sealing; read from the index alone. */
export const listWritten = (
  tx: Tx,
  areaCode: string,
  { from, below, after, limit }: WrittenRange,
): Promise<WrittenPlace[]> =>
  tables(tx)
    .selectFrom("audit.record as record")
    .select(["record.id", sql<string>`record.written_by::text`.as("writer")])
    .where("record.area_code", "=", areaCode)
    // One lower bound, never both: with two the index is entered at the weaker one, and read to the stronger.
    .$if(after === null, (query) => query.where(sql<boolean>`record.written_by >= ${from}::xid8`))
    .$if(after !== null, (query) =>
      query.where(
        sql<boolean>`(record.written_by, record.id) > (${after?.writer}::xid8, ${after?.id}::uuid)`,
      ),
    )
    .$if(below !== null, (query) => query.where(sql<boolean>`record.written_by < ${below}::xid8`))
    .orderBy(sql`record.written_by`)
    .orderBy("record.id")
    .limit(limit)
    .execute();
