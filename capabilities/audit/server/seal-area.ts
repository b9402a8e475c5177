import { nativeCrypto } from "#platform/crypto/index.ts";
import { type Database, inTerritory, type Tx } from "#platform/database/index.ts";
import { type AuditRecord, firstDigest, sealedText } from "../core/index.ts";
import { findHead, findRecords, findSequences, listWritten, type WrittenPlace } from "./store/read-chain.ts";
import { insertSeals, type NewSeal, readWriters, takeSealingTurn } from "./store/write-seals.ts";

/** So many records are looked at, and at most sealed, in one transaction. */
const recordsPerTurn = 2000;

interface Turn {
  readonly areaCode: string;
  readonly now: Date;
  /** As of the first transaction of the run: below it nothing unsealed will be left when the run is through. */
  readonly oldestRunning: string | null;
  readonly after: WrittenPlace | null;
}

interface TurnOutcome {
  readonly sealed: number;
  readonly oldestRunning: string;
  /** Where the next turn begins; null when this one reached the end. */
  readonly next: WrittenPlace | null;
}

/**
 * Seals what is unsealed in an area and says how much that was. Any number of servers may call it at once: one has
 * the turn, the others find nothing to do. A crash in the middle leaves whole transactions only; the next call goes
 * on from the head that it finds.
 */
export async function sealArea(database: Database, areaCode: string, now: Date): Promise<number> {
  let sealed = 0;
  let turn: Turn = { areaCode, now, oldestRunning: null, after: null };
  for (;;) {
    const outcome = await inTerritory(database, areaCode, (tx) => sealTurn(tx, turn));
    if (!outcome) return sealed;
    sealed += outcome.sealed;
    if (outcome.next === null) return sealed;
    turn = { ...turn, oldestRunning: outcome.oldestRunning, after: outcome.next };
  }
}

type Head = Awaited<ReturnType<typeof findHead>>;

/** Null when another server has the turn. Why nothing is missed: docs/decisions/0010. */
async function sealTurn(tx: Tx, { areaCode, now, ...turn }: Turn): Promise<TurnOutcome | null> {
  if (!(await takeSealingTurn(tx, areaCode))) return null;
  const writers = await readWriters(tx);
  const oldestRunning = turn.oldestRunning ?? writers.oldestRunning;
  const head = await findHead(tx, areaCode);
  // A head from the future is of another cluster, whose rows were carried here: everything is looked through once.
  const isKnown = head !== undefined && BigInt(head.unsealed_from) <= BigInt(writers.next);
  const from = isKnown ? head.unsealed_from : "0";
  const below = isKnown ? writers.next : null;
  const places = await listWritten(tx, areaCode, { from, below, after: turn.after, limit: recordsPerTurn });
  const unsealed = await listUnsealed(tx, areaCode, places);
  const next = places.length < recordsPerTurn ? null : (places.at(-1) ?? null);
  const sealing = { sealedAt: now, unsealedFrom: next === null ? oldestRunning : from };
  if (unsealed.length > 0) await insertSeals(tx, areaCode, link(unsealed, head, now), sealing);
  return { sealed: unsealed.length, oldestRunning, next };
}

/** Those of the records that have no seal yet, in the order of their places. */
async function listUnsealed(
  tx: Tx,
  areaCode: string,
  places: readonly WrittenPlace[],
): Promise<AuditRecord[]> {
  const sealed = await findSequences(
    tx,
    areaCode,
    places.map(({ id }) => id),
  );
  const ids = places.flatMap(({ id }) => (sealed.has(id) ? [] : [id]));
  const records = await findRecords(tx, areaCode, ids);
  return ids.map((id) => {
    const record = records.get(id);
    // Nobody who works as the application can remove it between two statements.
    if (!record) throw new Error(`audit record ${id} is gone`);
    return record;
  });
}

function link(records: readonly AuditRecord[], head: Head, now: Date): NewSeal[] {
  const sealedAt = `${now.toISOString().slice(0, -1)}000Z`;
  let last = { sequence: head?.sequence ?? 0, digest: head?.digest.toString("hex") ?? firstDigest };
  return records.map((record) => {
    const sequence = last.sequence + 1;
    const digest = nativeCrypto.digest(sealedText(last.digest, { sequence, sealedAt }, record));
    last = { sequence, digest };
    return { sequence, recordId: record.id, digest };
  });
}
