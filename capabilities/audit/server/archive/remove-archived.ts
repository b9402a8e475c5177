import { sql } from "kysely";
import { v7 as newId } from "uuid";
import { type Database, inTerritory, type Tx } from "#platform/database/index.ts";
import { openTrail } from "#platform/http/index.ts";
import { fail, type Result, succeed } from "#platform/kernel/result.ts";
import { recordAuditUnposted } from "../record-audit.ts";
import { archiveSubject, findArchive, findArchiveRecord } from "../store/archives.ts";
import { findSeal } from "../store/read-chain.ts";
import { type ArchiveProblem, type VerifiedArchive, verifyArchive } from "./verify-archive.ts";

export type RemovalProblem =
  | { readonly code: "not-verified"; readonly problem: ArchiveProblem }
  | { readonly code: "archive-unknown" }
  | { readonly code: "chain-differs" };

export interface Removal {
  readonly removed: number;
  readonly lastSequence: number;
}

/**
 * Removes from the database what an archive holds, as its owner: the application has no right to. Only after the
 * files are read once more and the chain in the database says the same about them. What remains begins behind it.
 */
export async function removeArchived(
  owner: Database,
  folder: string,
  { now, operator }: { readonly now: Date; readonly operator: string },
): Promise<Result<Removal, RemovalProblem>> {
  const verified = await verifyArchive(folder);
  if (!verified.ok) return fail({ code: "not-verified", problem: verified.problem });
  const { areaCode, archiveId, lastSequence } = verified.value.manifest;
  return inTerritory(owner, areaCode, async (tx) => {
    const problem = await findDifference(tx, verified.value);
    if (problem) return fail(problem);
    const removed = await deleteThrough(tx, areaCode, lastSequence);
    await recordAuditUnposted(
      tx,
      { areaCode, accountId: null, personId: null, personName: operator },
      { now, requestId: newId(), remoteAddress: null, trail: openTrail() },
      {
        action: "audit.removeArchived",
        subjectKind: archiveSubject,
        subjectId: archiveId,
        after: { lastSequence, removed },
      },
    );
    return succeed({ removed, lastSequence });
  });
}

async function findDifference(
  tx: Tx,
  { manifest, manifestDigest }: VerifiedArchive,
): Promise<RemovalProblem | null> {
  const { areaCode, archiveId, lastSequence, lastDigest } = manifest;
  const archive = await findArchive(tx, areaCode, archiveId);
  if (archive?.manifest_digest.toString("hex") !== manifestDigest) return { code: "archive-unknown" };
  const said = await findArchiveRecord(tx, areaCode, archiveId);
  const seal = await findSeal(tx, areaCode, lastSequence);
  const isProven =
    said !== null &&
    said.sequence > lastSequence &&
    said.lastDigest === lastDigest &&
    seal?.digest.toString("hex") === lastDigest;
  return isProven ? null : { code: "chain-differs" };
}

async function deleteThrough(tx: Tx, areaCode: string, lastSequence: number): Promise<number> {
  const deleted = await sql`
    DELETE FROM audit.record AS record USING audit.seal AS seal
    WHERE record.area_code = ${areaCode} AND seal.area_code = ${areaCode} AND seal.record_id = record.id
      AND seal.sequence <= ${lastSequence}
  `.execute(tx);
  await sql`DELETE FROM audit.seal WHERE area_code = ${areaCode} AND sequence <= ${lastSequence}`.execute(tx);
  return Number(deleted.numAffectedRows ?? 0n);
}
