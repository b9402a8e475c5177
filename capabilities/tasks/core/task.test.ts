import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, type PlainDate, plainDate } from "#platform/kernel/plain-date.ts";
import { type WorkCalendar, weekendCalendar } from "#platform/kernel/work-calendar.ts";
import {
  dueSoonThrough,
  isOverdue,
  lampOf,
  lastDayOnTime,
  overdueThrough,
  workdaysLate,
} from "./deadline.ts";
import { type ActionCircumstances, type ActionRequest, decideAction } from "./decide-action.ts";
import { foldTask } from "./fold-task.ts";
import { actionSide, findNextStatus, nextStatus } from "./next-status.ts";
import type { LoggedAction, TaskAction, TaskState, TaskStatus } from "./task.ts";

const day = plainDate;
const assign: LoggedAction = {
  sequence: 1,
  action: "assign",
  enteredOn: day("2026-03-02"),
  happenedOn: null,
  dueDate: day("2026-03-31"),
};
const fresh = foldTask([assign]);

const step = (
  state: TaskState,
  action: TaskAction,
  facts: Partial<ActionRequest & ActionCircumstances> = {},
) => {
  const request: ActionRequest = {
    action,
    note: facts.note === undefined ? "理由" : facts.note,
    happenedOn: facts.happenedOn ?? null,
    dueDate: facts.dueDate ?? null,
    personId: facts.personId ?? "owner",
    ...(facts.milestones && { milestones: facts.milestones }),
    ...(facts.milestone !== undefined && { milestone: facts.milestone }),
  };
  return decideAction(state, request, {
    today: facts.today ?? day("2026-03-20"),
    submittedById: facts.submittedById === undefined ? "owner" : facts.submittedById,
    isOwnUnitsWork: facts.isOwnUnitsWork ?? false,
    evidenceCount: facts.evidenceCount ?? 1,
    openBelowCount: facts.openBelowCount ?? 0,
  });
};

const after = (actions: readonly TaskAction[]): TaskState =>
  actions.reduce((state, action) => {
    const next = step(state, action, { personId: actionSide[action], dueDate: day("2026-12-31") });
    if (!next.ok) throw new Error(`${action}: ${next.problem.code}`);
    return next.value.state;
  }, fresh);

describe("事项的办理过程", () => {
  test.each<[string, readonly TaskAction[], TaskStatus]>([
    ["交办后待签收", [], "assigned"],
    ["签收后办理中", ["acknowledge"], "inProgress"],
    ["报请后待验收", ["acknowledge", "submit"], "submitted"],
    ["验收通过即办结", ["acknowledge", "submit", "accept"], "closed"],
    ["退回后可再次报请", ["acknowledge", "submit", "return", "submit"], "submitted"],
    ["撤回报请回到办理中", ["acknowledge", "submit", "withdraw"], "inProgress"],
    ["办结后发现没有解决可以重新办理", ["acknowledge", "submit", "accept", "reopen"], "inProgress"],
    ["延期不改变状态", ["acknowledge", "requestExtension", "extend"], "inProgress"],
    ["取消后不再办理", ["acknowledge", "cancel"], "cancelled"],
  ])("%s", (_name, actions, status) => expect(after(actions).status).toBe(status));

  test.each<
    [string, readonly TaskAction[], TaskAction, Partial<ActionRequest & ActionCircumstances>, string]
  >([
    ["未签收不得报请验收", [], "submit", {}, "action-not-allowed"],
    ["没有佐证不得报请验收", ["acknowledge"], "submit", { evidenceCount: 0 }, "evidence-missing"],
    ["下级事项未办结不得报请验收", ["acknowledge"], "submit", { openBelowCount: 2 }, "tasks-below-open"],
    ["完成日期不得晚于今天", ["acknowledge"], "submit", { happenedOn: day("2026-03-21") }, "date-in-future"],
    [
      "完成日期不得早于交办",
      ["acknowledge"],
      "submit",
      { happenedOn: day("2026-03-01") },
      "happened-before-assigned",
    ],
    ["退回必须写明理由", ["acknowledge", "submit"], "return", { note: "  " }, "reason-missing"],
    ["取消必须写明理由", [], "cancel", { note: null }, "reason-missing"],
    [
      "本人报请不得本人验收",
      ["acknowledge", "submit"],
      "accept",
      { personId: "owner" },
      "own-work-not-accepted",
    ],
    ["办结后不得再次报请", ["acknowledge", "submit", "accept"], "submit", {}, "action-not-allowed"],
    ["取消后不得重新办理", ["cancel"], "reopen", {}, "action-not-allowed"],
    ["延期申请须写明新时限", ["acknowledge"], "requestExtension", {}, "deadline-missing"],
    [
      "新时限须晚于原时限",
      ["acknowledge"],
      "requestExtension",
      { dueDate: day("2026-03-30") },
      "deadline-not-later",
    ],
    [
      "本单位的人不能同意本单位延期",
      ["acknowledge"],
      "extend",
      { isOwnUnitsWork: true },
      "own-unit-not-judged",
    ],
    ["本单位的人不能取消本单位的事项", [], "cancel", { isOwnUnitsWork: true }, "own-unit-not-judged"],
    [
      "验收时下级事项又开着的，不能验收",
      ["acknowledge", "submit"],
      "accept",
      { personId: "issuer", openBelowCount: 1 },
      "tasks-below-open",
    ],
    ["没有申请不能答复不同意", ["acknowledge"], "refuseExtension", {}, "no-extension-requested"],
  ])("%s", (_name, actions, action, facts, code) => {
    expect(step(after(actions), action, facts)).toMatchObject({ ok: false, problem: { code } });
  });

  test("退回和重新办理各自计数", () => {
    const state = after([
      "acknowledge",
      "submit",
      "return",
      "submit",
      "accept",
      "reopen",
      "submit",
      "return",
    ]);
    expect(state).toMatchObject({ returnCount: 2, reopenCount: 1, submittedOn: null });
  });

  test("同意延期而不另写时限，即按申请的时限", () => {
    const asked = after(["acknowledge", "requestExtension"]);
    const granted = step(asked, "extend");
    expect(granted).toMatchObject({
      ok: true,
      value: { state: { dueDate: "2026-12-31", extensionRequestedTo: null } },
    });
  });

  test("任意一串被允许的办理，逐条重算与当场所得一致，且状态都在状态表内", () => {
    const actions = Object.keys(actionSide) as TaskAction[];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...actions), { maxLength: 40 }), (wanted) => {
        let state = fresh;
        const log: LoggedAction[] = [assign];
        for (const action of wanted) {
          const dueDate = addDays(state.dueDate, 10);
          const milestones = [{ title: "节点", dueDate: state.dueDate }];
          const milestone = state.milestones.findIndex(({ reachedOn }) => reachedOn === null);
          const facts = { personId: actionSide[action], dueDate, milestones, milestone };
          const decided = step(state, action, facts);
          if (findNextStatus(state.status, action) === null) expect(decided.ok).toBe(false);
          if (!decided.ok) continue;
          state = decided.value.state;
          log.push(decided.value.logged);
          expect(Object.keys(nextStatus)).toContain(state.status);
        }
        expect(foldTask(log)).toEqual(state);
      }),
      { seed: 20261121, numRuns: 300 },
    );
  });
});

