import { Type } from "typebox";
import { defineRoute } from "#platform/http/contract.ts";
import { signInSteps } from "../core/index.ts";

/** What still has to be done before the session reaches everything; null when nothing has. */
export const signInStep = Type.Union([
  Type.Literal("factorCheck"),
  Type.Literal("passwordChange"),
  Type.Literal("factorSetup"),
  Type.Null(),
]);

const moment = Type.String({ format: "date-time" });

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
  /** What the acting post may do anywhere at all: pages for anything else are not offered. */
  actions: Type.Array(Type.String()),
  /** Today as the server counts it, in China. */
  today: Type.String(),
  /** When and from where one signed in before this session, and how often somebody failed to since; null: never. */
  formerSignIn: Type.Union([
    Type.Object({ at: moment, from: Type.String(), failures: Type.Integer() }),
    Type.Null(),
  ]),
  signedInAt: moment,
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
    /** The name of the unit's own sign-on; null when there is none. */
    singleSignOn: Type.Union([Type.String(), Type.Null()]),
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
  response: Type.Object({ step: signInStep }),
});

export const signOutRoute = defineRoute({
  id: "access.signOut",
  method: "POST",
  path: "/session/end",
  summary: "退出登录",
  open: true,
  response: Type.Object({ done: Type.Boolean() }),
});

/** Where a sign-in stands: for the page that leads through its steps. */
export const getSignInRoute = defineRoute({
  id: "access.signInState",
  method: "GET",
  path: "/session",
  summary: "登录进行到哪一步",
  duringSteps: signInSteps,
  response: Type.Object({
    step: signInStep,
    loginName: Type.String(),
    demo: Type.Boolean(),
    /** Ways to pass the second factor. */
    hasPasskey: Type.Boolean(),
    hasAuthenticator: Type.Boolean(),
    /** Whether a passkey works at this address: https with a name, or localhost. */
    passkeysPossible: Type.Boolean(),
  }),
});

export const beginSingleSignOnRoute = defineRoute({
  id: "access.beginSingleSignOn",
  method: "POST",
  path: "/session/single-sign-on",
  summary: "去统一认证平台登录",
  open: true,
  body: Type.Object({ areaCode: Type.String({ pattern: "^[0-9]{6}$", title: "地区" }) }),
  response: Type.Object({ address: Type.String() }),
});

export const finishSingleSignOnRoute = defineRoute({
  id: "access.finishSingleSignOn",
  method: "POST",
  path: "/session/single-sign-on/return",
  summary: "从统一认证平台返回",
  open: true,
  body: Type.Object({
    /** What stands behind the question mark of the address to which the platform sent the browser back. */
    returned: Type.String({ minLength: 1, maxLength: 4000, title: "返回内容" }),
  }),
  response: Type.Object({ step: signInStep, linked: Type.Boolean() }),
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
