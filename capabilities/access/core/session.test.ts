import { describe, expect, test } from "vitest";
import {
  isPendingTooLong,
  isSessionAlive,
  pendingStepOf,
  type SignInFacts,
  type SignInStep,
} from "./session.ts";

const at = (time: string): Date => new Date(`2026-11-20T${time}:00Z`);

describe("登录后还差哪一步", () => {
  const plain: SignInFacts = {
    hasFactor: false,
    hasPassedFactor: false,
    mustChangePassword: false,
    mustHaveFactor: false,
  };
  test.each<[string, Partial<SignInFacts>, SignInStep | null]>([
    ["不要求第二重验证的人，密码正确即可", {}, null],
    ["初次使用先改密码", { mustChangePassword: true }, "passwordChange"],
    ["要求而没有第二重验证的，先设置", { mustHaveFactor: true }, "factorSetup"],
    ["设置了第二重验证就要验", { hasFactor: true }, "factorCheck"],
    ["没有要求、自己设置的也要验", { hasFactor: true, mustHaveFactor: false }, "factorCheck"],
    ["验过了就进入", { hasFactor: true, hasPassedFactor: true, mustHaveFactor: true }, null],
    ["先验身份再改密码", { hasFactor: true, mustChangePassword: true }, "factorCheck"],
    [
      "验过之后改密码",
      { hasFactor: true, hasPassedFactor: true, mustChangePassword: true },
      "passwordChange",
    ],
    ["改密码之后才设置第二重验证", { mustChangePassword: true, mustHaveFactor: true }, "passwordChange"],
    [
      "验过的第二重验证被撤掉、又是必须有的，重新设置",
      { hasPassedFactor: true, mustHaveFactor: true },
      "factorSetup",
    ],
  ])("%s", (_name, facts, step) => expect(pendingStepOf({ ...plain, ...facts })).toBe(step));
});

describe("登录何时失效", () => {
  test.each<[string, Date, Date, Date | null, boolean]>([
    ["刚用过", at("08:00"), at("09:59"), null, true],
    ["两小时不用", at("08:00"), at("08:00"), null, false],
    ["一直在用，满十二小时", new Date("2026-11-19T22:00:00Z"), at("09:59"), null, false],
    ["已经结束", at("08:00"), at("09:59"), at("09:00"), false],
  ])("%s", (_name, createdAt, usedAt, endedAt, alive) =>
    expect(isSessionAlive({ createdAt, usedAt, endedAt }, at("10:00"))).toBe(alive),
  );

  test.each<[string, SignInStep | null, Date, boolean]>([
    ["只输了密码的，半小时后重来", "factorCheck", at("09:30"), true],
    ["半小时之内可以接着验", "factorCheck", at("09:31"), false],
    ["已经验过身份的不受此限", "factorSetup", at("08:00"), false],
    ["登录完成的不受此限", null, at("08:00"), false],
  ])("%s", (_name, step, createdAt, tooLong) =>
    expect(isPendingTooLong(createdAt, step, at("10:00"))).toBe(tooLong),
  );
});
