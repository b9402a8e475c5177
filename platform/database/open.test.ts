import { afterEach, beforeEach, describe, expect, inject, test } from "vitest";
import { withClient } from "./connection.ts";
import { openDatabase } from "./open.ts";
import { describeDatabaseProblem } from "./problems.ts";
import { migrationsDirectory } from "./test-server.ts";

const { administrator } = inject("postgres");
const asAdministrator = (sql: string) => withClient(administrator, (client) => client.query(sql));

const database = `open_${process.pid}_${Date.now()}`;
const migrator = `${database}_migrator`;
const applicationRole = `panshi_app_${database}`;
const given = `${database}_given`;

const host = administrator.host.startsWith("/") ? "127.0.0.1" : administrator.host;
const urlFor = (user: string, password = "一个密码") =>
  `postgresql://${user}:${encodeURIComponent(password)}@${host}:${administrator.port}/${database}`;

beforeEach(async () => {
  await asAdministrator(`CREATE ROLE ${migrator} LOGIN CREATEROLE PASSWORD '一个密码'`);
  await asAdministrator(`CREATE ROLE ${given} LOGIN PASSWORD '一个密码'`);
  await asAdministrator(`CREATE DATABASE ${database} OWNER ${migrator}`);
});
afterEach(async () => {
  await asAdministrator(`DROP DATABASE ${database} WITH (FORCE)`);
  for (const role of [migrator, applicationRole, given]) await asAdministrator(`DROP ROLE IF EXISTS ${role}`);
});

const open = (url: string, applicationUrl?: string) =>
  openDatabase({ url, applicationUrl, dataDirectory: "/nowhere", migrationsDirectory, log: () => {} });

/** Opens, asks as whom the application works, and closes. */
async function enter(url: string, applicationUrl?: string) {
  const opened = await open(url, applicationUrl);
  if (!opened.ok) return opened.problem;
  const { rows } = await opened.value.pool.query(
    `SELECT current_user AS role, (SELECT count(*) FROM tasks.task) AS tasks,
       has_table_privilege('tasks.task', 'DELETE') AS deletes`,
  );
  await opened.value.close();
  return rows[0];
}

describe("外部数据库（DATABASE_URL）", () => {
  test("自建应用角色、迁移，应用以它工作；再次启动沿用", async () => {
    const expected = { role: applicationRole, tasks: 0, deletes: false };
    expect(await enter(urlFor(migrator))).toEqual(expected);
    expect(await enter(urlFor(migrator))).toEqual(expected);
  });

  test("所有者换了密码，应用角色的密码随之更换", async () => {
    await enter(urlFor(migrator));
    await asAdministrator(`ALTER ROLE ${migrator} PASSWORD '另一个密码'`);
    expect(await enter(urlFor(migrator, "另一个密码"))).toMatchObject({ role: applicationRole });
  });

  test("不能建角色又没有给出应用角色：拒绝，说明怎么办", async () => {
    await asAdministrator(`ALTER ROLE ${migrator} NOCREATEROLE`);
    const problem = await enter(urlFor(migrator));
    expect(problem).toEqual({ code: "application-role-needed", role: applicationRole });
    expect(describeDatabaseProblem(problem)).toMatch(/CREATEROLE.*DATABASE_APP_URL/);
  });

  test("用 DATABASE_APP_URL 给出的角色；中途改给，授权随之转移", async () => {
    await enter(urlFor(migrator));
    expect(await enter(urlFor(migrator), urlFor(given))).toEqual({ role: given, tasks: 0, deletes: false });
    expect(await enter(urlFor(migrator))).toMatchObject({ role: applicationRole });
  });

  test.each([
    ["所有者自己", async () => {}, migrator, "与 DATABASE_URL 的角色相同"],
    ["所有者的成员", () => asAdministrator(`GRANT ${migrator} TO ${given}`), given, "是其成员"],
    ["能绕过行级安全", () => asAdministrator(`ALTER ROLE ${given} BYPASSRLS`), given, "BYPASSRLS"],
    ["超级用户", () => asAdministrator(`ALTER ROLE ${given} SUPERUSER`), given, "超级用户"],
  ])("应用角色权限过大则拒绝：%s", async (_name, grant, role, power) => {
    await grant();
    const problem = await enter(urlFor(migrator), urlFor(role));
    expect(problem).toMatchObject({ code: "application-role-too-powerful", role });
    expect(describeDatabaseProblem(problem)).toContain(power);
  });

  test.each([
    ["端口上没有服务", () => "postgresql://a:b@127.0.0.1:1/x"],
    ["密码不对", () => urlFor(migrator, "wrong")],
    ["没有这个数据库", () => `${urlFor(migrator)}_missing`],
    ["写得不成地址", () => "postgresql://[/x"],
  ])("连接不上时一句话说明：%s", async (_name, url) => {
    const problem = await enter(url());
    expect(problem).toMatchObject({ code: "database-unreachable" });
    expect(describeDatabaseProblem(problem)).toMatch(/^连接不上数据库：[^\n]+DATABASE_URL[^\n]*$/);
    expect(describeDatabaseProblem(problem)).not.toContain("wrong");
  });
});
