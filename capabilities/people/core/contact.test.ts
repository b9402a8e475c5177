import { describe, expect, test } from "vitest";
import { findProblemOfContact, maskContact, tidyContact } from "./contact.ts";

describe("身份证号与手机号", () => {
  test.each([
    ["GB 11643 的例子", "11010519491231002X", null],
    ["GB 11643 的例子（男）", "440524188001010014", "id-number-invalid"],
    ["校验码错", "110105194912310021", "id-number-invalid"],
    ["校验码应为X而写成0", "110105194912310020", "id-number-invalid"],
    ["改了一位", "11010519491231012X", "id-number-invalid"],
    ["两位对调", "11010591491231002X", "id-number-invalid"],
    ["没有这一天", "110105194902300023", "id-number-invalid"],
    ["十五位旧号", "110105491231002", "id-number-invalid"],
    ["第一位是0", "01010519491231002X", "id-number-invalid"],
    ["X不在末位", "1101051949123100X2", "id-number-invalid"],
    ["空的", "", "id-number-invalid"],
  ])("身份证号：%s", (_name, text, problem) => expect(findProblemOfContact("idNumber", text)).toBe(problem));

  test.each([
    ["13800001234", null],
    ["19900001234", null],
    ["12800001234", "phone-invalid"],
    ["1380000123", "phone-invalid"],
    ["138000012345", "phone-invalid"],
    ["+8613800001234", "phone-invalid"],
    ["059112345678", "phone-invalid"],
  ])("手机号：%s", (text, problem) => expect(findProblemOfContact("phone", text)).toBe(problem));

  test.each([
    [" 110105 19491231 002x ", "11010519491231002X"],
    ["１３８００００１２３４", "13800001234"],
    ["138 0000 1234", "13800001234"],
  ])("%j 整理成 %s", (typed, tidy) => expect(tidyContact(typed)).toBe(tidy));

  test("遮蔽：认得出，用不了", () => {
    expect(maskContact("phone", "13800001234")).toBe("138****1234");
    expect(maskContact("idNumber", "11010519491231002X")).toBe("110105********002X");
  });
});
