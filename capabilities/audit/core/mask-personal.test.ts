import { describe, expect, test } from "vitest";
import { compareFields } from "./changed-fields.ts";
import { maskMiddle, maskPersonal } from "./mask-personal.ts";

describe("审计记录里的个人信息", () => {
  test.each<[string, unknown, unknown]>([
    ["手机号留前三后四", { phone: "13812345678" }, { phone: "138****5678" }],
    ["身份证号同样", { idNumber: "350121199001011234" }, { idNumber: "350***********1234" }],
    ["写在文字里的也遮", { note: "请联系13812345678核实" }, { note: "请联系138****5678核实" }],
    ["文字里的身份证号", "其身份证号35012119900101123X，已核", "其身份证号350***********123X，已核"],
    [
      "密码和令牌不记",
      { password: "abc", sessionToken: "x", nested: { secretKey: 1 } },
      {
        password: "（不予记录）",
        sessionToken: "（不予记录）",
        nested: { secretKey: "（不予记录）" },
      },
    ],
    [
      "编号和摘要原样",
      { id: "0199aa11-2233-7444-8555-138123456781" },
      { id: "0199aa11-2233-7444-8555-138123456781" },
    ],
    [
      "长数字不是手机号",
      { digest: "a13812345678b", serial: "1138123456789" },
      { digest: "a13812345678b", serial: "1138123456789" },
    ],
    ["普通字段原样", { status: "closed", count: 3, at: null }, { status: "closed", count: 3, at: null }],
  ])("%s", (_name, given, masked) => expect(maskPersonal(given)).toEqual(masked));

  test("过长的文字和名单截短并注明原长", () => {
    expect(String(maskPersonal("长".repeat(2500)))).toMatch(/^长{2000}…（共2500字）$/);
    const list = maskPersonal(Array.from({ length: 250 }, (_, index) => index)) as unknown[];
    expect(list).toHaveLength(201);
    expect(list.at(-1)).toBe("…（共250项）");
  });

  test.each([
    ["13812345678", "138****5678"],
    ["abcdefg", "a******"],
    ["甲", "甲"],
    ["", ""],
  ])("%j 遮作 %j", (text, masked) => expect(maskMiddle(text)).toBe(masked));
});

describe("前后对照", () => {
  test("两边的字段并排，没有的一边空着", () => {
    expect(compareFields({ status: "submitted", due: null }, { status: "closed", by: ["甲", "乙"] })).toEqual(
      [
        { field: "status", before: "submitted", after: "closed" },
        { field: "due", before: null, after: null },
        { field: "by", before: null, after: JSON.stringify(["甲", "乙"], null, 1) },
      ],
    );
  });
  test("只有一边、不是对象的也能看", () => {
    expect(compareFields(null, ["甲"])).toEqual([{ field: "", before: null, after: '[\n "甲"\n]' }]);
    expect(compareFields(null, null)).toEqual([]);
  });
});
