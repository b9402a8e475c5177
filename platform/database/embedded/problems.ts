/** Why the PostgreSQL that comes with the program did not start. */
export type StartProblem =
  | { code: "data-directory-in-use"; path: string; pid: number }
  | { code: "data-directory-owner"; path: string; owner: string; self: string }
  | { code: "data-directory-not-writable"; path: string; reason: string }
  | { code: "secret-missing"; path: string }
  | { code: "disk-full"; path: string }
  | { code: "cluster-version"; path: string; found: string; expected: string }
  | { code: "postgres-missing"; platform: string }
  | { code: "postgres-not-runnable"; reason: string }
  | { code: "no-server-user" }
  | { code: "leftover-not-stopping"; pid: number }
  | { code: "initialization-failed"; reason: string }
  | { code: "start-failed"; reason: string; logFile: string };

const describers: {
  [Code in StartProblem["code"]]: (problem: Extract<StartProblem, { code: Code }>) => string;
} = {
  "data-directory-in-use": ({ path, pid }) =>
    `数据目录 ${path} 正被另一个运行中的磐石服务（进程 ${pid}）使用。请先停止它，或用 PANSHI_DATA_DIR 另设目录。`,
  "data-directory-owner": ({ path, owner, self }) =>
    `${path} 属于用户 ${owner}，当前用户 ${self} 不能使用。请用 ${owner} 启动，或用 PANSHI_DATA_DIR 另设目录。`,
  "data-directory-not-writable": ({ path, reason }) =>
    `数据目录 ${path} 不能写入：${reason}。请检查权限，或用 PANSHI_DATA_DIR 另设目录。`,
  "secret-missing": ({ path }) =>
    `数据目录中已有数据库，但密码文件 ${path} 不在或不能读。请从备份中恢复该文件后再启动，数据未被改动。`,
  "disk-full": ({ path }) => `磁盘空间不足：${path}。请清理空间后再启动。`,
  "cluster-version": ({ path, found, expected }) =>
    `数据目录 ${path} 由 PostgreSQL ${found} 建立，本程序附带的是 ${expected}。请用原版本导出后再导入。`,
  "postgres-missing": ({ platform }) =>
    `没有适用于 ${platform} 的内置 PostgreSQL。请重新执行 npm ci，或用 DATABASE_URL 连接已有的数据库。`,
  "postgres-not-runnable": ({ reason }) =>
    `内置 PostgreSQL 不能在本机运行：${reason}。可用 DATABASE_URL 连接已有的数据库。`,
  "no-server-user": () =>
    "以 root 启动时，数据库要以 postgres 或 nobody 用户运行，而本机没有这两个用户。请改用普通用户启动。",
  "leftover-not-stopping": ({ pid }) =>
    `上次遗留的数据库进程 ${pid} 停不下来。请确认后手工结束它（kill -INT ${pid}）再启动。`,
  "initialization-failed": ({ reason }) => `建立数据库失败：${reason}。`,
  "start-failed": ({ reason, logFile }) => `数据库启动失败：${reason}。详见 ${logFile}。`,
};

/** One line in Chinese: what is wrong and what to do. */
export const describeStartProblem = (problem: StartProblem): string =>
  (describers[problem.code] as (problem: StartProblem) => string)(problem);
