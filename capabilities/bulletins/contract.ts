import { Type } from "typebox";
import { defineRoute } from "#platform/http/contract.ts";

const nullable = Type.Union([Type.String(), Type.Null()]);
const params = Type.Object({ bulletinId: Type.String({ format: "uuid" }) });
const version = Type.Integer({ minimum: 1, maximum: 2_147_483_647, title: "版本" });

const bulletinStatus = Type.Union([
  Type.Literal("draft"),
  Type.Literal("checked"),
  Type.Literal("issued"),
  Type.Literal("withdrawn"),
]);

const circleKind = Type.Union([
  Type.Literal("township"),
  Type.Literal("subdistrict"),
  Type.Literal("department"),
  Type.Literal("workingCommittee"),
  Type.Literal("systemCommittee"),
]);

/** What people write; every number is composed from the run. */
const bulletinText = Type.Object({
  title: Type.String({ minLength: 1, maxLength: 200, pattern: "\\S", title: "标题" }),
  circleKinds: Type.Array(circleKind, { maxItems: 5, title: "发送范围" }),
  goodPractice: Type.String({ maxLength: 10_000, title: "好的做法" }),
  nextSteps: Type.String({ maxLength: 10_000, title: "下步要求" }),
  copyTo: Type.String({ maxLength: 200, title: "抄送" }),
  numberPrefix: Type.String({ minLength: 1, maxLength: 20, pattern: "\\S", title: "机关代字" }),
});

const bulletinSummary = Type.Object({
  id: Type.String(),
  title: Type.String(),
  status: bulletinStatus,
  documentNumber: nullable,
  circle: Type.String(),
  draftedByName: Type.String(),
  draftedAt: Type.String(),
  signerName: nullable,
  signedOn: nullable,
});

export const listBulletinsRoute = defineRoute({
  id: "bulletins.list",
  method: "GET",
  path: "/bulletins",
  summary: "通报：本单位起草、核稿、签发的，以及发给本单位的",
  query: Type.Object({
    status: Type.Optional(bulletinStatus),
    search: Type.Optional(Type.String({ maxLength: 60 })),
    after: Type.Optional(Type.String({ maxLength: 60 })),
  }),
  response: Type.Object({
    bulletins: Type.Array(bulletinSummary),
    next: nullable,
    mayDraft: Type.Boolean(),
  }),
});

export const draftBulletinRoute = defineRoute({
  id: "bulletins.draft",
  method: "POST",
  path: "/bulletins",
  summary: "用一次冻结的考核结果起草通报",
  body: Type.Object({ runId: Type.String({ format: "uuid", title: "考核结果" }) }),
  response: Type.Object({ bulletinId: Type.String() }),
});

const column = Type.Object({
  title: Type.String(),
  widthShare: Type.Optional(Type.Number()),
  alignment: Type.Optional(Type.Union([Type.Literal("left"), Type.Literal("center"), Type.Literal("right")])),
});

const block = Type.Union([
  Type.Object({
    kind: Type.Literal("heading"),
    level: Type.Union([Type.Literal(1), Type.Literal(2), Type.Literal(3)]),
    text: Type.String(),
    body: Type.Optional(Type.String()),
  }),
  Type.Object({ kind: Type.Literal("paragraph"), text: Type.String() }),
  Type.Object({
    kind: Type.Literal("table"),
    caption: Type.Optional(Type.String()),
    columns: Type.Array(column),
    rows: Type.Array(Type.Array(Type.String())),
  }),
]);

const bulletinDocument = Type.Object({
  notice: Type.Optional(Type.String()),
  issuerMark: Type.String(),
  documentNumber: Type.Optional(Type.String()),
  title: Type.String(),
  addressees: Type.String(),
  blocks: Type.Array(block),
  attachments: Type.Array(Type.Object({ title: Type.String(), blocks: Type.Array(block) })),
  signatory: Type.String(),
  date: Type.String(),
  copyTo: Type.Optional(Type.String()),
  printer: Type.String(),
  printedOn: Type.String(),
});

const step = Type.Object({
  sequence: Type.Integer(),
  act: Type.String(),
  at: Type.String(),
  personName: Type.String(),
  postTitle: Type.String(),
  note: nullable,
});

export const getBulletinRoute = defineRoute({
  id: "bulletins.get",
  method: "GET",
  path: "/bulletins/:bulletinId",
  summary: "一份通报：正文、经过、现在可以做什么",
  params,
  response: Type.Object({
    bulletin: bulletinSummary,
    version,
    runId: Type.String(),
    runTitle: Type.String(),
    text: bulletinText,
    document: bulletinDocument,
    checkedByName: nullable,
    sha256: nullable,
    withdrawnOn: nullable,
    withdrawnReason: nullable,
    receiverCount: Type.Integer(),
    steps: Type.Array(step),
    allowedActs: Type.Array(Type.String()),
    /** Why somebody who may check in general may not check this one. */
    isOwnWriting: Type.Boolean(),
  }),
});

const changed = Type.Object({ status: bulletinStatus, version });

export const editBulletinRoute = defineRoute({
  id: "bulletins.edit",
  method: "POST",
  path: "/bulletins/:bulletinId/text",
  summary: "修改通报草稿",
  params,
  body: Type.Object({ version, text: bulletinText }),
  response: changed,
});

export const checkBulletinRoute = defineRoute({
  id: "bulletins.check",
  method: "POST",
  path: "/bulletins/:bulletinId/checking",
  summary: "核稿通过（须由起草人以外的人）",
  params,
  body: Type.Object({ version, note: Type.Optional(Type.String({ maxLength: 2_000, title: "核稿意见" })) }),
  response: changed,
});

const withReason = Type.Object({
  version,
  reason: Type.String({ minLength: 1, maxLength: 2_000, title: "理由" }),
});

export const sendBackBulletinRoute = defineRoute({
  id: "bulletins.sendBack",
  method: "POST",
  path: "/bulletins/:bulletinId/return",
  summary: "退回修改",
  params,
  body: withReason,
  response: changed,
});

export const signBulletinRoute = defineRoute({
  id: "bulletins.sign",
  method: "POST",
  path: "/bulletins/:bulletinId/signature",
  summary: "签发：编号、定稿、发送",
  params,
  body: Type.Object({ version }),
  response: Type.Object({ status: bulletinStatus, version, documentNumber: Type.String() }),
});

export const withdrawBulletinRoute = defineRoute({
  id: "bulletins.withdraw",
  method: "POST",
  path: "/bulletins/:bulletinId/withdrawal",
  summary: "撤回通报（写明理由；号码不再使用）",
  params,
  body: withReason,
  response: changed,
});

export const getBulletinFileRoute = defineRoute({
  id: "bulletins.file",
  method: "GET",
  path: "/bulletins/:bulletinId/document.docx",
  summary: "下载通报：已签发的为定稿原件，未签发的为草稿",
  params,
  response: Type.Null(),
  download: true,
});

export const exportBulletinRoute = defineRoute({
  id: "bulletins.ledger",
  method: "GET",
  path: "/bulletins/:bulletinId/ledger.xlsx",
  summary: "通报所附台账：得分名次、问题台账",
  params,
  response: Type.Null(),
  download: true,
});
