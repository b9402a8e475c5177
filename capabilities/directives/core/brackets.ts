import { trimListSigns } from "./characters.ts";
import type { Deadline, Organization, Role } from "./clause.ts";
import { type Calendar, readTimeLimit } from "./deadlines.ts";
import { findMatches } from "./matches.ts";
import { isOrganizationName, splitNames } from "./organizations.ts";
import type { Span } from "./spans.ts";

/** What the usual brackets say: （牵头单位：…；责任单位：…；配合单位：…；完成时限：…）. */
export type Assignment = { organizations: Organization[]; deadlines: Deadline[]; spans: Span[] };

const label =
  /(牵头|主办|主责|责任|落实|承办|实施|配合|协办|协助|参与|参加|协同|完成|整改|办结)?(领导|单位|部门|科室|责任人|人|主体|时限|时间|期限|时间节点|节点)[：:]|(牵头|责任|配合|时限|期限|完成|协办|落实)[：:]/g;
const enclosed =
  /[（(【[〔［]([^（()）【】〔〕［］]{2,300}(?:[（(][^（()）]{0,40}[）)][^（()）【】〔〕［］]{0,200}){0,6})[）)】\]〕］]/g;
const byVerb =
  /^(.{2,120}?)(牵头负责|牵头|具体负责|分别负责|按职责分工负责|负责落实|负责|配合|协助|协办|参与)$/;

export function readAssignments(text: string, calendar: Calendar): Assignment {
  const assignment: Assignment = { organizations: [], deadlines: [], spans: [] };
  for (const line of lines(text)) {
    const start = line.start;
    if (/^[^：:]{0,8}[：:]/.test(line.text) && firstLabelAt(line.text) === 0) {
      readLabels(line.text, calendar, assignment);
      assignment.spans.push({ start, end: start + line.text.length });
      continue;
    }
    for (const match of findMatches(enclosed, line.text)) readBracket(match, start, calendar, assignment);
  }
  return assignment;
}

function* lines(text: string): Generator<{ start: number; text: string }> {
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
  const pieces = inside.split(/[，,；;]/).map((part) => part.trim());
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
    const value = trimListSigns(inside.slice(match.index + match[0].length, until).replace(/。$/, "")).trim();
    if (/时|期限|节点|^完成/.test(match[0])) assignment.deadlines.push(...readTimeLimit(value, calendar));
    else addNames(value, roleOf(match[0]), assignment);
  });
}

function roleOf(word: string): Role {
  if (/牵头|主办/.test(word)) return "lead";
  return /配合|协办|协助|参与|参加|协同/.test(word) ? "assist" : "responsible";
}

function addNames(names: string, role: Role, { organizations }: Assignment): void {
  for (const text of splitNames(names)) organizations.push({ text: text.replace(/[。]$/, ""), role });
}

/** （县委组织部、各乡镇党委） at the end of an item, with no word of role. */
export function readBareBracket(text: string): Organization[] {
  const match = /[（(]([^（()）：:]{4,80})[）)][。；]?\s*$/.exec(text.slice(-100));
  if (!match) return [];
  const names = splitNames(match[1] as string);
  return names.every(isOrganizationName) ? names.map((name) => ({ text: name, role: "responsible" })) : [];
}
