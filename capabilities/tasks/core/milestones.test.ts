import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, type PlainDate, plainDate } from "#platform/kernel/plain-date.ts";
import { isWorkday, type WorkCalendar, weekendCalendar } from "#platform/kernel/work-calendar.ts";
import { isSlipped, lampOf } from "./deadline.ts";
import { type ActionRequest, decideAction } from "./decide-action.ts";
import { foldTask } from "./fold-task.ts";
import { maxMilestones, type PlannedMilestone, proposeMilestoneDays } from "./milestones.ts";
import type { TaskAction, TaskState } from "./task.ts";

const day = plainDate;
const step = (title: string, dueDate: string): PlannedMilestone => ({ title, dueDate: day(dueDate) });

const received = foldTask([
  {
    sequence: 1,
    action: "assign",
    enteredOn: day("2026-03-02"),
    happenedOn: null,
    dueDate: day("2026-06-30"),
  },
  { sequence: 2, action: "acknowledge", enteredOn: day("2026-03-03"), happenedOn: null, dueDate: null },
]);

const decide = (state: TaskState, action: TaskAction, today: string, facts: Partial<ActionRequest> = {}) =>
  decideAction(
    state,
    { action, note: null, happenedOn: null, dueDate: null, personId: "owner", ...facts },
    { today: day(today), submittedById: null, isOwnUnitsWork: false, evidenceCount: 1, openBelowCount: 0 },
  );

function after(
  state: TaskState,
  action: TaskAction,
  today: string,
  facts: Partial<ActionRequest> = {},
): TaskState {
  const decided = decide(state, action, today, facts);
  if (!decided.ok) throw new Error(decided.problem.code);
  return decided.value.state;
}

const plan = [step("定方案", "2026-04-01"), step("过半", "2026-05-06"), step("自查", "2026-06-15")];
const planned = after(received, "plan", "2026-03-04", { milestones: plan });

describe("目标倒逼：排定节点", () => {
  test.each<[string, readonly PlannedMilestone[], string]>([
    ["一个节点也没有", [], "milestones-missing"],
    ["节点没有内容", [step("  ", "2026-04-01")], "milestone-untitled"],
    ["节点早于今天", [step("方案", "2026-03-03")], "milestone-past"],
    ["节点晚于事项时限", [step("方案", "2026-07-01")], "milestone-after-deadline"],
    ["节点先后颠倒", [step("一", "2026-05-01"), step("二", "2026-04-01")], "milestone-out-of-order"],
    [
      "节点过多",
      Array.from({ length: maxMilestones + 1 }, () => step("节点", "2026-04-01")),
      "too-many-milestones",
    ],
  ])("%s，不能排定", (_name, milestones, code) => {
    expect(decide(received, "plan", "2026-03-04", { milestones })).toMatchObject({
      ok: false,
      problem: { code },
    });
  });

  test("今天和时限当天都可以作节点", () => {
    const edges = [step("今天", "2026-03-04"), step("时限", "2026-06-30")];
    expect(decide(received, "plan", "2026-03-04", { milestones: edges }).ok).toBe(true);
  });

  test("未签收的事项先签收，再排节点", () => {
    const fresh = { ...received, status: "assigned" as const };
    expect(decide(fresh, "plan", "2026-03-04", { milestones: plan })).toMatchObject({
      problem: { code: "action-not-allowed" },
    });
  });

  test("重排不动已完成的节点，只换还没完成的", () => {
    const reached = after(planned, "reach", "2026-04-01", { milestone: 0, happenedOn: day("2026-03-30") });
    const again = after(reached, "plan", "2026-04-02", { milestones: [step("新的一步", "2026-06-01")] });
    expect(again.milestones).toEqual([
      { title: "定方案", dueDate: "2026-04-01", reachedOn: "2026-03-30" },
      { title: "新的一步", dueDate: "2026-06-01", reachedOn: null },
    ]);
  });

  test("已经滞后的节点要改，须写明理由", () => {
    const milestones = [step("推后", "2026-06-01")];
    expect(decide(planned, "plan", "2026-04-02", { milestones })).toMatchObject({
      problem: { code: "reason-missing" },
    });
    expect(decide(planned, "plan", "2026-04-02", { milestones, note: "场地未落实" }).ok).toBe(true);
  });
});

