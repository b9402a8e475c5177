import { type Static, Type } from "typebox";
import { Value } from "typebox/value";
import { fail, type Result, succeed } from "#platform/kernel/result.ts";

/** 三员, in the order in which they are asked for; the login names are proposals. */
export const administratorPosts = [
  { kind: "systemAdministrator", title: "系统管理员", loginName: "sysadmin" },
  { kind: "securityAdministrator", title: "安全管理员", loginName: "secadmin" },
  { kind: "auditAdministrator", title: "审计管理员", loginName: "audadmin" },
] as const;

const administrator = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 40 }),
  loginName: Type.String({ pattern: "^[a-z0-9][a-z0-9._-]{1,39}$" }),
});

const planSchema = Type.Object({
  /** Left out when the database holds its one area already. */
  area: Type.Optional(
    Type.Object({
      code: Type.String({ pattern: "^[0-9]{6}$" }),
      name: Type.String({ minLength: 1, maxLength: 40 }),
      /** The root of the tree; "清源县委" for 清源县 when left out. */
      rootUnit: Type.Optional(Type.String({ minLength: 1, maxLength: 120 })),
    }),
  ),
  administrators: Type.Object({
    systemAdministrator: administrator,
    securityAdministrator: administrator,
    auditAdministrator: administrator,
  }),
});

export type AdministratorPlan = Static<typeof planSchema>;

export const isAreaCode = (text: string): boolean => /^[0-9]{6}$/.test(text);
export const isLoginName = (text: string): boolean => Value.Check(administrator.properties.loginName, text);

/** A plan from a file, or one sentence about what is wrong with it. */
export function readPlan(text: string): Result<AdministratorPlan, string> {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return fail("文件内容不是有效的 JSON");
  }
  if (!Value.Check(planSchema, read)) {
    const [first] = Value.Errors(planSchema, read);
    return fail(`文件内容不符合要求：${first?.instancePath || "/"} ${first?.message ?? ""}`.trim());
  }
  return checkPlan(read);
}

/** 三员 are three people: what one does another looks at. Source: domain.md §7.1 (roles). */
export function checkPlan(plan: AdministratorPlan): Result<AdministratorPlan, string> {
  const all = administratorPosts.map(({ kind }) => plan.administrators[kind]);
  const isDistinct = (values: readonly string[]) => new Set(values).size === values.length;
  if (!isDistinct(all.map(({ name }) => name.trim()))) return fail("三名管理员必须是三个不同的人");
  if (!isDistinct(all.map(({ loginName }) => loginName))) return fail("三名管理员的账号不能相同");
  return succeed(plan);
}
