import { endpoint } from "#platform/http/index.ts";
import { fail, succeed } from "#platform/kernel/result.ts";
import { recordAudit } from "#rooms/audit/server/index.ts";
import { endClauseUses, recordClauseUses } from "#rooms/directives/server/index.ts";
import { editItemsRoute, removeItemsRoute, saveItemRoute } from "../contract/items.ts";
import { type ListContext, lockDraft, tellChange, touchList } from "./lock-list.ts";
import { listProblems } from "./problems.ts";
import { findUnitsWithoutPost, resolveUnits } from "./resolve-units.ts";
import { saveLeadPosts, saveUnits } from "./save-units.ts";
import { insertEdit } from "./store/edits.ts";
import { listItemUnits, listNamedItems, updateItems } from "./store/items.ts";
import type { BatchBefore, ItemRow } from "./tables.ts";

/** The columns that the fields of a form set; what is not named stays. */
interface ItemFields {
  readonly origin?: ItemRow["origin"];
  readonly role?: ItemRow["responsibility_role"];
  readonly dueDate?: string | null;
  readonly content?: string;
  readonly target?: string;
  readonly measures?: string;
  readonly remarks?: string;
  readonly leadUnitIds?: readonly string[];
  readonly leadKinds?: readonly string[];
  readonly isConfirmed?: boolean;
}

function columnsOf(fields: ItemFields): Partial<Omit<ItemRow, "area_code" | "id" | "version">> {
  const touchesProposal =
    fields.isConfirmed === true ||
    fields.dueDate !== undefined ||
    fields.leadUnitIds !== undefined ||
    fields.leadKinds !== undefined;
  return {
    ...(fields.origin !== undefined && { origin: fields.origin }),
    ...(fields.role !== undefined && { responsibility_role: fields.role }),
    ...(fields.dueDate !== undefined && { due_date: fields.dueDate }),
    ...(fields.content !== undefined && { content: fields.content }),
    ...(fields.target !== undefined && { target: fields.target }),
    ...(fields.measures !== undefined && { measures: fields.measures }),
    ...(fields.remarks !== undefined && { remarks: fields.remarks }),
    ...(touchesProposal && { is_proposed: false }),
  };
}

export const saveItem = endpoint(saveItemRoute, {
  problems: listProblems,
  records: { "list.saveItem": "清单：修改条目" },
  async run(context) {
    const { actor, tx, params, body, now } = context;
    const locked = await lockDraft(context, null);
    if (!locked.ok) return locked;
    const list = locked.value;
    const place = { area: actor.areaCode, listId: list.id };
    const [item] = await listNamedItems(tx, place, [params.itemId]);
    if (!item || item.removed_at !== null) return fail({ code: "item-not-found" });
    if (item.version !== body.version) {
      const current = { content: item.content, dueDate: item.due_date, role: item.responsibility_role };
      return fail({ code: "changed-meanwhile", detail: tellChange(item), current });
    }
    const units = await resolveUnits(context, list.issuer_unit_id, body);
    if (!units.ok) return units;
    const without = await findUnitsWithoutPost(context, body.leadPosts ?? []);
    if (without.length > 0) {
      return fail({ code: "post-not-of-unit", detail: `请为${without.join("、")}另选岗位。` });
    }
    const changed = { changed_at: now, changed_by_name: actor.personName };
    const items = { area: actor.areaCode, itemIds: [item.id], now };
    await updateItems(tx, items, { ...columnsOf(body), ...changed });
    await saveUnits(tx, items, units.value, false);
    if (body.leadPosts && !(await saveLeadPosts(tx, items, body.leadPosts))) {
      return fail({ code: "post-not-of-unit", detail: "该单位不是这一项的责任单位。" });
    }
    await touchList(context, list);
    const { version: _version, ...after } = body;
    await recordAudit(tx, context, {
      action: "list.saveItem",
      subjectKind: "listItem",
      subjectId: item.id,
      subjectTitle: list.title,
      after,
    });
    return succeed({ version: item.version + 1 });
  },
});

export const editItems = endpoint(editItemsRoute, {
  problems: listProblems,
  records: { "list.editItems": "清单：成批修改条目" },
  async run(context) {
    const { actor, tx, body, now } = context;
    const locked = await lockDraft(context, body.version);
    if (!locked.ok) return locked;
    const list = locked.value;
    const itemIds = [...new Set(body.itemIds)];
    const found = await listNamedItems(tx, { area: actor.areaCode, listId: list.id }, itemIds);
    if (found.filter(({ removed_at }) => removed_at === null).length !== itemIds.length) {
      return fail({ code: "item-not-found" });
    }
    const units = await resolveUnits(context, list.issuer_unit_id, body);
    if (!units.ok) return units;
    const items = { area: actor.areaCode, itemIds, now };
    const changed = { changed_at: now, changed_by_name: actor.personName };
    const before = await readBefore(context, found);
    await updateItems(tx, items, { ...columnsOf(body), ...changed });
    await saveUnits(tx, items, units.value, body.keepsUnits === true);
    const version = await touchList(context, list);
    const edit = { area: actor.areaCode, listId: list.id, version, at: now, byName: actor.personName };
    await insertEdit(tx, edit, before);
    const { version: _version, ...after } = body;
    await recordAudit(tx, context, {
      action: "list.editItems",
      subjectKind: "list",
      subjectId: list.id,
      subjectTitle: list.title,
      after,
    });
    return succeed({ version });
  },
});

/** What undoing will need. */
async function readBefore({ tx, actor }: ListContext, found: BatchBefore["items"]): Promise<BatchBefore> {
  const items = found.map(({ id, origin, responsibility_role, due_date, is_proposed }) => ({
    id,
    origin,
    responsibility_role,
    due_date,
    is_proposed,
  }));
  const units = await listItemUnits(
    tx,
    actor.areaCode,
    items.map(({ id }) => id),
  );
  return { items, units };
}

export const removeItems = endpoint(removeItemsRoute, {
  problems: listProblems,
  records: { "list.removeItems": "清单：移除条目", "list.restoreItems": "清单：恢复条目" },
  async run(context) {
    const { actor, tx, body, now } = context;
    const locked = await lockDraft(context, null);
    if (!locked.ok) return locked;
    const list = locked.value;
    const itemIds = [...new Set(body.itemIds)];
    const found = await listNamedItems(tx, { area: actor.areaCode, listId: list.id }, itemIds);
    if (found.length !== itemIds.length) return fail({ code: "item-not-found" });
    const changed = { changed_at: now, changed_by_name: actor.personName };
    const removedAt = body.isRemoved ? now : null;
    await updateItems(tx, { area: actor.areaCode, itemIds }, { removed_at: removedAt, ...changed });
    if (body.isRemoved) await endClauseUses(tx, actor.areaCode, itemIds, now);
    else {
      const uses = found.flatMap(({ id, clause_id }) =>
        clause_id === null ? [] : [{ clauseId: clause_id, itemId: id, listId: list.id }],
      );
      await recordClauseUses(tx, actor.areaCode, uses, now);
    }
    const version = await touchList(context, list);
    await recordAudit(tx, context, {
      action: body.isRemoved ? "list.removeItems" : "list.restoreItems",
      subjectKind: "list",
      subjectId: list.id,
      subjectTitle: list.title,
      after: { itemIds },
    });
    return succeed({ version });
  },
});
