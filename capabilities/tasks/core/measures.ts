import type { Measure, MeasureRecord, MeasureValue } from "#platform/kernel/measure.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import type { WorkCalendar } from "#platform/kernel/work-calendar.ts";
import {
  type Circumstances,
  type Counted,
  countClosedBelow,
  countDaysToAct,
  countFirstPass,
  countKept,
  countLateDays,
  countOverdueOpen,
  countPunctual,
  countRelayed,
  countReopened,
  type MeasuredPeriod,
  type MeasuredTask,
  type TaskAtCutoff,
} from "./count-tasks.ts";
import { lastDayOnTime, workdaysLate } from "./deadline.ts";
import { foldTask } from "./fold-task.ts";
import type { TaskOrigin, TaskState } from "./task.ts";

export type { MeasuredPeriod, MeasuredTask } from "./count-tasks.ts";

interface TaskMeasure extends Measure {
  /** Whose number the task makes: the unit that does it, or the one that gave it out. */
  readonly unitOf: (task: MeasuredTask) => string;
  /** What the task adds, or null when it is not among those counted. */
  readonly count: (task: TaskAtCutoff, circumstances: Circumstances) => Counted | null;
}

const foundProblems: ReadonlySet<TaskOrigin> = new Set(["inspection", "selfFound", "appraisal"]);

const share = { kind: "percent", unitName: "%", better: "higher", use: "scored" } as const;
const source = "docs/sources/assessment.md";
const doneByUnit = { unitOf: ({ unitId }: MeasuredTask): string => unitId };
const cut = "一律按录入时间截到截止日，截止日之后的办理不计。";

/** The measures that tasks give: eight that a scheme may score, two that are only shown. */
const definitions: readonly TaskMeasure[] = [
  {
    code: "onTimeClosure",
    name: "按期办结率",
    ...share,
    ...doneByUnit,
    numerator: "其中在时限内报请并验收通过的事项数",
    denominator: "时限在考核期内的事项数（已取消的、按期报请尚待验收的不计）",
    rule: `以报请日为准，不因验收快慢受影响；时限逢节假日顺延到下一个工作日；同意延期的按新时限。${cut}`,
    source: `${source}#on-time`,
    count: countPunctual,
  },
  {
    code: "averageWorkdaysLate",
    name: "平均超期工作日",
    ...share,
    ...doneByUnit,
    kind: "average",
    unitName: "个工作日",
    better: "lower",
    numerator: "这些事项超期的工作日合计（按期的计0；未报请的计到截止日）",
    denominator: "时限在考核期内的事项数（已取消的不计）",
    rule: `超期从时限次日起按工作日计，到报请日止。${cut}`,
    source: `${source}#late`,
    count: countLateDays,
  },
  {
    code: "firstPassAcceptance",
    name: "一次验收通过率",
    ...share,
    ...doneByUnit,
    numerator: "其中首次验收即通过的事项数",
    denominator: "首次验收在考核期内的事项数",
    rule: `只看第一次验收的结论，通过或退回。${cut}`,
    source: `${source}#first-pass`,
    count: countFirstPass,
  },
  {
    code: "reopenedAfterClosure",
    name: "办结后重新打开率",
    ...share,
    ...doneByUnit,
    better: "lower",
    numerator: "其中考核期内被重新办理的事项数",
    denominator: "考核期内办结或被重新办理的事项数",
    rule: `办结后发现未真正解决而重新办理的，计在重新办理的那一期。${cut}`,
    source: `${source}#reopened`,
    count: countReopened,
  },
  {
    code: "reviewPledgesKept",
    name: "点评承诺兑现率",
    ...share,
    ...doneByUnit,
    numerator: "其中已验收通过的事项数",
    denominator: "来源为书记点评、时限在考核期内的事项数（待验收的不计）",
    rule: `对点评问题的承诺，验收通过才算兑现。${cut}`,
    source: `${source}#pledges`,
    count: (task, circumstances) =>
      task.origin === "superiorReview" ? countKept(task, circumstances) : null,
  },
  {
    code: "overdueOpen",
    name: "逾期未办结率",
    ...share,
    ...doneByUnit,
    better: "lower",
    numerator: "其中到截止日已过时限仍未报请的事项数",
    denominator: "考核期内在办的事项数（期初以前办结的、已取消的不计）",
    rule: `不论时限在哪一期，到截止日仍拖着的都计；已报请待验收的不算逾期。${cut}`,
    source: `${source}#overdue`,
    count: countOverdueOpen,
  },
  {
    code: "inspectionRectifiedOnTime",
    name: "督查问题按期整改率",
    ...share,
    ...doneByUnit,
    numerator: "其中在时限内报请并验收通过的问题数",
    denominator: "来源为督查发现、自查问题、考核反馈，时限在考核期内的事项数（按期报请尚待验收的不计）",
    rule: `与按期办结率同一算法，只算问题整改类事项。${cut}`,
    source: `${source}#rectified`,
    count: (task, circumstances) =>
      foundProblems.has(task.origin) ? countPunctual(task, circumstances) : null,
  },
  {
    code: "villageTasksClosed",
    name: "分解到村事项办结率",
    ...share,
    unitOf: ({ issuerUnitId }) => issuerUnitId,
    numerator: "其中到截止日已验收通过的事项数",
    denominator: "本单位交办给所属单位、时限在考核期内的事项数",
    rule: `交办给下级的，办结了才算落实；下级已报请而本单位未验收的不算办结。${cut}`,
    source: `${source}#below`,
    count: countClosedBelow,
  },
  {
    code: "daysToFirstAction",
    name: "签收到首次进展平均天数",
    ...share,
    ...doneByUnit,
    kind: "average",
    unitName: "天",
    better: "lower",
    use: "shown",
    numerator: "从签收到首次报告进展、分解或报请的天数合计",
    denominator: "考核期内签收的事项数",
    rule: "只供本单位对照，不计分：快慢不等于成效。",
    source: `${source}#shown`,
    count: countDaysToAct,
  },
  {
    code: "relayedUnchanged",
    name: "原文转发未分解的比例",
    ...share,
    ...doneByUnit,
    better: "lower",
    use: "shown",
    numerator: "其中交给下级的内容与上级原文相同的事项数",
    denominator: "考核期内分解到下级的事项数",
    rule: "只供本单位对照，不计分。",
    source: `${source}#shown`,
    count: countRelayed,
  },
];

