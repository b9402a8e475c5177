import { describe, expect, test } from "vitest";
import { type Action, isWithin, type PostPlace, scopeOf } from "./policy.ts";

const county = { id: "county", path: "1", systemPath: null };
const department = { id: "department", path: "1.1", systemPath: null };
const town = { id: "town", path: "1.2", systemPath: null };
const village = { id: "village", path: "1.2.1", systemPath: null };
const otherTown = { id: "other-town", path: "1.20", systemPath: null };
const education = { id: "education", path: "1.3", systemPath: "1.3" };
const school = { id: "school", path: "1.2.9", systemPath: "1.3.4" };

const officer: PostPlace = { postKind: "sectionOfficer", unit: department, committee: county };
const head: PostPlace = { postKind: "departmentHead", unit: department, committee: county };
const townSecretary: PostPlace = { postKind: "secretary", unit: town, committee: null };
const townOfficer: PostPlace = { postKind: "organizationOfficer", unit: town, committee: null };
const townClerk: PostPlace = { postKind: "clerk", unit: town, committee: null };
const villageSecretary: PostPlace = { postKind: "secretary", unit: village, committee: null };
const administrator = (kind: "system" | "security" | "audit"): PostPlace => ({
  postKind: `${kind}Administrator`,
  unit: county,
  committee: null,
});
const educationSecretary: PostPlace = { postKind: "secretary", unit: education, committee: null };

describe("什么岗位在什么范围内可以办什么事", () => {
  test.each<[string, PostPlace, Action, { id: string; path: string; systemPath: string | null }, boolean]>([
    ["组织部科室干部看得到全县的事项", officer, "task.read", village, true],
    ["组织部科室干部可以代县委验收", officer, "task.judge", county, true],
    ["组织部科室干部不得签发清单", officer, "list.issue", county, false],
    ["组织部部长可以代县委签发清单", head, "list.issue", county, true],
    ["乡镇书记看得到本乡镇的村", townSecretary, "task.read", village, true],
    ["乡镇书记看不到别的乡镇（路径1.2与1.20不混）", townSecretary, "task.read", otherTown, false],
    ["乡镇书记看不到县委自己的事项", townSecretary, "task.read", county, false],
    ["乡镇书记可以签发本乡镇的清单", townSecretary, "list.issue", town, true],
    ["乡镇书记不得替村办理事项", townSecretary, "task.do", village, false],
    ["组织干事可以起草不得验收", townClerk, "task.judge", town, false],
    ["村书记只办本村事项", villageSecretary, "task.do", village, true],
    ["组织部科室干部管全县任职人员的联系方式", officer, "contact.keep", village, true],
    ["乡镇组织委员管本乡镇和村的联系方式", townOfficer, "contact.keep", village, true],
    ["乡镇组织委员不管别的乡镇的联系方式", townOfficer, "contact.keep", otherTown, false],
    ["不代县委起草的部门不管联系方式", { ...head, committee: null }, "contact.keep", department, false],
    ["乡镇书记不管联系方式", townSecretary, "contact.keep", town, false],
    ["系统管理员不管联系方式", administrator("system"), "contact.keep", county, false],
    ["系统党委看得到设在乡镇的学校", educationSecretary, "task.read", school, true],
    ["系统党委看不到乡镇", educationSecretary, "task.read", town, false],
    ["审计管理员看得到全县的审计记录", administrator("audit"), "audit.read", village, true],
    ["审计管理员看不到业务", administrator("audit"), "task.read", village, false],
    ["系统管理员看不到业务", administrator("system"), "task.read", county, false],
    ["系统管理员看不到审计记录", administrator("system"), "audit.read", county, false],
    ["安全管理员看不到业务", administrator("security"), "unit.read", county, false],
    ["部长看不到审计记录", head, "audit.read", county, false],
  ])("%s", (_name, post, action, unit, allowed) => {
    expect(isWithin(scopeOf(post, action), unit)).toBe(allowed);
  });
});
