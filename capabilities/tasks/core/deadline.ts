import { addDays, daysBetween, type PlainDate } from "#platform/kernel/plain-date.ts";
import {
  firstWorkdayFrom,
  lastWorkdayBefore,
  type WorkCalendar,
  workdaysAfter,
} from "#platform/kernel/work-calendar.ts";
import type { TaskState, TaskStatus } from "./task.ts";

/** The days a task still counts as "due soon" before its last day; a scheme may choose otherwise. */
const defaultDueSoonDays = 7;

/** The last day on which a task is on time: a deadline on a holiday runs to the next workday. */
export const lastDayOnTime = (dueDate: PlainDate, calendar: WorkCalendar): PlainDate =>
  firstWorkdayFrom(dueDate, calendar);

/** The day that counts for punctuality: when the standing submission was handed in, whoever judged it and when. */
const doneOn = (state: Pick<TaskState, "status" | "submittedOn">): PlainDate | null =>
  state.status === "submitted" || state.status === "closed" ? state.submittedOn : null;

/**
 * Overdue is derived from the calendar, never stored: still to be handed in, and its day is past. A submission
 * that waits is not overdue (the ball is with the issuer), however late it came: that is workdaysLate.
 */
export const isOverdue = (
  state: Pick<TaskState, "status" | "dueDate">,
  today: PlainDate,
  calendar: WorkCalendar,
): boolean => isToDo(state.status) && lastDayOnTime(state.dueDate, calendar) < today;

/**
 * 节点滞后: the task is still in time, and a step on its way is past and not reached. Once the task itself is overdue,
 * that is what is said of it.
 */
export const isSlipped = (
  state: Pick<TaskState, "status" | "dueDate" | "nextMilestoneOn">,
  today: PlainDate,
  calendar: WorkCalendar,
): boolean =>
  isToDo(state.status) &&
  !isOverdue(state, today, calendar) &&
  state.nextMilestoneOn !== null &&
  lastDayOnTime(state.nextMilestoneOn, calendar) < today;

/** The statuses in which the owner still has to hand in. */
export const isToDo = (status: TaskStatus): boolean =>
  status === "assigned" || status === "inProgress" || status === "returned";

/** Deadlines up to and including this day are past on `today`: the same rule as isOverdue, for queries. */
export const overdueThrough = (today: PlainDate, calendar: WorkCalendar): PlainDate =>
  lastWorkdayBefore(today, calendar);

/** Deadlines after overdueThrough up to and including this day are due soon: the same rule as the amber lamp. */
export const dueSoonThrough = (today: PlainDate, calendar: WorkCalendar): PlainDate =>
  lastWorkdayBefore(addDays(today, defaultDueSoonDays + 1), calendar);

/** Whole workdays late as of a day, 0 when on time; a cancelled task is never late. */
export function workdaysLate(
  state: Pick<TaskState, "status" | "submittedOn" | "dueDate">,
  asOf: PlainDate,
  calendar: WorkCalendar,
): number {
  if (state.status === "cancelled") return 0;
  return workdaysAfter(lastDayOnTime(state.dueDate, calendar), doneOn(state) ?? asOf, calendar);
}

/** 灯: green on course, amber due soon, red overdue, grey not yet received, blue waiting for another. */
export type LampColor = "green" | "amber" | "red" | "grey" | "blue";

export function lampOf(
  state: Pick<TaskState, "status" | "submittedOn" | "dueDate" | "nextMilestoneOn">,
  today: PlainDate,
  calendar: WorkCalendar,
): LampColor {
  if (state.status === "cancelled") return "grey";
  if (state.status === "closed") return "green";
  if (isOverdue(state, today, calendar)) return "red";
  if (state.status === "submitted") return "blue";
  const daysLeft = daysBetween(today, lastDayOnTime(state.dueDate, calendar));
  const isPressing = daysLeft <= defaultDueSoonDays || state.status === "returned";
  if (isPressing || isSlipped(state, today, calendar)) return "amber";
  return state.status === "assigned" ? "grey" : "green";
}
