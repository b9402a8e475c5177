import type { Tx } from "#platform/database/index.ts";
import type { AuditTables } from "../tables.ts";

const archives = (tx: Tx, areaCode: string) =>
  tx.withTables<AuditTables>().selectFrom("audit.archive").where("area_code", "=", areaCode);

export type ReadArchive = NonNullable<Awaited<ReturnType<typeof findArchiveUpTo>>>;

/** The archive that ends at a place, or the last one before it; of any place when none is given. */
export const findArchiveUpTo = (tx: Tx, areaCode: string, sequence: number | null) =>
  archives(tx, areaCode)
    .select(["id", "first_sequence", "last_sequence", "previous_digest", "last_digest", "manifest_digest"])
    .$if(sequence !== null, (query) => query.where("last_sequence", "<=", sequence ?? 0))
    .orderBy("last_sequence", "desc")
    .orderBy("archived_at", "desc")
    .limit(1)
    .executeTakeFirst();

export const findArchive = (tx: Tx, areaCode: string, id: string) =>
  archives(tx, areaCode)
    .select(["id", "last_sequence", "last_digest", "manifest_digest"])
    .where("id", "=", id)
    .executeTakeFirst();

export async function listArchiveDigests(tx: Tx, areaCode: string): Promise<string[]> {
  const rows = await archives(tx, areaCode).select("last_digest").execute();
  return rows.map(({ last_digest }) => last_digest.toString("hex"));
}

export interface ArchiveRecord {
  readonly sequence: number;
  readonly lastSequence: unknown;
  readonly lastDigest: unknown;
}

export const archiveAction = "audit.archive";
export const archiveSubject = "auditArchive";

/** What the chain itself says about an archive, and where it says so; null when it does not, or not yet. */
export async function findArchiveRecord(tx: Tx, areaCode: string, id: string): Promise<ArchiveRecord | null> {
  const row = await tx
    .withTables<AuditTables>()
    .selectFrom("audit.record as record")
    .innerJoin("audit.seal as seal", (join) =>
      join.onRef("seal.area_code", "=", "record.area_code").onRef("seal.record_id", "=", "record.id"),
    )
    .select(["record.after", "seal.sequence"])
    .where("record.area_code", "=", areaCode)
    .where("record.subject_kind", "=", archiveSubject)
    .where("record.subject_id", "=", id)
    .where("record.action", "=", archiveAction)
    .orderBy("seal.sequence")
    .limit(1)
    .executeTakeFirst();
  if (!row?.after) return null;
  const { lastSequence, lastDigest } = JSON.parse(row.after) as Partial<ArchiveRecord>;
  return { sequence: row.sequence, lastSequence, lastDigest };
}

export const insertArchive = (tx: Tx, row: AuditTables["audit.archive"]) =>
  tx.withTables<AuditTables>().insertInto("audit.archive").values(row).execute();

/** The link before which all records are of before a day; 0 when the very first is not. */
export async function findLastSequenceBefore(tx: Tx, areaCode: string, moment: Date): Promise<number> {
  const sealed = tx
    .withTables<AuditTables>()
    .selectFrom("audit.seal as seal")
    .innerJoin("audit.record as record", (join) =>
      join.onRef("record.area_code", "=", "seal.area_code").onRef("record.id", "=", "seal.record_id"),
    )
    .where("seal.area_code", "=", areaCode);
  const younger = await sealed
    .select((select) => select.fn.min("seal.sequence").as("sequence"))
    .where("record.at", ">=", moment)
    .executeTakeFirst();
  if (younger?.sequence) return younger.sequence - 1;
  const last = await sealed
    .select((select) => select.fn.max("seal.sequence").as("sequence"))
    .executeTakeFirst();
  return last?.sequence ?? 0;
}
