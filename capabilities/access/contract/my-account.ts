import { Type } from "typebox";
import { defineRoute } from "#platform/http/contract.ts";
import { signInStep } from "./session.ts";

const moment = Type.String({ format: "date-time" });
const nullableMoment = Type.Union([moment, Type.Null()]);
const done = Type.Object({ done: Type.Boolean() });
const password = Type.String({ minLength: 1, maxLength: 200, title: "密码" });

const shownSession = Type.Object({
  id: Type.String(),
  device: Type.String(),
  remoteAddress: Type.String(),
  startedAt: moment,
  usedAt: moment,
  method: Type.Union([Type.Literal("password"), Type.Literal("singleSignOn")]),
  isThis: Type.Boolean(),
});

export const getAccountRoute = defineRoute({
  id: "access.account",
  method: "GET",
  path: "/me/account",
  summary: "我的账号：密码、第二重验证、登录设备",
  response: Type.Object({
    loginName: Type.String(),
    demo: Type.Boolean(),
    mustHaveFactor: Type.Boolean(),
    passwordSetAt: nullableMoment,
    passkeysPossible: Type.Boolean(),
    passkeys: Type.Array(
      Type.Object({ id: Type.String(), name: Type.String(), addedAt: moment, usedAt: nullableMoment }),
    ),
    authenticator: Type.Union([
      Type.Object({ id: Type.String(), addedAt: moment, usedAt: nullableMoment }),
      Type.Null(),
    ]),
    recoveryCodesLeft: Type.Integer(),
    singleSignOn: Type.Union([Type.Object({ name: Type.String(), linkedAt: nullableMoment }), Type.Null()]),
    sessions: Type.Array(shownSession),
    signIns: Type.Array(shownSession),
  }),
});

export const changePasswordRoute = defineRoute({
  id: "access.changePassword",
  method: "POST",
  path: "/me/password",
  summary: "修改密码",
  duringSteps: ["passwordChange"],
  isSecret: true,
  body: Type.Object({
    /** Left out at the first change, where it was typed a moment ago. */
    current: Type.Optional(Type.String({ minLength: 1, maxLength: 200, title: "原密码" })),
    next: Type.String({ minLength: 1, maxLength: 200, title: "新密码" }),
  }),
  response: Type.Object({ step: signInStep }),
});

export const endSessionRoute = defineRoute({
  id: "access.endSession",
  method: "POST",
  path: "/me/sessions/:sessionId/end",
  summary: "结束一处登录",
  params: Type.Object({ sessionId: Type.String({ pattern: "^[0-9a-f]{32}$" }) }),
  response: done,
});

export const endOtherSessionsRoute = defineRoute({
  id: "access.endOtherSessions",
  method: "POST",
  path: "/me/sessions/end-others",
  summary: "结束其他各处登录",
  response: done,
});

export const beginLinkRoute = defineRoute({
  id: "access.beginLink",
  method: "POST",
  path: "/me/single-sign-on",
  summary: "去统一认证平台绑定本账号",
  isSecret: true,
  body: Type.Object({ password }),
  response: Type.Object({ address: Type.String() }),
});

export const removeLinkRoute = defineRoute({
  id: "access.removeLink",
  method: "POST",
  path: "/me/single-sign-on/removal",
  summary: "解除与统一认证平台的绑定",
  isSecret: true,
  body: Type.Object({ password }),
  response: done,
});
