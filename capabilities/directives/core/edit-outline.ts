import type { PlainDate } from "#platform/kernel/plain-date.ts";
import { fail, type Result, succeed } from "#platform/kernel/result.ts";
import { isSpace } from "./characters.ts";
import type { Clause } from "./clause.ts";
import { type Demands, readDemands } from "./demands.ts";

/** A clause as the officer works on it. */
export type OutlineClause = Clause & {
  /** Its words, or what it is, were decided by a person: re-reading leaves it alone. */
  edited: boolean;
  /** Put aside; it stays readable and can be taken back. */
  dropped: boolean;
};

export type Outline = readonly OutlineClause[];

/** What the readings of an edited clause are counted from. */
export type EditSetting = { readonly year: number; readonly date: PlainDate | null };

export type OutlineEdit =
  | { readonly kind: "text"; readonly clauseId: string; readonly text: string }
  | { readonly kind: "requirement"; readonly clauseId: string; readonly requirement: boolean }
  | { readonly kind: "merge"; readonly clauseId: string }
  | { readonly kind: "split"; readonly clauseId: string; readonly position: number; readonly newId: string }
  | { readonly kind: "drop"; readonly clauseId: string }
  | { readonly kind: "takeBack"; readonly clauseId: string };

export type OutlineEditProblem =
  | { readonly code: "clause-not-found" }
  | { readonly code: "clause-dropped" }
  | { readonly code: "text-empty" }
  | { readonly code: "nothing-before" }
  | { readonly code: "previous-dropped" }
  | { readonly code: "part-empty" };

export type EditedOutline = {
  readonly outline: OutlineClause[];
  /** The clause whose words went into the one before it. */
  readonly absorbed: { readonly id: string; readonly intoId: string } | null;
};

type Outcome = Result<EditedOutline, OutlineEditProblem>;

/**
 * One act of the officer on the outline. What a clause demands is read anew from its new words, so that a deadline
 * typed by hand counts like one that the document names. Levels, order and nesting of the offsets hold afterwards.
 */
export function editOutline(
  outline: Outline,
  edit: OutlineEdit,
  document: EditSetting & { readonly content: string },
): Outcome {
  const index = outline.findIndex((clause) => clause.id === edit.clauseId);
  const clause = outline[index];
  if (!clause) return fail({ code: "clause-not-found" });
  if (clause.dropped && edit.kind !== "takeBack") return fail({ code: "clause-dropped" });
  switch (edit.kind) {
    case "text":
      return rewrite(outline, clause, edit.text, document);
    case "requirement":
      return replaceOne(outline, { ...clause, requirement: edit.requirement }, document);
    case "merge":
      return mergeWithPrevious(outline, index, document);
    case "split":
      return splitClause(outline, index, edit, document);
    case "drop":
      return setDropped(outline, index, true);
    case "takeBack":
      return setDropped(outline, index, false);
  }
}

const done = (outline: OutlineClause[]): Outcome => succeed({ outline, absorbed: null });

function rewrite(outline: Outline, clause: OutlineClause, written: string, setting: EditSetting): Outcome {
  const text = written.trim();
  return text === "" ? fail({ code: "text-empty" }) : replaceOne(outline, { ...clause, text }, setting);
}

const replaceOne = (outline: Outline, changed: OutlineClause, setting: EditSetting): Outcome =>
  done(outline.map((clause) => (clause.id === changed.id ? readAnew(changed, setting) : clause)));

const nothing: Demands = { quantities: [], deadlines: [], frequencies: [], organizations: [] };

function readAnew(clause: OutlineClause, { year, date }: EditSetting): OutlineClause {
  const calendar = { year, date, yearIsGiven: date === null || Number(date.slice(0, 4)) !== year };
  const { text } = clause;
  const demands = clause.requirement ? readDemands({ text, plain: text, calendar }).found() : nothing;
  const heading = clause.heading !== null && text.startsWith(clause.heading) ? clause.heading : null;
  return { ...clause, ...demands, heading, edited: true };
}

/** One past the last clause below `index`. */
function endOfSubtree(outline: Outline, index: number): number {
  const level = outline[index]?.level ?? 0;
  let end = index + 1;
  while ((outline[end]?.level ?? 0) > level) end += 1;
  return end;
}

/**
 * The clause goes into the one above it on the page; what hung below it hangs there now. The marker stays among the
 * words: two clauses are mostly joined because a marker was none.
 */
