import type { UnitKind } from "#rooms/organizations/core/index.ts";
import type { PostKind, ResponsibilityRole } from "./post.ts";

/** A post as a new unit begins with it. */
export interface FirstPost {
  readonly title: string;
  readonly kind: PostKind;
  readonly role: ResponsibilityRole | null;
}

const secretary: FirstPost = { title: "书记", kind: "secretary", role: "firstResponsible" };
const deputy: FirstPost = { title: "副书记", kind: "deputySecretary", role: "mainResponsible" };
const officer: FirstPost = { title: "组织委员", kind: "organizationOfficer", role: "specificResponsible" };
const clerk: FirstPost = { title: "组织干事", kind: "clerk", role: null };

/**
 * The posts without which nobody could be held to anything in a new unit, by rank; what else its staffing knows is
 * added to them. Source: domain.md §4 (secretary first, deputy main, organization officer specifically responsible).
 */
export function firstPostsOf(kind: UnitKind): readonly FirstPost[] {
  switch (kind) {
    case "department":
    case "leadingGroup":
      return [
        { title: "主要负责人", kind: "departmentHead", role: "firstResponsible" },
        { title: "副职负责人", kind: "departmentHead", role: "mainResponsible" },
        { title: "业务科室负责人", kind: "sectionOfficer", role: "specificResponsible" },
      ];
    case "countyCommittee":
    case "workingCommittee":
    case "systemCommittee":
    case "township":
    case "subdistrict":
      return [secretary, deputy, officer, clerk];
    case "village":
    case "community":
      return [secretary, deputy];
    default:
      return [secretary];
  }
}
