import type { Calendar } from "./calendar.ts";
import { trimListSigns } from "./characters.ts";
import type { Deadline, Organization, Role } from "./clause.ts";
import { findMatches } from "./matches.ts";
import { isOrganizationName, splitJoined, splitNames } from "./organizations.ts";
import type { Span } from "./spans.ts";
import { readTimeLimit } from "./time-limits.ts";

/** What the usual brackets say: （牵头单位：…；责任单位：…；配合单位：…；完成时限：…）. */
export type Assignment = { organizations: Organization[]; deadlines: Deadline[]; spans: Span[] };

const roles = "负责|牵头|主办|主责|责任|落实|承办|实施|配合|协办|协助|参与|参加|协同|完成|整改|办结";
const kinds = "领导|单位|部门|科室|责任人|人|主体|时限|时间|期限|时间节点|节点";
/** 责任单位：, 牵头：, and 【责任单位】 with its value behind it. */
const label = new RegExp(
  `[【［[〔](?:${roles})(?:${kinds})[】］\\]〕][：:]?` +
    `|(?:${roles})?(?:${kinds})[：:]|(?:牵头|责任|配合|时限|期限|完成|协办|落实|负责)[：:]|(?:适用范围|备注)[：:]`,
  "g",
);
const boxed = new RegExp(`[【［[〔](?:${roles})(?:${kinds})[】］\\]〕]`);
/** Labels that run on after the sentence without any bracket: 建强队伍。责任单位：各镇；时限：年底. */
const runOn = new RegExp(`(?<=[。；;\\s—）)])(?:${roles})(?:${kinds})[：:]`);
const enclosed =
  /[（(【[〔［]([^（()）【】〔〕［］]{2,300}(?:[（(][^（()）]{0,40}[）)][^（()）【】〔〕［］]{0,200}){0,6})[）)】\]〕］]/g;
const byVerb =
  /^(.{2,120}?)(牵头负责|牵头|具体负责|分别负责|按职责分工(?:分别)?负责|负责落实|负责|配合|协助|协办|参与)$/;
const longestRunOn = 300;

export function readAssignments(text: string, calendar: Calendar): Assignment {
  const assignment: Assignment = { organizations: [], deadlines: [], spans: [] };
  for (const line of lines(text)) readLine(line, calendar, assignment);
  return assignment;
}

type Line = { start: number; text: string };

function readLine({ start, text }: Line, calendar: Calendar, assignment: Assignment): void {
  if (/^[^：:]{0,8}[：:]|^[【［[〔]/.test(text) && firstLabelAt(text) === 0) {
    readLabels(text, calendar, assignment);
    assignment.spans.push({ start, end: start + text.length });
    return;
  }
  const open = findRunOn(text);
  for (const match of findMatches(enclosed, text.slice(0, open)))
    readBracket(match, start, calendar, assignment);
  if (open === text.length) return;
  readLabels(text.slice(open), calendar, assignment);
  assignment.spans.push({ start: start + open, end: start + text.length });
}

/** Where labels without a bracket around them begin; the end of the line when there are none. */
function findRunOn(text: string): number {
  const from = Math.max(0, text.length - longestRunOn);
  const tail = text.slice(from);
  if (!/[：:【［[〔]/.test(tail)) return text.length;
  const found = [boxed, runOn].map((pattern) => tail.search(pattern)).filter((at) => at >= 0);
  if (found.length === 0) return text.length;
  const at = from + Math.min(...found);
  // Within （…） it is the bracket's own second label.
  const before = text.slice(Math.max(0, at - longestRunOn), at);
  return /[（(［【[〔][^）)］】\]〕]*$/.test(before) ? text.length : at;
}

function* lines(text: string): Generator<Line> {
  let start = 0;
  for (const line of text.split("\n")) {
    yield { start, text: line };
    start += line.length + 1;
  }
}

const firstLabelAt = (text: string): number => text.slice(0, 20).search(label);

function readBracket(
  match: RegExpExecArray,
  offset: number,
  calendar: Calendar,
  assignment: Assignment,
): void {
  const inside = match[1] as string;
  const span = { start: offset + match.index, end: offset + match.index + match[0].length };
  if (firstLabelAt(inside) === 0) {
    readLabels(inside, calendar, assignment);
    assignment.spans.push(span);
    return;
  }
  const pieces = inside.split(/[，,；;。]/).map((part) => part.trim());
  const parts = pieces.map((part) => byVerb.exec(part));
  if (!parts.some((part) => part !== null)) return;
  for (const piece of pieces)
    if (/前(完成|办结|报送)?$/.test(piece)) assignment.deadlines.push(...readTimeLimit(piece, calendar));
  for (const part of parts) {
    if (!part) continue;
    addNames(part[1] as string, roleOf(part[2] as string), assignment);
  }
  assignment.spans.push(span);
}

function readLabels(inside: string, calendar: Calendar, assignment: Assignment): void {
  const found = [...findMatches(label, inside)];
  found.forEach((match, index) => {
    const until = found[index + 1]?.index ?? inside.length;
    const value = trimListSigns(inside.slice(match.index + match[0].length, until)).replace(/[。—\s]+$/, "");
    if (/^(适用范围|备注)/.test(match[0])) return;
    if (/时|期限|节点|[【［[〔]?完成/.test(match[0]))
      assignment.deadlines.push(...readTimeLimit((value.split(/[；;。]/)[0] ?? "").trim(), calendar));
    else addNames(value, roleOf(match[0]), assignment);
  });
}

function addNames(written: string, role: Role, { organizations }: Assignment): void {
  for (const name of readNames(written, role)) organizations.push(name);
}

function roleOf(word: string): Role {
  if (/牵头|主办/.test(word)) return "lead";
  return /配合|协办|协助|参与|参加|协同/.test(word) ? "assist" : "responsible";
}

/** 图表的“单位：万元” names what is counted in, and nobody. */
const measure = /^(人|元|万元|亿元|个|户|名|项|次|亩|吨|公里|毫米|厘米|%|％)$/;

/** The names in a bracket or a cell; those whom the first does it with (会同…) assist. */
export function readNames(written: string, role: Role): Organization[] {
  return splitNames(written)
    .flatMap((part) => part.split(/等(?=有关|相关)|等(?:和|及|与|以及)|(?<=.)等$/))
    .flatMap((part): Organization[] => {
      const [first = "", partner] = part.split(/(?<=.)(?:会同|商)(?=.)/);
      const names = splitJoined(first.replace(/[。]$/, "").trim()).map((text) => ({ text, role }));
      return partner ? [...names, { text: partner, role: "assist" }] : names;
    })
    .filter(({ text }) => text !== "" && !measure.test(text));
}

/** （县委组织部、各乡镇党委） at the end of an item, with no word of role. */
export function readBareBracket(text: string): Organization[] {
  const match = /[（(]([^（()）：:]{4,80})[）)][。；]?\s*$/.exec(text.slice(-100));
  if (!match) return [];
  const names = splitNames(match[1] as string);
  return names.every(isOrganizationName) ? names.map((name) => ({ text: name, role: "responsible" })) : [];
}
