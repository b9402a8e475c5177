import type { Outline, OutlineClause } from "./edit-outline.ts";

/** What one edit did, kept so that it can be taken back as long as nothing was edited after it. */
export type OutlineChange = {
  /** As they were before. */
  readonly changed: readonly OutlineClause[];
  /** Gone from the outline, with the place where each stood. */
  readonly removed: readonly { readonly clause: OutlineClause; readonly index: number }[];
  readonly addedIds: readonly string[];
};

export function compareOutlines(before: Outline, after: Outline): OutlineChange {
  const next = new Map(after.map((clause) => [clause.id, clause]));
  const known = new Set(before.map(({ id }) => id));
  return {
    changed: before.filter((clause) => {
      const now = next.get(clause.id);
      return now !== undefined && now !== clause && JSON.stringify(now) !== JSON.stringify(clause);
    }),
    removed: before.flatMap((clause, index) => (next.has(clause.id) ? [] : [{ clause, index }])),
    addedIds: after.flatMap(({ id }) => (known.has(id) ? [] : [id])),
  };
}

/** The outline as it was before the change; `outline` is as the change left it. */
export function takeBackChange(outline: Outline, change: OutlineChange): OutlineClause[] {
  const added = new Set(change.addedIds);
  const former = new Map(change.changed.map((clause) => [clause.id, clause]));
  const restored = outline
    .filter(({ id }) => !added.has(id))
    .map((clause) => former.get(clause.id) ?? clause);
  for (const { clause, index } of change.removed) restored.splice(index, 0, clause);
  return restored;
}
