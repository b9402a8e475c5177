import type { TaskAction, TaskStatus } from "./task.ts";

/**
 * The whole life of a task. Each line is a status, each entry an action that is allowed in it and where it leads.
 * Submitting needs a receipt first; a closed task opens again only with a reason; a cancelled one never.
 * Source: domain.md §5 (建单 → 领单 → 晒单 → 查单 → 验单), features.md rows 24, 51, 52, 54.
 */
export const nextStatus = {
  assigned: { acknowledge: "inProgress", extend: "assigned", cancel: "cancelled" },
  inProgress: {
    report: "inProgress",
    plan: "inProgress",
    reach: "inProgress",
    decompose: "inProgress",
    submit: "submitted",
    requestExtension: "inProgress",
    extend: "inProgress",
    refuseExtension: "inProgress",
    cancel: "cancelled",
  },
  submitted: { accept: "closed", return: "returned", withdraw: "inProgress" },
  returned: {
    report: "returned",
    plan: "returned",
    reach: "returned",
    decompose: "returned",
    submit: "submitted",
    requestExtension: "returned",
    extend: "returned",
    refuseExtension: "returned",
    cancel: "cancelled",
  },
  closed: { reopen: "inProgress" },
  cancelled: {},
} as const satisfies Record<TaskStatus, Partial<Record<TaskAction, TaskStatus>>>;

const table: Record<TaskStatus, Partial<Record<TaskAction, TaskStatus>>> = nextStatus;

export const findNextStatus = (status: TaskStatus, action: TaskAction): TaskStatus | null =>
  table[status][action] ?? null;

/** Who may take an action: the owner who does the work, or the issuer who judges it. */
export const actionSide = {
  assign: "issuer",
  acknowledge: "owner",
  report: "owner",
  plan: "owner",
  reach: "owner",
  submit: "owner",
  withdraw: "owner",
  decompose: "owner",
  requestExtension: "owner",
  accept: "issuer",
  return: "issuer",
  reopen: "issuer",
  extend: "issuer",
  refuseExtension: "issuer",
  cancel: "issuer",
} as const satisfies Record<TaskAction, "owner" | "issuer">;

/** Actions that are not taken without saying why. */
export const needsReason: ReadonlySet<TaskAction> = new Set([
  "return",
  "reopen",
  "cancel",
  "requestExtension",
  "refuseExtension",
]);
