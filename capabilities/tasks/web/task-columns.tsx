import type { Static } from "typebox";
import { type Column, Lamp, PageLink } from "#platform/ui/index.ts";
import type { taskSummary } from "../contract.ts";
import { originNames, type TaskOrigin } from "../core/index.ts";
import { messages, wordOf } from "./messages.ts";

export type TaskRow = Static<typeof taskSummary>;

const originOf = (row: TaskRow): string => originNames[row.origin as TaskOrigin];
const total = (valueOf: (row: TaskRow) => number) => (rows: readonly TaskRow[]) =>
  rows.reduce((sum, row) => sum + valueOf(row), 0);

/** The ledger's columns in the order of the paper one. */
export const taskColumns: readonly Column<TaskRow>[] = [
  {
    key: "title",
    title: messages.columns.title,
    cell: (row) => <PageLink to={`/tasks/${row.id}`}>{row.title}</PageLink>,
    text: (row) => row.title,
    onCard: "title",
  },
  {
    key: "status",
    title: messages.columns.status,
    cell: (row) => <Lamp colour={row.lamp} word={wordOf(row)} />,
    text: wordOf,
  },
  { key: "unit", title: messages.columns.unit, cell: (row) => row.unitName },
  { key: "owner", title: messages.columns.owner, cell: (row) => `${row.ownerName}（${row.ownerPost}）` },
  { key: "due", title: messages.columns.due, cell: (row) => row.dueDate },
  {
    key: "late",
    title: messages.columns.late,
    align: "right",
    cell: (row) => row.workdaysLate,
    total: total((row) => row.workdaysLate),
  },
  { key: "issuer", title: messages.columns.issuer, cell: (row) => row.issuerName, isHiddenAtFirst: true },
  { key: "origin", title: messages.columns.origin, cell: originOf, isHiddenAtFirst: true },
  { key: "assigned", title: messages.columns.assigned, cell: (row) => row.assignedOn, isHiddenAtFirst: true },
  {
    key: "submitted",
    title: messages.columns.submitted,
    cell: (row) => row.submittedOn ?? "",
    isHiddenAtFirst: true,
  },
  {
    key: "returned",
    title: messages.columns.returned,
    align: "right",
    cell: (row) => row.returnCount,
    total: total((row) => row.returnCount),
    isHiddenAtFirst: true,
  },
];
