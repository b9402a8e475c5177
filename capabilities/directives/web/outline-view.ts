import type { Static } from "typebox";
import type { ResponseOf } from "#platform/http/contract.ts";
import type { editOutlineRoute, getDocumentRoute, outlineClause, outlineEdit } from "../contract.ts";

export type DocumentDetail = ResponseOf<typeof getDocumentRoute>;
export type OutlineRow = Static<typeof outlineClause>;
export type OutlineChange = ResponseOf<typeof editOutlineRoute>;
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

/** The document after an edit that was made on this very version; null when others edited in between. */
export function applyChange(detail: DocumentDetail, change: OutlineChange): DocumentDetail | null {
  const { version, coverage, lastEdit, changed, added, removedIds } = change;
  if (detail.document.version !== version - 1) return null;
  const removed = new Set(removedIds);
  const next = new Map(changed.map((clause) => [clause.id, clause]));
  const clauses = detail.clauses
    .filter(({ id }) => !removed.has(id))
    .map((clause) => next.get(clause.id) ?? clause);
  for (const { index, clause } of added) clauses.splice(index, 0, clause);
  return { ...detail, document: { ...detail.document, version, coverage }, clauses, lastEdit };
}

/** What the officer still has to give to somebody. */
export const isUnassigned = (clause: OutlineRow): boolean =>
  clause.assignable && !clause.dropped && clause.listIds.length === 0;
