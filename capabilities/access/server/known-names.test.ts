import { describe, expect, test } from "vitest";
import { commonPasswords, knownNamesOf } from "./known-names.ts";

describe("随系统提供的常见密码", () => {
  const list = [...commonPasswords()];

  test("有几千个，全是小写", () => {
    expect(list.length).toBeGreaterThan(3000);
    expect(list.filter((each) => each !== each.toLowerCase() || each.trim() !== each)).toEqual([]);
  });

  test.each(["password", "qwertyuiop", "woaizhongguo", "zuzhibu", "dangjian", "zhangwei", "1qaz2wsx"])(
    "有 %s",
    (password) => expect(commonPasswords().has(password)).toBe(true),
  );
});

describe("别人会先猜的名字", () => {
  test.each<[string, string[]]>([
    ["柳树镇", ["柳树镇", "liushuzhen", "liushu"]],
    ["林晓晨", ["林晓晨", "linxiaochen"]],
    ["清源县委", ["清源县委", "qingyuanxianwei", "qingyuan"]],
  ])("%s", (name, known) => expect(knownNamesOf([name])).toEqual(known));
});
