import type { Static } from "typebox";
import type { ResponseOf } from "#platform/http/contract.ts";
import type { getDocumentRoute, outlineClause, outlineEdit } from "../contract.ts";

export type DocumentDetail = ResponseOf<typeof getDocumentRoute>;
export type OutlineRow = Static<typeof outlineClause>;
export type OutlineEditBody = Static<typeof outlineEdit>;

/** One line of the source with where it begins in the whole text. */
export interface SourceLine {
  readonly number: number;
  readonly start: number;
  readonly text: string;
}

export function splitLines(content: string): SourceLine[] {
  let start = 0;
  return content.split("\n").map((text, index) => {
    const line = { number: index + 1, start, text };
    start += text.length + 1;
    return line;
  });
}

/** The part of a line that belongs to a clause, as positions in the line; null when none does. */
export function partOfLine(
  line: SourceLine,
  clause: Pick<OutlineRow, "start" | "end"> | undefined,
): { readonly from: number; readonly to: number } | null {
  if (!clause) return null;
  const from = Math.max(0, clause.start - line.start);
  const to = Math.min(line.text.length, clause.end - line.start);
  return from < to ? { from, to } : null;
}

/** The innermost clause of a line: the one whose words one reads there. */
export function findClauseOfLine(clauses: readonly OutlineRow[], line: SourceLine): OutlineRow | undefined {
  const end = line.start + line.text.length;
  const starting = clauses.find((clause) => clause.start >= line.start && clause.start < end);
  return starting ?? clauses.findLast((clause) => clause.start < end && clause.end > line.start);
}

/** What the officer still has to give to somebody. */
export const isUnassigned = (clause: OutlineRow): boolean =>
  clause.assignable && !clause.dropped && clause.listIds.length === 0;
