/** The kinds of unit that the tree knows, and how officials call them. */
export const unitKindNames = {
  countyCommittee: "县委",
  department: "县委部门",
  leadingGroup: "领导小组",
  workingCommittee: "党工委",
  systemCommittee: "系统党委",
  township: "乡镇党委",
  subdistrict: "街道党工委",
  village: "村党组织",
  community: "社区党组织",
  partyCommittee: "基层党委",
  generalBranch: "党总支",
  partyBranch: "党支部",
  organ: "机关",
  school: "学校党组织",
  hospital: "医院党组织",
  stateEnterprise: "国有企业党组织",
  enterprise: "非公企业党组织",
  socialOrganization: "社会组织党组织",
} as const;

export type UnitKind = keyof typeof unitKindNames;

/** 七领域: the field in which a unit works. */
export const sectorNames = {
  rural: "农村",
  urban: "城市",
  organ: "机关",
  stateEnterprise: "国企",
  school: "学校",
  hospital: "医院",
  newOrganization: "两新",
} as const;

export type Sector = keyof typeof sectorNames;

/** What a rule about the tree must know of a unit. */
export interface Unit {
  readonly id: string;
  readonly name: string;
  readonly kind: UnitKind;
  readonly parentId: string | null;
  readonly systemParentId: string | null;
}
