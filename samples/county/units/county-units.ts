import { departments } from "../names/county-bodies.ts";
import type { UnitSeed } from "./unit-seed.ts";

export const countyName = "清源县";
export const countyKey = "xianwei";
export const organizationDepartmentKey = "zzb";

const committee: UnitSeed = {
  key: countyKey,
  parentKey: null,
  kind: "countyCommittee",
  sector: null,
  name: `${countyName}委`,
  fullName: `中国共产党${countyName}委员会`,
  ownMembers: 0,
};

const belowCounty = (seed: Omit<UnitSeed, "parentKey" | "ownMembers">): UnitSeed => ({
  ...seed,
  parentKey: countyKey,
  ownMembers: 0,
});

/** The organization department drafts for the county committee; the others speak for themselves. */
const departmentSeeds: readonly UnitSeed[] = departments.map(([key, name]) => ({
  ...belowCounty({
    key,
    kind: "department",
    sector: "organ",
    name,
    fullName: name.replace("县", `中共${countyName}`),
  }),
  ...(key === organizationDepartmentKey ? { draftsForKey: countyKey } : {}),
}));

const leadingGroup = belowCounty({
  key: "dangjian",
  kind: "leadingGroup",
  sector: null,
  name: "县委党建工作领导小组",
  fullName: `中共${countyName}委党的建设工作领导小组`,
  draftsForKey: countyKey,
});

export const organCommitteeKey = "jiguan";
export const newOrganizationCommitteeKey = "liangxin";
export const developmentZoneKey = "kaifaqu";
export const educationKey = "jiaoyu";
export const healthKey = "weijian";
export const stateAssetsKey = "guozi";

const workingCommittees: readonly UnitSeed[] = [
  belowCounty({
    key: organCommitteeKey,
    kind: "workingCommittee",
    sector: "organ",
    name: "县直机关工委",
    fullName: `中共${countyName}直属机关工作委员会`,
  }),
  belowCounty({
    key: newOrganizationCommitteeKey,
    kind: "workingCommittee",
    sector: "newOrganization",
    name: "县委两新工委",
    fullName: `中共${countyName}委新经济组织和新社会组织工作委员会`,
  }),
  belowCounty({
    key: developmentZoneKey,
    kind: "workingCommittee",
    sector: "newOrganization",
    name: "经济开发区党工委",
    fullName: `中共${countyName}经济开发区工作委员会`,
  }),
];

const systemCommittees: readonly UnitSeed[] = [
  belowCounty({
    key: educationKey,
    kind: "systemCommittee",
    sector: "school",
    name: "县教育系统党委",
    fullName: `中共${countyName}教育系统委员会`,
  }),
  belowCounty({
    key: healthKey,
    kind: "systemCommittee",
    sector: "hospital",
    name: "县卫健系统党委",
    fullName: `中共${countyName}卫生健康系统委员会`,
  }),
  belowCounty({
    key: stateAssetsKey,
    kind: "systemCommittee",
    sector: "stateEnterprise",
    name: "县国资系统党委",
    fullName: `中共${countyName}国有资产系统委员会`,
  }),
];

/** The small county has two departments only; the bodies that lead a system are all there. */
export const listCountySeeds = (departmentCount: number): UnitSeed[] => {
  const firstNeeded = departmentSeeds.filter(({ key }) => key === organizationDepartmentKey || key === "xcb");
  const rest = departmentSeeds.filter((seed) => !firstNeeded.includes(seed));
  const kept = new Set([...firstNeeded, ...rest].slice(0, departmentCount));
  return [
    committee,
    ...departmentSeeds.filter((seed) => kept.has(seed)),
    leadingGroup,
    ...workingCommittees,
    ...systemCommittees,
  ];
};
