import { type Assignment, readAssignments, readBareBracket } from "./brackets.ts";
import type { Calendar } from "./calendar.ts";
import type { Deadline, Frequency, Organization, Quantity } from "./clause.ts";
import { readDeadlines } from "./deadlines.ts";
import { levelSigns } from "./enclosures.ts";
import { readFrequencies } from "./frequencies.ts";
import { findMatches } from "./matches.ts";
import { findModals, isReported, setsTarget, splitSentences } from "./modality.ts";
import { dropRepeated, readSubjects } from "./organizations.ts";
import { readQuantities } from "./quantities.ts";
import { byStart, type Span } from "./spans.ts";
import type { Words } from "./wraps.ts";

export type Demands = {
  quantities: Quantity[];
  deadlines: Deadline[];
  frequencies: Frequency[];
  organizations: Organization[];
};

/** The same words as written, in one width, and with quotations blanked; offsets agree. */
type Clause = { text: string; level?: string; plain: string; calendar: Calendar };

const assigns = /牵头|责任|单位|部门|时限|期限|时间|配合|协助|负责|协办|领导[：:]|人[：:]/;
const unassigned: Assignment = { organizations: [], deadlines: [], spans: [] };

/** Reads what a clause demands; `found` is asked only of requirements. */
export function readDemands(clause: Clause): { hasBracket: boolean; found(): Demands } {
  const { text, calendar } = clause;
  const assigned = assigns.test(text) ? readAssignments(text, calendar) : unassigned;
  const bare = assigned.spans.length === 0 && /[）)]/.test(text.slice(-3)) ? readBareBracket(text) : [];
  return {
    hasBracket: assigned.spans.length > 0 || bare.length > 0,
    found: () => {
      const demands: Demands = { quantities: [], deadlines: [], frequencies: [], organizations: [] };
      const level = blank(clause.level ?? levelSigns(text), assigned.spans);
      readSentences({ text, level, plain: blank(clause.plain, assigned.spans) }, calendar, demands);
      demands.deadlines = demands.deadlines.concat(assigned.deadlines);
      demands.organizations = dropRepeated([...demands.organizations, ...assigned.organizations, ...bare]);
      return demands;
    },
  };
}

export function readSentences({ text, level, plain }: Words, calendar: Calendar, demands: Demands): void {
  let at = 0;
  for (const sentence of splitSentences(plain).flatMap(cutLong)) {
    const end = at + sentence.length;
    readSentence(
      { plain: sentence, level: level.slice(at, end), written: text.slice(at, end) },
      calendar,
      demands,
    );
    at = end;
  }
}

/** Brackets are read by their labels; their words must not be read again as sentences. */
function blank(text: string, spans: readonly Span[]): string {
  if (spans.length === 0) return text;
  let blanked = "";
  let at = 0;
  for (const { start, end } of [...spans].sort(byStart)) {
    if (start < at) continue;
    blanked += text.slice(at, start) + " ".repeat(end - start);
    at = end;
  }
  return blanked + text.slice(at);
}

const longestSentence = 600;

/** No sentence of a real document is longer; cutting the rest keeps the readers' windows, and so their time, bounded. */
function cutLong(sentence: string): string[] {
  if (sentence.length <= longestSentence) return [sentence];
  const parts: string[] = [];
  for (let at = 0; at < sentence.length; at += longestSentence)
    parts.push(sentence.slice(at, at + longestSentence));
  return parts;
}

const tells =
  /(已经|截至|去年|近年来|今年以来|上半年.{0,12}(情况|排名)|前期|(问题|成绩|不足|亮点|优点)是|没有|仍有|还有|现有|共有|目前|存在)/;

type Sentence = { plain: string; level: string; written: string };

function readSentence(spaced: Sentence, calendar: Calendar, demands: Demands): void {
  const { source, offsets } = squeeze(spaced);
  const sentence = source.plain;
  if (sentence.length < 2) return;
  const frequencies = readFrequencies(sentence);
  // Deadlines may stand in quotation marks (“七一”前, “十四五”末), so their reader sees the words.
  const deadlines = readDeadlines(source.level, calendar).filter(
    (deadline) =>
      !frequencies.some((other) => other.times !== null && isWithin(deadline, other)) &&
      !isTold(sentence, deadline.start),
  );
  const quantities = readQuantities(sentence, [...frequencies, ...deadlines]).filter(
    ({ start }) => !isPast(sentence, start),
  );
  const subjects = readSubjects(sentence);
  // Most sentences demand nothing that is counted; only of the others is it asked whose words they are.
  if (frequencies.length + deadlines.length + quantities.length + subjects.length === 0) return;
  if (
    isReported(sentence) ||
    (tells.test(sentence) && findModals(sentence).length === 0 && !setsTarget(sentence))
  )
    return;
  const asWritten = ({ start, end }: Span): string =>
    offsets
      ? spaced.written.slice(offsets[start] as number, (offsets[end - 1] as number) + 1)
      : source.written.slice(start, end);
  for (const found of frequencies)
    demands.frequencies.push({ text: asWritten(found), times: found.times, period: found.period });
  for (const found of deadlines) demands.deadlines.push({ text: asWritten(found), date: found.date });
  for (const { start, end, ...quantity } of quantities) {
    demands.quantities.push({ ...quantity, text: asWritten({ start, end }) });
  }
  for (const { text, role } of subjects) {
    const start = sentence.indexOf(text);
    const written = start < 0 ? text : asWritten({ start, end: start + text.length });
    demands.organizations.push({ text: written, role });
  }
}

const blankAtNumber =
  /(?<=[\d〇一二三四五六七八九十年月])[ \u00a0\u2002-\u200a]{1,2}(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])[ \u00a0\u2002-\u200a]{1,2}(?=\d)|(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])/g;

/** Typists set blanks around figures (12 月 20 日前); the readers see none, the found words keep them. */
function squeeze(source: Sentence): { source: Sentence; offsets: number[] | null } {
  if (!/[ \u00a0\u2002-\u200a]/.test(source.level)) return { source, offsets: null };
  const dropped = new Set<number>();
  for (const match of findMatches(blankAtNumber, source.level))
    for (let at = 0; at < match[0].length; at++) dropped.add(match.index + at);
  if (dropped.size === 0) return { source, offsets: null };
  const offsets = Array.from({ length: source.level.length }, (_, at) => at).filter((at) => !dropped.has(at));
  const keep = (words: string): string => offsets.map((at) => words[at] as string).join("");
  return {
    source: { plain: keep(source.plain), level: keep(source.level), written: keep(source.written) },
    offsets,
  };
}

const isWithin = (inner: Span, outer: Span): boolean =>
  inner.start < outer.end && outer.start < inner.end && inner.end <= outer.end;

/** 王镇长通报了上半年工作情况: a time within what is told, not a day to meet. */
function isTold(sentence: string, at: number): boolean {
  const start = sentence.lastIndexOf("，", at) + 1;
  const comma = sentence.indexOf("，", at);
  const around = sentence.slice(start, comma < 0 ? sentence.length : comma);
  return /了(?!解|如)|去年|截至/.test(around) && findModals(around).length === 0;
}

/** 已经建设了*个红色驿站 tells what is there already. */
function isPast(sentence: string, at: number): boolean {
  const start = sentence.lastIndexOf("，", at) + 1;
  const comma = sentence.indexOf("，", at);
  const around = sentence.slice(start, comma < 0 ? sentence.length : comma);
  return (
    /了(?!解|如)|已|截至|同比|(都|共|现|约|只|仅)有/.test(around) || /去年/.test(sentence.slice(start, at))
  );
}
