import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { breakTitle } from "./title-lines.ts";

describe("标题回行", () => {
  test.each([
    ["二十字以内不回行", "关于第三季度基层党建工作情况的通报", ["关于第三季度基层党建工作情况的通报"]],
    [
      "已分好的照排",
      ["中共清源县委组织部", "关于第三季度的通报"],
      ["中共清源县委组织部", "关于第三季度的通报"],
    ],
    [
      "发文机关一行、事由一行",
      "中共清源县委组织部关于2026年第三季度情况的通报",
      ["中共清源县委组织部", "关于2026年第三季度情况的通报"],
    ],
  ])("%s", (_name, title, lines) => expect(breakTitle(title)).toEqual(lines));

  test("不拆词、不拆书名号，行首没有“的”和标点", () => {
    const lines = breakTitle("关于印发《清源县2026年基层党建工作要点》和《基层党建工作责任清单》的通知");
    expect(lines.length).toBe(2);
    for (const line of lines) {
      expect(line).not.toMatch(/^[的》、，]|《$/);
      expect([...line].length).toBeLessThanOrEqual(20);
    }
  });

  test("任何标题：不丢字，每行不超过二十字", () => {
    const anyTitle = fc
      .array(fc.constantFrom(..."关于印发县委组织部基层党建《》的通知2026年、"), {
        minLength: 1,
        maxLength: 90,
      })
      .map((characters) => characters.join(""));
    fc.assert(
      fc.property(anyTitle, (title) => {
        const lines = breakTitle(title);
        expect(lines.join("")).toBe(title);
        for (const line of lines) expect([...line].length).toBeLessThanOrEqual(20);
      }),
      { seed: 20261120, numRuns: 200 },
    );
  });
});
