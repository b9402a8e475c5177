import type { Tx } from "#platform/database/index.ts";
import type { Actor } from "#platform/http/index.ts";
import { findUnit, type ReadUnit } from "#rooms/organizations/server/index.ts";
import { selectIssuers } from "../core/index.ts";

/** The committees in whose name the actor's unit may draft, the likeliest first. */
export async function listIssuersOf(tx: Tx, actor: Actor): Promise<ReadUnit[]> {
  const find = async (unitId: string | null): Promise<ReadUnit | null> =>
    unitId === null ? null : ((await findUnit(tx, actor.areaCode, unitId)) ?? null);
  const own = await find(actor.acting.unitId);
  if (!own) return [];
  return selectIssuers({
    own,
    draftsFor: await find(actor.acting.draftsForId),
    parent: await find(own.parent_id),
  });
}
