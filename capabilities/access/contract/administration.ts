import { Type } from "typebox";
import { defineRoute } from "#platform/http/contract.ts";
import { type EstablishedKind, type UnitKind, unitKindNames } from "#rooms/organizations/core/index.ts";

const establishedKinds = (Object.keys(unitKindNames) as UnitKind[]).filter(
  (kind): kind is EstablishedKind => kind !== "countyCommittee",
);
const nullable = Type.Union([Type.String(), Type.Null()]);
const uuid = Type.String({ format: "uuid" });
const words = "^[^\\u0000\\ud800-\\udfff]*$";
const day = (title: string) => Type.String({ pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", title });
const reason = Type.String({ minLength: 1, maxLength: 500, pattern: words, title: "理由" });
const done = Type.Object({ done: Type.Boolean() });
const accountParams = Type.Object({ accountId: uuid });

const postWords = Type.Object({
  holdingId: Type.String(),
  unitName: Type.String(),
  title: Type.String(),
  from: Type.String(),
  to: nullable,
  isDeputising: Type.Boolean(),
});

const accountSummary = Type.Object({
  id: Type.String(),
  loginName: Type.String(),
  personId: Type.String(),
  personName: Type.String(),
  posts: Type.Array(postWords),
  isSuspended: Type.Boolean(),
  lastSignInAt: nullable,
  demo: Type.Boolean(),
});

const accountState = Type.Union([
  Type.Literal("suspended"),
  Type.Literal("neverUsed"),
  Type.Literal("unused90"),
  Type.Literal("withoutPost"),
  Type.Literal("deputising"),
]);

const accountFilter = Type.Object({
  search: Type.Optional(Type.String({ maxLength: 60, pattern: words, title: "姓名、账号或单位" })),
  state: Type.Optional(accountState),
  after: Type.Optional(Type.String({ maxLength: 40 })),
});

export const listAccountsRoute = defineRoute({
  id: "access.accounts",
  method: "GET",
  path: "/accounts",
  summary: "账号与权限：谁有账号、担任什么岗位、多久没有登录",
  query: accountFilter,
  response: Type.Object({ accounts: Type.Array(accountSummary), next: nullable }),
});

export const getAdministeredAccountRoute = defineRoute({
  id: "access.administeredAccount",
  method: "GET",
  path: "/accounts/:accountId",
  summary: "一个账号：岗位、指名授权、现在可以做什么",
  params: accountParams,
  response: Type.Object({
    account: accountSummary,
    grants: Type.Array(
      Type.Object({
        id: Type.String(),
        subjectKind: Type.String(),
        subjectName: Type.String(),
        from: Type.String(),
        to: Type.String(),
        reason: Type.String(),
      }),
    ),
    maySuspend: Type.Boolean(),
    mayResume: Type.Boolean(),
    mayGrant: Type.Boolean(),
    mayReset: Type.Boolean(),
  }),
});

const openAccount = Type.Object({
  kind: Type.Literal("openAccount"),
  personName: Type.String({ minLength: 1, maxLength: 40, pattern: words, title: "姓名" }),
  loginName: Type.String({ pattern: "^[a-z0-9][a-z0-9._-]{1,39}$", title: "账号" }),
});
const establishUnit = Type.Object({
  kind: Type.Literal("establishUnit"),
  name: Type.String({ minLength: 1, maxLength: 60, pattern: words, title: "简称" }),
  fullName: Type.String({ minLength: 1, maxLength: 120, pattern: words, title: "全称" }),
  unitKind: Type.Enum(establishedKinds, { title: "类别" }),
  officialCode: Type.String({ pattern: "^[0-9A-Z][0-9A-Z-]{0,39}$", title: "组织代码" }),
  parentId: Type.String({ format: "uuid", title: "上级单位" }),
  isDraftingForParent: Type.Boolean({ title: "代上级起草" }),
});
const resetPassword = Type.Object({ kind: Type.Literal("resetPassword"), accountId: uuid });
const appoint = Type.Object({
  kind: Type.Literal("appoint"),
  personId: uuid,
  postId: uuid,
  from: day("起始日"),
  to: Type.Union([Type.Null(), day("截止日")]),
  isDeputising: Type.Boolean({ title: "代理" }),
});
const grantByName = Type.Object({
  kind: Type.Literal("grantByName"),
  personId: uuid,
  subjectKind: Type.Literal("list"),
  subjectId: uuid,
  from: day("起始日"),
  to: day("截止日"),
});

/** What is asked for; the kinds are in core/request.ts. */
export const requestPayload = Type.Union([openAccount, establishUnit, resetPassword, appoint, grantByName]);

export const askRequestRoute = defineRoute({
  id: "access.ask",
  method: "POST",
  path: "/access-requests",
  summary: "提出：开立账号、设立单位、重置密码、授予岗位、指名授权，由另一名管理员核准",
  body: Type.Object({ payload: requestPayload, reason }),
  response: Type.Object({ requestId: Type.String() }),
});

const requestStatus = Type.Union([
  Type.Literal("pending"),
  Type.Literal("approved"),
  Type.Literal("refused"),
  Type.Literal("withdrawn"),
]);

export const listRequestsRoute = defineRoute({
  id: "access.requests",
  method: "GET",
  path: "/access-requests",
  summary: "管理员提出的事项：待核准的和办过的",
  query: Type.Object({
    status: Type.Optional(requestStatus),
    after: Type.Optional(uuid),
  }),
  response: Type.Object({
    requests: Type.Array(
      Type.Object({
        id: Type.String(),
        kind: Type.String(),
        words: Type.String(),
        reason: Type.String(),
        status: requestStatus,
        askedAt: Type.String(),
        askedByName: Type.String(),
        decidedAt: nullable,
        decidedByName: nullable,
        note: nullable,
        mayDecide: Type.Boolean(),
        mayWithdraw: Type.Boolean(),
      }),
    ),
    next: nullable,
  }),
});

const requestParams = Type.Object({ requestId: uuid });

export const decideRequestRoute = defineRoute({
  id: "access.decide",
  method: "POST",
  path: "/access-requests/:requestId/decision",
  summary: "核准或不核准；核准开立账号和重置密码时，初始密码只显示这一次",
  params: requestParams,
  body: Type.Object({
    isApproved: Type.Boolean({ title: "核准" }),
    note: Type.Optional(Type.String({ maxLength: 500, pattern: words, title: "意见" })),
  }),
  response: Type.Object({ status: requestStatus, firstPassword: nullable }),
  /** Never kept for a repeated command. */
  isSecret: true,
});

export const withdrawRequestRoute = defineRoute({
  id: "access.withdraw",
  method: "POST",
  path: "/access-requests/:requestId/withdrawal",
  summary: "撤回自己提出而尚未核准的事项",
  params: requestParams,
  response: done,
});

export const suspendAccountRoute = defineRoute({
  id: "access.suspend",
  method: "POST",
  path: "/accounts/:accountId/suspension",
  summary: "停用账号：立即退出全部登录，直到恢复",
  params: accountParams,
  body: Type.Object({ reason }),
  response: done,
});

export const resumeAccountRoute = defineRoute({
  id: "access.resume",
  method: "POST",
  path: "/accounts/:accountId/resumption",
  summary: "恢复停用的账号",
  params: accountParams,
  body: Type.Object({ reason }),
  response: done,
});

export const endHoldingRoute = defineRoute({
  id: "access.endHolding",
  method: "POST",
  path: "/holdings/:holdingId/end",
  summary: "结束任职：写明最后一天；权限和登录随之结束",
  params: Type.Object({ holdingId: uuid }),
  body: Type.Object({ lastDay: day("最后一天"), reason }),
  response: done,
});

export const endGrantRoute = defineRoute({
  id: "access.endGrant",
  method: "POST",
  path: "/named-grants/:grantId/end",
  summary: "收回指名授权，立即生效",
  params: Type.Object({ grantId: uuid }),
  body: Type.Object({ reason }),
  response: done,
});

export const findPostsRoute = defineRoute({
  id: "access.posts",
  method: "GET",
  path: "/posts",
  summary: "按单位或岗位名称查找岗位，供授予",
  query: Type.Object({
    search: Type.String({ minLength: 1, maxLength: 60, pattern: words, title: "单位或岗位" }),
  }),
  response: Type.Object({
    posts: Type.Array(
      Type.Object({
        id: Type.String(),
        unitName: Type.String(),
        title: Type.String(),
        holderName: nullable,
      }),
    ),
  }),
});

export const findParentsRoute = defineRoute({
  id: "access.parents",
  method: "GET",
  path: "/unit-parents",
  summary: "按名称查找单位，供在其下设立",
  query: Type.Object({
    search: Type.String({ minLength: 1, maxLength: 60, pattern: words, title: "上级单位" }),
  }),
  response: Type.Object({
    units: Type.Array(Type.Object({ id: Type.String(), name: Type.String(), parentName: nullable })),
  }),
});
