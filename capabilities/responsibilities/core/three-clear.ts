import { type PlainDate, writeDateInChinese } from "#platform/kernel/plain-date.ts";
import { isCalendarKnown, isWorkday, type WorkCalendar } from "#platform/kernel/work-calendar.ts";

/** How a unit that is to receive an item stands today. */
export interface LeadToCheck {
  readonly unitName: string;
  /** False when the committee may not give this unit a task, or the unit is no more. */
  readonly mayInstruct: boolean;
  /** Who answers for the item there: held · nobody holds the post today · the unit has no such post. */
  readonly post: "held" | "vacant" | "missing";
}

export interface ItemToCheck {
  readonly itemId: string;
  readonly ordinal: number;
  readonly content: string;
  readonly dueDate: PlainDate | null;
  readonly hasRole: boolean;
  readonly leads: readonly LeadToCheck[];
}

export type FindingCode =
  | "content-missing"
  | "lead-missing"
  | "role-missing"
  | "deadline-missing"
  | "deadline-past"
  | "unit-not-instructable"
  | "post-vacant"
  | "post-missing"
  | "deadline-holiday"
  | "deadline-today"
  | "deadline-after-parent";

export interface Finding {
  readonly itemId: string;
  readonly ordinal: number;
  readonly code: FindingCode;
  /** One Chinese sentence part: 缺时限; 青石镇党委的责任岗位空缺. */
  readonly words: string;
}

export interface ThreeClear {
  /** Any of these keeps the list from being signed. */
  readonly refusals: readonly Finding[];
  /** Told, and left to whoever signs. */
  readonly warnings: readonly Finding[];
}

export interface CheckSetting {
  readonly today: PlainDate;
  readonly calendar: WorkCalendar;
  /** The deadline of the task that the list breaks down; null when it breaks down none. */
  readonly parentDueDate: PlainDate | null;
}

/**
 * 三明确: 任务、承办人、时限. A list goes to its signer only when every item has content, somebody who answers for it
 * in every receiving unit, and a deadline that is not past (today still counts, with a warning). A deadline on a
 * holiday is told and allowed: it runs to the next workday. Source: features.md row 24, issue 2 point 4.
 */
export function checkThreeClear(items: readonly ItemToCheck[], setting: CheckSetting): ThreeClear {
  const found = items.flatMap((item) => findIn(item, setting));
  return {
    refusals: found.filter(({ code }) => !warningCodes.has(code)),
    warnings: found.filter(({ code }) => warningCodes.has(code)),
  };
}

const warningCodes: ReadonlySet<FindingCode> = new Set([
  "deadline-holiday",
  "deadline-today",
  "deadline-after-parent",
]);

function findIn(item: ItemToCheck, setting: CheckSetting): Finding[] {
  const found: [FindingCode, string][] = [];
  if (item.content.trim() === "") found.push(["content-missing", "缺任务内容"]);
  if (item.leads.length === 0) found.push(["lead-missing", "缺责任单位"]);
  if (!item.hasRole) found.push(["role-missing", "缺责任角色（由谁承办）"]);
  found.push(...findInDeadline(item.dueDate, setting));
  found.push(...findInLeads(item));
  return found.map(([code, words]) => ({ itemId: item.itemId, ordinal: item.ordinal, code, words }));
}

function findInDeadline(dueDate: PlainDate | null, setting: CheckSetting): [FindingCode, string][] {
  const { today, calendar, parentDueDate } = setting;
  if (dueDate === null) return [["deadline-missing", "缺时限"]];
  const day = writeDateInChinese(dueDate);
  if (dueDate < today) return [["deadline-past", `时限${day}已过`]];
  const found: [FindingCode, string][] = [];
  if (dueDate === today) found.push(["deadline-today", "时限就是今天"]);
  if (!isWorkday(dueDate, calendar)) {
    const basis = isCalendarKnown(dueDate, calendar) ? "" : "（当年放假安排尚未录入，按周末推算）";
    found.push(["deadline-holiday", `时限${day}不是工作日${basis}，顺延到下一个工作日`]);
  }
  if (parentDueDate !== null && dueDate > parentDueDate) {
    found.push(["deadline-after-parent", `时限${day}晚于上级事项的时限${writeDateInChinese(parentDueDate)}`]);
  }
  return found;
}

function findInLeads({ leads, hasRole }: ItemToCheck): [FindingCode, string][] {
  const named = (chosen: readonly LeadToCheck[]): string => chosen.map(({ unitName }) => unitName).join("、");
  const strangers = leads.filter(({ mayInstruct }) => !mayInstruct);
  const known = leads.filter(({ mayInstruct }) => mayInstruct);
  const vacant = known.filter(({ post }) => post === "vacant");
  const missing = known.filter(({ post }) => post === "missing");
  const found: [FindingCode, string][] = [];
  if (strangers.length > 0)
    found.push(["unit-not-instructable", `签发单位不能直接交办给${named(strangers)}`]);
  if (hasRole && vacant.length > 0) found.push(["post-vacant", `${named(vacant)}的责任岗位空缺或任职已结束`]);
  if (hasRole && missing.length > 0)
    found.push(["post-missing", `${named(missing)}没有承担该责任角色的岗位`]);
  return found;
}

const namedItems = 12;

/** 第2项缺时限；第5项缺责任单位、时限2026年3月1日已过。 */
export function describeFindings(findings: readonly Finding[]): string {
  const byOrdinal = new Map<number, string[]>();
  for (const { ordinal, words } of findings)
    byOrdinal.set(ordinal, [...(byOrdinal.get(ordinal) ?? []), words]);
  const parts = [...byOrdinal].map(([ordinal, words]) => `第${ordinal}项${words.join("、")}`);
  const rest = parts.length - namedItems;
  return `${parts.slice(0, namedItems).join("；")}${rest > 0 ? `；另有${rest}项` : ""}。`;
}
