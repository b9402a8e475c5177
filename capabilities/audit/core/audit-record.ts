/** One record as it stands in the database, every value as its text. */
export interface AuditRecord {
  readonly areaCode: string;
  readonly id: string;
  /** "2026-11-20T02:00:00.000000Z": to the microsecond, as stored. */
  readonly at: string;
  readonly accountId: string | null;
  readonly personId: string | null;
  readonly personName: string | null;
  readonly holdingId: string | null;
  readonly postKind: string | null;
  readonly postTitle: string | null;
  readonly unitId: string | null;
  readonly unitName: string | null;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly subjectTitle: string | null;
  /** JSON as it was written. */
  readonly before: string | null;
  readonly after: string | null;
  readonly result: string;
  readonly requestId: string;
  readonly remoteAddress: string | null;
}

/** The order in which the fields are sealed. A new field is a new version of the form, never a change of this one. */
const sealedFields = [
  "areaCode",
  "id",
  "at",
  "accountId",
  "personId",
  "personName",
  "holdingId",
  "postKind",
  "postTitle",
  "unitId",
  "unitName",
  "action",
  "subjectKind",
  "subjectId",
  "subjectTitle",
  "before",
  "after",
  "result",
  "requestId",
  "remoteAddress",
] as const satisfies readonly (keyof AuditRecord)[];

const form = "panshi-audit-1";

export interface SealedPlace {
  readonly sequence: number;
  readonly sealedAt: string;
}

/**
 * The text whose digest is the link: the digest before, its place in the chain and the record. One line of
 * hexadecimal, one line of JSON, UTF-8; anybody can compute it again without this program (docs/decisions/0010).
 */
export const sealedText = (
  previousDigest: string,
  { sequence, sealedAt }: SealedPlace,
  record: AuditRecord,
): string =>
  `${previousDigest}\n${JSON.stringify([form, sequence, sealedAt, ...sealedFields.map((field) => record[field])])}`;

/** Before the first link. */
export const firstDigest = "0".repeat(64);
