/** 责任角色: which part of the responsibility a post carries. Source: domain.md §0 (seed 000), features.md row 4. */
export const responsibilityRoleNames = {
  firstResponsible: "第一责任人",
  directResponsible: "直接责任人",
  mainResponsible: "主要责任人",
  specificResponsible: "具体责任人",
  dualDuty: "一岗双责",
} as const;

export type ResponsibilityRole = keyof typeof responsibilityRoleNames;

/** 岗位种类: what a post is, and with that what its holder may do (access/core/policy.ts). */
const postKindNames = {
  secretary: "书记",
  deputySecretary: "副书记",
  organizationOfficer: "组织委员",
  departmentHead: "部门主要负责人",
  sectionOfficer: "科室干部",
  clerk: "组织干事",
  leadingMember: "班子成员",
  firstSecretary: "第一书记",
  instructor: "党建指导员",
  inspector: "督查员",
  observer: "出席指导",
  rater: "测评人",
  systemAdministrator: "系统管理员",
  securityAdministrator: "安全管理员",
  auditAdministrator: "审计管理员",
} as const;

export type PostKind = keyof typeof postKindNames;

/** 三员: they run the system and have no part in its business. */
export const administratorKinds = [
  "systemAdministrator",
  "securityAdministrator",
  "auditAdministrator",
] as const satisfies readonly PostKind[];

export type AdministratorKind = (typeof administratorKinds)[number];

export const isAdministrator = (kind: PostKind): kind is AdministratorKind =>
  administratorKinds.some((each) => each === kind);

/** A post with whoever holds it today; no holder means the post is vacant. */
export interface HeldPost {
  readonly postId: string;
  readonly unitId: string;
  readonly title: string;
  readonly kind: PostKind;
  readonly role: ResponsibilityRole | null;
  readonly ordinal: number;
  readonly holdingId: string | null;
  readonly personId: string | null;
  readonly personName: string | null;
  /** 代理: who fills it today does so for a stated time. */
  readonly isDeputising: boolean;
}

/**
 * Who answers for an item in a unit: the holder of the post that carries the role, the first by rank when
 * several do. Null when the unit has no such post or it stands vacant: an item cannot be issued to nobody.
 */
export function findResponsible(posts: readonly HeldPost[], role: ResponsibilityRole): HeldPost | null {
  const holders = posts.filter((post) => post.role === role && post.holdingId !== null);
  return holders.reduce<HeldPost | null>(
    (first, post) => (first === null || post.ordinal < first.ordinal ? post : first),
    null,
  );
}
