import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, fstatSync, openSync, readFileSync, renameSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fail, type Result, succeed } from "#platform/kernel/result.ts";
import type { Binaries } from "./binaries.ts";
import { serverEnvironment } from "./cluster.ts";
import { clusterArgument, type DataDirectory } from "./data-directory.ts";
import { nameCluster } from "./leftover.ts";
import type { StartProblem } from "./problems.ts";
import { type ServerUser, spawnAs } from "./server-user.ts";
import { type Settings, writeSettings } from "./settings.ts";

export type Postmaster = {
  port: number;
  /** Null when the path is longer than a socket's name may be. */
  socketDirectory: string | null;
  /** Fulfilled when PostgreSQL is gone, asked or not. */
  exited: Promise<void>;
  stop(): Promise<void>;
};

export type PostmasterOptions = {
  data: DataDirectory;
  binaries: Binaries;
  user: ServerUser;
  settings: Settings;
  log: (line: string) => void;
};

/** Starts PostgreSQL on a free port of the loopback address; a port lost in between is tried again. */
export async function startPostmaster(options: PostmasterOptions): Promise<Result<Postmaster, StartProblem>> {
  for (let attempt = 1; ; attempt += 1) {
    const started = await startOn(await findFreePort(), options);
    const retry = !started.ok && started.problem.code === "start-failed" && attempt < 5;
    if (!retry || !/bind|TCP\/IP/.test(started.problem.reason)) return started;
  }
}

async function startOn(port: number, options: PostmasterOptions): Promise<Result<Postmaster, StartProblem>> {
  const { data, binaries, user, settings } = options;
  const socketDirectory = findSocketDirectory(data.cluster);
  const logFile = join(data.directory, "postgres.log");
  const output = openLog(logFile);
  const logStart = fstatSync(output).size;
  const words = writeSettings({
    ...settings,
    cluster_name: nameCluster(data.cluster),
    listen_addresses: "127.0.0.1",
    port,
    unix_socket_directories: socketDirectory ? "." : "",
    unix_socket_permissions: "0700",
  });
  // A session of its own: Ctrl-C in a terminal reaches the whole group, and the application must be able to
  // finish with a living database.
  const child = spawn(join(binaries.directory, "postgres"), ["-D", clusterArgument(data), ...words], {
    ...spawnAs(user),
    cwd: data.cluster,
    env: serverEnvironment,
    detached: true,
    stdio: ["ignore", output, output],
  });
  closeSync(output);
  child.unref();
  const exited = new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
    child.once("error", () => resolve());
  });
  if (await waitForReady(child, exited, options)) {
    return succeed({ port, socketDirectory, exited, stop: () => stopPostmaster(child, exited) });
  }
  return fail(readStartProblem(logFile, logStart, data.directory));
}

/** True when PostgreSQL says it is ready, however long a recovery takes; false when it ends. */
async function waitForReady(
  child: ChildProcess,
  exited: Promise<void>,
  { data, log }: PostmasterOptions,
): Promise<boolean> {
  let ended = child.pid === undefined;
  void exited.then(() => (ended = true));
  const slowAt = Date.now() + 5_000;
  let told = false;
  while (!ended) {
    if (isReady(data.cluster, child.pid)) return true;
    if (!told && Date.now() > slowAt) {
      log("数据库正在恢复上次未完成的写入，请稍候。");
      told = true;
    }
    await sleep(10);
  }
  return false;
}

/** The first line of postmaster.pid is the number, the eighth the state. */
function isReady(cluster: string, pid: number | undefined): boolean {
  try {
    const lines = readFileSync(join(cluster, "postmaster.pid"), "utf8").split("\n");
    return Number(lines[0]) === pid && lines[7]?.trim() === "ready";
  } catch {
    return false;
  }
}

/** SIGINT ends open transactions and writes a checkpoint; SIGQUIT, if that hangs, loses nothing committed. */
async function stopPostmaster(child: ChildProcess, exited: Promise<void>): Promise<void> {
  child.ref();
  child.kill("SIGINT");
  const timer = setTimeout(() => child.kill("SIGQUIT"), 30_000);
  await exited;
  clearTimeout(timer);
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/** A socket's name may have 107 bytes. */
const findSocketDirectory = (cluster: string): string | null =>
  Buffer.byteLength(`${cluster}/.s.PGSQL.65535.lock`) <= 107 ? cluster : null;

const maxLogBytes = 20 * 1024 * 1024;

function openLog(path: string): number {
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > maxLogBytes) renameSync(path, `${path}.1`);
  return openSync(path, "a", 0o600);
}

function readStartProblem(logFile: string, logStart: number, path: string): StartProblem {
  const said = readFileSync(logFile).subarray(logStart).toString();
  if (/No space left on device|Disk quota exceeded/.test(said)) return { code: "disk-full", path };
  const reasons = said.split("\n").filter((line) => /FATAL|PANIC|could not bind/.test(line));
  const reason = reasons.map((line) => line.replace(/^.*?(?:FATAL|PANIC|LOG|WARNING):\s*/, "")).join("；");
  return { code: "start-failed", reason: reason || "没有留下原因", logFile };
}
