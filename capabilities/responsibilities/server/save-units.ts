import type { Tx } from "#platform/database/index.ts";
import type { ResolvedUnits } from "./resolve-units.ts";
import { listItemUnits, putItemUnits, takeOffItemUnits } from "./store/items.ts";
import type { ItemUnitRow } from "./tables.ts";

interface Place {
  readonly area: string;
  readonly itemIds: readonly string[];
  readonly now: Date;
}

/**
 * Writes the units of items. A unit leads or assists, never both: leading wins. A post chosen by hand stays with its
 * unit as long as the unit stays.
 */
export async function saveUnits(
  tx: Tx,
  place: Place,
  { leadIds, assistIds }: ResolvedUnits,
  keepsOthers: boolean,
): Promise<void> {
  const { area, itemIds, now } = place;
  if (leadIds === null && assistIds === null) return;
  const present = await listItemUnits(tx, area, itemIds);
  if (!keepsOthers) {
    if (leadIds) await takeOffItemUnits(tx, { area, itemIds, role: "lead" }, leadIds, now);
    if (assistIds) await takeOffItemUnits(tx, { area, itemIds, role: "assist" }, assistIds, now);
  }
  const rows: ItemUnitRow[] = [];
  for (const itemId of itemIds) {
    const own = present.filter(({ item_id }) => item_id === itemId);
    const standing = leadIds === null || keepsOthers ? own.filter(({ role }) => role === "lead") : [];
    const leading = new Set([...(leadIds ?? []), ...standing.map(({ unit_id }) => unit_id)]);
    const row = (unitId: string, role: "lead" | "assist"): ItemUnitRow => ({
      area_code: area,
      item_id: itemId,
      unit_id: unitId,
      role,
      post_id: own.find(({ unit_id }) => unit_id === unitId)?.post_id ?? null,
      removed_at: null,
    });
    rows.push(...(leadIds ?? []).map((unitId) => row(unitId, "lead")));
    rows.push(...(assistIds ?? []).filter((id) => !leading.has(id)).map((unitId) => row(unitId, "assist")));
  }
  await putItemUnits(tx, rows);
}

/** Another post than the role would choose, for units that lead the item. */
export async function saveLeadPosts(
  tx: Tx,
  place: Place,
  chosen: readonly { readonly unitId: string; readonly postId: string | null }[],
): Promise<boolean> {
  const present = await listItemUnits(tx, place.area, place.itemIds);
  const leading = present.filter(({ role }) => role === "lead");
  const rows = chosen.flatMap(({ unitId, postId }) =>
    leading
      .filter(({ unit_id }) => unit_id === unitId)
      .map((row): ItemUnitRow => ({ area_code: place.area, ...row, post_id: postId, removed_at: null })),
  );
  if (rows.length !== chosen.length) return false;
  await putItemUnits(tx, rows);
  return true;
}
