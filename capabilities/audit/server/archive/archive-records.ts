import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { v7 as newId } from "uuid";
import { type Database, inTerritory, type Tx } from "#platform/database/index.ts";
import { openTrail } from "#platform/http/index.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import { fail, type Result, succeed } from "#platform/kernel/result.ts";
import {
  type ArchivedFile,
  type ArchiveManifest,
  type ChainFault,
  type ChainLink,
  type ChainPosition,
} from "../../core/index.ts";
import { recordAuditUnposted } from "../record-audit.ts";
import { sealArea } from "../seal-area.ts";
import { archiveAction, archiveSubject, findLastSequenceBefore, insertArchive } from "../store/archives.ts";
import { listLinks } from "../store/read-chain.ts";
import { findStart } from "../verify-area.ts";
import { readLinksAfter } from "../verify-chain.ts";
import { writeLinks, writeManifest } from "./archive-files.ts";
import { type ArchiveProblem, type VerifiedArchive, verifyArchive } from "./verify-archive.ts";

const recordsPerFile = 100_000;

export interface ArchiveWanted {
  readonly areaCode: string;
  readonly before: PlainDate;
  /** An existing folder or a new one; the archive gets a folder of its own in it. */
  readonly into: string;
  readonly now: Date;
  /** Who sits at the console. */
  readonly operator: string;
}

export interface WrittenArchive extends VerifiedArchive {
  readonly folder: string;
}

export type ArchivingProblem =
  | { readonly code: "nothing-to-archive" }
  | { readonly code: "folder-in-use"; readonly folder: string }
  | { readonly code: "start-broken"; readonly fault: ChainFault }
  | { readonly code: "not-verified"; readonly problem: ArchiveProblem };

/** Writes the oldest sealed records to files, reads them back, and records that it was done. Removes nothing. */
export async function archiveRecords(
  database: Database,
  wanted: ArchiveWanted,
): Promise<Result<WrittenArchive, ArchivingProblem>> {
  const { areaCode, before } = wanted;
  const within = <Value>(work: (tx: Tx) => Promise<Value>) => inTerritory(database, areaCode, work);
  const start = await within((tx) => findStart(tx, areaCode, undefined));
  if (!start.ok) return fail({ code: "start-broken", fault: start.fault });
  const through = await within((tx) =>
    findLastSequenceBefore(tx, areaCode, new Date(`${before}T00:00:00+08:00`)),
  );
  if (through <= start.position.sequence) return fail({ code: "nothing-to-archive" });
  const folder = join(wanted.into, `audit-${areaCode}-${start.position.sequence + 1}-${through}`);
  await mkdir(wanted.into, { recursive: true });
  if (!(await makeFolder(folder))) return fail({ code: "folder-in-use", folder });
  const links = readLinksAfter(
    (after, limit) => within((tx) => listLinks(tx, areaCode, after, limit)),
    start.position.sequence,
    through - start.position.sequence,
  );
  const manifest = await writeFiles(folder, wanted, { start: start.position, links });
  await writeManifest(folder, manifest);
  const verified = await verifyArchive(folder);
  if (!verified.ok) return fail({ code: "not-verified", problem: verified.problem });
  await within((tx) => recordArchive(tx, wanted, verified.value));
  // Here and now, so that the archive is proven by the chain also when no server is running.
  await sealArea(database, areaCode, wanted.now);
  return succeed({ ...verified.value, folder });
}

/** A folder of its own for each archive: nothing is written over, and nothing strange lies beside it. */
async function makeFolder(folder: string): Promise<boolean> {
  try {
    await mkdir(folder, { mode: 0o700 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

async function writeFiles(
  folder: string,
  { areaCode, before, now }: ArchiveWanted,
  { start, links }: { start: ChainPosition; links: AsyncGenerator<readonly ChainLink[]> },
): Promise<ArchiveManifest> {
  const files: ArchivedFile[] = [];
  let [firstAt, lastAt, last] = ["", "", start.digest];
  const source = eachOf(links, (link) => {
    firstAt ||= link.record?.at ?? "";
    lastAt = link.record?.at ?? lastAt;
    last = link.digest;
  });
  for (let isMore = true; isMore; ) {
    const name = `records-${String(files.length + 1).padStart(4, "0")}.jsonl.gz`;
    const file = await writeLinks(folder, name, source.take(recordsPerFile));
    if (file) files.push(file);
    isMore = source.hasMore();
  }
  return {
    form: "panshi-audit-archive-1",
    areaCode,
    archiveId: newId(),
    archivedAt: now.toISOString(),
    before,
    records: files.reduce((sum, { records }) => sum + records, 0),
    firstSequence: start.sequence + 1,
    lastSequence: files.at(-1)?.lastSequence ?? start.sequence,
    previousDigest: start.digest,
    lastDigest: last,
    firstAt,
    lastAt,
    files,
  };
}

/** Single links out of pages, a bounded number at a time. */
function eachOf(pages: AsyncGenerator<readonly ChainLink[]>, see: (link: ChainLink) => void) {
  let page: readonly ChainLink[] = [];
  let at = 0;
  let isEnd = false;
  async function* take(most: number): AsyncGenerator<ChainLink> {
    for (let taken = 0; taken < most; taken += 1) {
      while (at >= page.length && !isEnd) {
        const next = await pages.next();
        isEnd = next.done === true;
        [page, at] = [next.done ? [] : next.value, 0];
      }
      const link = page[at];
      if (!link) return;
      at += 1;
      see(link);
      yield link;
    }
  }
  return { take, hasMore: () => !isEnd || at < page.length };
}

async function recordArchive(
  tx: Tx,
  { areaCode, now, operator }: ArchiveWanted,
  { manifest, manifestDigest }: VerifiedArchive,
): Promise<void> {
  const { archiveId: id, firstSequence, lastSequence, previousDigest, lastDigest } = manifest;
  await insertArchive(tx, {
    area_code: areaCode,
    id,
    first_sequence: firstSequence,
    last_sequence: lastSequence,
    previous_digest: Buffer.from(previousDigest, "hex"),
    last_digest: Buffer.from(lastDigest, "hex"),
    manifest_digest: Buffer.from(manifestDigest, "hex"),
    archived_at: now,
  });
  await recordAuditUnposted(
    tx,
    { areaCode, accountId: null, personId: null, personName: operator },
    { now, requestId: newId(), remoteAddress: null, trail: openTrail() },
    {
      action: archiveAction,
      subjectKind: archiveSubject,
      subjectId: id,
      after: { firstSequence, lastSequence, lastDigest, manifestDigest, before: manifest.before },
    },
  );
}
