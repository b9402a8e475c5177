import type { Tx } from "#platform/database/index.ts";
import { type PlainDate, plainDate } from "#platform/kernel/plain-date.ts";
import { mayAssign } from "#rooms/organizations/core/index.ts";
import {
  findUnit,
  listDirectlyBelow,
  listKnownUnits,
  listUnitsById,
  type ReadUnit,
} from "#rooms/organizations/server/index.ts";
import { findResponsible, type HeldPost, type ResponsibilityRole } from "#rooms/people/core/index.ts";
import { listHeldPosts } from "#rooms/people/server/index.ts";
import type { ItemToCheck, LeadToCheck } from "../core/index.ts";
import { type FoundItem, listItems, listItemUnits } from "./store/items.ts";

/** A unit that is to receive an item, with who answers for it there as of a day. */
export interface LoadedLead extends LeadToCheck {
  readonly unitId: string;
  readonly unitKind: string;
  /** Chosen by hand instead of by the role. */
  readonly isChosen: boolean;
  readonly responsible: HeldPost | null;
}

export interface LoadedItem {
  readonly row: FoundItem;
  /** Its place in the list, counted without what was taken out. */
  readonly ordinal: number;
  readonly leads: readonly LoadedLead[];
  readonly assists: readonly { readonly id: string; readonly name: string }[];
}

/** The whole of a list as its rules see it: items, receiving units, and who answers for each today. */
export async function loadItems(
  tx: Tx,
  list: { readonly area_code: string; readonly id: string; readonly issuer_unit_id: string },
  today: PlainDate,
): Promise<LoadedItem[]> {
  const area = list.area_code;
  const rows = await listItems(tx, area, list.id);
  const itemUnits = await listItemUnits(
    tx,
    area,
    rows.map(({ id }) => id),
  );
  const unitIds = [...new Set(itemUnits.map(({ unit_id }) => unit_id))];
  const units = await listUnitsById(tx, area, unitIds);
  const posts = groupBy(await listHeldPosts(tx, area, unitIds, today), (post) => post.unitId);
  const order = new Map(units.map((unit, index) => [unit.id, { unit, index }]));
  const nameOf = await nameUnits(tx, area, unitIds, units);
  const placeOf = (unitId: string): number => order.get(unitId)?.index ?? units.length;
  const byItem = groupBy(itemUnits, (row) => row.item_id);
  return rows.map((row, index) => {
    const own = (byItem.get(row.id) ?? []).toSorted((a, b) => placeOf(a.unit_id) - placeOf(b.unit_id));
    return {
      row,
      ordinal: index + 1,
      leads: own
        .filter(({ role }) => role === "lead")
        .map(({ unit_id, post_id }) =>
          loadLead(
            { unitId: unit_id, postId: post_id, unit: order.get(unit_id)?.unit, unitName: nameOf(unit_id) },
            posts.get(unit_id) ?? [],
            { issuerId: list.issuer_unit_id, role: row.responsibility_role },
          ),
        ),
      assists: own
        .filter(({ role }) => role === "assist")
        .map(({ unit_id }) => ({ id: unit_id, name: nameOf(unit_id) })),
    };
  });
}

/** A unit that is no more is named as it was last called, and said to be no more. */
async function nameUnits(
  tx: Tx,
  area: string,
  unitIds: readonly string[],
  standing: readonly ReadUnit[],
): Promise<(unitId: string) => string> {
  const names = new Map(standing.map(({ id, name }) => [id, name]));
  const gone = unitIds.filter((id) => !names.has(id));
  const known = gone.length === 0 ? [] : await listKnownUnits(tx, area, gone);
  for (const { id, name } of known) names.set(id, `${name}（已撤销）`);
  return (unitId) => names.get(unitId) ?? "（不存在的单位）";
}

function groupBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}

function loadLead(
  lead: {
    readonly unitId: string;
    readonly unitName: string;
    readonly postId: string | null;
    readonly unit: ReadUnit | undefined;
  },
  posts: readonly HeldPost[],
  setting: { readonly issuerId: string; readonly role: ResponsibilityRole | null },
): LoadedLead {
  const { unitId, unitName, postId, unit } = lead;
  const chosen = postId === null ? null : (posts.find((post) => post.postId === postId) ?? null);
  const byRole = setting.role === null ? null : findResponsible(posts, setting.role);
  const candidate = postId === null ? byRole : chosen;
  const responsible = candidate?.holdingId ? candidate : null;
  const exists = postId === null ? posts.some((post) => post.role === setting.role) : chosen !== null;
  return {
    unitId,
    unitName,
    unitKind: unit?.kind ?? "",
    mayInstruct: unit !== undefined && canAssign(setting.issuerId, unit),
    post: responsible ? "held" : exists ? "vacant" : "missing",
    isChosen: postId !== null,
    responsible,
  };
}

const canAssign = (issuerId: string, unit: ReadUnit): boolean =>
  mayAssign(
    { id: issuerId },
    { id: unit.id, kind: unit.kind, parentId: unit.parent_id, systemParentId: unit.system_parent_id },
  );

/** Units to which a list of this issuer may give tasks: the issuer itself first, then those it may instruct. */
export async function listAssignable(tx: Tx, area: string, issuerId: string): Promise<ReadUnit[]> {
  const own = await findUnit(tx, area, issuerId);
  const below = await listDirectlyBelow(tx, area, issuerId);
  return [...(own ? [own] : []), ...below.filter((unit) => canAssign(issuerId, unit))];
}

/** The items as 三明确 looks at them. */
export const toCheck = (items: readonly LoadedItem[]): ItemToCheck[] =>
  items.map(({ row, ordinal, leads }) => ({
    itemId: row.id,
    ordinal,
    content: row.content,
    dueDate: row.due_date === null ? null : plainDate(row.due_date),
    hasRole: row.responsibility_role !== null,
    leads,
  }));
