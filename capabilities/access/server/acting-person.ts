import type { Tx } from "#platform/database/index.ts";
import type { ActingPost, Actor } from "#platform/http/index.ts";
import { maskMiddle } from "#rooms/audit/core/index.ts";
import { type AuditCircumstances, type AuditEntry, recordAuditUnposted } from "#rooms/audit/server/index.ts";
import { type Action, isWithin, type PostPlace, scopeOf } from "../core/index.ts";
import { findPersonName, type HeldPostRow } from "./store/posts.ts";

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

/** Stands for a person where there is none, so that the answer takes as long. */
export const nobody = "00000000-0000-0000-0000-000000000000";

/** An act before the session: which account it was aimed at (null: none has that name) and the name that was typed. */
export interface Attempt extends AuditCircumstances {
  readonly areaCode: string;
  readonly account: { readonly id: string; readonly person_id: string; readonly login_name: string } | null;
  readonly loginName: string | null;
}

/**
 * An act before there is a session, on record under the account that was found. A name that no account has is masked:
 * it may be a password typed into the wrong field.
 */
export async function recordAttempt(
  tx: Tx,
  attempt: Attempt,
  entry: Omit<AuditEntry, "subjectKind" | "subjectId" | "subjectTitle">,
): Promise<void> {
  const { areaCode, account, loginName } = attempt;
  // Asked for nobody as well: a name that no account has must not be told by a shorter answer.
  const personName = await findPersonName(tx, areaCode, account?.person_id ?? nobody);
  const doer = {
    areaCode,
    accountId: account?.id ?? null,
    personId: account?.person_id ?? null,
    personName: account ? personName : null,
  };
  const named = account?.login_name ?? maskMiddle(loginName ?? "");
  const subject = { subjectKind: "account", subjectId: account?.id ?? named, subjectTitle: named };
  await recordAuditUnposted(tx, doer, attempt, { ...entry, ...subject });
}
