import { Type } from "typebox";
import { defineRoute } from "#platform/http/contract.ts";

const postSchema = Type.Object({
  holdingId: Type.String(),
  title: Type.String(),
  kind: Type.String(),
  unitId: Type.String(),
  unitName: Type.String(),
  unitKind: Type.String(),
  /** The committee in whose name this post's unit drafts. */
  committeeId: Type.Union([Type.String(), Type.Null()]),
});

export const me = Type.Object({
  personName: Type.String(),
  areaCode: Type.String(),
  acting: postSchema,
  posts: Type.Array(postSchema),
  /** Today as the server counts it, in China. */
  today: Type.String(),
});

export const getSiteRoute = defineRoute({
  id: "access.site",
  method: "GET",
  path: "/site",
  summary: "登录页所需：有哪些地区、是否演示数据",
  open: true,
  response: Type.Object({
    areas: Type.Array(Type.Object({ code: Type.String(), name: Type.String() })),
    demo: Type.Boolean(),
  }),
});

export const signInRoute = defineRoute({
  id: "access.signIn",
  method: "POST",
  path: "/session",
  summary: "登录",
  open: true,
  body: Type.Object({
    areaCode: Type.String({ pattern: "^[0-9]{6}$", title: "地区" }),
    loginName: Type.String({ minLength: 1, maxLength: 40, title: "账号" }),
    password: Type.String({ minLength: 1, maxLength: 200, title: "密码" }),
  }),
  response: Type.Object({ done: Type.Boolean() }),
});

export const signOutRoute = defineRoute({
  id: "access.signOut",
  method: "POST",
  path: "/session/end",
  summary: "退出登录",
  open: true,
  response: Type.Object({ done: Type.Boolean() }),
});

export const getMeRoute = defineRoute({
  id: "access.me",
  method: "GET",
  path: "/me",
  summary: "我是谁，以什么岗位办事",
  response: me,
});

export const actAsRoute = defineRoute({
  id: "access.actAs",
  method: "POST",
  path: "/me/acting-post",
  summary: "换一个岗位办事",
  body: Type.Object({ holdingId: Type.String({ format: "uuid", title: "岗位" }) }),
  response: Type.Object({ done: Type.Boolean() }),
});
