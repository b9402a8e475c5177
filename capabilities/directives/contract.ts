import { Type } from "typebox";
import { defineRoute } from "#platform/http/contract.ts";

const nullable = Type.Union([Type.Null(), Type.String()]);
const nullableNumber = Type.Union([Type.Null(), Type.Number()]);
/** In what is sent, "nothing" comes first: the validator would else read null as an empty text. */
const optionalDay = Type.Union([
  Type.Null(),
  Type.String({ pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", title: "日期" }),
]);
const year = Type.Integer({ minimum: 1949, maximum: 2100, title: "年份" });
/** Without what no column takes: the character 0 and half a character. */
const words = "^[^\\u0000\\ud800-\\udfff]*$";
const version = Type.Integer({ minimum: 1, maximum: 2_147_483_647, title: "版本" });
const documentParams = Type.Object({ documentId: Type.String({ format: "uuid" }) });
const clauseId = Type.String({ format: "uuid" });

/** Pictures make an honest document large; its text never is. */
export const maxDocumentBytes = 50 * 1024 * 1024;
export const maxClauseCharacters = 100_000;

const coverage = Type.Object({
  requirements: Type.Integer(),
  assigned: Type.Integer(),
  unassigned: Type.Integer(),
  dropped: Type.Integer(),
});

export const documentSummary = Type.Object({
  id: Type.String(),
  title: Type.String(),
  documentNumber: nullable,
  year: Type.Integer(),
  documentDate: nullable,
  fileName: Type.String(),
  unitName: Type.String(),
  enteredAt: Type.String(),
  enteredByName: Type.String(),
  coverage,
});

const comparator = Type.Union([
  Type.Literal("atLeast"),
  Type.Literal("atMost"),
  Type.Literal("equal"),
  Type.Literal("between"),
  Type.Literal("notBelowLastYear"),
]);
const period = Type.Union([
  Type.Null(),
  Type.Literal("week"),
  Type.Literal("month"),
  Type.Literal("quarter"),
  Type.Literal("halfYear"),
  Type.Literal("year"),
  Type.Literal("term"),
]);
const organizationRole = Type.Union([
  Type.Literal("lead"),
  Type.Literal("responsible"),
  Type.Literal("assist"),
]);

export const outlineClause = Type.Object({
  id: Type.String(),
  parentId: nullable,
  level: Type.Integer(),
  marker: nullable,
  heading: nullable,
  text: Type.String(),
  sourceLine: Type.Integer(),
  start: Type.Integer(),
  end: Type.Integer(),
  requirement: Type.Boolean(),
  quantities: Type.Array(
    Type.Object({
      text: Type.String(),
      comparator,
      value: nullableNumber,
      max: nullableNumber,
      unit: nullable,
      per: nullable,
    }),
  ),
  deadlines: Type.Array(Type.Object({ text: Type.String(), date: nullable })),
  frequencies: Type.Array(Type.Object({ text: Type.String(), times: nullableNumber, period })),
  organizations: Type.Array(Type.Object({ text: Type.String(), role: organizationRole })),
  edited: Type.Boolean(),
  dropped: Type.Boolean(),
  /** A requirement with words of its own, which somebody must be given. */
  assignable: Type.Boolean(),
  /** The lists that took it up. */
  listIds: Type.Array(Type.String()),
});

export const listDocumentsRoute = defineRoute({
  id: "directives.list",
  method: "GET",
  path: "/documents",
  summary: "本单位的上级文件，附覆盖情况",
  query: Type.Object({
    year: Type.Optional(year),
    search: Type.Optional(Type.String({ maxLength: 60, pattern: words })),
    after: Type.Optional(Type.String({ maxLength: 80 })),
  }),
  response: Type.Object({ documents: Type.Array(documentSummary), next: nullable }),
});

export const uploadDocumentRoute = defineRoute({
  id: "directives.upload",
  method: "POST",
  path: "/documents",
  summary: "上传文件（.txt 或 .docx）并分解为逐条要求",
  body: Type.Object({
    year: Type.Optional(year),
    title: Type.Optional(Type.String({ maxLength: 200, pattern: words })),
  }),
  response: Type.Object({ documentId: Type.String(), clauses: Type.Integer(), requirements: Type.Integer() }),
  upload: { maxFiles: 1, maxBytes: maxDocumentBytes },
});

/** What the last edit did, when it can still be taken back. */
const lastEdit = Type.Union([Type.Null(), Type.Object({ kind: Type.String(), byName: Type.String() })]);

export const getDocumentRoute = defineRoute({
  id: "directives.get",
  method: "GET",
  path: "/documents/:documentId",
  summary: "一份文件：原文、提纲、覆盖情况",
  params: documentParams,
  response: Type.Object({
    document: Type.Object({ ...documentSummary.properties, version: Type.Integer() }),
    content: Type.String(),
    clauses: Type.Array(outlineClause),
    mayEdit: Type.Boolean(),
    lastEdit,
  }),
});

export const outlineEdit = Type.Union([
  Type.Object({
    kind: Type.Literal("text"),
    clauseId,
    text: Type.String({ minLength: 1, maxLength: maxClauseCharacters, pattern: words, title: "文字" }),
  }),
  Type.Object({ kind: Type.Literal("requirement"), clauseId, requirement: Type.Boolean() }),
  Type.Object({ kind: Type.Literal("merge"), clauseId }),
  Type.Object({ kind: Type.Literal("split"), clauseId, position: Type.Integer({ minimum: 1 }) }),
  Type.Object({ kind: Type.Literal("drop"), clauseId }),
  Type.Object({ kind: Type.Literal("takeBack"), clauseId }),
]);

const edited = Type.Object({ version: Type.Integer() });

/** An edit touches a few clauses of thousands: only these are sent. `index` is the place in the outline afterwards. */
export const outlineChange = Type.Object({
  version: Type.Integer(),
  coverage,
  lastEdit,
  changed: Type.Array(outlineClause),
  added: Type.Array(Type.Object({ index: Type.Integer(), clause: outlineClause })),
  removedIds: Type.Array(Type.String()),
});

export const editOutlineRoute = defineRoute({
  id: "directives.edit",
  method: "POST",
  path: "/documents/:documentId/edits",
  summary: "改一条：文字、是否要求、并入上一条、拆开、剔除、恢复",
  params: documentParams,
  body: Type.Object({ version, edit: outlineEdit }),
  response: outlineChange,
});

export const undoEditRoute = defineRoute({
  id: "directives.undo",
  method: "POST",
  path: "/documents/:documentId/undo",
  summary: "撤销最近一次修改（其后没有别的修改）",
  params: documentParams,
  body: Type.Object({ version }),
  response: outlineChange,
});

export const changeDocumentRoute = defineRoute({
  id: "directives.change",
  method: "POST",
  path: "/documents/:documentId/details",
  summary: "改标题、文号、日期、年份；改年份后重读没有改过的条的时限",
  params: documentParams,
  body: Type.Object({
    version,
    title: Type.Optional(Type.String({ minLength: 1, maxLength: 200, pattern: words, title: "标题" })),
    documentNumber: Type.Optional(
      Type.Union([Type.Null(), Type.String({ maxLength: 40, pattern: words, title: "文号" })]),
    ),
    documentDate: Type.Optional(optionalDay),
    year: Type.Optional(year),
  }),
  response: edited,
});

export const exportOutlineRoute = defineRoute({
  id: "directives.export",
  method: "GET",
  path: "/documents/:documentId/outline.xlsx",
  summary: "导出分解提纲",
  params: documentParams,
  response: Type.Null(),
  download: true,
});

export const getOriginalRoute = defineRoute({
  id: "directives.original",
  method: "GET",
  path: "/documents/:documentId/original",
  summary: "下载原文件",
  params: documentParams,
  response: Type.Null(),
  download: true,
});
