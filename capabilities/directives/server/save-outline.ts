import type { Tx } from "#platform/database/index.ts";
import { compareOutlines, type Outline, type OutlineChange } from "../core/index.ts";
import {
  insertClauses,
  markMerged,
  type StoredClause,
  updateClauses,
  updateOrdinals,
} from "./store/clauses.ts";

interface Place {
  readonly area: string;
  readonly documentId: string;
  readonly now: Date;
}

/**
 * Writes the outline as it is to be over the outline as it is stored: new clauses, changed ones, and the places of
 * the rest. `intoIdOf` tells where the words of a clause went that is no longer there.
 */
export async function saveOutline(
  tx: Tx,
  place: Place,
  outlines: { readonly before: readonly StoredClause[]; readonly after: Outline },
  intoIdOf: (id: string) => string,
): Promise<OutlineChange> {
  const { before, after } = outlines;
  const known = new Map(before.map((clause) => [clause.id, clause]));
  const next = after.map((clause, index): StoredClause => ({ ...clause, ordinal: index + 1 }));
  const change = compareOutlines(before.map(withoutPlace), next.map(withoutPlace));
  const changedIds = new Set(change.changed.map(({ id }) => id));
  const added = new Set(change.addedIds);
  await insertClauses(
    tx,
    place,
    next.filter(({ id }) => added.has(id)),
  );
  await updateClauses(
    tx,
    place,
    next.filter(({ id }) => changedIds.has(id)),
  );
  await updateOrdinals(
    tx,
    place,
    next.filter((clause) => !added.has(clause.id) && known.get(clause.id)?.ordinal !== clause.ordinal),
  );
  for (const { clause } of change.removed) await markMerged(tx, place, [clause.id], intoIdOf(clause.id));
  return change;
}

const withoutPlace = ({ ordinal: _ordinal, ...clause }: StoredClause) => clause;
