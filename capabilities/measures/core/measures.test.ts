import { describe, expect, test } from "vitest";
import type { Measure } from "#platform/kernel/measure.ts";
import { assembleCatalogue, writeValue } from "./index.ts";

const punctuality: Measure = {
  code: "onTimeClosure",
  name: "按期办结率",
  kind: "percent",
  unitName: "%",
  numerator: "按期办结的",
  denominator: "到期的",
  rule: "以报请日为准",
  source: "docs/sources/assessment.md",
  better: "higher",
  use: "scored",
};
const lateness: Measure = { ...punctuality, code: "late", kind: "average", unitName: "个工作日" };

describe("指标口径", () => {
  test("同一代码出现两次，拒绝装配", () =>
    expect(() => assembleCatalogue([punctuality, punctuality])).toThrow("onTimeClosure"));

  test("按代码取用", () =>
    expect(assembleCatalogue([punctuality, lateness]).get("late")?.unitName).toBe("个工作日"));

  test.each([
    [punctuality, 6, 7, "85.7%"],
    [punctuality, 7, 7, "100.0%"],
    [lateness, 3, 2, "1.5个工作日"],
    [lateness, 0, 9, "0.0个工作日"],
    [punctuality, 0, 0, "无数据"],
  ])("%#", (measure, numerator, denominator, expected) =>
    expect(writeValue(measure, { numerator, denominator })).toBe(expected),
  );
});
