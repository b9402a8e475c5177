import { describe, expect, test } from "vitest";
import { containing, searchTextOf } from "./search-text.ts";

describe("查找用的文字", () => {
  test.each([
    ["姓名全写", "韩振林", "韩振"],
    ["姓名首字母", "韩振林", "hzl"],
    ["姓名全拼", "韩振林", "hanzhenlin"],
    ["ü写作v", "吕梁乡", "lvliang"],
    ["字母不分大小写", "ABC行动", "abcxd"],
    ["标点照原样", "“三会一课”检查", "“s"],
  ])("%s找得到", (_name, title, typed) => {
    expect(searchTextOf(title)).toContain(typed);
  });

  test("通配符按原字查找", () => {
    expect(containing(" 100%_A\\ ")).toBe("%100\\%\\_a\\\\%");
  });
});
