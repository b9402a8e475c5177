import { Type } from "typebox";
import { defineRoute } from "#platform/http/contract.ts";
import { signInStep } from "./session.ts";

const done = Type.Object({ step: signInStep });

const base64 = (maxLength: number) => Type.String({ pattern: "^[A-Za-z0-9_-]*={0,2}$", maxLength });
const password = Type.String({ minLength: 1, maxLength: 200, title: "密码" });
const code = Type.String({ pattern: "^[0-9]{6}$", title: "动态口令" });

/** What a browser hands over after it has asked a passkey (WebAuthn); only the parts that are checked. */
const assertion = Type.Object({
  id: base64(1400),
  rawId: base64(1400),
  type: Type.Literal("public-key"),
  response: Type.Object({
    clientDataJSON: base64(4000),
    authenticatorData: base64(4000),
    signature: base64(4000),
    userHandle: Type.Optional(base64(200)),
  }),
  clientExtensionResults: Type.Object({}),
});

const attestation = Type.Object({
  id: base64(1400),
  rawId: base64(1400),
  type: Type.Literal("public-key"),
  response: Type.Object({
    clientDataJSON: base64(4000),
    attestationObject: base64(20_000),
    transports: Type.Optional(Type.Array(Type.String({ maxLength: 20 }), { maxItems: 10 })),
  }),
  clientExtensionResults: Type.Object({}),
});

/** JSON for the browser's own function, which alone knows how to read it. */
const ceremony = Type.Object({ optionsJson: Type.String() });

export const checkCodeRoute = defineRoute({
  id: "access.checkCode",
  method: "POST",
  path: "/session/second-factor/code",
  summary: "用动态口令或恢复码通过第二重验证",
  duringSteps: ["factorCheck"],
  isSecret: true,
  body: Type.Object({ code: Type.String({ minLength: 6, maxLength: 30, title: "动态口令或恢复码" }) }),
  response: done,
});

export const askPasskeyRoute = defineRoute({
  id: "access.askPasskey",
  method: "POST",
  path: "/session/second-factor/passkey/options",
  summary: "准备用通行密钥验证",
  duringSteps: ["factorCheck"],
  isSecret: true,
  response: ceremony,
});

export const checkPasskeyRoute = defineRoute({
  id: "access.checkPasskey",
  method: "POST",
  path: "/session/second-factor/passkey",
  summary: "用通行密钥通过第二重验证",
  duringSteps: ["factorCheck"],
  isSecret: true,
  body: Type.Object({ assertion }),
  response: done,
});

/** Asked for when signing in is complete; during the set-up the password was typed a moment ago. */
const confirmation = { password: Type.Optional(password) };

/** Shown once: the codes themselves are not kept. Empty when there were codes already. */
const added = Type.Object({ step: signInStep, recoveryCodes: Type.Array(Type.String()) });

export const beginAuthenticatorRoute = defineRoute({
  id: "access.beginAuthenticator",
  method: "POST",
  path: "/me/authenticator/secret",
  summary: "开始设置动态口令",
  duringSteps: ["factorSetup"],
  isSecret: true,
  body: Type.Object({
    ...confirmation,
    /** Asked for when another authenticator is replaced. */
    code: Type.Optional(Type.String({ minLength: 6, maxLength: 30, title: "动态口令或恢复码" })),
  }),
  response: Type.Object({ secret: Type.String(), pictureSvg: Type.String() }),
});

export const addAuthenticatorRoute = defineRoute({
  id: "access.addAuthenticator",
  method: "POST",
  path: "/me/authenticator",
  summary: "输入第一个动态口令，完成设置",
  duringSteps: ["factorSetup"],
  isSecret: true,
  body: Type.Object({ code }),
  response: added,
});

export const beginPasskeyRoute = defineRoute({
  id: "access.beginPasskey",
  method: "POST",
  path: "/me/passkeys/options",
  summary: "开始添加通行密钥",
  duringSteps: ["factorSetup"],
  isSecret: true,
  body: Type.Object(confirmation),
  response: ceremony,
});

export const addPasskeyRoute = defineRoute({
  id: "access.addPasskey",
  method: "POST",
  path: "/me/passkeys",
  summary: "添加通行密钥",
  duringSteps: ["factorSetup"],
  isSecret: true,
  body: Type.Object({ name: Type.String({ minLength: 1, maxLength: 40, title: "名称" }), attestation }),
  response: added,
});

export const removeFactorRoute = defineRoute({
  id: "access.removeFactor",
  method: "POST",
  path: "/me/factors/:factorId/removal",
  summary: "移除一个第二重验证方式",
  isSecret: true,
  params: Type.Object({ factorId: Type.String({ format: "uuid" }) }),
  body: Type.Object({
    password,
    code: Type.Optional(Type.String({ minLength: 6, maxLength: 30, title: "动态口令或恢复码" })),
    assertion: Type.Optional(assertion),
  }),
  response: Type.Object({ done: Type.Boolean() }),
});

export const renewRecoveryCodesRoute = defineRoute({
  id: "access.renewRecoveryCodes",
  method: "POST",
  path: "/me/recovery-codes",
  summary: "重新生成恢复码",
  isSecret: true,
  body: Type.Object({ password }),
  response: Type.Object({ recoveryCodes: Type.Array(Type.String()) }),
});
