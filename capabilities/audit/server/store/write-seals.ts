import { sql } from "kysely";
import type { Database, Tx } from "#platform/database/index.ts";
import type { AuditRecord } from "../../core/index.ts";
import type { AuditTables } from "../tables.ts";
import { hasNoSeal, recordColumns } from "./read-chain.ts";

/**
 * Takes the right to seal an area until the transaction ends; false when another server is at it. The key is made
 * from a name of this room and the area, so that it meets no other lock of the house.
 */
export async function takeSealingTurn(tx: Tx, areaCode: string): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`
    SELECT pg_try_advisory_xact_lock(hashtextextended(${`audit.seal ${areaCode}`}, 0)) AS taken
  `.execute(tx);
  return rows[0]?.taken ?? false;
}

/** Every transaction below `oldestRunning` has ended; none that the database has begun is `next` or above. */
export interface Writers {
  readonly oldestRunning: string;
  readonly next: string;
}

export async function readWriters(tx: Tx): Promise<Writers> {
  const { rows } = await sql<Writers>`
    SELECT pg_snapshot_xmin(snapshot)::text AS "oldestRunning", pg_snapshot_xmax(snapshot)::text AS next
    FROM pg_current_snapshot() AS snapshot
  `.execute(tx);
  const writers = rows[0];
  if (!writers) throw new Error("pg_current_snapshot() gave no row");
  return writers;
}

/** A place in the order of sealing: by writing transaction, then by id. */
export interface WrittenPlace {
  readonly writer: string;
  readonly id: string;
}

export interface UnsealedRange {
  readonly from: string;
  /** Null: without end. */
  readonly below: string | null;
  readonly after: WrittenPlace | null;
  readonly limit: number;
}

/** Unsealed records of a range of writers, in the order in which they are to be sealed. */
export async function listUnsealed(
  tx: Tx,
  areaCode: string,
  { from, below, after, limit }: UnsealedRange,
): Promise<{ readonly record: AuditRecord; readonly place: WrittenPlace }[]> {
  const rows = await tx
    .withTables<AuditTables>()
    .selectFrom("audit.record as record")
    .select(recordColumns)
    .select(sql<string>`record.written_by::text`.as("writer"))
    .where("record.area_code", "=", areaCode)
    .where(sql<boolean>`record.written_by >= ${from}::xid8`)
    .$if(below !== null, (query) => query.where(sql<boolean>`record.written_by < ${below}::xid8`))
    .$if(after !== null, (query) =>
      query.where(
        sql<boolean>`(record.written_by, record.id) > (${after?.writer}::xid8, ${after?.id}::uuid)`,
      ),
    )
    .where(hasNoSeal)
    .orderBy(sql`record.written_by`)
    .orderBy("record.id")
    .limit(limit)
    .execute();
  return rows.map(({ writer, ...record }) => ({ record, place: { writer, id: record.id } }));
}

export interface NewSeal {
  readonly sequence: number;
  readonly recordId: string;
  readonly digest: string;
}

/** One statement for all seals of a turn. */
export async function insertSeals(
  tx: Tx,
  areaCode: string,
  seals: readonly NewSeal[],
  { sealedAt, unsealedFrom }: { readonly sealedAt: Date; readonly unsealedFrom: string },
): Promise<void> {
  await sql`
    INSERT INTO audit.seal (area_code, sequence, record_id, digest, sealed_at, unsealed_from)
    SELECT ${areaCode}, seal.sequence, seal.record_id, decode(seal.digest, 'hex'), ${sealedAt}, ${unsealedFrom}::xid8
    FROM unnest(${seals.map(({ sequence }) => sequence)}::bigint[],
      ${seals.map(({ recordId }) => recordId)}::uuid[],
      ${seals.map(({ digest }) => digest)}::text[]) AS seal (sequence, record_id, digest)
  `.execute(tx);
}

/** Every area of this database; the list lies before the wall. */
export const listAreaCodes = async (database: Database): Promise<string[]> => {
  const rows = await database
    .withTables<AuditTables>()
    .selectFrom("app.area")
    .select("code")
    .orderBy("code")
    .execute();
  return rows.map(({ code }) => code);
};
