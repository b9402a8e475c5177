import { accessSync, chmodSync, constants, existsSync, mkdirSync, realpathSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fail, type Result, succeed } from "#platform/kernel/result.ts";
import type { StartProblem } from "./problems.ts";
import { canReach, nameUser, type ServerUser } from "./server-user.ts";

/**
 * `directory` holds the lock, the passwords, the log and later the files; `cluster` is the database within it.
 * `reachable`: whether the server user can walk there; if not, he is set down in it (see clusterArgument).
 */
export type DataDirectory = { directory: string; cluster: string; reachable: boolean };

/**
 * How PostgreSQL, always started inside the cluster's folder, is told of it. When root keeps the data below a
 * private folder (/root, `mktemp -d`), PostgreSQL's user could not walk to the folder it stands in; through this
 * link of the kernel it need not.
 */
export const clusterArgument = (data: DataDirectory): string =>
  data.reachable ? data.cluster : "/proc/self/cwd";

export function prepareDataDirectory(path: string): Result<string, StartProblem> {
  const failed = attempt(path, () => {
    mkdirSync(dirname(path), { recursive: true });
    if (!existsSync(path)) mkdirSync(path, { mode: 0o700 });
  });
  if (failed) return fail(failed);
  const directory = realpathSync(path);
  const owner = statSync(directory).uid;
  const self = process.getuid?.() ?? 0;
  if (self !== 0 && owner !== self) {
    return fail({
      code: "data-directory-owner",
      path: directory,
      owner: nameUser(owner),
      self: nameUser(self),
    });
  }
  const closed = attempt(directory, () => accessSync(directory, constants.W_OK | constants.X_OK));
  return closed ? fail(closed) : succeed(directory);
}

export function locateCluster(directory: string, user: ServerUser): Result<DataDirectory, StartProblem> {
  const cluster = join(directory, "postgres");
  const owner = statSync(cluster, { throwIfNoEntry: false })?.uid ?? user.uid;
  // A cluster made by one user cannot be run by another: PostgreSQL refuses, and rightly.
  if (owner !== user.uid) {
    return fail({ code: "data-directory-owner", path: cluster, owner: nameUser(owner), self: user.name });
  }
  return succeed({ directory, cluster, reachable: letThrough(user, directory) });
}

/** A data directory that is root's own may be opened for passing through; folders above it are not ours. */
function letThrough(user: ServerUser, directory: string): boolean {
  if (canReach(user, directory)) return true;
  const { uid, mode } = statSync(directory);
  if (uid !== 0) return false;
  chmodSync(directory, mode | 0o001);
  return canReach(user, directory);
}

/** Runs a step on the disk; what the system refuses becomes a problem. */
function attempt(path: string, step: () => void): StartProblem | null {
  try {
    step();
    return null;
  } catch (error) {
    return readRefusal(path, error);
  }
}

const reasons: Record<string, string> = {
  EACCES: "没有权限",
  EPERM: "没有权限",
  EROFS: "文件系统只读",
  ENOTDIR: "路径中有一段不是目录",
  ENOENT: "上级目录不能建立",
  EEXIST: "同名的不是目录",
  ENAMETOOLONG: "路径太长",
};

/** The problem in a refusal of the file system; what is not one is thrown on. */
export function readRefusal(path: string, error: unknown): StartProblem {
  const code = (error as NodeJS.ErrnoException).code ?? "";
  if (code === "ENOSPC" || code === "EDQUOT") return { code: "disk-full", path };
  const reason = reasons[code];
  if (!reason) throw error;
  return { code: "data-directory-not-writable", path, reason };
}