function mergeWithPrevious(outline: Outline, index: number, setting: EditSetting): Outcome {
  const clause = outline[index];
  const previous = outline[index - 1];
  if (!clause || !previous) return fail({ code: "nothing-before" });
  if (previous.dropped) return fail({ code: "previous-dropped" });
  const above = new Set(ancestorsOf(outline, previous));
  const below = new Set(outline.slice(index + 1, endOfSubtree(outline, index)).map(({ id }) => id));
  const shift = previous.level - clause.level;
  const merged = readAnew(
    {
      ...previous,
      text: `${previous.text}${clause.marker ?? ""}${clause.text}`,
      requirement: previous.requirement || clause.requirement,
    },
    setting,
  );
  const reach = (other: OutlineClause): OutlineClause =>
    other.end < clause.end ? { ...other, end: clause.end } : other;
  const next = outline.flatMap((other): OutlineClause[] => {
    if (other.id === clause.id) return [];
    if (other.id === previous.id) return [reach(merged)];
    if (above.has(other.id)) return [reach(other)];
    if (!below.has(other.id)) return [other];
    const parentId = other.parentId === clause.id ? previous.id : other.parentId;
    return [{ ...other, parentId, level: other.level + shift }];
  });
  return succeed({ outline: next, absorbed: { id: clause.id, intoId: previous.id } });
}

function ancestorsOf(outline: Outline, clause: OutlineClause): string[] {
  const byId = new Map(outline.map((other) => [other.id, other]));
  const found: string[] = [];
  for (let id = clause.parentId; id !== null; id = byId.get(id)?.parentId ?? null) found.push(id);
  return found;
}

/** The second part becomes the next clause beside the first; what followed the cut hangs below it. */
function splitClause(
  outline: Outline,
  index: number,
  cut: { readonly position: number; readonly newId: string },
  document: EditSetting & { readonly content: string },
): Outcome {
  const clause = outline[index] as OutlineClause;
  const [head, tail] = [clause.text.slice(0, cut.position).trim(), clause.text.slice(cut.position).trim()];
  const isInsidePair = /[\uDC00-\uDFFF]/.test(clause.text.charAt(cut.position));
  if (head === "" || tail === "" || isInsidePair) return fail({ code: "part-empty" });
  const end = endOfSubtree(outline, index);
  const below = outline.slice(index + 1, end);
  const children = below.filter(({ parentId }) => parentId === clause.id);
  const offset = findOffset(document.content, clause, children, cut.position);
  const first = readAnew({ ...clause, text: head, end: offset }, document);
  const second = readAnew(
    { ...clause, id: cut.newId, marker: null, heading: null, text: tail, start: offset },
    document,
  );
  const sourceLine = clause.sourceLine + countLines(document.content, clause.start, offset);
  const later = below
    .filter(({ start }) => start >= offset)
    .map((child) => (child.parentId === clause.id ? { ...child, parentId: cut.newId } : child));
  const earlier = below.filter(({ start }) => start < offset);
  return done([
    ...outline.slice(0, index),
    first,
    ...earlier,
    { ...second, sourceLine },
    ...later,
    ...outline.slice(end),
  ]);
}

const countLines = (content: string, from: number, to: number): number =>
  content.slice(from, to).split("\n").length - 1;

/** How far a character of the clause is looked for in the source before it counts as typed by hand. */
const longestGap = 200;

/**
 * Where in the source the words after a position of the clause's text begin: the text is matched letter by letter
 * with the source between the children. Words typed by hand are passed over.
 */
function findOffset(content: string, clause: Clause, children: readonly Clause[], position: number): number {
  const marker = clause.marker ?? "";
  let at = clause.start;
  if (content.startsWith(marker, at)) at += marker.length;
  const skipChildren = (from: number): number => {
    const inside = children.find((child) => child.start <= from && from < child.end);
    return inside ? skipChildren(inside.end) : from;
  };
  for (let index = 0; index < clause.text.length && at < clause.end; index += 1) {
    if (isSpace(clause.text.charCodeAt(index))) continue;
    let candidate = skipChildren(at);
    for (let gap = 0; gap < longestGap && candidate < clause.end; gap += 1) {
      if (content[candidate] === clause.text[index]) break;
      candidate = skipChildren(candidate + 1);
    }
    const isFound = candidate < clause.end && content[candidate] === clause.text[index];
    if (index >= position) return isFound ? candidate : skipChildren(at);
    if (isFound) at = candidate + 1;
  }
  return Math.min(skipChildren(at), clause.end);
}

/** With everything below it: an item under a dropped head has lost its sense. */
function setDropped(outline: Outline, index: number, dropped: boolean): Outcome {
  const end = endOfSubtree(outline, index);
  return done(
    outline.map((clause, place) =>
      place >= index && place < end && clause.dropped !== dropped ? { ...clause, dropped } : clause,
    ),
  );
}

/**
 * The deadlines of another year for what nobody has edited: `reading` is the decomposition of the same text for that
 * year. A clause is known again by its place and its words.
 */
export function rereadDeadlines(outline: Outline, reading: readonly Clause[]): OutlineClause[] {
  const keyOf = (clause: Clause): string => `${clause.start} ${clause.text}`;
  const read = new Map(reading.map((clause) => [keyOf(clause), clause.deadlines]));
  return outline.map((clause) =>
    clause.edited ? clause : { ...clause, deadlines: read.get(keyOf(clause)) ?? clause.deadlines },
  );
}
