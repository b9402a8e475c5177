import { Type } from "typebox";
import { defineRoute } from "#platform/http/contract.ts";
import {
  changed,
  itemOrigin,
  listParams,
  listStatus,
  listStep,
  listSummary,
  maxItems,
  namedUnit,
  nullable,
  responsibilityRole,
  title,
  uuid,
  version,
  words,
  year,
} from "./shapes.ts";

export const listListsRoute = defineRoute({
  id: "responsibilities.list",
  method: "GET",
  path: "/lists",
  summary: "责任清单：本单位起草的、待我签发的、已签发的",
  query: Type.Object({
    year: Type.Optional(year),
    status: Type.Optional(listStatus),
    /** Drafted by the actor's unit; waiting for the actor's signature; without it all that he may read. */
    box: Type.Optional(Type.Union([Type.Literal("own"), Type.Literal("toSign")])),
    search: Type.Optional(Type.String({ maxLength: 60, pattern: words })),
    after: Type.Optional(uuid),
  }),
  response: Type.Object({ lists: Type.Array(listSummary), next: nullable }),
});

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
    Type.Object({
      documentId: Type.String(),
      documentTitle: Type.String(),
      clauseId: Type.String(),
      line: Type.Integer(),
    }),
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
        /** The issuer itself: what it takes on is its own work plan. */
        isIssuer: Type.Boolean(),
        posts: Type.Array(responsiblePost),
      }),
    ),
  }),
});

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

export const takeStepRoute = defineRoute({
  id: "responsibilities.takeStep",
  method: "POST",
  path: "/lists/:listId/steps",
  summary: "送签、撤回、退回修改、签发、作废",
  params: listParams,
  body: Type.Object({
    version,
    step: listStep,
    note: Type.Optional(Type.String({ maxLength: 2_000, pattern: words, title: "意见" })),
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
  isSlipped: Type.Boolean(),
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
    unopened: Type.Array(
      Type.Object({ unitId: Type.String(), unitName: Type.String(), tasks: Type.Integer() }),
    ),
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
