import type { PostKind } from "#rooms/people/core/index.ts";

/**
 * What a post may do, and how far it reaches from the unit of the post:
 * own: exactly this unit · below: this unit and all below it · committee: exactly the committee in whose name
 * the unit drafts · committeeBelow: that committee and all below it.
 */
export type Reach = "own" | "below" | "committee" | "committeeBelow";

export type Action =
  | "unit.read"
  | "contact.keep"
  | "task.read"
  | "task.do"
  | "task.judge"
  | "directive.read"
  | "directive.edit"
  | "list.read"
  | "list.draft"
  | "list.issue"
  | "list.comment"
  | "evidence.add"
  | "standing.read"
  | "assessment.freeze"
  | "bulletin.read"
  | "bulletin.draft"
  | "bulletin.check"
  | "bulletin.sign"
  | "audit.read"
  | "account.read"
  | "unit.establish"
  | "account.open"
  | "account.suspend"
  | "account.resume"
  | "right.grant"
  | "request.read";

type Grants = Partial<Record<Action, readonly Reach[]>>;

const reading: Grants = {
  "unit.read": ["below", "committeeBelow"],
  // own: besides what stands below, what the unit itself drafted or assists, wherever it is done.
  "task.read": ["own", "below", "committeeBelow"],
  "directive.read": ["below", "committee"],
  "list.read": ["own", "below", "committeeBelow"],
  "standing.read": ["below", "committeeBelow"],
  "bulletin.read": ["below", "committeeBelow"],
};

/** Whoever answers for what is below him may say what he thinks of the plans there. Source: features.md row 27. */
const commenting: Grants = { "list.comment": ["below", "committeeBelow"] };
/** 联系方式: who looks after officials looks after their numbers, too. Source: domain.md §7.3. */
const keepingContacts: Grants = { "contact.keep": ["below"] };
const keepingContactsForCommittee: Grants = { "contact.keep": ["committeeBelow"] };
const doing: Grants = { "task.do": ["own"], "evidence.add": ["own"] };
const drafting: Grants = { "directive.edit": ["own"], "list.draft": ["own"] };

/** Source: features.md rows 4–6; who signs for a committee is its secretary or deputy, for a county the head of the
 * organization department on its behalf (domain.md §4.5: departments draft, the committee issues). */
const grantsByPost: Readonly<Record<PostKind, Grants>> = {
  secretary: {
    ...reading,
    ...commenting,
    ...doing,
    ...drafting,
    "task.judge": ["own"],
    "list.issue": ["own"],
    "bulletin.sign": ["own"],
  },
  deputySecretary: {
    ...reading,
    ...commenting,
    ...doing,
    ...drafting,
    "task.judge": ["own"],
    "list.issue": ["own"],
  },
  organizationOfficer: {
    ...reading,
    ...keepingContacts,
    ...commenting,
    ...doing,
    ...drafting,
    "task.judge": ["own"],
  },
  departmentHead: {
    ...reading,
    ...keepingContactsForCommittee,
    ...commenting,
    ...doing,
    ...drafting,
    "task.judge": ["own", "committee"],
    "list.issue": ["committee"],
    "assessment.freeze": ["committee"],
    "bulletin.draft": ["committee"],
    "bulletin.check": ["committee"],
    "bulletin.sign": ["committee"],
  },
  sectionOfficer: {
    ...reading,
    ...keepingContactsForCommittee,
    ...commenting,
    ...doing,
    ...drafting,
    "task.judge": ["own", "committee"],
    "assessment.freeze": ["committee"],
    "bulletin.draft": ["committee"],
    "bulletin.check": ["committee"],
  },
  clerk: { ...reading, ...doing, ...drafting },
  leadingMember: { ...reading, ...commenting, ...doing },
  firstSecretary: { ...reading, ...doing, ...drafting },
  // Guests of the unit where their post stands: its drafts are none of their business.
  instructor: { ...reading, "list.read": ["below"] },
  inspector: { ...reading, "list.read": ["below", "committeeBelow"] },
  // What they may read or do is granted by name, for one list or one meeting.
  observer: {},
  rater: {},
  // 三员: they keep the system and see no business. Source: domain.md §7.1 (roles).
  systemAdministrator: {
    "account.read": ["below"],
    "unit.establish": ["below"],
    "account.open": ["below"],
    "account.suspend": ["below"],
    "request.read": ["below"],
  },
  securityAdministrator: {
    "account.read": ["below"],
    "account.suspend": ["below"],
    "account.resume": ["below"],
    "right.grant": ["below"],
    "request.read": ["below"],
  },
  auditAdministrator: { "audit.read": ["below"] },
};

/** What a post of this kind may do at all. */
export const actionsOf = (kind: PostKind): readonly Action[] => Object.keys(grantsByPost[kind]) as Action[];

/** Where a post stands: its unit, and the committee for which that unit drafts (null: it speaks for itself). */
export interface PostPlace {
  readonly postKind: PostKind;
  readonly unit: Place;
  readonly committee: Place | null;
}

export interface Place {
  readonly id: string;
  readonly path: string;
  readonly systemPath: string | null;
}

export interface ActionScope {
  readonly paths: readonly string[];
  readonly systemPaths: readonly string[];
  readonly unitIds: readonly string[];
}

/** Everywhere that the holder of a post may do something; three empty lists mean nowhere. */
export function scopeOf(post: PostPlace, action: Action): ActionScope {
  const reaches = grantsByPost[post.postKind][action] ?? [];
  const whole = [
    ...(reaches.includes("below") ? [post.unit] : []),
    ...(reaches.includes("committeeBelow") && post.committee ? [post.committee] : []),
  ];
  const exact = [
    ...(reaches.includes("own") ? [post.unit.id] : []),
    ...(reaches.includes("committee") && post.committee ? [post.committee.id] : []),
  ];
  return {
    paths: whole.map((place) => place.path),
    systemPaths: whole.flatMap((place) => (place.systemPath === null ? [] : [place.systemPath])),
    unitIds: exact,
  };
}

/** Whether a unit lies in a scope: the same answer as the condition that lists are filtered by. */
export function isWithin(
  scope: ActionScope,
  unit: { id: string; path: string; systemPath?: string | null },
): boolean {
  return (
    scope.unitIds.includes(unit.id) ||
    scope.paths.some((path) => isAtOrBelow(unit.path, path)) ||
    (unit.systemPath != null && scope.systemPaths.some((path) => isAtOrBelow(unit.systemPath ?? "", path)))
  );
}

const isAtOrBelow = (path: string, root: string): boolean => path === root || path.startsWith(`${root}.`);
