import { type AuditRecord, firstDigest, type SealedPlace, sealedText } from "./audit-record.ts";

/** One seal with the record that it names, or null when that record is not there. */
export interface ChainLink extends SealedPlace {
  readonly recordId: string;
  readonly digest: string;
  readonly record: AuditRecord | null;
}

/** How far a chain has been followed. */
export interface ChainPosition {
  readonly sequence: number;
  readonly digest: string;
  /** The latest time of a record so far, "" before the first. */
  readonly latestAt: string;
}

export type ChainFaultCode =
  | "seal-missing"
  | "record-missing"
  | "record-changed"
  | "seal-changed"
  | "link-broken"
  | "record-inserted"
  | "record-unsealed"
  | "head-not-found"
  | "archive-unproven";

/** The first place at which a chain does not hold. */
export interface ChainFault {
  readonly code: ChainFaultCode;
  /** Null for what stands outside the chain. */
  readonly sequence: number | null;
  readonly recordId: string | null;
}

/** Hexadecimal digest of a text: SM3 in the house; comes in as a value because core computes no cryptography. */
export type Digest = (text: string) => string;

export const chainStart: ChainPosition = { sequence: 0, digest: firstDigest, latestAt: "" };

/**
 * How much earlier than a record sealed before it a record may have been made: it was written by a transaction that
 * committed late, or by a server whose clock goes after. Nothing of ours runs as long.
 */
const lateCommitToleranceMs = 600_000;

/**
 * One step along the chain, or the fault found at it. `next` is the link after, where there is one: it tells whether
 * the chain went on from what the seal says (then the record was changed) or from what the record gives (then the
 * seal was).
 */
export function followLink(
  position: ChainPosition,
  link: ChainLink,
  { digest, next }: { readonly digest: Digest; readonly next: ChainLink | null },
): ChainPosition | ChainFault {
  const expected = position.sequence + 1;
  if (link.sequence !== expected) return { code: "seal-missing", sequence: expected, recordId: null };
  const place = { sequence: link.sequence, recordId: link.recordId };
  const { record } = link;
  if (record === null) return { code: "record-missing", ...place };
  const computed = digest(sealedText(position.digest, link, record));
  if (computed !== link.digest) return { code: blame(link, computed, { digest, next }), ...place };
  if (isMisdated(record.at, position.latestAt, link.sealedAt)) return { code: "record-inserted", ...place };
  const latestAt = record.at > position.latestAt ? record.at : position.latestAt;
  return { sequence: link.sequence, digest: link.digest, latestAt };
}

export const isFault = (step: ChainPosition | ChainFault): step is ChainFault => "code" in step;

function blame(
  link: ChainLink,
  computed: string,
  { digest, next }: { readonly digest: Digest; readonly next: ChainLink | null },
): ChainFaultCode {
  if (!next?.record) return "link-broken";
  const { record } = next;
  const goesOnFrom = (former: string): boolean => digest(sealedText(former, next, record)) === next.digest;
  if (goesOnFrom(link.digest)) return "record-changed";
  return goesOnFrom(computed) ? "seal-changed" : "link-broken";
}

/** Made long before a record that is sealed already, or long after its own sealing: put in by hand. */
function isMisdated(at: string, latestAt: string, sealedAt: string): boolean {
  return isLongBefore(at, latestAt) || isLongBefore(sealedAt, at);
}

/** Both as in AuditRecord.at; "" is before everything. */
export const isLongBefore = (earlier: string, later: string): boolean =>
  earlier < later && toMs(later) - toMs(earlier) > lateCommitToleranceMs;

const dayMs = 86_400_000;

/** Milliseconds from a "YYYY-MM-DDTHH:MM:SS.ffffffZ"; the clock is not asked. */
function toMs(moment: string): number {
  const part = (from: number, to: number): number => Number(moment.slice(from, to));
  const days = countDays(part(0, 4), part(5, 7), part(8, 10));
  return days * dayMs + part(11, 13) * 3_600_000 + part(14, 16) * 60_000 + part(17, 19) * 1000 + part(20, 23);
}

/** Days of the Gregorian calendar since a fixed day, counting years from March so that a leap day comes last. */
function countDays(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const ordinal = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day;
  return (
    365 * shifted + Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400) + ordinal
  );
}
