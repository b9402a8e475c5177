import { Type } from "typebox";
import { defineRoute } from "#platform/http/contract.ts";
import {
  changed,
  day,
  itemOrigin,
  itemParams,
  listParams,
  maxItems,
  maxUnits,
  responsibilityRole,
  uuid,
  version,
  words,
} from "./shapes.ts";

export const addItemRoute = defineRoute({
  id: "responsibilities.addItem",
  method: "POST",
  path: "/lists/:listId/items",
  summary: "手工加一项",
  params: listParams,
  body: Type.Object({
    content: Type.String({ maxLength: 5_000, pattern: words, title: "任务" }),
    origin: Type.Optional(itemOrigin),
  }),
  response: Type.Object({ itemId: Type.String() }),
});

export const addClausesRoute = defineRoute({
  id: "responsibilities.addClauses",
  method: "POST",
  path: "/lists/:listId/clauses",
  summary: "把文件的要求列为条目",
  params: listParams,
  body: Type.Object({
    documentId: uuid,
    clauseIds: Type.Optional(Type.Array(uuid, { minItems: 1, maxItems })),
    origin: Type.Optional(itemOrigin),
  }),
  response: Type.Object({ items: Type.Integer() }),
});

const longText = (name: string) => Type.String({ maxLength: 5_000, pattern: words, title: name });
const unitIds = Type.Array(uuid, { maxItems: maxUnits });

/** Fields of an item; what is not named stays. `leadKinds` are all units of a kind among those directly below. */
const itemFields = {
  origin: Type.Optional(itemOrigin),
  role: Type.Optional(Type.Union([Type.Null(), responsibilityRole])),
  dueDate: Type.Optional(Type.Union([Type.Null(), day])),
  leadUnitIds: Type.Optional(unitIds),
  leadKinds: Type.Optional(Type.Array(Type.String({ maxLength: 40 }), { maxItems: 20 })),
  assistUnitIds: Type.Optional(unitIds),
};

export const saveItemRoute = defineRoute({
  id: "responsibilities.saveItem",
  method: "POST",
  path: "/lists/:listId/items/:itemId",
  summary: "存一项的若干字段（草稿随改随存）",
  params: itemParams,
  body: Type.Object({
    version,
    ...itemFields,
    content: Type.Optional(longText("任务")),
    target: Type.Optional(longText("目标")),
    measures: Type.Optional(longText("措施")),
    remarks: Type.Optional(longText("备注")),
    /** Another post than the role would choose; null returns to the role. */
    leadPosts: Type.Optional(
      Type.Array(Type.Object({ unitId: uuid, postId: Type.Union([Type.Null(), uuid]) }), {
        maxItems: maxUnits,
      }),
    ),
    isConfirmed: Type.Optional(Type.Boolean()),
  }),
  response: changed,
});

export const editItemsRoute = defineRoute({
  id: "responsibilities.editItems",
  method: "POST",
  path: "/lists/:listId/items-batch",
  summary: "成批改：时限、责任角色、责任单位、来源",
  params: listParams,
  body: Type.Object({
    version,
    itemIds: Type.Array(uuid, { minItems: 1, maxItems }),
    ...itemFields,
    /** Adds the units to those already there instead of putting them in their place. */
    keepsUnits: Type.Optional(Type.Boolean()),
    isConfirmed: Type.Optional(Type.Boolean()),
  }),
  response: changed,
});

export const moveItemRoute = defineRoute({
  id: "responsibilities.moveItem",
  method: "POST",
  path: "/lists/:listId/items/:itemId/place",
  summary: "把一项移到第几位；其余各项先后不变",
  params: itemParams,
  body: Type.Object({
    version,
    /** Counted from 1 among the items that stand in the list; beyond the last is the last. */
    place: Type.Integer({ minimum: 1, maximum: 100_000, title: "位次" }),
  }),
  response: changed,
});

export const undoItemsRoute = defineRoute({
  id: "responsibilities.undoItems",
  method: "POST",
  path: "/lists/:listId/undo",
  summary: "撤销刚才的成批设置；其后又有人改过的，不能撤销",
  params: listParams,
  /** The version that the batch made. */
  body: Type.Object({ version }),
  response: changed,
});

export const removeItemsRoute = defineRoute({
  id: "responsibilities.removeItems",
  method: "POST",
  path: "/lists/:listId/removals",
  summary: "从清单拿掉若干项，或放回",
  params: listParams,
  body: Type.Object({
    itemIds: Type.Array(uuid, { minItems: 1, maxItems }),
    isRemoved: Type.Boolean(),
  }),
  response: changed,
});
