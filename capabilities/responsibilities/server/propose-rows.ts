import { v7 as newId } from "uuid";
import type { Tx } from "#platform/database/index.ts";
import type { Actor } from "#platform/http/index.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import { type DocumentOutline, recordClauseUses } from "#rooms/directives/server/index.ts";
import type { ReadUnit } from "#rooms/organizations/server/index.ts";
import type { TaskOrigin } from "#rooms/tasks/core/index.ts";
import { matchUnits, type NamedUnit, type ProposedItem, proposeItems, remarkOn } from "../core/index.ts";
import { listAssignable } from "./load-items.ts";
import { findLastOrdinal, insertItems, putItemUnits } from "./store/items.ts";
import { findAssistingByName } from "./store/units.ts";
import type { ItemRow, ItemUnitRow } from "./tables.ts";

interface Context {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly now: Date;
  readonly today: PlainDate;
}

interface Target {
  readonly listId: string;
  readonly issuerUnitId: string;
  readonly origin: TaskOrigin;
}

/** Which requirements become items: those chosen, else all that stand in no list yet; null when a choice is none. */
export function chooseClauses(
  outline: DocumentOutline,
  clauseIds?: readonly string[],
): ProposedItem[] | null {
  if (clauseIds === undefined) {
    return proposeItems(outline.clauses).filter(({ clauseId }) => !outline.usedClauseIds.has(clauseId));
  }
  const proposed = proposeItems(outline.clauses, new Set(clauseIds));
  return proposed.length === new Set(clauseIds).size ? proposed : null;
}

/** Requirements become items, with the units and the deadline that the document names, as a proposal. */
export async function addProposedItems(
  context: Context,
  target: Target,
  proposed: readonly ProposedItem[],
): Promise<number> {
  const { tx, actor, now } = context;
  const area = actor.areaCode;
  const last = await findLastOrdinal(tx, area, target.listId);
  const assignable = await listAssignable(tx, area, target.issuerUnitId);
  const receivers = assignable.filter(({ id }) => id !== target.issuerUnitId).map(nameUnit);
  const assistNames = [...new Set(proposed.flatMap((item) => item.assistNames))];
  const assisting = (await findAssistingByName(tx, actor, assistNames)).map(nameUnit);
  const prepared = proposed.map((item, index) =>
    prepare(item, {
      ...context,
      ...target,
      ordinal: last + 1 + index,
      receivers,
      assisting: [...receivers, ...assisting],
    }),
  );
  await insertItems(
    tx,
    prepared.map(({ row }) => row),
  );
  await putItemUnits(
    tx,
    prepared.flatMap(({ units }) => units),
  );
  const uses = prepared.map(({ row }) => ({
    clauseId: row.clause_id ?? "",
    itemId: row.id,
    listId: target.listId,
  }));
  await recordClauseUses(tx, area, uses, now);
  return prepared.length;
}

const nameUnit = (unit: ReadUnit): NamedUnit => ({
  id: unit.id,
  name: unit.name,
  fullName: unit.full_name,
  kind: unit.kind,
});

interface Setting extends Context, Target {
  readonly ordinal: number;
  readonly receivers: readonly NamedUnit[];
  readonly assisting: readonly NamedUnit[];
}

function prepare(item: ProposedItem, setting: Setting): { row: ItemRow; units: ItemUnitRow[] } {
  const { actor, now, today } = setting;
  const leads = matchUnits(item.leadNames, setting.receivers);
  const assists = matchUnits(item.assistNames, setting.assisting);
  const isAhead = item.dueDate !== null && item.dueDate >= today;
  const id = newId();
  const row: ItemRow = {
    area_code: actor.areaCode,
    id,
    list_id: setting.listId,
    ordinal: setting.ordinal,
    origin: setting.origin,
    clause_id: item.clauseId,
    content: item.content,
    target: item.target,
    measures: item.measures,
    // Every unit has somebody who answers first; the officer chooses another role for many items at once.
    responsibility_role: "firstResponsible",
    due_date: isAhead ? item.dueDate : null,
    remarks: remarkOn(item, leads.unmatched, today),
    is_proposed: isAhead || leads.unitIds.length > 0,
    version: 1,
    changed_at: now,
    changed_by_name: actor.personName,
    removed_at: null,
  };
  const unitRow = (unitId: string, role: "lead" | "assist"): ItemUnitRow => ({
    area_code: actor.areaCode,
    item_id: id,
    unit_id: unitId,
    role,
    post_id: null,
    removed_at: null,
  });
  const leadIds = new Set(leads.unitIds);
  const assistIds = [...new Set(assists.unitIds)].filter((unitId) => !leadIds.has(unitId));
  const units = [
    ...leads.unitIds.map((unitId) => unitRow(unitId, "lead")),
    ...assistIds.map((unitId) => unitRow(unitId, "assist")),
  ];
  return { row, units };
}
