import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainDate } from "#platform/kernel/plain-date.ts";
import { weekendCalendar } from "#platform/kernel/work-calendar.ts";
import {
  type CheckSetting,
  checkThreeClear,
  describeFindings,
  type ItemToCheck,
  type LeadToCheck,
} from "./three-clear.ts";

const setting: CheckSetting = {
  today: plainDate("2026-11-20"),
  calendar: { ...weekendCalendar, knownThroughYear: 2026 },
  parentDueDate: null,
};
const held: LeadToCheck = { unitName: "柳树镇", mayInstruct: true, post: "held" };
const clear: ItemToCheck = {
  itemId: "1",
  ordinal: 1,
  content: "每村至少储备3名后备干部",
  dueDate: plainDate("2026-12-31"),
  hasRole: true,
  leads: [held],
};

const wordsOf = (item: Partial<ItemToCheck>, change: Partial<CheckSetting> = {}) => {
  const { refusals, warnings } = checkThreeClear([{ ...clear, ...item }], { ...setting, ...change });
  return { refused: refusals.map(({ words }) => words), warned: warnings.map(({ words }) => words) };
};

describe("三明确", () => {
  test("任务、承办人、时限都明确，不拦也不提醒", () => {
    expect(wordsOf({})).toEqual({ refused: [], warned: [] });
  });

  test.each<[string, Partial<ItemToCheck>, string]>([
    ["没有任务", { content: " \n" }, "缺任务内容"],
    ["没有责任单位", { leads: [] }, "缺责任单位"],
    ["没有责任角色", { hasRole: false }, "缺责任角色（由谁承办）"],
    ["没有时限", { dueDate: null }, "缺时限"],
    ["时限已过", { dueDate: plainDate("2026-11-19") }, "时限2026年11月19日已过"],
    [
      "不能直接交办",
      { leads: [held, { unitName: "东峪村", mayInstruct: false, post: "held" }] },
      "签发单位不能直接交办给东峪村",
    ],
    ["岗位空缺", { leads: [{ ...held, post: "vacant" }] }, "柳树镇的责任岗位空缺或任职已结束"],
    ["没有这种岗位", { leads: [{ ...held, post: "missing" }] }, "柳树镇没有承担该责任角色的岗位"],
  ])("%s，不予送签", (_name, item, words) => {
    expect(wordsOf(item)).toEqual({ refused: [words], warned: [] });
  });

  test.each<[string, Partial<ItemToCheck>, Partial<CheckSetting>, string[]]>([
    ["时限就是今天", { dueDate: plainDate("2026-11-20") }, {}, ["时限就是今天"]],
    [
      "时限落在休息日",
      { dueDate: plainDate("2026-11-22") },
      {},
      ["时限2026年11月22日不是工作日，顺延到下一个工作日"],
    ],
    [
      "放假安排还没有录入的年份，按周末推算并说明",
      { dueDate: plainDate("2027-01-02") },
      {},
      ["时限2027年1月2日不是工作日（当年放假安排尚未录入，按周末推算），顺延到下一个工作日"],
    ],
    [
      "晚于上级事项的时限",
      {},
      { parentDueDate: plainDate("2026-12-15") },
      ["时限2026年12月31日晚于上级事项的时限2026年12月15日"],
    ],
  ])("%s，只提醒不拦", (_name, item, change, warned) => {
    expect(wordsOf(item, change)).toEqual({ refused: [], warned });
  });

  test("答复写明每一项缺什么，多了只列前十二项", () => {
    const items = Array.from({ length: 15 }, (_each, index) => ({
      ...clear,
      itemId: String(index),
      ordinal: index + 1,
      dueDate: null,
      leads: [],
    }));
    const text = describeFindings(checkThreeClear(items, setting).refusals);
    expect(text).toMatch(/^第1项缺责任单位、缺时限；第2项/);
    expect(text).toMatch(/；另有3项。$/);
  });

  test("补齐一项只会减少问题；判断不因条目先后而变", () => {
    const anyItem = fc.record({
      itemId: fc.uuid(),
      ordinal: fc.integer({ min: 1, max: 99 }),
      content: fc.constantFrom("", "抓好落实"),
      dueDate: fc.constantFrom(
        null,
        plainDate("2026-11-19"),
        plainDate("2026-11-20"),
        plainDate("2026-12-31"),
      ),
      hasRole: fc.boolean(),
      leads: fc.array(
        fc.record({
          unitName: fc.constantFrom("甲镇", "乙镇"),
          mayInstruct: fc.boolean(),
          post: fc.constantFrom("held" as const, "vacant" as const, "missing" as const),
        }),
        { maxLength: 3 },
      ),
    });
    fc.assert(
      fc.property(fc.array(anyItem, { maxLength: 8 }), (items) => {
        const whole = checkThreeClear(items, setting).refusals.length;
        const turned = checkThreeClear(items.toReversed(), setting).refusals.length;
        const fixed = items.map((item, index) =>
          index === 0 ? { ...clear, itemId: item.itemId, ordinal: item.ordinal } : item,
        );
        expect(turned).toBe(whole);
        expect(checkThreeClear(fixed, setting).refusals.length).toBeLessThanOrEqual(whole);
      }),
      { seed: 20261121 },
    );
  });
});
