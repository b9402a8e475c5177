import type { ProblemDetails } from "./contract.ts";

/** A room's refusals: code to HTTP status and Chinese title. A code that is not listed does not compile. */
export type ProblemTable = Readonly<Record<string, { readonly status: number; readonly title: string }>>;

/** A refusal with the facts that its reader needs; `detail` is one Chinese sentence naming place and remedy. */
export type ProblemOf<Table extends ProblemTable> = {
  readonly code: keyof Table & string;
  readonly detail?: string;
  readonly [fact: string]: unknown;
};

/** What any endpoint may answer besides its own problems. */
export const commonProblems = {
  "invalid-request": { status: 400, title: "填写内容有误，请按提示修改" },
  "not-signed-in": { status: 401, title: "请先登录" },
  "session-ended": { status: 401, title: "登录已失效，请重新登录" },
  "sign-in-incomplete": { status: 403, title: "登录尚未完成，请先完成登录的后续步骤" },
  "not-permitted": { status: 403, title: "您的岗位无权办理此事" },
  "not-found": { status: 404, title: "未找到，或不在您的职责范围内" },
  "changed-meanwhile": { status: 409, title: "他人刚刚作了修改，请查看后再办" },
  "already-exists": { status: 409, title: "已有相同记录" },
  "key-used-for-another": { status: 422, title: "同一操作编号用于了不同内容，请刷新后重试" },
  "too-large": { status: 413, title: "文件超出大小限制" },
  "too-many-requests": { status: 429, title: "操作过于频繁，请稍后再试" },
  "storage-full": { status: 507, title: "服务器的存储空间已满，文件没有保存，请联系系统管理员" },
  "storage-not-writable": { status: 503, title: "服务器的存储目录不能写入，文件没有保存，请联系系统管理员" },
  "server-busy": { status: 503, title: "正在处理的大文件较多，请稍后再试" },
  "work-unfinished": { status: 503, title: "文件太大或太复杂，没有处理完，请分成几份或缩小范围后再试" },
  "unexpected-fault": { status: 500, title: "系统内部故障，已记录，请稍后重试" },
} as const satisfies ProblemTable;

export type CommonProblem = ProblemOf<typeof commonProblems>;

export function describeProblem(
  table: ProblemTable,
  problem: { readonly code: string; readonly detail?: string; readonly [fact: string]: unknown },
  instance: string,
): ProblemDetails {
  const known = table[problem.code] ?? commonProblems["unexpected-fault"];
  const { code, ...facts } = problem;
  // The standard members last: a fact that happens to be called "status" must not pass for one.
  return {
    ...facts,
    type: `urn:panshi:problem:${code}`,
    title: known.title,
    status: known.status,
    instance,
    code,
  };
}
