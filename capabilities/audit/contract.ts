import { Type } from "typebox";
import { defineRoute } from "#platform/http/contract.ts";

const nullable = Type.Union([Type.String(), Type.Null()]);
const day = (title: string) => Type.String({ pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", title });
const fragment = (title: string) => Type.String({ maxLength: 80, title });

const recordFilter = Type.Object({
  from: Type.Optional(day("开始日期")),
  to: Type.Optional(day("截止日期")),
  person: Type.Optional(fragment("人员或账号")),
  action: Type.Optional(Type.String({ maxLength: 60, title: "操作" })),
  subject: Type.Optional(fragment("对象")),
  unit: Type.Optional(fragment("单位")),
  result: Type.Optional(Type.Union([Type.Literal("done"), Type.Literal("refused")])),
  requestId: Type.Optional(Type.String({ maxLength: 60, title: "请求编号" })),
  search: Type.Optional(fragment("任意片段")),
  after: Type.Optional(Type.String({ maxLength: 80 })),
});

export const auditRecordSummary = Type.Object({
  id: Type.String(),
  at: Type.String(),
  personName: nullable,
  postTitle: nullable,
  unitName: nullable,
  action: Type.String(),
  actionTitle: Type.String(),
  subjectKind: Type.String(),
  subjectId: Type.String(),
  subjectTitle: nullable,
  result: Type.String(),
  remoteAddress: nullable,
  requestId: Type.String(),
  /** Its place in the chain; null until it is sealed. */
  sequence: Type.Union([Type.Integer(), Type.Null()]),
});

export const listAuditRecordsRoute = defineRoute({
  id: "audit.records",
  method: "GET",
  path: "/audit/records",
  summary: "审计记录：谁以什么岗位、从哪里、对什么做了什么",
  query: recordFilter,
  response: Type.Object({
    records: Type.Array(auditRecordSummary),
    next: nullable,
    /** The first day that was looked through, also when nobody named one. */
    from: Type.String(),
  }),
});

export const exportAuditRecordsRoute = defineRoute({
  id: "audit.export",
  method: "GET",
  path: "/audit/records.xlsx",
  summary: "按当前筛选导出审计记录",
  query: recordFilter,
  response: Type.Null(),
  download: true,
});

/** One field that the act touched. */
const changedField = Type.Object({ field: Type.String(), before: nullable, after: nullable });

export const getAuditRecordRoute = defineRoute({
  id: "audit.record",
  method: "GET",
  path: "/audit/records/:recordId",
  summary: "一条审计记录：前后对照、封存情况",
  params: Type.Object({ recordId: Type.String({ format: "uuid" }) }),
  response: Type.Object({
    record: auditRecordSummary,
    accountId: nullable,
    fields: Type.Array(changedField),
    seal: Type.Union([
      Type.Object({ sequence: Type.Integer(), digest: Type.String(), sealedAt: Type.String() }),
      Type.Null(),
    ]),
  }),
});

export const listActsRoute = defineRoute({
  id: "audit.acts",
  method: "GET",
  path: "/audit/acts",
  summary: "审计记录中的操作名称",
  response: Type.Object({ acts: Type.Array(Type.Object({ action: Type.String(), title: Type.String() })) }),
});

export const getChainRoute = defineRoute({
  id: "audit.chain",
  method: "GET",
  path: "/audit/chain",
  summary: "审计链的状态：已链接、最后封存、尚未封存",
  response: Type.Object({
    sealed: Type.Integer(),
    lastSealedAt: nullable,
    headDigest: nullable,
    unsealed: Type.Integer(),
    /** Links that are still here; the ones before are archived. */
    present: Type.Integer(),
  }),
});

export const verifyChainRoute = defineRoute({
  id: "audit.verify",
  method: "POST",
  path: "/audit/verification",
  summary: "核验审计链的一段；从第一段起逐段调用，直到全部核完",
  body: Type.Object({ after: Type.Optional(Type.Integer({ minimum: 0, title: "从第几条之后" })) }),
  response: Type.Object({
    /** Links that were found to hold in this stretch. */
    checked: Type.Integer(),
    /** The last one that holds: the next stretch begins behind it. */
    sequence: Type.Integer(),
    isThrough: Type.Boolean(),
    unsealed: Type.Integer(),
    fault: Type.Union([
      Type.Object({
        sequence: Type.Union([Type.Integer(), Type.Null()]),
        recordId: nullable,
        words: Type.String(),
      }),
      Type.Null(),
    ]),
  }),
});
