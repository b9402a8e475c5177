import type { Tx } from "#platform/database/index.ts";
import type { Actor } from "#platform/http/index.ts";
import { type PlainDate, parsePlainDate } from "#platform/kernel/plain-date.ts";
import { fail, type Result, succeed } from "#platform/kernel/result.ts";
import { listHeldPosts } from "#rooms/people/server/index.ts";
import { listAssignable } from "./load-items.ts";
import { listReadableUnitIds } from "./store/units.ts";

interface Context {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly today: PlainDate;
}

interface UnitFields {
  readonly leadUnitIds?: readonly string[];
  readonly leadKinds?: readonly string[];
  readonly assistUnitIds?: readonly string[];
  readonly dueDate?: string | null;
}

export interface ResolvedUnits {
  /** Null: the receivers stay as they are. */
  readonly leadIds: readonly string[] | null;
  readonly assistIds: readonly string[] | null;
}

type UnitProblem = {
  readonly code: "unit-not-instructable" | "unit-not-found" | "day-unknown";
  readonly detail?: string;
};

/** The units that fields name, each of which the issuer may instruct; kinds become the units of that kind as of now. */
export async function resolveUnits(
  context: Context,
  issuerUnitId: string,
  fields: UnitFields,
): Promise<Result<ResolvedUnits, UnitProblem>> {
  const { tx, actor } = context;
  if (fields.dueDate != null && !parsePlainDate(fields.dueDate)) return fail({ code: "day-unknown" });
  const leadIds = await findLeads(context, issuerUnitId, fields);
  if (leadIds !== null && !leadIds.ok) return leadIds;
  const assistIds = fields.assistUnitIds === undefined ? null : [...new Set(fields.assistUnitIds)];
  if (assistIds !== null && assistIds.length > 0) {
    const readable = await listReadableUnitIds(tx, actor, assistIds);
    if (readable.length !== assistIds.length) return fail({ code: "unit-not-found" });
  }
  return succeed({ leadIds: leadIds === null ? null : leadIds.value, assistIds });
}

async function findLeads(
  { tx, actor }: Context,
  issuerUnitId: string,
  { leadUnitIds, leadKinds }: UnitFields,
): Promise<Result<string[], UnitProblem> | null> {
  if (leadUnitIds === undefined && leadKinds === undefined) return null;
  const receivers = await listAssignable(tx, actor.areaCode, issuerUnitId);
  const ofKinds = receivers
    .filter(({ id, kind }) => id !== issuerUnitId && leadKinds?.includes(kind))
    .map(({ id }) => id);
  if (leadKinds !== undefined && leadKinds.length > 0 && ofKinds.length === 0) {
    return fail({ code: "unit-not-instructable", detail: "直接下级里没有这一类单位。" });
  }
  const known = new Set(receivers.map(({ id }) => id));
  const wanted = [...new Set([...(leadUnitIds ?? []), ...ofKinds])];
  if (wanted.some((id) => !known.has(id))) return fail({ code: "unit-not-instructable" });
  return succeed(wanted);
}

/** Every chosen post belongs to its unit and is held today. */
export async function arePostsHeld(
  { tx, actor, today }: Context,
  chosen: readonly { readonly unitId: string; readonly postId: string | null }[],
): Promise<boolean> {
  const named = chosen.filter(({ postId }) => postId !== null);
  if (named.length === 0) return true;
  const posts = await listHeldPosts(
    tx,
    actor.areaCode,
    named.map(({ unitId }) => unitId),
    today,
  );
  return named.every(({ unitId, postId }) =>
    posts.some((post) => post.unitId === unitId && post.postId === postId && post.holdingId !== null),
  );
}
