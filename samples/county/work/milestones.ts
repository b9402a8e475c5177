import { daysBetween, type PlainDate } from "#platform/kernel/plain-date.ts";
import { proposeMilestoneDays } from "#rooms/tasks/core/index.ts";
import { openRandom } from "../random.ts";
import type { LifePlan } from "./life-plan.ts";
import type { TaskCourse } from "./task-course.ts";

const stepNames = ["制定方案、明确分工", "面上推开、任务过半", "自查补缺、整理佐证"] as const;

/** Shorter tasks are done without steps. */
const shortestDays = 40;

/**
 * Some of the longer tasks of townships go by steps set back from the deadline. Whoever is stuck reaches the first at
 * most, and the next one slips. False when the course ended on the way.
 */
export function walkMilestones(course: TaskCourse, plan: LifePlan, handedInOn: PlainDate): boolean {
  const { birth, setting, state } = course;
  const random = openRandom(`${setting.seed}/milestones/${birth.key}`);
  const isLong = daysBetween(course.day, state.dueDate) >= shortestDays;
  if (birth.parentId !== null || !isLong || !random.chance(0.4)) return true;
  const days = proposeMilestoneDays(course.day, state.dueDate, stepNames.length, setting.calendar);
  const milestones = stepNames.map((title, index) => ({ title, dueDate: days[index] ?? state.dueDate }));
  if (!course.take("plan", course.day, { milestones })) return false;
  const reachable = plan.isStuck ? random.integer(0, 1) : stepNames.length;
  for (const [milestone, { dueDate }] of milestones.slice(0, reachable).entries()) {
    if (dueDate >= handedInOn) return true;
    if (!course.take("reach", dueDate, { milestone })) return false;
  }
  return true;
}
