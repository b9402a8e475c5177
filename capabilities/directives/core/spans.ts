/** A stretch of a sentence that one reader has understood, so that no other reads it again. */
export type Span = { start: number; end: number };

export const overlaps = (spans: readonly Span[], start: number, end: number): boolean =>
  spans.some((span) => start < span.end && span.start < end);

export const byStart = (a: Span, b: Span): number => a.start - b.start;
