import { expect, test } from "vitest";
import {
  fieldErrorsOf,
  isOutcomeUnknown,
  isProblem,
  isSessionProblem,
  networkProblem,
  strangeAnswer,
} from "./client-problem.ts";

const refusal = {
  ...networkProblem(),
  code: "invalid-request",
  errors: [{ field: "dueDate", message: "格式不对" }, { field: 1 }],
};

test("按字段取出填写错误，不成样子的不取", () => {
  expect(fieldErrorsOf(refusal)).toEqual({ dueDate: "格式不对" });
  expect(fieldErrorsOf(null)).toEqual({});
});

test("网络中断时不知是否办成，重试须用同一操作编号；被拒绝的则不然", () => {
  expect(isOutcomeUnknown(networkProblem())).toBe(true);
  expect(isOutcomeUnknown(strangeAnswer(502))).toBe(true);
  expect(isOutcomeUnknown(refusal)).toBe(false);
});

test.each([
  ["not-signed-in", true],
  ["session-ended", true],
  ["wrong-name-or-password", false],
])("%s 是否要重新登录：%s", (code, expected) => {
  expect(isSessionProblem({ ...networkProblem(), code })).toBe(expected);
});

test("不是我们写的应答不当作问题说明", () => {
  expect(isProblem({ error: "Bad Gateway" })).toBe(false);
  expect(isProblem(null)).toBe(false);
});
