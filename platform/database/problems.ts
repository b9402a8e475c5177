import { describeStartProblem, type StartProblem } from "./embedded/problems.ts";

/** Why the migrations of this program and a database do not go together. */
export type MigrationProblem =
  | { code: "migration-misnamed"; name: string }
  | { code: "migration-changed"; name: string }
  | { code: "migration-missing"; name: string }
  | { code: "migration-out-of-order"; name: string }
  | { code: "database-newer"; name: string }
  | { code: "migration-failed"; name: string; line: number; message: string };

/** Why a server or a database cannot be used. */
export type ServerProblem =
  | { code: "database-unreachable"; reason: string }
  | { code: "server-too-old"; version: string }
  | { code: "database-locale-c"; database: string; locale: string }
  | { code: "database-encoding"; database: string; encoding: string };

/** Why there is no safe role for the application to work as. */
export type RoleProblem =
  | { code: "application-role-needed"; role: string }
  | { code: "application-role-too-powerful"; role: string; power: string };

export type DatabaseProblem = StartProblem | MigrationProblem | ServerProblem | RoleProblem;

const describers: {
  [Code in Exclude<DatabaseProblem, StartProblem>["code"]]: (
    problem: Extract<DatabaseProblem, { code: Code }>,
  ) => string;
} = {
  "migration-misnamed": ({ name }) =>
    `数据库迁移文件命名不合规则或编号重复：${name}（应为四位编号加下划线加名称，如 0001_foundation.sql）。`,
  "migration-changed": ({ name }) =>
    `数据库迁移 ${name} 执行之后又被改动，与数据库中的记录不符。请恢复该文件；需要修改时另写新的迁移。`,
  "migration-missing": ({ name }) => `数据库已执行过迁移 ${name}，但程序中没有这个文件。请检查程序是否完整。`,
  "migration-out-of-order": ({ name }) => `数据库迁移 ${name} 的编号早于已执行的迁移，请重新编号。`,
  "database-newer": ({ name }) =>
    `数据库的版本比本程序新（已执行 ${name}）。请使用新版程序，旧版程序不能打开它。`,
  "migration-failed": ({ name, line, message }) =>
    `数据库迁移失败：${name} 第 ${line} 行：${message}。数据库保持在执行该迁移之前的状态。`,
  "database-unreachable": ({ reason }) => `连接不上数据库：${reason}。请检查 DATABASE_URL 和数据库服务。`,
  "server-too-old": ({ version }) =>
    `数据库服务器的版本是 PostgreSQL ${version}，本系统需要 15 或更新的版本。`,
  "database-locale-c": ({ database, locale }) =>
    `数据库“${database}”的字符分类（LC_CTYPE）是 ${locale}，中文检索会查不到任何内容。` +
    "请新建数据库：CREATE DATABASE 新库名 TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8'。",
  "database-encoding": ({ database, encoding }) =>
    `数据库“${database}”的编码是 ${encoding}，本系统需要 UTF8。`,
  "application-role-needed": ({ role }) =>
    `没有可供应用使用的数据库角色：DATABASE_URL 的角色不能创建“${role}”。` +
    "请授予它 CREATEROLE，或由管理员另建一个普通角色并用 DATABASE_APP_URL 给出。",
  "application-role-too-powerful": ({ role, power }) =>
    `应用使用的数据库角色“${role}”权限过大（${power}），第二道隔离将失效。请换用普通角色。`,
};

/** One line in Chinese: what is wrong and what to do. */
export function describeDatabaseProblem(problem: DatabaseProblem): string {
  const describe = (describers as Record<string, ((problem: never) => string) | undefined>)[problem.code];
  return describe ? describe(problem as never) : describeStartProblem(problem as StartProblem);
}
