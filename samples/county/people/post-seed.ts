import type { PostKind, ResponsibilityRole } from "#rooms/people/core/index.ts";
import { departments } from "../names/county-bodies.ts";
import { countyKey, organizationDepartmentKey } from "../units/county-units.ts";
import type { SampleUnit } from "../units/unit-seed.ts";

/** A post of a unit; `suffix` ends its key and the login name of its holder. */
export interface PostSeed {
  readonly suffix: string;
  readonly title: string;
  readonly kind: PostKind;
  readonly role: ResponsibilityRole | null;
}

const post = (suffix: string, title: string, kind: PostKind, role: PostSeed["role"] = null): PostSeed => ({
  suffix,
  title,
  kind,
  role,
});

const countyPosts = [
  post("shuji", "县委书记", "secretary", "firstResponsible"),
  post("fushuji", "县委副书记", "deputySecretary", "mainResponsible"),
  post("changwei", "县委常委", "leadingMember", "dualDuty"),
  post("xitong", "系统管理员", "systemAdministrator"),
  post("anquan", "安全管理员", "securityAdministrator"),
  post("shenji", "审计管理员", "auditAdministrator"),
];

/** The head signs, his deputy stands in for him, the sections draft and check. */
const organizationDepartmentPosts = [
  post("buzhang", "部长", "departmentHead", "firstResponsible"),
  post("fubuzhang", "常务副部长", "departmentHead", "mainResponsible"),
  post("zuzhike", "组织科科长", "sectionOfficer", "specificResponsible"),
  post("zuzhike2", "组织科副科长", "sectionOfficer"),
  post("ganbuke", "干部科科长", "sectionOfficer", "dualDuty"),
  post("bangongshi", "办公室主任", "sectionOfficer", "dualDuty"),
  post("duchake", "督查科科长", "inspector"),
];

const leadingGroupPosts = [
  post("zuzhang", "组长", "secretary", "firstResponsible"),
  post("bangongshi", "办公室主任", "departmentHead", "specificResponsible"),
];

const committeePosts = [
  post("shuji", "书记", "secretary", "firstResponsible"),
  post("fushuji", "副书记", "deputySecretary", "mainResponsible"),
  post("zuzhi", "组织委员", "organizationOfficer", "specificResponsible"),
];

/** S0: secretary first, deputy main, organization officer specific; the rest of the team 一岗双责. */
const townshipPosts = (unit: SampleUnit): PostSeed[] => {
  const isUrban = unit.kind === "subdistrict";
  const body = isUrban ? "党工委" : "党委";
  const chief = isUrban ? "办事处主任" : `${unit.name.slice(-1)}长`;
  return [
    post("shuji", `${body}书记`, "secretary", "firstResponsible"),
    post("fushuji", `${body}副书记`, "deputySecretary", "mainResponsible"),
    post("zhengfu", `${body}副书记、${chief}`, "deputySecretary", "dualDuty"),
    post("zuzhi", "组织委员", "organizationOfficer", "specificResponsible"),
    post("ganshi", "组织干事", "clerk"),
    ...(isUrban ? [] : [post("zhidaoyuan", "党建指导员", "instructor")]),
  ];
};

const departmentPosts = (unit: SampleUnit): PostSeed[] => {
  const title = departments.find(([key]) => key === unit.key)?.[2] ?? "主要负责人";
  return [
    post("zhuyao", title, "departmentHead", "firstResponsible"),
    post("dangwu", "党务干部", "sectionOfficer", "specificResponsible"),
  ];
};

/** Villages to which the county has sent a first secretary. */
const stationedVillages = new Set(["liushu.dongyu", "shiqiao.xitai"]);

const villagePosts = (unit: SampleUnit): PostSeed[] => {
  const short = unit.kind === "village" ? "村" : "社区";
  return [
    post("shuji", `${short}党组织书记`, "secretary", "firstResponsible"),
    post("fushuji", `${short}党组织副书记`, "deputySecretary", "mainResponsible"),
    ...(stationedVillages.has(unit.key) ? [post("diyi", "驻村第一书记", "firstSecretary")] : []),
  ];
};

const branchSecretary = [post("shuji", "党支部书记", "secretary", "firstResponsible")];
const bodyPosts = [
  post("shuji", "党组织书记", "secretary", "firstResponsible"),
  post("dangwu", "党务干部", "clerk", "specificResponsible"),
];

/** The posts of a unit by rank. */
export function listPostSeeds(unit: SampleUnit): readonly PostSeed[] {
  if (unit.key === countyKey) return countyPosts;
  if (unit.key === organizationDepartmentKey) return organizationDepartmentPosts;
  switch (unit.kind) {
    case "leadingGroup":
      return leadingGroupPosts;
    case "department":
      return departmentPosts(unit);
    case "workingCommittee":
    case "systemCommittee":
      return committeePosts;
    case "township":
    case "subdistrict":
      return townshipPosts(unit);
    case "village":
    case "community":
      return villagePosts(unit);
    case "organ":
    case "stateEnterprise":
    case "school":
    case "hospital":
      return bodyPosts;
    default:
      return branchSecretary;
  }
}
