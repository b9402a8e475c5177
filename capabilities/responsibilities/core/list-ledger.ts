import type { PlainDate } from "#platform/kernel/plain-date.ts";
import { type ResponsibilityRole, responsibilityRoleNames } from "#rooms/people/core/index.ts";
import { originNames, statusNames, type TaskOrigin, type TaskStatus } from "#rooms/tasks/core/index.ts";

export interface LedgerColumn {
  readonly title: string;
  readonly kind?: "text" | "number" | "date";
  readonly width?: number;
}

export type LedgerValue = string | number | null;

/** A table as officials keep it; a workbook is made of it at the edge. */
export interface Ledger {
  readonly title: string;
  readonly columns: readonly LedgerColumn[];
  readonly rows: readonly (readonly LedgerValue[])[];
}

/** 责任清单, the columns of the field in their order. Source: domain.md §5. */
export const ledgerColumns: readonly LedgerColumn[] = [
  { title: "序号", kind: "number", width: 6 },
  { title: "来源", width: 16 },
  { title: "任务", width: 48 },
  { title: "目标", width: 20 },
  { title: "措施", width: 20 },
  { title: "责任领导", width: 14 },
  { title: "责任人", width: 20 },
  { title: "责任单位", width: 22 },
  { title: "协办", width: 18 },
  { title: "时限", kind: "date", width: 13 },
  { title: "进度", width: 16 },
  { title: "佐证", width: 8 },
  { title: "完成情况", width: 14 },
  { title: "备注", width: 20 },
];

/** One receiving unit of an item, and its task once the list is issued. */
export interface LedgerLead {
  readonly unitName: string;
  readonly leaderName: string | null;
  readonly responsibleName: string | null;
  readonly status: TaskStatus | null;
  readonly evidenceCount: number;
}

export interface LedgerItem {
  readonly origin: TaskOrigin;
  readonly sourceLine: number | null;
  readonly content: string;
  readonly target: string;
  readonly measures: string;
  readonly role: ResponsibilityRole | null;
  readonly leads: readonly LedgerLead[];
  readonly assistingNames: readonly string[];
  readonly dueDate: PlainDate | null;
  readonly remarks: string;
}

/** The list as its workbook shows it: one row for each item. */
export function describeListAsWorkbook(list: {
  readonly title: string;
  readonly items: readonly LedgerItem[];
}): Ledger {
  return {
    title: list.title,
    columns: ledgerColumns,
    rows: list.items.map((item, index) => [index + 1, ...cellsOf(item)]),
  };
}

function cellsOf(item: LedgerItem): LedgerValue[] {
  const issued = item.leads.filter(({ status }) => status !== null);
  const closed = issued.filter(({ status }) => status === "closed").length;
  const evidence = item.leads.reduce((sum, { evidenceCount }) => sum + evidenceCount, 0);
  return [
    item.sourceLine === null
      ? originNames[item.origin]
      : `${originNames[item.origin]}（原文第${item.sourceLine}行）`,
    item.content,
    item.target,
    item.measures,
    joinNames(item.leads.map(({ leaderName }) => leaderName)),
    writeResponsible(item),
    item.leads.map(({ unitName }) => unitName).join("、"),
    item.assistingNames.join("、"),
    item.dueDate,
    writeProgress(issued),
    evidence === 0 ? "" : `${evidence}份`,
    issued.length === 0 ? "" : `办结${closed}/${issued.length}`,
    item.remarks,
  ];
}

const joinNames = (names: readonly (string | null)[]): string =>
  names.filter((name) => name !== null).join("、");

function writeResponsible({ role, leads }: LedgerItem): string {
  const names = joinNames(leads.map(({ responsibleName }) => responsibleName));
  const roleName = role === null ? "" : responsibilityRoleNames[role];
  if (names === "") return roleName;
  return roleName === "" ? names : `${roleName}：${names}`;
}

function writeProgress(issued: readonly LedgerLead[]): string {
  const statuses = Object.keys(statusNames) as TaskStatus[];
  return statuses
    .map((status) => [statusNames[status], issued.filter((lead) => lead.status === status).length] as const)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${name}${count}`)
    .join("，");
}
