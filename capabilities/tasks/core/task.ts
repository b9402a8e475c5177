import type { PlainDate } from "#platform/kernel/plain-date.ts";
import type { ResponsibilityRole } from "#rooms/people/core/index.ts";
import type { Milestone, PlannedMilestone } from "./milestones.ts";

/** 事项状态. Overdue is not among them: it follows from the calendar (deadline.ts). */
export const statusNames = {
  assigned: "待签收",
  inProgress: "办理中",
  submitted: "待验收",
  returned: "已退回",
  closed: "已办结",
  cancelled: "已取消",
} as const;

export type TaskStatus = keyof typeof statusNames;

export const actionNames = {
  assign: "交办",
  acknowledge: "签收",
  report: "报告进展",
  plan: "排定节点",
  reach: "完成节点",
  submit: "报请验收",
  withdraw: "撤回报请",
  accept: "验收通过",
  return: "退回重办",
  reopen: "重新办理",
  requestExtension: "申请延期",
  extend: "同意延期",
  refuseExtension: "不同意延期",
  cancel: "取消",
  decompose: "分解到下级",
} as const;

export type TaskAction = keyof typeof actionNames;

/** 来源: where the demand came from. Source: features.md row 22, domain.md §5 (责任清单 columns). */
export const originNames = {
  keyPoints: "上级要点",
  selfFound: "自查问题",
  superiorReview: "书记点评",
  masses: "群众反映",
  inspection: "督查发现",
  appraisal: "考核反馈",
  other: "其他",
} as const;

export type TaskOrigin = keyof typeof originNames;

/** One line of the action log. `happenedOn` is when it was really done, `enteredOn` when it was written down. */
export interface LoggedAction {
  readonly sequence: number;
  readonly action: TaskAction;
  readonly enteredOn: PlainDate;
  readonly happenedOn: PlainDate | null;
  /** The deadline that the action sets or asks for: assign, requestExtension, extend. */
  readonly dueDate: PlainDate | null;
  /** The steps that `plan` sets in place of those not yet reached. */
  readonly milestones?: readonly PlannedMilestone[];
  /** Which step `reach` reports, counted from 0 in the steps as they stand. */
  readonly milestone?: number;
}

/** What the log amounts to; every field is derived, none is typed by hand. */
export interface TaskState {
  readonly status: TaskStatus;
  readonly version: number;
  readonly assignedOn: PlainDate;
  readonly dueDate: PlainDate;
  /** The day of the submission that stands (waiting or accepted); null when none stands. */
  readonly submittedOn: PlainDate | null;
  readonly closedOn: PlainDate | null;
  readonly returnCount: number;
  readonly reopenCount: number;
  readonly extensionRequestedTo: PlainDate | null;
  /** 节点: those reached, then those still to go. */
  readonly milestones: readonly Milestone[];
  /** The day of the first step still to go; null when there is none. */
  readonly nextMilestoneOn: PlainDate | null;
}

/** Who answers for the task and in which role. */
export interface TaskOwner {
  readonly unitId: string;
  readonly postId: string;
  readonly holdingId: string;
  readonly role: ResponsibilityRole | null;
}
