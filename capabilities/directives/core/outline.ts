import { isSpace, trimEnd } from "./characters.ts";
import { type Draft, own, startDraft } from "./draft.ts";
import { closeForParagraph, type Flow, readFlow, takesBody } from "./flow.ts";
import type { LineUse } from "./frame.ts";
import { findIntroduction, turnsAway } from "./introductions.ts";
import { findLists } from "./lists.ts";
import type { Paragraph } from "./paragraphs.ts";
import { findPlace, type Place } from "./placement.ts";
import type { TableRow } from "./tables.ts";
import type { Source, Token } from "./tokens.ts";

export type OutlineInput = {
  source: Source;
  paragraphs: readonly Paragraph[];
  uses: readonly LineUse[];
  /** Confirmed tokens, in order. */
  tokens: readonly Token[];
  /** Rows of tables by the index of their first line. */
  rows: ReadonlyMap<number, TableRow>;
};

type Building = OutlineInput & {
  roots: Draft[];
  /** In the order of opening: whatever hangs below a clause comes after it. */
  all: Draft[];
  /** The open clauses, outermost first. */
  stack: Draft[];
  flow: Flow;
};

/** Builds the tree of clauses; every character of a body line falls to exactly one of them. */
export function buildOutline(input: OutlineInput): Draft[] {
  const building: Building = { ...input, roots: [], all: [], stack: [], flow: readFlow(input) };
  let next = 0;
  input.paragraphs.forEach((paragraph, index) => {
    const from = next;
    while (next < input.tokens.length && (input.tokens[next] as Token).paragraph === index) next++;
    const use = input.uses[index];
    if (use === "annex" || use === "signature") building.stack.length = 0;
    if (use === "row") openRow(building, index);
    if (use !== "body") return;
    readParagraph(building, paragraph, index, input.tokens.slice(from, next));
  });
  markEmpty(building);
  return building.roots.filter(({ isEmpty }) => !isEmpty);
}

/** Numbers left standing alone are no clauses; a leaf is judged before what it hangs under. */
function markEmpty({ all, source }: Building): void {
  for (let index = all.length - 1; index >= 0; index--) {
    const draft = all[index] as Draft;
    if (draft.children.length > 0) draft.children = draft.children.filter(({ isEmpty }) => !isEmpty);
    draft.isEmpty = draft.children.length === 0 && !hasWords(draft, source.text);
  }
}

const hasWords = ({ pieces }: Draft, text: string): boolean =>
  pieces.some((start, at) => at % 2 === 0 && holdsWords(text, start, pieces[at + 1] ?? start));

function holdsWords(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++)
    if (!isSpace(text.charCodeAt(at)) && !"、，,。；;：:".includes(text[at] as string)) return true;
  return false;
}

/** A row hangs under the numbered head or the group of rows that it stands in. */
function openRow(building: Building, index: number): void {
  const { stack, paragraphs, source } = building;
  const row = building.rows.get(index);
  const paragraph = paragraphs[index];
  if (!row || !paragraph) return;
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const heads = top.kind === "headline" || (top.kind === "numbered" && top.token?.boundary === "line");
    if (heads) break;
    stack.pop();
  }
  const start = row.number?.start ?? row.cells[0]?.start ?? paragraph.start;
  const draft = open(building, { kind: "row", token: null, start, paragraph: index });
  draft.row = row;
  if (row.number) own(draft, row.number.start, row.number.start);
  draft.end = Math.max(draft.end, row.number?.end ?? 0);
  let from = row.cells[0]?.start ?? 0;
  let to = from;
  for (const cell of row.cells) {
    if (source.text.slice(to, cell.start).includes("\n")) {
      own(draft, from, to);
      from = cell.start;
    }
    to = cell.end;
  }
  own(draft, from, trimEnd(source.text, from, to));
}

function readParagraph(
  building: Building,
  paragraph: Paragraph,
  index: number,
  tokens: readonly Token[],
): void {
  let cursor = paragraph.start;
  if (tokens[0]?.start !== paragraph.start) openParagraph(building, paragraph, index);
  for (const token of tokens) {
    cursor = placeToken(building, token, cursor);
  }
  write(building, cursor, paragraph.end);
}

