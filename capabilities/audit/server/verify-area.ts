import { type Database, inTerritory, type Tx } from "#platform/database/index.ts";
import { type ChainFault, type ChainPosition, chainStart, isLongBefore } from "../core/index.ts";
import {
  findArchiveRecord,
  findArchiveUpTo,
  listArchiveDigests,
  type ReadArchive,
} from "./store/archives.ts";
import { findFirstSeal, findSeal, listLinks, tallyUnsealed } from "./store/read-chain.ts";
import { type Followed, followLinks, readLinksAfter } from "./verify-chain.ts";

export interface AreaVerification extends Followed {
  readonly areaCode: string;
  /** Where verification began: 0, or behind the stretch that was archived and removed. */
  readonly startedAfter: number;
  readonly unsealed: number;
}

interface Wanted {
  /** A digest noted earlier outside the database; the chain must contain it. */
  readonly head?: string | undefined;
  /** Goes on behind a link that is already looked into. */
  readonly after?: number | undefined;
  readonly progress?: (checked: number) => void;
}

/** The whole chain of an area, then what stands outside it. */
export async function verifyArea(
  database: Database,
  areaCode: string,
  { head, after, progress }: Wanted = {},
): Promise<AreaVerification> {
  const within = <Value>(work: (tx: Tx) => Promise<Value>) => inTerritory(database, areaCode, work);
  const start = await within((tx) => findStart(tx, areaCode, after));
  if (!start.ok) return { ...nothingFollowed(start.fault), areaCode, startedAfter: 0, unsealed: 0 };
  let isHeadFound = head === undefined || head === start.position.digest;
  const followed = await followLinks(
    readLinksAfter(
      (from, limit) => within((tx) => listLinks(tx, areaCode, from, limit)),
      start.position.sequence,
    ),
    start.position,
    { seen: (digest) => (isHeadFound ||= digest === head), ...(progress && { progress }) },
  );
  const { unsealed, fault } = await within((tx) => checkOutside(tx, areaCode, followed));
  if (!isHeadFound)
    isHeadFound = (await within((tx) => listArchiveDigests(tx, areaCode))).includes(head ?? "");
  const headFault: ChainFault = { code: "head-not-found", sequence: null, recordId: null };
  return {
    ...followed,
    areaCode,
    startedAfter: start.position.sequence,
    unsealed,
    fault: followed.fault ?? fault ?? (isHeadFound ? null : headFault),
  };
}

const nothingFollowed = (fault: ChainFault): Followed => ({ position: chainStart, checked: 0, fault });

/** Records that no seal names: the tail that waits for its seal, unless one of them is too old for that. */
export async function checkOutside(
  tx: Tx,
  areaCode: string,
  { position }: Followed,
): Promise<{ readonly unsealed: number; readonly fault: ChainFault | null }> {
  const { count, earliest } = await tallyUnsealed(tx, areaCode);
  const isOld = earliest !== null && isLongBefore(earliest.at, position.latestAt);
  const fault: ChainFault | null = isOld
    ? { code: "record-unsealed", sequence: null, recordId: earliest.id }
    : null;
  return { unsealed: count, fault };
}

type Start =
  | { readonly ok: true; readonly position: ChainPosition }
  | { readonly ok: false; readonly fault: ChainFault };

/** The beginning, a link that is named, or the end of the stretch that was archived and removed. */
export async function findStart(tx: Tx, areaCode: string, after: number | undefined): Promise<Start> {
  if (after !== undefined && after > 0) {
    const seal = await findSeal(tx, areaCode, after);
    if (seal) {
      const position = { sequence: after, digest: seal.digest.toString("hex"), latestAt: seal.at ?? "" };
      return { ok: true, position };
    }
    const ending = await findArchiveUpTo(tx, areaCode, after);
    if (ending?.last_sequence !== after) {
      return { ok: false, fault: { code: "seal-missing", sequence: after, recordId: null } };
    }
    return startBehind(tx, areaCode, ending);
  }
  const first = await findFirstSeal(tx, areaCode);
  if (first?.sequence === 1) return { ok: true, position: chainStart };
  const archive = await findArchiveUpTo(tx, areaCode, first ? first.sequence - 1 : null);
  return archive ? startBehind(tx, areaCode, archive) : { ok: true, position: chainStart };
}

/** The end of an archive counts when the chain itself says so: archiving is a record like any other. */
async function startBehind(tx: Tx, areaCode: string, archive: ReadArchive): Promise<Start> {
  const digest = archive.last_digest.toString("hex");
  const said = await findArchiveRecord(tx, areaCode, archive.id);
  const proven = said !== null && said.lastSequence === archive.last_sequence && said.lastDigest === digest;
  if (!proven || said.sequence <= archive.last_sequence) {
    return {
      ok: false,
      fault: { code: "archive-unproven", sequence: archive.last_sequence, recordId: null },
    };
  }
  return { ok: true, position: { sequence: archive.last_sequence, digest, latestAt: "" } };
}
