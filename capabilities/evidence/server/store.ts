import type { Tx } from "#platform/database/index.ts";
import type { EvidenceItem, EvidenceTables } from "./tables.ts";

const tables = (tx: Tx) => tx.withTables<EvidenceTables>();

/** A record that evidence hangs on, named by its room's word and id. */
export interface EvidenceSubject {
  readonly kind: string;
  readonly id: string;
}

export const insertEvidence = (tx: Tx, item: EvidenceItem) =>
  tables(tx).insertInto("evidence.item").values(item).execute();

/** The file of this unit with these bytes, wherever it was used first. */
export const findFileByDigest = (tx: Tx, area: string, unitId: string, sha256: string) =>
  tables(tx)
    .selectFrom("evidence.item")
    .select(["id", "title", "file_name", "happened_on", "entered_at"])
    .where("area_code", "=", area)
    .where("unit_id", "=", unitId)
    .where("sha256", "=", sha256)
    .executeTakeFirst();

/** Hangs an evidence on a record; one that was withdrawn there hangs again. */
export const linkEvidence = (
  tx: Tx,
  area: string,
  evidenceId: string,
  link: { subject: EvidenceSubject; at: Date; byId: string },
) =>
  tables(tx)
    .insertInto("evidence.link")
    .values({
      area_code: area,
      evidence_id: evidenceId,
      subject_kind: link.subject.kind,
      subject_id: link.subject.id,
      linked_at: link.at,
      linked_by_id: link.byId,
      withdrawn_at: null,
    })
    .onConflict((conflict) =>
      conflict
        .columns(["area_code", "evidence_id", "subject_kind", "subject_id"])
        .doUpdateSet({ withdrawn_at: null, linked_at: link.at, linked_by_id: link.byId }),
    )
    .execute();

/** Takes an evidence off a record; the evidence itself stays in the ledger. */
export const withdrawEvidence = (
  tx: Tx,
  area: string,
  link: { evidenceId: string; subject: EvidenceSubject },
  at: Date,
) =>
  tables(tx)
    .updateTable("evidence.link")
    .set({ withdrawn_at: at })
    .where("area_code", "=", area)
    .where("evidence_id", "=", link.evidenceId)
    .where("subject_kind", "=", link.subject.kind)
    .where("subject_id", "=", link.subject.id)
    .where("withdrawn_at", "is", null)
    .executeTakeFirst();

/** Hangs it where it hung before it was taken off, as if nothing had been. */
export const restoreEvidence = (
  tx: Tx,
  area: string,
  link: { evidenceId: string; subject: EvidenceSubject },
) =>
  tables(tx)
    .updateTable("evidence.link")
    .set({ withdrawn_at: null })
    .where("area_code", "=", area)
    .where("evidence_id", "=", link.evidenceId)
    .where("subject_kind", "=", link.subject.kind)
    .where("subject_id", "=", link.subject.id)
    .where("withdrawn_at", "is not", null)
    .executeTakeFirst();

export const listEvidenceOf = (tx: Tx, area: string, subject: EvidenceSubject) =>
  tables(tx)
    .selectFrom("evidence.read_link")
    .select([
      "evidence_id",
      "kind",
      "title",
      "note",
      "happened_on",
      "entered_at",
      "entered_on",
      "entered_by_name",
    ])
    .select(["file_name", "media_type", "size_bytes", "sha256"])
    .where("area_code", "=", area)
    .where("subject_kind", "=", subject.kind)
    .where("subject_id", "=", subject.id)
    .where("withdrawn_at", "is", null)
    .orderBy("linked_at")
    .orderBy("evidence_id")
    .execute();
