import type { Static } from "typebox";
import type { outlineChange, outlineClause } from "../contract.ts";
import { type OutlineClause, selectCounted, tallyCoverage } from "../core/index.ts";
import type { StoredClause } from "./store/clauses.ts";
import type { ClauseUse } from "./store/uses.ts";

export type WireClause = Static<typeof outlineClause>;
type WireChange = Pick<Static<typeof outlineChange>, "changed" | "added" | "removedIds">;

/** An outline as a page shows it, and the clauses that it was written from. */
interface WrittenOutline {
  readonly source: readonly OutlineClause[];
  readonly clauses: readonly WireClause[];
}

/** The outline as a page shows it: with what counts for the coverage, and the lists that took a clause up. */
export function writeOutline(source: readonly OutlineClause[], uses: readonly ClauseUse[]) {
  const listsByClause = new Map<string, Set<string>>();
  for (const { clauseId, listId } of uses) {
    const lists = listsByClause.get(clauseId) ?? new Set();
    listsByClause.set(clauseId, lists.add(listId));
  }
  const counted = selectCounted(source);
  const clauses = source.map((clause): WireClause => {
    const { ordinal: _ordinal, ...shown } = clause as StoredClause;
    const listIds = [...(listsByClause.get(clause.id) ?? [])];
    return { ...shown, assignable: counted.has(clause.id), listIds };
  });
  return { source, clauses, coverage: tallyCoverage(source, new Set(listsByClause.keys())) };
}

/**
 * What a page that shows `before` must change to show `after`. A long document has thousands of clauses and an edit
 * touches a few; `added` are to be put in one after the other, each at its place in the outline as it is then.
 */
export function compareOnWire(before: WrittenOutline, after: WrittenOutline): WireChange {
  const places = new Map(before.clauses.map(({ id }, index) => [id, index]));
  const standing = new Set(after.clauses.map(({ id }) => id));
  return {
    changed: after.clauses.filter((clause, index) => {
      const place = places.get(clause.id);
      if (place === undefined) return false;
      const isSameSource = before.source[place] === after.source[index];
      return !(isSameSource && standsAlike(before.clauses[place], clause));
    }),
    added: after.clauses.flatMap((clause, index) => (places.has(clause.id) ? [] : [{ index, clause }])),
    removedIds: before.clauses.flatMap(({ id }) => (standing.has(id) ? [] : [id])),
  };
}

/** What the other clauses and the lists make of a clause; its own words are in its source. */
const standsAlike = (one: WireClause | undefined, other: WireClause): boolean =>
  one?.assignable === other.assignable && one.listIds.join() === other.listIds.join();
