import type { Tx } from "#platform/database/index.ts";
import { compareOutlines, type Outline, type OutlineChange, type OutlineClause } from "../core/index.ts";
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
  const strip = withoutPlace();
  const change = compareOutlines(before.map(strip), after.map(strip));
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

/** What an edit left alone stays one and the same object, and need not be compared letter by letter. */
function withoutPlace(): (clause: OutlineClause) => OutlineClause {
  const stripped = new Map<OutlineClause, OutlineClause>();
  return (clause) => {
    const known = stripped.get(clause);
    if (known) return known;
    const { ordinal: _ordinal, ...rest } = clause as StoredClause;
    stripped.set(clause, rest);
    return rest;
  };
}
