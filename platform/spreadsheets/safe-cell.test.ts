import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { makeSafeCell } from "./safe-cell.ts";

describe("导出表格的文字单元格", () => {
  test.each([
    ["=HYPERLINK(1)", "'=HYPERLINK(1)"],
    ["+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"],
    ["-2+3+cmd", "'-2+3+cmd"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\t=1", "'\t=1"],
    ["\r=1", "'\n=1"],
    ["＝1+1", "'＝1+1"],
    ["-", "-"],
    ["--", "--"],
    ["-3.5", "-3.5"],
    ["+12%", "+12%"],
    ["第一行\r\n第二行", "第一行\n第二行"],
    ["甲\u0000\u0007乙", "甲乙"],
    ["三会一课", "三会一课"],
  ])("%j 写成 %j", (text, written) => expect(makeSafeCell(text)).toBe(written));

  test("任何文字写出后都不以公式开头，也不超过 Excel 的长度", () => {
    const anyText = fc.oneof(
      fc.string({ unit: "binary", maxLength: 60 }),
      fc.constant("长".repeat(40_000)),
      fc.string().map((text) => `=${text}`),
    );
    fc.assert(
      fc.property(anyText, (text) => {
        const written = makeSafeCell(text);
        expect(written.length).toBeLessThanOrEqual(32_767);
        expect(/^[=@]/.test(written)).toBe(false);
      }),
      { seed: 20261120, numRuns: 500 },
    );
  });
});
