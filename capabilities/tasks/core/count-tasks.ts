import type { MeasurePeriod, MeasureRecord } from "#platform/kernel/measure.ts";
import {
  addDays,
  daysBetween,
  type PlainDate,
  writeDateInChinese as writeDay,
} from "#platform/kernel/plain-date.ts";
import type { WorkCalendar } from "#platform/kernel/work-calendar.ts";
import { isOverdue, isToDo } from "./deadline.ts";
import type { LoggedAction, TaskAction, TaskOrigin, TaskState } from "./task.ts";

/** What counting needs of a task: its log is cut at the cut-off before anything is counted. */
export interface MeasuredTask {
  readonly id: string;
  readonly title: string;
  readonly origin: TaskOrigin;
  readonly unitId: string;
  readonly issuerUnitId: string;
  readonly log: readonly LoggedAction[];
  /** A task below carries its very text: passed on, not broken down. */
  readonly isRelayedUnchanged: boolean;
}

export interface MeasuredPeriod extends MeasurePeriod {
  /** On the cut-off day itself, what falls due that day may still be handed in: it is not counted against anybody. */
  readonly isCutoffOver: boolean;
}

/** A task as it stood at the cut-off. */
export interface TaskAtCutoff extends MeasuredTask {
  readonly state: TaskState;
  readonly lastDay: PlainDate;
  readonly daysLate: number;
}

export interface Circumstances {
  readonly period: MeasuredPeriod;
  readonly calendar: WorkCalendar;
}

export type Counted = Pick<MeasureRecord, "numerator" | "denominator" | "why">;

const firstActions: ReadonlySet<TaskAction> = new Set(["plan", "report", "decompose", "submit"]);

/** Its last day on time lies in the period; on a cut-off day that is not over, only what is already handed in. */
const isDueIn = ({ state, lastDay }: TaskAtCutoff, { from, cutoff, isCutoffOver }: MeasuredPeriod) =>
  state.status !== "cancelled" &&
  lastDay >= from &&
  (lastDay < cutoff || (lastDay === cutoff && (isCutoffOver || !isToDo(state.status))));

const isPunctual = ({ state, lastDay }: TaskAtCutoff): boolean =>
  state.submittedOn !== null && state.submittedOn <= lastDay;

const writeClosing = ({ closedOn }: TaskState): string => (closedOn === null ? "" : writeDay(closedOn));

function explainPunctuality(task: TaskAtCutoff): string {
  const { state, daysLate } = task;
  if (state.submittedOn === null) {
    const open = state.status === "returned" ? "退回后到截止日未重新报请" : "到截止日未报请";
    return `时限${writeDay(state.dueDate)}，${open}${daysLate === 0 ? "" : `，超期${daysLate}个工作日`}`;
  }
  const handedIn = `时限${writeDay(state.dueDate)}，${writeDay(state.submittedOn)}报请`;
  const lateness = daysLate === 0 ? "按期" : `超期${daysLate}个工作日`;
  return state.status === "closed" ? `${handedIn}，${lateness}，已验收` : `${handedIn}，${lateness}，待验收`;
}

/** On time and accepted; a submission on time that still waits is not judged yet and counts nowhere. */
export function countPunctual(task: TaskAtCutoff, { period }: Circumstances): Counted | null {
  if (!isDueIn(task, period)) return null;
  if (task.state.status === "submitted" && isPunctual(task)) return null;
  const isMet = task.state.status === "closed" && isPunctual(task);
  return { numerator: isMet ? 1 : 0, denominator: 1, why: explainPunctuality(task) };
}

export const countLateDays = (task: TaskAtCutoff, { period }: Circumstances): Counted | null =>
  isDueIn(task, period) ? { numerator: task.daysLate, denominator: 1, why: explainPunctuality(task) } : null;

