import type { Static } from "typebox";
import type { outlineChange, outlineClause } from "../contract.ts";
import { selectCounted, tallyCoverage } from "../core/index.ts";
import type { StoredClause } from "./store/clauses.ts";
import type { ClauseUse } from "./store/uses.ts";

export type WireClause = Static<typeof outlineClause>;
type WireChange = Pick<Static<typeof outlineChange>, "changed" | "added" | "removedIds">;

/** The outline as a page shows it: with what counts for the coverage, and the lists that took a clause up. */
export function writeOutline(stored: readonly StoredClause[], uses: readonly ClauseUse[]) {
  const listsByClause = new Map<string, Set<string>>();
  for (const { clauseId, listId } of uses) {
    const lists = listsByClause.get(clauseId) ?? new Set();
    listsByClause.set(clauseId, lists.add(listId));
  }
  const counted = selectCounted(stored);
  const clauses: WireClause[] = stored.map(({ ordinal: _ordinal, ...clause }) => ({
    ...clause,
    assignable: counted.has(clause.id),
    listIds: [...(listsByClause.get(clause.id) ?? [])],
  }));
  return { clauses, coverage: tallyCoverage(stored, new Set(listsByClause.keys())) };
}

/**
 * What a page that shows `before` must change to show `after`. A long document has thousands of clauses and an edit
 * touches a few; `added` are to be put in one after the other, each at its place in the outline as it is then.
 */
export function compareOnWire(before: readonly WireClause[], after: readonly WireClause[]): WireChange {
  const known = new Map(before.map((clause) => [clause.id, clause]));
  const standing = new Set(after.map(({ id }) => id));
  return {
    changed: after.filter((clause) => {
      const former = known.get(clause.id);
      return former !== undefined && JSON.stringify(former) !== JSON.stringify(clause);
    }),
    added: after.flatMap((clause, index) => (known.has(clause.id) ? [] : [{ index, clause }])),
    removedIds: before.flatMap(({ id }) => (standing.has(id) ? [] : [id])),
  };
}