describe("超期由工作日历推出", () => {
  // 2026-10-01 to 10-07 off, 10-10 (Saturday) a make-up workday.
  const calendar: WorkCalendar = {
    knownThroughYear: 2026,
    workdayOverrides: new Map([
      ...Array.from({ length: 7 }, (_, index): [PlainDate, boolean] => [
        addDays(day("2026-10-01"), index),
        false,
      ]),
      [day("2026-10-10"), true],
    ]),
  };
  const inProgress = (dueDate: string) => ({
    status: "inProgress" as const,
    dueDate: day(dueDate),
    submittedOn: null,
  });

  test.each([
    ["期限当天不算超期", "2026-09-30", "2026-09-30", false],
    ["期限次日算超期", "2026-09-29", "2026-09-30", true],
    ["期限在国庆假期内，顺延到节后首个工作日", "2026-10-02", "2026-10-08", false],
    ["节后首个工作日过了才算超期", "2026-10-02", "2026-10-09", true],
    ["期限在调休上班的周六，当天有效", "2026-10-10", "2026-10-11", true],
  ])("%s", (_name, dueDate, today, overdue) => {
    expect(isOverdue(inProgress(dueDate), day(today), calendar)).toBe(overdue);
  });

  test("待验收、已办结、已取消的都不再算超期", () => {
    for (const status of ["submitted", "closed", "cancelled"] as const) {
      const state = { status, dueDate: day("2026-01-05"), submittedOn: day("2026-02-02") };
      expect(isOverdue(state, day("2026-10-09"), calendar)).toBe(false);
    }
  });

  test("迟交按工作日计，节假日不计", () => {
    const late = { status: "closed" as const, dueDate: day("2026-09-30"), submittedOn: day("2026-10-09") };
    expect(workdaysLate(late, day("2026-12-31"), calendar)).toBe(2);
  });

  test("台账查询用的截止日与逐条判断一致", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 400 }), (due, now) => {
        const dueDate = addDays(day("2026-01-01"), due);
        const today = addDays(day("2026-01-01"), now);
        for (const each of [calendar, weekendCalendar]) {
          const state = { status: "inProgress" as const, dueDate, submittedOn: null };
          expect(dueDate <= overdueThrough(today, each)).toBe(isOverdue(state, today, each));
        }
      }),
      { seed: 20261121, numRuns: 500 },
    );
  });

  test("七日内到期：台账查询用的日子与黄灯一致，与逾期不重", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 400 }), (ahead, now) => {
        const today = addDays(day("2026-01-01"), now);
        const dueDate = addDays(today, ahead - 20);
        for (const each of [calendar, weekendCalendar]) {
          const state = { status: "inProgress" as const, dueDate, submittedOn: null, nextMilestoneOn: null };
          const isDueSoon = dueDate > overdueThrough(today, each) && dueDate <= dueSoonThrough(today, each);
          expect(isDueSoon).toBe(lampOf(state, today, each) === "amber");
        }
      }),
      { seed: 20261124, numRuns: 500 },
    );
  });

  test.each<[string, TaskStatus, string, string]>([
    ["逾期亮红灯", "inProgress", "2026-09-01", "red"],
    ["七日内到期亮黄灯", "inProgress", "2026-09-25", "amber"],
    ["未签收且未到期为灰", "assigned", "2026-12-01", "grey"],
    ["待验收为蓝", "submitted", "2026-09-01", "blue"],
    ["正常办理为绿", "inProgress", "2026-12-01", "green"],
  ])("%s", (_name, status, dueDate, color) => {
    const state = {
      status,
      dueDate: day(dueDate),
      submittedOn: status === "submitted" ? day("2026-09-01") : null,
      nextMilestoneOn: null,
    };
    expect(lampOf(state, day("2026-09-21"), calendar)).toBe(color);
  });

  test("期限本身是工作日则不顺延", () => {
    expect(lastDayOnTime(day("2026-09-30"), calendar)).toBe("2026-09-30");
  });
});
