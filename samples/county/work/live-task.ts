import { addDays, type PlainDate } from "#platform/kernel/plain-date.ts";
import {
  acceptanceRemarks,
  cancelReasons,
  extensionReasons,
  progressRemarks,
  refusalReasons,
  reopenReasons,
  returnReasons,
  submissionRemarks,
  supplements,
} from "./content/remarks.ts";
import type { LifePlan } from "./life-plan.ts";
import { walkMilestones } from "./milestones.ts";
import type { TaskCourse } from "./task-course.ts";

/** What became of a task that the unit broke down for the units below it. */
export interface WorkBelow {
  readonly decomposedOn: PlainDate;
  readonly listTitle: string;
  /** When the last of them was over; null while one is still open. */
  readonly overOn: PlainDate | null;
}

const later = (course: TaskCourse, workdays: number): PlainDate =>
  course.setting.workdays.add(course.day, workdays);

/** Opens and acknowledges; false when it was not received by today. */
export function receiveTask(course: TaskCourse, plan: LifePlan): boolean {
  if (plan.opensAfterWorkdays === null) return false;
  if (!course.open(later(course, plan.opensAfterWorkdays))) return false;
  return course.take("acknowledge", later(course, plan.acknowledgesAfterWorkdays));
}

/** From the receipt to wherever it stands today. */
export function carryOnTask(course: TaskCourse, plan: LifePlan, below: WorkBelow | null): void {
  if (below && !course.take("decompose", below.decomposedOn, { note: below.listTitle })) return;
  if (plan.fate === "cancelled") {
    course.take("cancel", later(course, course.random.integer(3, 12)), {
      note: course.random.pick(cancelReasons),
    });
    return;
  }
  const wanted = planHandIn(course, plan);
  if (!walkMilestones(course, plan, wanted)) return;
  if (!reportProgress(course, plan, wanted) || !extendIfPlanned(course, plan)) return;
  if (plan.isStuck || plan.fate === "extensionRequested" || below?.overOn === null) return;
  const afterExtension =
    plan.extension === "granted" ? planHandIn(course, { ...plan, lateWorkdays: 0 }) : wanted;
  const ready = below?.overOn && below.overOn >= afterExtension ? addDays(below.overOn, 1) : afterExtension;
  if (handIn(course, plan, ready) && plan.reopens) reopen(course);
}

/** The day on which it would be handed in if nobody else mattered. */
function planHandIn(course: TaskCourse, plan: LifePlan): PlainDate {
  const { workdays, lastDay } = course.setting;
  // What waits or came back was handed in some days ago, however much time was left.
  if (plan.fate === "waiting") return workdays.back(lastDay, 2);
  if (plan.fate === "returned") return workdays.back(lastDay, 7);
  const { dueDate } = course.state;
  if (plan.fate !== "reopened" && plan.lateWorkdays > 0) return workdays.add(dueDate, plan.lateWorkdays);
  const left = workdays.countAfter(course.day, dueDate);
  const share = plan.fate === "reopened" ? 0.3 : plan.usedShare;
  return workdays.add(course.day, Math.floor(left * share));
}

function reportProgress(course: TaskCourse, plan: LifePlan, until: PlainDate): boolean {
  const { workdays } = course.setting;
  for (let index = 0; index < plan.reports; index += 1) {
    const left = workdays.countAfter(course.day, until);
    if (left < 4) return true;
    const day = workdays.add(course.day, course.random.integer(1, Math.floor(left / 2)));
    const note = progressRemarks[(index + course.random.integer(0, 1)) % progressRemarks.length] ?? "";
    if (!course.take("report", day, { note, happenedOn: course.day })) return false;
  }
  return true;
}

function extendIfPlanned(course: TaskCourse, plan: LifePlan): boolean {
  const wish = wishOf(plan);
  if (wish === null) return true;
  const day = extensionDay(course, plan);
  const wanted = addDays([course.state.dueDate, course.day, day].toSorted().at(-1) ?? day, 21);
  const reason = course.random.pick(extensionReasons);
  if (!course.take("requestExtension", day, { note: reason, dueDate: wanted })) return false;
  if (wish === "pending") return true;
  const answer = later(course, course.random.integer(1, 2));
  if (wish === "granted") return course.take("extend", answer, { note: "同意延期，请抓紧办理。" });
  return course.take("refuseExtension", answer, { note: course.random.pick(refusalReasons) });
}

function extensionDay(course: TaskCourse, plan: LifePlan): PlainDate {
  const { workdays, lastDay } = course.setting;
  if (plan.fate === "extensionRequested") return lastDay;
  return plan.fate === "extended" ? workdays.back(lastDay, 7) : addDays(course.state.dueDate, -5);
}

const wishOf = (plan: LifePlan): "granted" | "refused" | "pending" | null => {
  if (plan.fate === "extensionRequested") return "pending";
  if (plan.fate === "extended") return "granted";
  return plan.fate === null ? plan.extension : null;
};

/** Hands in as often as it is returned; true when it was accepted. */
function handIn(course: TaskCourse, plan: LifePlan, firstDay: PlainDate): boolean {
  const { random, birth } = course;
  const returns = plan.fate === "returned" ? 1 : plan.fate === "waiting" ? 0 : plan.returns;
  let day = firstDay;
  for (let round = 0; ; round += 1) {
    const proofs = round === 0 ? birth.duty.proofs : [random.pick(supplements)];
    if (!proofs.every((proof) => course.prove(day, proof))) return false;
    if (!submit(course, day)) return false;
    if (round === 0 && plan.withdraws && plan.fate === null && !withdrawAndSubmit(course)) return false;
    if (plan.fate === "waiting") return false;
    const judgedOn = later(course, plan.judgedAfterWorkdays);
    if (round >= returns) return course.take("accept", judgedOn, { note: random.pick(acceptanceRemarks) });
    if (!course.take("return", judgedOn, { note: random.pick(returnReasons) })) return false;
    if (plan.fate === "returned") return false;
    day = later(course, random.integer(2, 8));
  }
}

const submit = (course: TaskCourse, day: PlainDate): boolean =>
  course.take("submit", day, { note: course.random.pick(submissionRemarks) });

const withdrawAndSubmit = (course: TaskCourse): boolean =>
  course.take("withdraw", course.day, { note: "漏附一份佐证，补充后再报。" }) &&
  course.prove(later(course, 1), course.random.pick(supplements)) &&
  submit(course, course.day);

/** 回头看: the effect did not hold. */
function reopen(course: TaskCourse): void {
  const { random } = course;
  const day = later(course, random.integer(10, 30));
  const shortened = addDays(day, 25);
  const dueDate = shortened > course.state.dueDate ? shortened : course.state.dueDate;
  if (!course.take("reopen", day, { note: random.pick(reopenReasons), dueDate })) return;
  const [title, text] = random.pick(supplements);
  if (!course.prove(later(course, random.integer(5, 12)), [title, text])) return;
  if (!submit(course, course.day)) return;
  course.take("accept", later(course, random.integer(1, 3)), { note: random.pick(acceptanceRemarks) });
}
