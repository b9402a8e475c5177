import { addMonths, type PlainDate } from "#platform/kernel/plain-date.ts";

/** Source: 网络安全法 (network logs are kept for no less than six months); domain.md §7.1. */
const monthsKept = 6;

/** The latest day before which records may be archived: what is younger stays where it is read every day. */
export const latestArchiveDay = (today: PlainDate): PlainDate => addMonths(today, -monthsKept);

export interface ArchivedFile {
  readonly name: string;
  readonly records: number;
  readonly firstSequence: number;
  readonly lastSequence: number;
  readonly bytes: number;
  /** SM3 over the file as it lies on the disk. */
  readonly digest: string;
}

/** What lies beside the files of an archive and proves them. */
export interface ArchiveManifest {
  readonly form: "panshi-audit-archive-1";
  readonly areaCode: string;
  readonly archiveId: string;
  readonly archivedAt: string;
  /** All records in it are of before this day. */
  readonly before: string;
  readonly records: number;
  readonly firstSequence: number;
  readonly lastSequence: number;
  readonly previousDigest: string;
  readonly lastDigest: string;
  readonly firstAt: string;
  readonly lastAt: string;
  readonly files: readonly ArchivedFile[];
}
