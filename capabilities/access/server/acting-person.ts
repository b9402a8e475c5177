import type { Tx } from "#platform/database/index.ts";
import type { ActingPost, Actor } from "#platform/http/index.ts";
import { dayInChina } from "#platform/kernel/plain-date.ts";
import { type AuditEntry, recordAudit } from "#rooms/audit/server/index.ts";
import { type Action, isWithin, type PostPlace, scopeOf } from "../core/index.ts";
import { findPersonName, type HeldPostRow, listPostsHeldBy } from "./store/posts.ts";

export const placeOfPost = (row: HeldPostRow): PostPlace => ({
  postKind: row.post_kind,
  unit: { id: row.unit_id, path: row.path, systemPath: row.system_path },
  committee:
    row.committee_id && row.committee_path
      ? { id: row.committee_id, path: row.committee_path, systemPath: row.committee_system_path }
      : null,
});

/** Every room asks by the name of an action; what that name allows is decided by core/policy alone. */
export function permissionsOf(row: HeldPostRow): Pick<Actor, "may" | "scope"> {
  const place = placeOfPost(row);
  const scope = (action: string) => scopeOf(place, action as Action);
  return { scope, may: (action, unit) => isWithin(scope(action), unit) };
}

export const describePost = (row: HeldPostRow): ActingPost => ({
  holdingId: row.holding_id,
  postId: row.post_id,
  postTitle: row.post_title,
  postKind: row.post_kind,
  unitId: row.unit_id,
  unitName: row.unit_name,
  unitKind: row.unit_kind,
  unitPath: row.path,
  draftsForId: row.committee_id,
});

/** Stands in a record where there is nobody or no unit to name: a name that no account has, a post that has ended. */
export const nobody = "00000000-0000-0000-0000-000000000000";

const noPost: ActingPost = {
  holdingId: nobody,
  postId: nobody,
  postTitle: "",
  postKind: "",
  unitId: nobody,
  unitName: "",
  unitKind: "",
  unitPath: "",
  draftsForId: null,
};

/** Where an act before the session came from, and whose account it was aimed at; null: no account has that name. */
export interface Attempt {
  readonly areaCode: string;
  readonly account: { readonly id: string; readonly person_id: string } | null;
  readonly now: Date;
  readonly requestId: string;
  readonly remoteAddress: string;
}

/** An act before there is a session, on record under the account that was found. It may do nothing anywhere. */
export async function recordAttempt(
  tx: Tx,
  attempt: Attempt,
  entry: Omit<AuditEntry, "subjectKind" | "subjectId">,
) {
  const { areaCode, account, now } = attempt;
  // Asked for nobody as well: a name that no account has must not be told by a shorter answer.
  const posts = await listPostsHeldBy(tx, areaCode, account?.person_id ?? nobody, dayInChina(now));
  const [first] = posts;
  const actor: Actor = {
    areaCode,
    accountId: account?.id ?? nobody,
    personId: account?.person_id ?? nobody,
    personName: first?.person_name ?? (account ? await findPersonName(tx, areaCode, account.person_id) : ""),
    sessionDigest: "",
    pendingStep: null,
    acting: first ? describePost(first) : noPost,
    posts: posts.map(describePost),
    may: () => false,
    scope: () => ({ paths: [], systemPaths: [], unitIds: [] }),
  };
  await recordAudit(
    tx,
    { ...attempt, actor },
    { ...entry, subjectKind: "account", subjectId: actor.accountId },
  );
}
