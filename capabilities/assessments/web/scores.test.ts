import { describe, expect, test } from "vitest";
import { plainDate } from "#platform/kernel/plain-date.ts";
import { listPeriodChoices, periodOf } from "./scores.ts";

const today = plainDate("2026-11-20");

describe("考核期", () => {
  test.each([
    ["当年：到今天为止，由服务器定", {}, 2026, {}],
    ["选了往年：全年", {}, 2025, { from: "2025-01-01", cutoff: "2025-12-31" }],
    ["地址里写明的优先", { cutoff: "2026-06-30" }, 2025, { cutoff: "2026-06-30" }],
  ])("%s", (_name, filters, year, expected) => {
    expect(periodOf(filters, year, today)).toEqual(expected);
  });

  test.each([
    [2026, "本年以来 2026年第三季度 2026年第二季度 2026年第一季度 2025年第四季度"],
    [2025, "2025年全年 2025年第四季度 2025年第三季度 2025年第二季度 2025年第一季度"],
  ])("%d年可选的考核期", (year, labels) => {
    expect(
      listPeriodChoices(today, year)
        .map(({ label }) => label)
        .join(" "),
    ).toBe(labels);
  });

  test("年初可选上年各季度", () => {
    expect(listPeriodChoices(plainDate("2026-02-01"))[1]).toEqual({
      label: "2025年第四季度",
      from: "2025-10-01",
      cutoff: "2025-12-31",
    });
  });
});
