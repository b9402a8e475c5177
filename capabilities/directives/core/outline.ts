import { trimEnd } from "./characters.ts";
import { type Draft, own, startDraft } from "./draft.ts";
import { closeForParagraph, type Flow, readFlow, takesBody } from "./flow.ts";
import type { LineUse } from "./frame.ts";
import { findIntroduction } from "./introductions.ts";
import { findLists } from "./lists.ts";
import type { Paragraph } from "./paragraphs.ts";
import { findPlace } from "./placement.ts";
import type { Source, Token } from "./tokens.ts";

export type OutlineInput = {
  source: Source;
  paragraphs: readonly Paragraph[];
  uses: readonly LineUse[];
  /** Confirmed tokens, in order. */
  tokens: readonly Token[];
};

type Building = OutlineInput & {
  roots: Draft[];
  /** The open clauses, outermost first. */
  stack: Draft[];
  flow: Flow;
};

/** Builds the tree of clauses; every character of a body line falls to exactly one of them. */
export function buildOutline(input: OutlineInput): Draft[] {
  const building: Building = { ...input, roots: [], stack: [], flow: readFlow(input) };
  let next = 0;
  input.paragraphs.forEach((paragraph, index) => {
    const from = next;
    while (next < input.tokens.length && (input.tokens[next] as Token).paragraph === index) next++;
    const use = input.uses[index];
    if (use === "annex") building.stack.length = 0;
    if (use !== "body") return;
    readParagraph(building, paragraph, index, input.tokens.slice(from, next));
  });
  return building.roots;
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
    cursor = placeToken(building, token, cursor, paragraph.number);
  }
  write(building, cursor, paragraph.end, paragraph.number);
}

function openParagraph(building: Building, paragraph: Paragraph, index: number): void {
  const { stack, flow } = building;
  closeForParagraph(stack, flow, index);
  const top = stack.at(-1);
  if (top && takesBody(top, flow, index)) {
    top.bodyParagraphs++;
    return;
  }
  const kind = flow.isHeadline(index) ? "headline" : "paragraph";
  open(building, { kind, token: null, start: paragraph.start, line: paragraph.number, paragraph: index });
}

/** Writes what stands before the token, opens the token's clause, and returns where its text begins. */
function placeToken(building: Building, token: Token, cursor: number, line: number): number {
  const { stack } = building;
  const place = findPlace(stack, token);
  if (place.needsExhausted && !place.found) return cursor;
  const before = trimEnd(building.source.text, cursor, token.start);
  const introduction = place.restarts ? findIntroduction(building.source, cursor, before) : before;
  write(building, cursor, introduction, line);
  const previous = stack[place.depth];
  stack.length = place.depth;
  if (introduction < before) {
    open(building, { kind: "head", token: null, start: introduction, line, paragraph: token.paragraph });
    write(building, introduction, before, line);
  }
  const kind = token.written ? "numbered" : "head";
  const opened = open(building, { kind, token, start: token.start, line, paragraph: token.paragraph });
  if (previous && place.continues) {
    opened.siblingsHaveBody = previous.siblingsHaveBody || previous.bodyParagraphs > 0;
    opened.previousIsBare = previous.bodyParagraphs === 0 && previous.children.length === 0;
  }
  own(opened, token.start, token.start);
  opened.end = Math.max(opened.end, token.end);
  return token.end;
}

type Opening = Pick<Draft, "kind" | "token" | "start" | "line" | "paragraph">;

function open(building: Building, opening: Opening): Draft {
  const parent = building.stack.at(-1) ?? null;
  const draft = startDraft({ ...opening, parent });
  (parent ? parent.children : building.roots).push(draft);
  building.stack.push(draft);
  return draft;
}

/** Gives text to the innermost open clause; a short list inside a sentence becomes its children. */
function write(building: Building, from: number, to: number, line: number): void {
  const top = building.stack.at(-1);
  if (!top || to <= from) return;
  let cursor = from;
  for (const list of findLists(building.source, from, to)) {
    own(top, cursor, list.start);
    for (const [start, end] of list.members) {
      const member = open(building, { kind: "member", token: null, start, line, paragraph: top.paragraph });
      own(member, start, end);
      building.stack.pop();
    }
    cursor = list.end;
  }
  own(top, cursor, to);
}
