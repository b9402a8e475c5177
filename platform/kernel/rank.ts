/** What is ranked: a number that is already on the precision that is published; null = nothing to rank. */
export interface Ranked {
  readonly rank: number | null;
  /** First minus own, in the unit of the value; 0 for the first. */
  readonly gapToFirst: number | null;
}

/**
 * Competition ranks, the highest first: 1, 2, 2, 4. Null is unranked, not last. Needs integers: two equal floats
 * are an accident. Answers come in the order of the values.
 */
export function rankHighestFirst(values: readonly (number | null)[]): readonly Ranked[] {
  const sorted = values.filter((value) => value !== null).sort((a, b) => b - a);
  const first = sorted[0] ?? null;
  const rankOf = new Map<number, number>();
  sorted.forEach((value, index) => {
    if (!rankOf.has(value)) rankOf.set(value, index + 1);
  });
  return values.map((value) =>
    value === null || first === null
      ? { rank: null, gapToFirst: null }
      : { rank: rankOf.get(value) ?? null, gapToFirst: first - value },
  );
}
