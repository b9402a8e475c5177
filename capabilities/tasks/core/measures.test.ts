import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, type PlainDate, plainDate } from "#platform/kernel/plain-date.ts";
import { weekendCalendar } from "#platform/kernel/work-calendar.ts";
import { type MeasuredTask, measureTasks, taskMeasures } from "./measures.ts";
import { findNextStatus } from "./next-status.ts";
import { actionNames, type LoggedAction, type TaskAction, type TaskStatus } from "./task.ts";

/** "submit 03-10": what was written down on which day of 2026; with a deadline where one is set. */
type Line = readonly [action: TaskAction, on: string, dueDate?: string];

const day = (text: string): PlainDate => plainDate(`2026-${text}`);

const taskOf = (lines: readonly Line[], changes: Partial<MeasuredTask> = {}): MeasuredTask => ({
  id: "事项",
  title: "组建村级后备干部队伍",
  origin: "keyPoints",
  unitId: "柳树镇",
  issuerUnitId: "县委",
  isRelayedUnchanged: false,
  log: lines.map(([action, on, dueDate], index) => ({
    sequence: index + 1,
    action,
    enteredOn: day(on),
    happenedOn: null,
    dueDate: dueDate === undefined ? null : day(dueDate),
  })),
  ...changes,
});

const quarter = { from: day("01-01"), cutoff: day("03-31"), isCutoffOver: true };

const valueOf = (code: string, tasks: readonly MeasuredTask[], unitId = "柳树镇", period = quarter) =>
  measureTasks(tasks, [unitId], period, weekendCalendar).find(({ measure }) => measure === code);

const countOf = (code: string, tasks: readonly MeasuredTask[], unitId?: string, period = quarter) => {
  const value = valueOf(code, tasks, unitId, period);
  return [value?.numerator, value?.denominator];
};

const given: readonly Line[] = [
  ["assign", "01-05", "03-10"],
  ["acknowledge", "01-06"],
];
const handedIn = (on: string): readonly Line[] => [...given, ["submit", on]];
const closed = (on: string, acceptedOn: string): readonly Line[] => [...handedIn(on), ["accept", acceptedOn]];

describe("按期办结率", () => {
  test.each<[string, readonly Line[], readonly [number, number]]>([
    ["时限当天报请、过后才验收，算按期", closed("03-10", "03-20"), [1, 1]],
    ["迟一天报请，不算按期", closed("03-11", "03-12"), [0, 1]],
    ["按期报请尚待验收，两边都不计", handedIn("03-10"), [0, 0]],
    ["超期报请待验收，已是超期", handedIn("03-12"), [0, 1]],
    ["过了时限没有报请", given, [0, 1]],
    ["退回后没有重新报请", [...handedIn("03-09"), ["return", "03-12"]], [0, 1]],
    ["取消的不计", [...given, ["cancel", "02-01"]], [0, 0]],
    ["截止日以后才报请的，当作未报请", closed("04-01", "04-02"), [0, 1]],
    ["截止日以后才验收的，当作待验收", closed("03-10", "04-02"), [0, 0]],
    ["考核期内还没到时限", [["assign", "01-05", "06-30"]], [0, 0]],
    [
      "同意延期的按新时限",
      [...given, ["extend", "03-01", "03-20"], ["submit", "03-20"], ["accept", "03-21"]],
      [1, 1],
    ],
    ["截止日以后才交办的不存在", [["assign", "04-01", "04-30"]], [0, 0]],
  ])("%s", (_name, lines, expected) => expect(countOf("onTimeClosure", [taskOf(lines)])).toEqual(expected));

  test("时限落在周末，顺延到下周一仍算按期", () =>
    expect(
      countOf("onTimeClosure", [
        taskOf([
          ["assign", "01-05", "03-14"],
          ["acknowledge", "01-06"],
          ["submit", "03-16"],
          ["accept", "03-17"],
        ]),
      ]),
    ).toEqual([1, 1]));

  test("截止日当天到期而当天未过完，未报请的暂不计", () => {
    const dueOnCutoff = taskOf([
      ["assign", "01-05", "03-31"],
      ["acknowledge", "01-06"],
    ]);
    expect(countOf("onTimeClosure", [dueOnCutoff], "柳树镇", { ...quarter, isCutoffOver: false })).toEqual([
      0, 0,
    ]);
    expect(countOf("onTimeClosure", [dueOnCutoff])).toEqual([0, 1]);
  });

  test("自己交办给自己的不计", () =>
    expect(countOf("onTimeClosure", [taskOf(closed("03-10", "03-11"), { issuerUnitId: "柳树镇" })])).toEqual([
      0, 0,
    ]));

  test("依据说得清楚", () =>
    expect(valueOf("onTimeClosure", [taskOf(closed("03-12", "03-13"))])?.records[0]?.why).toBe(
      "时限2026年3月10日，2026年3月12日报请，超期2个工作日，已验收",
    ));
});