describe("完成节点", () => {
  test.each<[string, string, number, Partial<ActionRequest>, string]>([
    ["没有这个节点", "2026-04-01", 3, {}, "milestone-unknown"],
    ["完成日期在将来", "2026-04-01", 0, { happenedOn: day("2026-04-02") }, "date-in-future"],
  ])("%s", (_name, today, milestone, facts, code) => {
    expect(decide(planned, "reach", today, { milestone, ...facts })).toMatchObject({ problem: { code } });
  });

  test("同一节点不重复完成", () => {
    const reached = after(planned, "reach", "2026-04-01", { milestone: 0 });
    expect(decide(reached, "reach", "2026-04-01", { milestone: 0 })).toMatchObject({
      problem: { code: "milestone-already-reached" },
    });
  });

  test("先后不限：先完成后一步也可以，最早未完成的一步仍等着", () => {
    const reached = after(planned, "reach", "2026-04-01", { milestone: 1 });
    expect(reached.nextMilestoneOn).toBe("2026-04-01");
  });
});

describe("节点滞后", () => {
  test.each<[string, TaskState, string, boolean]>([
    ["节点当天不算滞后", planned, "2026-04-01", false],
    ["节点次日未完成即滞后", planned, "2026-04-02", true],
    ["完成了就不滞后", after(planned, "reach", "2026-04-01", { milestone: 0 }), "2026-04-02", false],
    ["已报请验收的不再说滞后", after(planned, "submit", "2026-04-20"), "2026-04-21", false],
    ["没有排节点的没有滞后", received, "2026-06-29", false],
    ["事项本身逾期了，只说逾期", planned, "2026-07-01", false],
  ])("%s", (_name, state, today, slipped) => {
    expect(isSlipped(state, day(today), weekendCalendar)).toBe(slipped);
    if (slipped) expect(lampOf(state, day(today), weekendCalendar)).toBe("amber");
  });

  test("节点落在周末，顺延到下一个工作日", () => {
    const weekend = after(received, "plan", "2026-03-04", { milestones: [step("方案", "2026-04-04")] });
    expect(isSlipped(weekend, day("2026-04-06"), weekendCalendar)).toBe(false);
    expect(isSlipped(weekend, day("2026-04-07"), weekendCalendar)).toBe(true);
  });
});

describe("倒排日期", () => {
  const calendar: WorkCalendar = {
    knownThroughYear: 2026,
    workdayOverrides: new Map(
      Array.from({ length: 7 }, (_, index): [PlainDate, boolean] => [
        addDays(day("2026-10-01"), index),
        false,
      ]),
    ),
  };

  test("三步平分余下的工作日", () => {
    expect(proposeMilestoneDays(day("2026-03-02"), day("2026-03-30"), 3, weekendCalendar)).toEqual([
      "2026-03-09",
      "2026-03-16",
      "2026-03-23",
    ]);
  });

  test("不论还剩几天，都由先到后、不早于今天、不晚于时限；够分时都是工作日", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 0, max: 200 }),
        fc.integer({ min: 1, max: maxMilestones }),
        (offset, length, count) => {
          const today = addDays(day("2026-01-01"), offset);
          const dueDate = addDays(today, length);
          const days = proposeMilestoneDays(today, dueDate, count, calendar);
          expect(days).toHaveLength(count);
          expect([...days].sort()).toEqual(days);
          for (const each of days) expect(each >= today && each <= dueDate).toBe(true);
          if (length > 40) for (const each of days) expect(isWorkday(each, calendar)).toBe(true);
        },
      ),
      { seed: 20261124, numRuns: 500 },
    );
  });
});
