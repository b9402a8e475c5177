import { sql } from "kysely";
import type { Database, Tx } from "#platform/database/index.ts";
import type { AuditTables } from "../tables.ts";

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
