import { createHash } from "node:crypto";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { StartProblem } from "./problems.ts";
import { findProcesses, signalAll, waitUntil } from "./processes.ts";

/** PostgreSQL shows this name in the titles of its processes: by it we know ours again. */
export const nameCluster = (cluster: string): string =>
  `panshi-${createHash("sha256").update(cluster).digest("hex").slice(0, 12)}`;

/**
 * Stops what a killed server of ours left running in this cluster. Our own lock is held already, so whatever
 * runs there has no master any more. Null when nothing runs there in the end.
 *
 * Processes are told by their command lines, which are readable even where /proc/<pid>/cwd is not (root
 * without CAP_SYS_PTRACE, as in most containers).
 */
export async function stopLeftover(
  cluster: string,
  log: (line: string) => void,
): Promise<StartProblem | null> {
  const find = () => findProcesses((command) => isOurs(command, cluster));
  const pidFile = join(cluster, "postmaster.pid");
  const written = readPostmaster(pidFile);
  const running = find();
  if (running.length > 0) {
    log(`发现上次遗留的数据库进程（${running.join("、")}），正在停止。`);
    // The postmaster ends its children in order; when it is gone, each is asked itself.
    signalAll(written && running.includes(written) ? [written] : running, "SIGINT");
    const stopped = await waitUntil(() => find().length === 0, 5_000);
    if (!stopped) signalAll(written && find().includes(written) ? [written] : find(), "SIGTERM");
    if (!stopped && !(await waitUntil(() => find().length === 0, 2_000))) signalAll(find(), "SIGQUIT");
    await waitUntil(() => find().length === 0, 10_000);
    const stubborn = find()[0];
    if (stubborn) return { code: "leftover-not-stopping", pid: stubborn };
  }
  // PostgreSQL would remove a dead server's file itself, but refuses when the number exists: taken by another
  // process since, or a zombie that nobody collects (a container without init). That none of them is at work in
  // this cluster was just seen.
  rmSync(pidFile, { force: true });
  return null;
}

function isOurs(command: string[], cluster: string): boolean {
  const name = nameCluster(cluster);
  return command[0]?.startsWith(`postgres: ${name}: `) || command.includes(`cluster_name=${name}`);
}

function readPostmaster(pidFile: string): number | null {
  try {
    return Number(readFileSync(pidFile, "utf8").split("\n")[0]) || null;
  } catch {
    return null;
  }
}