export function countFirstPass({ log, state }: TaskAtCutoff, { period }: Circumstances): Counted | null {
  const judgement = log.find(({ action }) => action === "accept" || action === "return");
  if (!judgement || judgement.enteredOn < period.from || state.status === "cancelled") return null;
  const isPassed = judgement.action === "accept";
  const why = `首次报请于${writeDay(judgement.enteredOn)}${isPassed ? "验收通过" : "被退回"}`;
  return { numerator: isPassed ? 1 : 0, denominator: 1, why };
}

export function countReopened({ log, state }: TaskAtCutoff, { period }: Circumstances): Counted | null {
  const inPeriod = log.filter(({ enteredOn }) => enteredOn >= period.from);
  const accepted = inPeriod.findLast(({ action }) => action === "accept");
  const reopened = inPeriod.findLast(({ action }) => action === "reopen");
  if (state.status === "cancelled" || (!accepted && !reopened)) return null;
  const why = reopened
    ? `办结后于${writeDay(reopened.enteredOn)}重新办理`
    : `${accepted ? writeDay(accepted.enteredOn) : ""}办结，未重新办理`;
  return { numerator: reopened ? 1 : 0, denominator: 1, why };
}

export function countKept(task: TaskAtCutoff, { period }: Circumstances): Counted | null {
  if (task.state.status === "submitted" || !isDueIn(task, period)) return null;
  const isKept = task.state.status === "closed";
  const why = isKept
    ? `${writeClosing(task.state)}验收通过，已兑现`
    : `时限${writeDay(task.state.dueDate)}，尚未兑现`;
  return { numerator: isKept ? 1 : 0, denominator: 1, why };
}

export function countOverdueOpen(task: TaskAtCutoff, { period, calendar }: Circumstances): Counted | null {
  const { state } = task;
  if (state.status === "cancelled") return null;
  if (state.closedOn !== null && state.closedOn < period.from) return null;
  const lookingBackFrom = period.isCutoffOver ? addDays(period.cutoff, 1) : period.cutoff;
  const overdue = isOverdue(state, lookingBackFrom, calendar);
  const why = overdue ? explainPunctuality(task) : `时限${writeDay(state.dueDate)}，截止日未逾期`;
  return { numerator: overdue ? 1 : 0, denominator: 1, why };
}

/** Here the unit itself accepts, so that what waits for it is not done. */
export function countClosedBelow(task: TaskAtCutoff, { period }: Circumstances): Counted | null {
  if (!isDueIn(task, period)) return null;
  const { status, dueDate } = task.state;
  const open = status === "submitted" ? "已报请，待本单位验收" : "未办结";
  const why =
    status === "closed" ? `${writeClosing(task.state)}验收通过` : `时限${writeDay(dueDate)}，${open}`;
  return { numerator: status === "closed" ? 1 : 0, denominator: 1, why };
}

export function countDaysToAct({ log }: TaskAtCutoff, { period }: Circumstances): Counted | null {
  const receipt = log.find(({ action }) => action === "acknowledge");
  if (!receipt || receipt.enteredOn < period.from) return null;
  const first = log.find(({ action, sequence }) => sequence > receipt.sequence && firstActions.has(action));
  const days = daysBetween(receipt.enteredOn, first?.enteredOn ?? period.cutoff);
  const why = first
    ? `${writeDay(receipt.enteredOn)}签收，${writeDay(first.enteredOn)}有首次进展`
    : `${writeDay(receipt.enteredOn)}签收，尚无进展`;
  return { numerator: days, denominator: 1, why };
}

export function countRelayed(task: TaskAtCutoff, { period }: Circumstances): Counted | null {
  const decomposed = task.log.find(({ action }) => action === "decompose");
  if (!decomposed || decomposed.enteredOn < period.from) return null;
  const why = `${writeDay(decomposed.enteredOn)}分解到下级，${task.isRelayedUnchanged ? "内容与上级原文相同" : "内容已细化"}`;
  return { numerator: task.isRelayedUnchanged ? 1 : 0, denominator: 1, why };
}
