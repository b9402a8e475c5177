import { endpoint } from "#platform/http/index.ts";
import { fail, succeed } from "#platform/kernel/result.ts";
import { recordAudit } from "#rooms/audit/server/index.ts";
import { moveItemRoute } from "../contract/items.ts";
import { moveToPlace } from "../core/index.ts";
import { lockDraft, touchList } from "./lock-list.ts";
import { listProblems } from "./problems.ts";
import { saveOrdinals } from "./store/edits.ts";
import { listItems } from "./store/items.ts";

export const moveItem = endpoint(moveItemRoute, {
  problems: listProblems,
  records: { "list.moveItem": "清单：调整条目顺序" },
  async run(context) {
    const { actor, tx, params, body } = context;
    const locked = await lockDraft(context, body.version);
    if (!locked.ok) return locked;
    const list = locked.value;
    const items = await listItems(tx, actor.areaCode, list.id);
    const order = items.map(({ id }) => id);
    const from = order.indexOf(params.itemId);
    if (from === -1) return fail({ code: "item-not-found" });
    const after = moveToPlace(order, params.itemId, body.place);
    // The numbers stay, their holders change: an item that was taken out keeps its own and can come back there.
    const places = items.map(({ ordinal }, index) => ({ id: after[index] ?? "", ordinal }));
    await saveOrdinals(
      tx,
      actor.areaCode,
      places.filter(({ id }, index) => id !== order[index]),
    );
    const version = await touchList(context, list);
    await recordAudit(tx, context, {
      action: "list.moveItem",
      subjectKind: "listItem",
      subjectId: params.itemId,
      subjectTitle: list.title,
      before: { place: from + 1 },
      after: { place: after.indexOf(params.itemId) + 1 },
    });
    return succeed({ version });
  },
});
