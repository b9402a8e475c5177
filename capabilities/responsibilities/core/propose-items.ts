import { type PlainDate, parsePlainDate, writeDateInChinese } from "#platform/kernel/plain-date.ts";
import { type Clause, selectAssignable } from "#rooms/directives/core/index.ts";

type Outline = readonly (Clause & { readonly dropped?: boolean })[];

/** What the decomposition read out of one requirement, laid out as an item of a list. */
export interface ProposedItem {
  readonly clauseId: string;
  readonly sourceLine: number;
  readonly content: string;
  readonly target: string;
  readonly measures: string;
  /** The latest day that the document names for it; null when it names none. */
  readonly dueDate: PlainDate | null;
  /** Its time limit in the document's words. */
  readonly deadlineWords: string;
  readonly leadNames: readonly string[];
  readonly assistNames: readonly string[];
}

/** One item for each requirement that must be given out, in the order of the document. */
export function proposeItems(outline: Outline, chosenIds?: ReadonlySet<string>): ProposedItem[] {
  const byId = new Map(outline.map((clause) => [clause.id, clause]));
  const assignable = selectAssignable(outline);
  const chosen = chosenIds
    ? outline.filter(({ id, dropped }) => chosenIds.has(id) && dropped !== true)
    : assignable;
  return chosen.map((clause) => proposeItem(clause, byId));
}

function proposeItem(clause: Clause, byId: ReadonlyMap<string, Clause>): ProposedItem {
  const line = [clause, ...ancestorsOf(clause, byId)];
  const organizations = line.find((one) => one.organizations.length > 0)?.organizations ?? [];
  const deadlines = line.find((one) => one.deadlines.length > 0)?.deadlines ?? [];
  const named = (roles: readonly string[]): string[] => [
    ...new Set(organizations.flatMap(({ text, role }) => (roles.includes(role) ? [text] : []))),
  ];
  const days = deadlines.flatMap(({ date }) => (date === null ? [] : [parsePlainDate(date)]));
  const known = days.filter((day) => day !== null).sort();
  return {
    clauseId: clause.id,
    sourceLine: clause.sourceLine,
    content: contentWithHead(clause, byId),
    target: unique(clause.quantities).join("；"),
    measures: unique(clause.frequencies).join("；"),
    dueDate: known.at(-1) ?? null,
    deadlineWords: unique(deadlines).join("；"),
    leadNames: named(["lead", "responsible"]),
    assistNames: named(["assist"]),
  };
}

const unique = (found: readonly { readonly text: string }[]): string[] => [
  ...new Set(found.map(({ text }) => text)),
];

function ancestorsOf(clause: Clause, byId: ReadonlyMap<string, Clause>): Clause[] {
  const found: Clause[] = [];
  for (let id = clause.parentId; id !== null; ) {
    const parent = byId.get(id);
    if (!parent) break;
    found.push(parent);
    id = parent.parentId;
  }
  return found;
}

/** （牵头单位：…；责任单位：…；完成时限：…）, which has its own columns in a list. */
const assignmentBracket =
  /[（(【[](?=[^（()）]{0,12}(?:牵头|责任|配合|协办|承办|完成|时限|期限)[^（()）]{0,6}[：:])[^（()）]*(?:[（(][^（()）]*[）)][^（()）]*)*[）)】\]]/g;

/** A point without a head of its own is understood only under the head above it. */
function contentWithHead(clause: Clause, byId: ReadonlyMap<string, Clause>): string {
  const words = clause.text.replace(assignmentBracket, "").trim();
  const own = words === "" ? clause.text.trim() : words;
  if (clause.heading !== null) return own;
  const parent = clause.parentId === null ? undefined : byId.get(clause.parentId);
  const head = parent?.requirement ? parent.heading : null;
  return head === null || head === undefined || own.startsWith(head)
    ? own
    : `${head.replace(/[：:。]$/, "")}：${own}`;
}

/** What the officer must know of the document's words that could not become a unit or a deadline. */
export function remarkOn(
  item: Pick<ProposedItem, "dueDate" | "deadlineWords">,
  unmatched: readonly string[],
  today: PlainDate,
): string {
  const remarks: string[] = [];
  const { dueDate, deadlineWords } = item;
  if (deadlineWords !== "" && dueDate === null) remarks.push(`原文时限：${deadlineWords}`);
  if (dueDate !== null && dueDate < today) {
    remarks.push(`原文时限：${deadlineWords}（${writeDateInChinese(dueDate)}，已过）`);
  }
  if (unmatched.length > 0) remarks.push(`原文单位：${unmatched.join("、")}（不在可交办的直接下级之列）`);
  return remarks.join("；");
}
