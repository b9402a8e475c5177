import { describe, expect, test } from "vitest";
import { mayAssign, mayInstruct } from "./instruction.ts";
import type { UnitKind } from "./unit.ts";

const below = (kind: UnitKind, parentId: string, systemParentId: string | null = null) => ({
  id: "unit",
  kind,
  parentId,
  systemParentId,
});

describe("谁可以给谁交办事项", () => {
  test.each([
    ["县委可以交办给乡镇", "county", below("township", "county"), true],
    ["乡镇可以交办给本乡镇的村", "town", below("village", "town"), true],
    ["县委不得越过乡镇直接交办给村", "county", below("village", "town"), false],
    ["系统党委可以交办给系统内的学校", "education", below("school", "town", "education"), true],
    ["系统党委不得直接交办给村", "education", below("village", "town", "education"), false],
    ["同级之间不得交办", "town-a", below("township", "county"), false],
  ])("%s", (_name, issuer, receiver, allowed) => {
    expect(mayInstruct({ id: issuer }, receiver)).toBe(allowed);
    expect(mayAssign({ id: issuer }, receiver)).toBe(allowed);
  });

  test("单位可以给自己列工作计划，但不算交办", () => {
    expect(mayAssign({ id: "unit" }, below("township", "county"))).toBe(true);
    expect(mayInstruct({ id: "unit" }, below("township", "county"))).toBe(false);
  });
});