function openParagraph(building: Building, paragraph: Paragraph, index: number): void {
  const { stack, flow } = building;
  const bare = stack.at(-1);
  // A number alone on its line, its words on the next: copied tables and automatic numbers break so.
  if (bare?.token?.written && bare.pieces.length === 0 && bare.children.length === 0) return;
  closeForParagraph(stack, flow, index);
  const top = stack.at(-1);
  if (top && takesBody(top, flow, index)) {
    top.bodyParagraphs++;
    return;
  }
  const kind = flow.isHeadline(index) ? "headline" : "paragraph";
  open(building, { kind, token: null, start: paragraph.start, paragraph: index });
}

/** Writes what stands before the token, opens the token's clause, and returns where its text begins. */
function placeToken(building: Building, token: Token, cursor: number): number {
  const { stack } = building;
  const place = findPlace(stack, token);
  if (place.needsExhausted && !place.found) return cursor;
  const before = trimEnd(building.source.text, cursor, token.start);
  const words = { from: cursor, to: before };
  const turn = place.restarts ? null : findTurn(building, token, place, words);
  if (turn !== null) place.depth--;
  const introduction = place.restarts ? findIntroduction(building.source, cursor, before) : (turn ?? before);
  // A new announcement stands beside the one before it, however many a paragraph holds.
  if (introduction < before && isAnnouncement(stack[place.depth - 1])) place.depth--;
  write(building, cursor, introduction);
  const previous = stack[place.depth];
  stack.length = place.depth;
  if (introduction < before) {
    open(building, { kind: "head", token: null, start: introduction, paragraph: token.paragraph });
    write(building, introduction, before);
  }
  const kind = token.written ? "numbered" : "head";
  const opened = open(building, { kind, token, start: token.start, paragraph: token.paragraph });
  if (previous && place.continues) {
    opened.siblingsHaveBody = previous.siblingsHaveBody || previous.bodyParagraphs > 0;
    opened.previousIsBare =
      previous.pieces.length > 0 && previous.bodyParagraphs === 0 && previous.children.length === 0;
  }
  own(opened, token.start, token.start);
  opened.end = Math.max(opened.end, token.end);
  return token.end;
}

const isAnnouncement = (draft: Draft | undefined): boolean => draft?.kind === "head" && draft.token === null;

/** Where the sentence begins that leaves a finished series for another in the same paragraph; null when none does. */
function findTurn(
  { stack, source }: Building,
  token: Token,
  place: Place,
  words: { from: number; to: number },
): number | null {
  const top = stack.at(-1);
  const follows = top?.token?.isLast && top.token.boundary !== "line" && top.paragraph === token.paragraph;
  if (!follows || place.continues || place.depth !== stack.length || !token.written) return null;
  const begins = findIntroduction(source, words.from, words.to);
  return begins > words.from && begins < words.to && turnsAway(source, begins, words.to) ? begins : null;
}

type Opening = Pick<Draft, "kind" | "token" | "start" | "paragraph">;

function open(building: Building, opening: Opening): Draft {
  const parent = building.stack.at(-1) ?? null;
  const draft = startDraft({ ...opening, parent });
  building.all.push(draft);
  (parent ? parent.children : building.roots).push(draft);
  building.stack.push(draft);
  return draft;
}

/** Gives text to the innermost open clause; a short list inside a sentence becomes its children. */
function write(building: Building, from: number, to: number): void {
  const top = building.stack.at(-1);
  if (!top || to <= from) return;
  let cursor = from;
  for (const list of findLists(building.source, from, to)) {
    own(top, cursor, list.start);
    for (const [start, end] of list.members) {
      const member = open(building, { kind: "member", token: null, start, paragraph: top.paragraph });
      own(member, start, end);
      building.stack.pop();
    }
    cursor = list.end;
  }
  own(top, cursor, to);
}