describe("其余各项", () => {
  test.each<[string, string, readonly Line[], readonly [number, number]]>([
    ["平均超期工作日：周末不算", "averageWorkdaysLate", closed("03-16", "03-17"), [4, 1]],
    ["平均超期工作日：未报请的计到截止日", "averageWorkdaysLate", given, [15, 1]],
    ["平均超期工作日：按期计0", "averageWorkdaysLate", handedIn("03-02"), [0, 1]],
    ["一次验收：首次通过", "firstPassAcceptance", closed("03-10", "03-11"), [1, 1]],
    [
      "一次验收：先退回后通过，不算一次",
      "firstPassAcceptance",
      [...handedIn("03-02"), ["return", "03-03"], ["submit", "03-04"], ["accept", "03-05"]],
      [0, 1],
    ],
    ["一次验收：还没有验收，不计", "firstPassAcceptance", handedIn("03-02"), [0, 0]],
    ["重新打开：办结未重开", "reopenedAfterClosure", closed("03-10", "03-11"), [0, 1]],
    [
      "重新打开：本期重开",
      "reopenedAfterClosure",
      [...closed("03-10", "03-11"), ["reopen", "03-20", "04-10"]],
      [1, 1],
    ],
    ["逾期未办结：过时限未报请", "overdueOpen", given, [1, 1]],
    ["逾期未办结：已报请的不算", "overdueOpen", handedIn("03-20"), [0, 1]],
    ["逾期未办结：未到时限的在办事项进分母", "overdueOpen", [["assign", "01-05", "06-30"]], [0, 1]],
    ["签收到首次进展：3天", "daysToFirstAction", [...given, ["report", "01-09"]], [3, 1]],
    ["原文转发：分解了", "relayedUnchanged", [...given, ["decompose", "01-09"]], [0, 1]],
  ])("%s", (_name, code, lines, expected) => expect(countOf(code, [taskOf(lines)])).toEqual(expected));

  test("上期办结、本期重开的，计在本期", () => {
    const period = { from: day("04-01"), cutoff: day("06-30"), isCutoffOver: true };
    const task = taskOf([...closed("03-10", "03-11"), ["reopen", "04-20", "05-10"]]);
    expect(countOf("reopenedAfterClosure", [task], "柳树镇", period)).toEqual([1, 1]);
    expect(countOf("reopenedAfterClosure", [task])).toEqual([0, 1]);
  });

  test("点评承诺只看书记点评来的，验收通过才算兑现", () => {
    const pledge = { origin: "superiorReview" } as const;
    expect(countOf("reviewPledgesKept", [taskOf(closed("03-20", "03-21"), pledge)])).toEqual([1, 1]);
    expect(countOf("reviewPledgesKept", [taskOf(given, pledge)])).toEqual([0, 1]);
    expect(countOf("reviewPledgesKept", [taskOf(closed("03-09", "03-10"))])).toEqual([0, 0]);
  });

  test.each(["inspection", "selfFound", "appraisal"] as const)("督查整改包括来源%s", (origin) =>
    expect(countOf("inspectionRectifiedOnTime", [taskOf(closed("03-10", "03-11"), { origin })])).toEqual([
      1, 1,
    ]),
  );

  test("分解到村：算在交办的乡镇头上，待本镇验收的不算办结", () => {
    const below = { unitId: "东榆村", issuerUnitId: "柳树镇" };
    const tasks = [taskOf(closed("03-10", "03-11"), below), taskOf(handedIn("03-10"), below)];
    expect(countOf("villageTasksClosed", tasks)).toEqual([1, 2]);
    expect(countOf("onTimeClosure", tasks)).toEqual([0, 0]);
  });
});

