import { endpoint } from "#platform/http/index.ts";
import { fail, succeed } from "#platform/kernel/result.ts";
import { recordAudit } from "#rooms/audit/server/index.ts";
import { undoItemsRoute } from "../contract/items.ts";
import { lockDraft, touchList } from "./lock-list.ts";
import { listProblems } from "./problems.ts";
import { findEdit, restoreItems } from "./store/edits.ts";
import { putItemUnits, takeOffItemUnits } from "./store/items.ts";

export const undoItems = endpoint(undoItemsRoute, {
  problems: listProblems,
  records: { "list.undoItems": "清单：撤销成批修改" },
  async run(context) {
    const { actor, tx, body, now } = context;
    const locked = await lockDraft(context, null);
    if (!locked.ok) return locked;
    const list = locked.value;
    const area = actor.areaCode;
    // Only the latest change: what somebody did since would be lost with it.
    const before =
      list.version === body.version ? await findEdit(tx, area, list.id, body.version) : undefined;
    if (!before) return fail({ code: "nothing-to-undo" });
    const itemIds = before.items.map(({ id }) => id);
    await restoreItems(tx, { area, at: now, byName: actor.personName }, before.items);
    for (const role of ["lead", "assist"] as const) {
      await takeOffItemUnits(tx, { area, itemIds, role }, [], now);
    }
    await putItemUnits(
      tx,
      before.units.map((unit) => ({ area_code: area, ...unit, removed_at: null })),
    );
    const version = await touchList(context, list);
    await recordAudit(tx, context, {
      action: "list.undoItems",
      subjectKind: "list",
      subjectId: list.id,
      subjectTitle: list.title,
      after: { itemIds },
    });
    return succeed({ version });
  },
});
