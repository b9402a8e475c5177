import { nativeCrypto } from "#platform/crypto/index.ts";
import { type Database, inTerritory, type Tx } from "#platform/database/index.ts";
import { firstDigest, sealedText } from "../core/index.ts";
import { findHead } from "./store/read-chain.ts";
import {
  insertSeals,
  listUnsealed,
  type NewSeal,
  readWriters,
  takeSealingTurn,
  type WrittenPlace,
} from "./store/write-seals.ts";

const sealsPerTransaction = 1000;

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
  readonly last: WrittenPlace | null;
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
    if (outcome.sealed < sealsPerTransaction) return sealed;
    turn = { ...turn, oldestRunning: outcome.oldestRunning, after: outcome.last };
  }
}

/** Null when another server has the turn. Why nothing is missed: docs/decisions/0010. */
async function sealTurn(tx: Tx, { areaCode, now, ...turn }: Turn): Promise<TurnOutcome | null> {
  if (!(await takeSealingTurn(tx, areaCode))) return null;
  const writers = await readWriters(tx);
  const oldestRunning = turn.oldestRunning ?? writers.oldestRunning;
  const head = await findHead(tx, areaCode);
  // A head from the future is of another cluster, whose rows were carried here: everything is looked through once.
  const isKnown = head !== undefined && BigInt(head.unsealed_from) <= BigInt(writers.next);
  const found = await listUnsealed(tx, areaCode, {
    from: isKnown ? head.unsealed_from : "0",
    below: isKnown ? writers.next : null,
    after: turn.after,
    limit: sealsPerTransaction,
  });
  const sealedAt = `${now.toISOString().slice(0, -1)}000Z`;
  const seals: NewSeal[] = [];
  let last = { sequence: head?.sequence ?? 0, digest: head?.digest.toString("hex") ?? firstDigest };
  for (const { record } of found) {
    const sequence = last.sequence + 1;
    const digest = nativeCrypto.digest(sealedText(last.digest, { sequence, sealedAt }, record));
    seals.push({ sequence, recordId: record.id, digest });
    last = { sequence, digest };
  }
  const isThrough = found.length < sealsPerTransaction;
  const unsealedFrom = isThrough ? oldestRunning : isKnown ? head.unsealed_from : "0";
  if (seals.length > 0) await insertSeals(tx, areaCode, seals, { sealedAt: now, unsealedFrom });
  return { sealed: seals.length, oldestRunning, last: found.at(-1)?.place ?? null };
}