describe("口径的规律", () => {
  const actions = Object.keys(actionNames) as TaskAction[];
  /** A log that obeys the state table, one action every few days, deadlines where they are set. */
  const anyLog = fc
    .array(fc.record({ pick: fc.nat(), days: fc.nat({ max: 20 }), until: fc.nat({ max: 60 }) }), {
      maxLength: 12,
    })
    .map((choices) => {
      let status: TaskStatus = "assigned";
      let on = day("01-05");
      const log: LoggedAction[] = [
        { sequence: 1, action: "assign", enteredOn: on, happenedOn: null, dueDate: addDays(on, 40) },
      ];
      for (const { pick, days, until } of choices) {
        const current: TaskStatus = status;
        const allowed: TaskAction[] = actions.filter((action) => findNextStatus(current, action) !== null);
        const action = allowed[pick % Math.max(allowed.length, 1)];
        if (!action) break;
        on = addDays(on, days);
        const setsDay = action === "extend" || action === "reopen" || action === "requestExtension";
        const dueDate = setsDay ? addDays(on, until) : null;
        log.push({ sequence: log.length + 1, action, enteredOn: on, happenedOn: null, dueDate });
        status = findNextStatus(status, action) ?? status;
      }
      return log;
    });
  const anyTasks = fc
    .array(fc.tuple(anyLog, fc.constantFrom("keyPoints", "superiorReview", "inspection")), { maxLength: 12 })
    .map((drafts) =>
      drafts.map(([log, origin], index) => ({
        ...taskOf([]),
        id: String(index),
        log,
        origin: origin as MeasuredTask["origin"],
      })),
    );
  const seeded = { seed: 20_261_120, numRuns: 300 };

  test("分子分母等于各条记录之和，比例类不超过100%", () => {
    fc.assert(
      fc.property(anyTasks, (tasks) => {
        for (const value of measureTasks(tasks, ["柳树镇"], quarter, weekendCalendar)) {
          const kind = taskMeasures.find(({ code }) => code === value.measure)?.kind;
          expect(value.records.reduce((sum, { numerator }) => sum + numerator, 0)).toBe(value.numerator);
          expect(value.records.reduce((sum, { denominator }) => sum + denominator, 0)).toBe(
            value.denominator,
          );
          expect(value.numerator).toBeGreaterThanOrEqual(0);
          if (kind === "percent") expect(value.numerator).toBeLessThanOrEqual(value.denominator);
        }
      }),
      seeded,
    );
  });

  test("截止日以后录入的任何办理都不改变数字", () => {
    fc.assert(
      fc.property(anyTasks, (tasks) => {
        const known = tasks.map((task) => ({
          ...task,
          log: task.log.filter(({ enteredOn }) => enteredOn <= quarter.cutoff),
        }));
        expect(measureTasks(known, ["柳树镇"], quarter, weekendCalendar)).toEqual(
          measureTasks(tasks, ["柳树镇"], quarter, weekendCalendar),
        );
      }),
      seeded,
    );
  });

  test("每个单位、每项口径都有一个值，没有事项的为零", () => {
    const values = measureTasks([], ["甲镇", "乙镇"], quarter, weekendCalendar);
    expect(values).toHaveLength(taskMeasures.length * 2);
    expect(values.every(({ denominator, records }) => denominator === 0 && records.length === 0)).toBe(true);
  });

  test("八项可计分，两项只供对照", () => {
    expect(taskMeasures.filter(({ use }) => use === "scored")).toHaveLength(8);
    expect(taskMeasures.filter(({ use }) => use === "shown").map(({ code }) => code)).toEqual([
      "daysToFirstAction",
      "relayedUnchanged",
    ]);
  });
});
