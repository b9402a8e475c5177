import type { TableRow } from "./tables.ts";
import type { Token } from "./tokens.ts";

/** A clause while the outline is being built: a node of the tree with the stretches of text it owns. */
export type Draft = {
  parent: Draft | null;
  children: Draft[];
  /** Null for a paragraph, a list member or another clause without a written marker. */
  token: Token | null;
  kind: "numbered" | "head" | "paragraph" | "headline" | "member" | "row";
  /** The cells of a row of a table. */
  row: TableRow | null;
  start: number;
  end: number;
  /** Index of the paragraph in which the clause begins. */
  paragraph: number;
  /** Flat pairs: start, end, start, end … of its own text, in order. */
  pieces: number[];
  /** How many paragraphs below its first line it has taken in. */
  bodyParagraphs: number;
  /** Did the member before it in the series take in paragraphs? The next one then does too. */
  siblingsHaveBody: boolean;
  /** The member before it was a single line with nothing below: then a single line is a whole clause here. */
  previousIsBare: boolean;
  /** No words of its own, and none below: a number that the author left standing alone. */
  isEmpty: boolean;
};

export type DraftStart = Pick<Draft, "parent" | "token" | "kind" | "start" | "paragraph">;

export const startDraft = (at: DraftStart): Draft => ({
  ...at,
  children: [],
  end: at.start,
  pieces: [],
  bodyParagraphs: 0,
  row: null,
  siblingsHaveBody: false,
  previousIsBare: false,
  isEmpty: false,
});

/** Gives the stretch to the clause and lets every clause around it reach as far. */
export function own(draft: Draft, start: number, end: number): void {
  const last = draft.pieces.length - 1;
  if (end <= start) return;
  if (draft.pieces[last] === start) draft.pieces[last] = end;
  else draft.pieces.push(start, end);
  reach(draft, end);
}

function reach(draft: Draft, end: number): void {
  for (let at: Draft | null = draft; at && at.end < end; at = at.parent) at.end = end;
}
