import { fileTypeFromBuffer } from "file-type";
import { v7 as newId } from "uuid";
import type { Tx } from "#platform/database/index.ts";
import type { UploadedFile } from "#platform/http/index.ts";
import { daysBetween, type PlainDate, plainDate, writeDateInChinese } from "#platform/kernel/plain-date.ts";
import { fail, type Result, succeed } from "#platform/kernel/result.ts";
import { digestOf, type Storage } from "#platform/storage/index.ts";
import { checkEvidence, type EvidenceProblem, enteredLateAfterDays } from "../core/index.ts";
import {
  type EvidenceSubject,
  findFileByDigest,
  insertEvidence,
  linkEvidence,
  listEvidenceOf,
} from "./store.ts";

/** Who enters evidence, for which unit, on what, and when. */
export interface EvidenceEntry {
  readonly areaCode: string;
  readonly unitId: string;
  readonly personId: string;
  readonly personName: string;
  readonly subject: EvidenceSubject;
  readonly happenedOn: PlainDate;
  readonly now: Date;
  readonly today: PlainDate;
}

/** `evidenceId` names the evidence with the same bytes: the room of the record knows where it hangs. */
export type AttachProblem = (
  | EvidenceProblem
  | { readonly code: "file-already-there"; readonly evidenceId: string }
) & { readonly detail?: string };

/** The problems of evidence as the endpoints of other rooms list them. */
export const evidenceProblems = {
  "evidence-in-future": { status: 422, title: "发生日期不能晚于今天" },
  "file-empty": { status: 422, title: "文件是空的（0字节），请重新选择" },
  "file-already-there": { status: 409, title: "这个文件已经上传过" },
} as const;

/** Enters a note and hangs it on its record. */
export async function attachNote(
  tx: Tx,
  entry: EvidenceEntry,
  text: { readonly title: string; readonly note: string },
): Promise<Result<string, AttachProblem>> {
  const claim = { kind: "note", title: text.title, happenedOn: entry.happenedOn, sizeBytes: null } as const;
  const checked = checkEvidence(claim, entry.today);
  if (!checked.ok) return checked;
  const id = newId();
  await insertEvidence(tx, {
    ...basicsOf(entry, id),
    kind: "note",
    title: text.title,
    note: text.note,
    file_name: null,
    media_type: null,
    size_bytes: null,
    sha256: null,
  });
  await linkEvidence(tx, entry.areaCode, id, { subject: entry.subject, at: entry.now, byId: entry.personId });
  return succeed(id);
}

/**
 * Enters a file and hangs it on its record. The same bytes of the same unit are told with where they are;
 * `reuse` hangs the old one here too: one evidence serves many records.
 */
export async function attachFile(
  tx: Tx,
  storage: Storage,
  entry: EvidenceEntry,
  upload: {
    readonly file: UploadedFile;
    readonly title: string;
    readonly note: string | null;
    readonly reuse: boolean;
  },
): Promise<Result<string, AttachProblem>> {
  const { file } = upload;
  const claim = {
    kind: "file",
    title: upload.title,
    happenedOn: entry.happenedOn,
    sizeBytes: file.bytes.length,
  } as const;
  const checked = checkEvidence(claim, entry.today);
  if (!checked.ok) return fail({ ...checked.problem, detail: `“${file.fileName}”未能上传` });
  const known = await findFileByDigest(tx, entry.areaCode, entry.unitId, digestOf(file.bytes));
  if (known && !upload.reuse) {
    const day = writeDateInChinese(plainDate(known.happened_on));
    const detail = `“${file.fileName}”与已有佐证“${known.title}”（${day}）是同一文件。可直接引用，不必重复上传。`;
    return fail({ code: "file-already-there", evidenceId: known.id, detail });
  }
  const id = known?.id ?? (await saveFile(tx, storage, entry, upload));
  await linkEvidence(tx, entry.areaCode, id, { subject: entry.subject, at: entry.now, byId: entry.personId });
  return succeed(id);
}

async function saveFile(
  tx: Tx,
  storage: Storage,
  entry: EvidenceEntry,
  upload: { readonly file: UploadedFile; readonly title: string; readonly note: string | null },
): Promise<string> {
  const { file } = upload;
  const id = newId();
  // What the bytes are, not what the browser says they are.
  const type = await fileTypeFromBuffer(file.bytes);
  const sha256 = await storage.save(file.bytes);
  await insertEvidence(tx, {
    ...basicsOf(entry, id),
    kind: "file",
    title: upload.title,
    note: upload.note,
    file_name: file.fileName,
    media_type: type?.mime ?? "application/octet-stream",
    size_bytes: file.bytes.length,
    sha256,
  });
  return id;
}

const basicsOf = (entry: EvidenceEntry, id: string) => ({
  area_code: entry.areaCode,
  id,
  unit_id: entry.unitId,
  happened_on: entry.happenedOn,
  entered_at: entry.now,
  entered_on: entry.today,
  entered_by_id: entry.personId,
  entered_by_name: entry.personName,
});

/** The evidence of a record as the wire shows it. */
export async function describeEvidenceOf(tx: Tx, area: string, subject: EvidenceSubject) {
  const rows = await listEvidenceOf(tx, area, subject);
  return rows.map((row) => ({
    id: row.evidence_id,
    kind: row.kind,
    title: row.title,
    note: row.note,
    happenedOn: row.happened_on,
    enteredAt: row.entered_at.toISOString(),
    enteredLate: daysBetween(plainDate(row.happened_on), plainDate(row.entered_on)) > enteredLateAfterDays,
    enteredByName: row.entered_by_name,
    fileName: row.file_name,
    mediaType: row.media_type,
    sizeBytes: row.size_bytes,
    sha256: row.sha256,
  }));
}
