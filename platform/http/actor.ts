import type { Exported } from "#platform/kernel/export-mark.ts";

/** A place in both trees, as permission sees it. */
export interface PlacedUnit {
  readonly id: string;
  readonly path: string;
  readonly systemPath?: string | null;
}

/** The post in which somebody acts, from its start to its end. */
export interface ActingPost {
  readonly holdingId: string;
  readonly postId: string;
  readonly postTitle: string;
  readonly postKind: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly unitKind: string;
  readonly unitPath: string;
  /** The committee in whose name a department or leading group drafts; null when the unit speaks for itself. */
  readonly draftsForId: string | null;
}

/** Where an action is allowed: everything at or below these paths of the territorial or the system tree. */
export interface Scope {
  readonly paths: readonly string[];
  readonly systemPaths: readonly string[];
  /** Allowed for exactly these units, without what is below them. */
  readonly unitIds: readonly string[];
}

/** Who takes something out and when, as it stands on what is taken out. */
export const exportedBy = ({
  actor: { acting, personName },
  now,
}: {
  readonly actor: Pick<Actor, "acting" | "personName">;
  readonly now: Date;
}): Exported => ({
  by: `${acting.unitName}${acting.postTitle}${personName}`,
  at: now,
});

/** Whoever sends a request: a signed-in person acting in one post. Filled in from the access room. */
export interface Actor {
  readonly areaCode: string;
  readonly accountId: string;
  readonly personId: string;
  readonly personName: string;
  readonly sessionDigest: string;
  /** What still stands between the password and everything else (second factor, first change of password); or null. */
  readonly pendingStep: string | null;
  readonly acting: ActingPost;
  readonly posts: readonly ActingPost[];
  may(action: string, unit: PlacedUnit): boolean;
  scope(action: string): Scope;
  /** Things of a kind that this person may read by name, whatever his post: lists, meetings, cases. */
  namedSubjects(kind: string): readonly string[];
}