export const taskMeasures: readonly Measure[] = definitions.map(
  ({ unitOf: _unitOf, count: _count, ...measure }) => measure,
);

/** The task as the log had it at the end of the cut-off day, or null when it was not given out by then. */
function cutAt(task: MeasuredTask, cutoff: PlainDate, reckon: Reckoning): TaskAtCutoff | null {
  const log = task.log.filter(({ enteredOn }) => enteredOn <= cutoff);
  if (log.length === 0) return null;
  const state = foldTask(log);
  return { ...task, log, state, ...reckon(state) };
}

type Reckoning = (state: TaskState) => Pick<TaskAtCutoff, "lastDay" | "daysLate">;

/** Days are counted one by one; many tasks share their deadline and day of submission, so each pair is counted once. */
function reckonOnce({ period, calendar }: Circumstances): Reckoning {
  const known = new Map<string, ReturnType<Reckoning>>();
  return (state) => {
    const key = `${state.status} ${state.dueDate} ${state.submittedOn ?? ""}`;
    const found = known.get(key) ?? {
      lastDay: lastDayOnTime(state.dueDate, calendar),
      daysLate: workdaysLate(state, period.cutoff, calendar),
    };
    known.set(key, found);
    return found;
  };
}

/** Every measure for every unit, from the tasks that these units do or gave out. Nobody scores his own orders. */
export function measureTasks(
  tasks: readonly MeasuredTask[],
  unitIds: readonly string[],
  period: MeasuredPeriod,
  calendar: WorkCalendar,
): readonly MeasureValue[] {
  const circumstances = { period, calendar };
  const reckon = reckonOnce(circumstances);
  const atCutoff = tasks
    .filter(({ unitId, issuerUnitId }) => unitId !== issuerUnitId)
    .flatMap((task) => cutAt(task, period.cutoff, reckon) ?? [])
    .sort(byDeadlineThen);
  return definitions.flatMap((measure) => {
    const records = new Map<string, MeasureRecord[]>(unitIds.map((unitId) => [unitId, []]));
    for (const task of atCutoff) {
      const counted = records.has(measure.unitOf(task)) ? measure.count(task, circumstances) : null;
      if (counted)
        records.get(measure.unitOf(task))?.push({ kind: "task", id: task.id, title: task.title, ...counted });
    }
    return [...records].map(([unitId, found]) => sumOf(measure.code, unitId, found));
  });
}

/** By the deadline as it stood at the cut-off: one that is moved later must not change the order of what was frozen. */
const byDeadlineThen = (one: TaskAtCutoff, other: TaskAtCutoff): number => {
  if (one.state.dueDate !== other.state.dueDate) return one.state.dueDate < other.state.dueDate ? -1 : 1;
  return one.id < other.id ? -1 : 1;
};

const sumOf = (measure: string, unitId: string, records: readonly MeasureRecord[]): MeasureValue => ({
  measure,
  unitId,
  numerator: records.reduce((sum, { numerator }) => sum + numerator, 0),
  denominator: records.reduce((sum, { denominator }) => sum + denominator, 0),
  records,
});
