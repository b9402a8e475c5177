import type { Tx } from "#platform/database/index.ts";
import type { Actor } from "#platform/http/index.ts";
import { type PlainDate, parsePlainDate } from "#platform/kernel/plain-date.ts";
import { fail, type Result, succeed } from "#platform/kernel/result.ts";
import { listKnownUnits } from "#rooms/organizations/server/index.ts";
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
  const strangers = wanted.filter((id) => !known.has(id));
  if (strangers.length === 0) return succeed(wanted);
  return fail({ code: "unit-not-instructable", detail: await nameStrangers(tx, actor, strangers) });
}

/** By name those that the actor may see; of the others nothing is said but their number. */
async function nameStrangers(tx: Tx, actor: Actor, unitIds: readonly string[]): Promise<string> {
  const seen = new Set((await listReadableUnitIds(tx, actor, unitIds)).map(({ id }) => id));
  const names = (await listKnownUnits(tx, actor.areaCode, [...seen])).map(({ name }) => name);
  const unseen = unitIds.length - names.length;
  const rest = unseen === 0 ? [] : [`${unseen}个不在职责范围内或已撤销的单位`];
  return `不能直接交办给${[...names, ...rest].join("、")}。`;
}

/** The units for which a post was chosen that is not theirs, or that nobody holds today; empty when all is well. */
export async function findUnitsWithoutPost(
  { tx, actor, today }: Context,
  chosen: readonly { readonly unitId: string; readonly postId: string | null }[],
): Promise<readonly string[]> {
  const named = chosen.filter(({ postId }) => postId !== null);
  if (named.length === 0) return [];
  const posts = await listHeldPosts(
    tx,
    actor.areaCode,
    named.map(({ unitId }) => unitId),
    today,
  );
  const without = named.filter(
    ({ unitId, postId }) =>
      !posts.some((post) => post.unitId === unitId && post.postId === postId && post.holdingId !== null),
  );
  const units = await listKnownUnits(
    tx,
    actor.areaCode,
    without.map(({ unitId }) => unitId),
  );
  return without.map(({ unitId }) => units.find(({ id }) => id === unitId)?.name ?? "所选的单位");
}
