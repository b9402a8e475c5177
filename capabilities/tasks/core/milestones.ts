import { addDays, daysBetween, type PlainDate } from "#platform/kernel/plain-date.ts";
import {
  addWorkdays,
  firstWorkdayFrom,
  lastWorkdayBefore,
  type WorkCalendar,
  workdaysAfter,
} from "#platform/kernel/work-calendar.ts";

/** 节点: a dated step on the way to the deadline. */
export interface PlannedMilestone {
  readonly title: string;
  readonly dueDate: PlainDate;
}

export interface Milestone extends PlannedMilestone {
  /** Null until it is reached. */
  readonly reachedOn: PlainDate | null;
}

/** More steps than this is a plan of its own: the task should be broken down. */
export const maxMilestones = 12;

export type MilestoneProblem =
  | { readonly code: "milestones-missing" }
  | { readonly code: "too-many-milestones" }
  | { readonly code: "milestone-untitled"; readonly ordinal: number }
  | { readonly code: "milestone-past"; readonly ordinal: number }
  | { readonly code: "milestone-out-of-order"; readonly ordinal: number }
  | { readonly code: "milestone-after-deadline"; readonly ordinal: number }
  | { readonly code: "milestone-unknown" }
  | { readonly code: "milestone-already-reached" };

interface Planned {
  readonly milestones: readonly Milestone[];
  readonly dueDate: PlainDate;
}

/**
 * Whether steps may stand as the way that is still to go: titled, in the order of their days, none past, none after
 * the deadline. Steps already reached stay and are not part of it. `ordinal` counts from 1.
 * Source: features.md row 25 (目标倒逼责任).
 */
export function findProblemOfPlan(
  { milestones, dueDate }: Planned,
  planned: readonly PlannedMilestone[],
  today: PlainDate,
): MilestoneProblem | null {
  if (planned.length === 0) return { code: "milestones-missing" };
  if (listReached(milestones).length + planned.length > maxMilestones) return { code: "too-many-milestones" };
  const problems = planned.map((step, index): MilestoneProblem | null => {
    const ordinal = index + 1;
    if (step.title.trim() === "") return { code: "milestone-untitled", ordinal };
    if (step.dueDate < today) return { code: "milestone-past", ordinal };
    if (step.dueDate > dueDate) return { code: "milestone-after-deadline", ordinal };
    const before = planned[index - 1];
    return before && before.dueDate > step.dueDate ? { code: "milestone-out-of-order", ordinal } : null;
  });
  return problems.find((problem) => problem !== null) ?? null;
}

/** `index` counts from 0 in the steps as they stand. */
export function findProblemOfReaching({ milestones }: Planned, index: number): MilestoneProblem | null {
  const step = milestones[index];
  if (!step) return { code: "milestone-unknown" };
  return step.reachedOn === null ? null : { code: "milestone-already-reached" };
}

/** A plan whose step is past is not quietly replaced by another: that needs a reason. Source: features.md row 54. */
export const isMovingPastStep = ({ milestones }: Planned, today: PlainDate): boolean =>
  milestones.some(({ reachedOn, dueDate }) => reachedOn === null && dueDate < today);

/** The way after a new plan: what was reached stays in front of what is still to go. */
export const replan = (
  milestones: readonly Milestone[],
  planned: readonly PlannedMilestone[],
): readonly Milestone[] => [
  ...listReached(milestones),
  ...planned.map(({ title, dueDate }) => ({ title: title.trim(), dueDate, reachedOn: null })),
];

export const reach = (
  milestones: readonly Milestone[],
  index: number,
  reachedOn: PlainDate,
): readonly Milestone[] => milestones.map((step, at) => (at === index ? { ...step, reachedOn } : step));

const listReached = (milestones: readonly Milestone[]): readonly Milestone[] =>
  milestones.filter(({ reachedOn }) => reachedOn !== null);

/** The day of the first step that is not yet reached; null when there is none. */
export const nextMilestoneOn = (milestones: readonly Milestone[]): PlainDate | null =>
  milestones.reduce<PlainDate | null>(
    (first, { reachedOn, dueDate }) =>
      reachedOn === null && (first === null || dueDate < first) ? dueDate : first,
    null,
  );

/**
 * 倒排: days for `count` steps between today and the deadline, in equal parts of the workdays that are left, each on
 * a workday and none after the deadline. With fewer workdays than steps several fall on one day.
 */
export function proposeMilestoneDays(
  today: PlainDate,
  dueDate: PlainDate,
  count: number,
  calendar: WorkCalendar,
): readonly PlainDate[] {
  const start = firstWorkdayFrom(today, calendar);
  const end = lastWorkdayBefore(addDays(dueDate, 1), calendar);
  if (end <= start)
    return Array.from({ length: count }, () => (daysBetween(today, dueDate) < 0 ? today : dueDate));
  const left = workdaysAfter(start, end, calendar);
  return Array.from({ length: count }, (_, index) =>
    addWorkdays(start, Math.floor((left * (index + 1)) / (count + 1)), calendar),
  );
}
