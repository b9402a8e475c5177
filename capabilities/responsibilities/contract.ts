import { Type } from "typebox";
import { defineRoute } from "#platform/http/contract.ts";

const nullable = Type.Union([Type.Null(), Type.String()]);
const uuid = Type.String({ format: "uuid" });
const version = Type.Integer({ minimum: 1, title: "版本" });
const year = Type.Integer({ minimum: 2000, maximum: 2100, title: "年度" });
const day = Type.String({ pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", title: "时限" });
const title = Type.String({ minLength: 1, maxLength: 200, title: "清单名称" });
const listParams = Type.Object({ listId: uuid });
const itemParams = Type.Object({ listId: uuid, itemId: uuid });

/** More in one act than anybody could look through. */
const maxItems = 1_000;
const maxUnits = 2_000;

export const listStatus = Type.Union([
  Type.Literal("draft"),
  Type.Literal("forSignature"),
  Type.Literal("published"),
  Type.Literal("cancelled"),
]);

export const listStep = Type.Union([
  Type.Literal("submit"),
  Type.Literal("withdraw"),
  Type.Literal("return"),
  Type.Literal("issue"),
  Type.Literal("cancel"),
]);

export const itemOrigin = Type.Union([
  Type.Literal("keyPoints"),
  Type.Literal("selfFound"),
  Type.Literal("superiorReview"),
  Type.Literal("masses"),
  Type.Literal("inspection"),
  Type.Literal("appraisal"),
  Type.Literal("other"),
]);

export const responsibilityRole = Type.Union([
  Type.Literal("firstResponsible"),
  Type.Literal("directResponsible"),
  Type.Literal("mainResponsible"),
  Type.Literal("specificResponsible"),
  Type.Literal("dualDuty"),
]);

export const listSummary = Type.Object({
  id: Type.String(),
  title: Type.String(),
  year: Type.Integer(),
  status: listStatus,
  drafterName: Type.String(),
  issuerName: Type.String(),
  itemCount: Type.Integer(),
  createdAt: Type.String(),
  createdByName: Type.String(),
  signedOn: nullable,
  signerName: nullable,
});

export const listListsRoute = defineRoute({
  id: "responsibilities.list",
  method: "GET",
  path: "/lists",
  summary: "责任清单：本单位起草的、待我签发的、已签发的",
  query: Type.Object({
    year: Type.Optional(year),
    status: Type.Optional(listStatus),
    search: Type.Optional(Type.String({ maxLength: 60 })),
    after: Type.Optional(uuid),
  }),
  response: Type.Object({ lists: Type.Array(listSummary), next: nullable }),
});

const namedUnit = Type.Object({ id: Type.String(), name: Type.String() });

export const listIssuersRoute = defineRoute({
  id: "responsibilities.issuers",
  method: "GET",
  path: "/list-issuers",
  summary: "本单位可以用谁的名义起草清单",
  response: Type.Object({ issuers: Type.Array(namedUnit) }),
});

export const createListRoute = defineRoute({
  id: "responsibilities.create",
  method: "POST",
  path: "/lists",
  summary: "新建责任清单：空白、由文件的要求生成、或分解一个上级事项",
  body: Type.Object({
    title,
    year,
    issuerUnitId: uuid,
    /** Requirements become items; without `clauseIds` all that stand in no list yet. */
    documentId: Type.Optional(uuid),
    clauseIds: Type.Optional(Type.Array(uuid, { maxItems })),
    origin: Type.Optional(itemOrigin),
    parentTaskId: Type.Optional(uuid),
  }),
  response: Type.Object({ listId: Type.String(), items: Type.Integer() }),
});

const responsiblePost = Type.Object({
  postId: Type.String(),
  title: Type.String(),
  role: nullable,
  personName: nullable,
});

const finding = Type.Object({ code: Type.String(), words: Type.String(), isWarning: Type.Boolean() });

export const listItem = Type.Object({
  id: Type.String(),
  ordinal: Type.Integer(),
  version: Type.Integer(),
  origin: itemOrigin,
  content: Type.String(),
  target: Type.String(),
  measures: Type.String(),
  role: Type.Union([Type.Null(), responsibilityRole]),
  dueDate: nullable,
  remarks: Type.String(),
  /** Units and deadline were read out of the document and nobody has confirmed them. */
  isProposed: Type.Boolean(),
  source: Type.Union([
    Type.Null(),
    Type.Object({ documentId: Type.String(), documentTitle: Type.String(), line: Type.Integer() }),
  ]),
  leads: Type.Array(
    Type.Object({
      unitId: Type.String(),
      unitName: Type.String(),
      unitKind: Type.String(),
      /** Chosen by hand instead of by the role. */
      isChosen: Type.Boolean(),
      responsible: Type.Union([Type.Null(), responsiblePost]),
    }),
  ),
  assists: Type.Array(namedUnit),
  findings: Type.Array(finding),
});

export const getListRoute = defineRoute({
  id: "responsibilities.get",
  method: "GET",
  path: "/lists/:listId",
  summary: "一份清单：条目、承办人、三明确检查、现在可以做什么",
  params: listParams,
  response: Type.Object({
    list: Type.Object({
      ...listSummary.properties,
      version: Type.Integer(),
      issuerUnitId: Type.String(),
      documentId: nullable,
      parentTask: Type.Union([
        Type.Null(),
        Type.Object({ id: Type.String(), title: Type.String(), dueDate: Type.String() }),
      ]),
      signerPost: nullable,
      returnNote: nullable,
    }),
    items: Type.Array(listItem),
    mayEdit: Type.Boolean(),
    steps: Type.Array(listStep),
  }),
});

export const listReceiversRoute = defineRoute({
  id: "responsibilities.receivers",
  method: "GET",
  path: "/lists/:listId/receivers",
  summary: "签发单位可以直接交办的单位及其岗位",
  params: listParams,
  response: Type.Object({
    units: Type.Array(
      Type.Object({
        id: Type.String(),
        name: Type.String(),
        kind: Type.String(),
        posts: Type.Array(responsiblePost),
      }),
    ),
  }),
});

const changed = Type.Object({ version: Type.Integer() });

export const changeListRoute = defineRoute({
  id: "responsibilities.change",
  method: "POST",
  path: "/lists/:listId/details",
  summary: "改清单的名称、年度、签发单位",
  params: listParams,
  body: Type.Object({
    version,
    title: Type.Optional(title),
    year: Type.Optional(year),
    issuerUnitId: Type.Optional(uuid),
  }),
  response: changed,
});

export const addItemRoute = defineRoute({
  id: "responsibilities.addItem",
  method: "POST",
  path: "/lists/:listId/items",
  summary: "手工加一项",
  params: listParams,
  body: Type.Object({
    content: Type.String({ maxLength: 5_000, title: "任务" }),
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

const longText = (name: string) => Type.String({ maxLength: 5_000, title: name });
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
      Type.Array(Type.Object({ unitId: uuid, postId: Type.Union([Type.Null(), uuid]) }), { maxItems: maxUnits }),
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
  }),
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

export const takeStepRoute = defineRoute({
  id: "responsibilities.takeStep",
  method: "POST",
  path: "/lists/:listId/steps",
  summary: "送签、撤回、退回修改、签发、作废",
  params: listParams,
  body: Type.Object({
    version,
    step: listStep,
    note: Type.Optional(Type.String({ maxLength: 2_000, title: "意见" })),
  }),
  response: Type.Object({ status: listStatus, version: Type.Integer(), tasks: Type.Integer() }),
});

const lamp = Type.Union([
  Type.Literal("green"),
  Type.Literal("amber"),
  Type.Literal("red"),
  Type.Literal("grey"),
  Type.Literal("blue"),
]);

export const receipt = Type.Object({
  taskId: Type.String(),
  itemId: Type.String(),
  ordinal: Type.Integer(),
  itemTitle: Type.String(),
  unitId: Type.String(),
  unitName: Type.String(),
  ownerName: Type.String(),
  ownerPost: Type.String(),
  dueDate: Type.String(),
  status: Type.Union([
    Type.Literal("assigned"),
    Type.Literal("inProgress"),
    Type.Literal("submitted"),
    Type.Literal("returned"),
    Type.Literal("closed"),
    Type.Literal("cancelled"),
  ]),
  lamp,
  workdaysLate: Type.Integer(),
  openedAt: nullable,
  acknowledgedAt: nullable,
});

export const listReceiptsRoute = defineRoute({
  id: "responsibilities.receipts",
  method: "GET",
  path: "/lists/:listId/receipts",
  summary: "签收情况：哪些单位没有打开、没有签收、办到哪一步",
  params: listParams,
  response: Type.Object({
    receipts: Type.Array(receipt),
    unopened: Type.Array(Type.Object({ unitId: Type.String(), unitName: Type.String(), tasks: Type.Integer() })),
  }),
});

export const exportListRoute = defineRoute({
  id: "responsibilities.export",
  method: "GET",
  path: "/lists/:listId/ledger.xlsx",
  summary: "导出责任清单",
  params: listParams,
  response: Type.Null(),
  download: true,
});
