import { describe, expect, test } from "vitest";
import { writeListNumber } from "./number-formats.ts";

describe("自动编号的写法", () => {
  test.each([
    ["chineseCounting", [1, 2, 10, 11, 19, 20, 21, 99], "一 二 十 十一 十九 二十 二十一 九十九"],
    [
      "chineseCountingThousand",
      [10, 21, 100, 101, 110, 111, 1001, 1010],
      "十 二十一 一百 一百零一 一百一十 一百一十一 一千零一 一千零一十",
    ],
    ["chineseCountingThousand", [10_000, 10_005, 20_300], "一万 一万零五 二万零三百"],
    ["japaneseCounting", [1, 10, 11, 20, 100], "一 十 十一 二十 百"],
    ["ideographDigital", [1, 10, 21], "一 一〇 二一"],
    ["chineseLegalSimplified", [1, 12], "壹 壹拾贰"],
    ["ideographTraditional", [1, 10, 11], "甲 癸 甲"],
    ["decimal", [1, 12], "1 12"],
    ["decimalZero", [1, 12], "01 12"],
    ["decimalFullWidth", [12], "１２"],
    ["decimalEnclosedCircle", [1, 20, 21, 36, 51], "① ⑳ ㉑ ㊱ 51"],
    ["decimalEnclosedCircleChinese", [3], "③"],
    ["decimalEnclosedParen", [1, 21], "⑴ 21"],
    ["decimalEnclosedFullstop", [1], "⒈"],
    ["ideographEnclosedCircle", [1, 11], "㊀ 11"],
    ["upperRoman", [4, 9, 14], "IV IX XIV"],
    ["lowerLetter", [1, 26, 27], "a z aa"],
    ["未知的格式", [7], "7"],
  ])("%s", (format, values, written) => {
    expect(values.map((value) => writeListNumber(value, format)).join(" ")).toBe(written);
  });
});
