import { randomBytes } from "node:crypto";
import { accessSync, chmodSync, constants, existsSync, lstatSync, mkdirSync, readlinkSync, realpathSync, statSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { fail, type Result, succeed } from "#platform/kernel/result.ts";
import type { StartProblem } from "./problems.ts";
import { canReach, nameUser, type ServerUser } from "./server-user.ts";

/** Where roots' clusters live when the server user cannot reach the data directory itself. */
const sharedState = "/var/lib/panshi";

/**
 * `directory` holds the lock, the passwords, the log and later the files; `home` holds the cluster. They are
 * one and the same, except for root below a private folder, where `<directory>/postgres` is a link.
 */
export type DataDirectory = { directory: string; home: string; cluster: string };

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
    return fail({ code: "data-directory-owner", path: directory, owner: nameUser(owner), self: nameUser(self) });
  }
  const closed = attempt(directory, () => accessSync(directory, constants.W_OK | constants.X_OK));
  return closed ? fail(closed) : succeed(directory);
}

/** Finds the cluster's home; needs the lock, because it may found one. */
export function chooseHome(directory: string, user: ServerUser): Result<DataDirectory, StartProblem> {
  const cluster = join(directory, "postgres");
  const present = lstatSync(cluster, { throwIfNoEntry: false });
  if (present?.isSymbolicLink()) {
    const target = readlinkSync(cluster);
    return checkOwner({ directory, home: dirname(target), cluster: target }, user);
  }
  if (reach(user, directory)) return checkOwner({ directory, home: directory, cluster }, user);
  if (present) return fail({ code: "data-directory-unreachable", path: directory, user: user.name });
  return foundElsewhere(directory, user);
}

/** A data directory that is root's own may be opened for passing through; folders above it are not ours. */
function reach(user: ServerUser, directory: string): boolean {
  if (canReach(user, directory)) return true;
  const { uid, mode } = statSync(directory);
  if (uid !== 0) return false;
  chmodSync(directory, mode | 0o001);
  return canReach(user, directory);
}

function foundElsewhere(directory: string, user: ServerUser): Result<DataDirectory, StartProblem> {
  const home = join(sharedState, randomBytes(6).toString("hex"));
  const failed = attempt(home, () => {
    mkdirSync(home, { recursive: true });
    for (const folder of [sharedState, home]) chmodSync(folder, 0o711);
    symlinkSync(join(home, "postgres"), join(directory, "postgres"));
  });
  if (failed || !canReach(user, home)) {
    return fail({ code: "data-directory-unreachable", path: directory, user: user.name });
  }
  return succeed({ directory, home, cluster: join(home, "postgres") });
}

/** A cluster made by one user cannot be run by another: PostgreSQL refuses, and rightly. */
function checkOwner(found: DataDirectory, user: ServerUser): Result<DataDirectory, StartProblem> {
  const owner = statSync(found.cluster, { throwIfNoEntry: false })?.uid ?? user.uid;
  if (owner === user.uid) return succeed(found);
  return fail({ code: "data-directory-owner", path: found.cluster, owner: nameUser(owner), self: user.name });
}

/** Runs a step on the disk; what the system refuses becomes a problem. */
export function attempt(path: string, step: () => void): StartProblem | null {
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
