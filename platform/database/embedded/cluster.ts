import { type SpawnOptions, spawn } from "node:child_process";
import {
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { fail, type Result, succeed } from "#platform/kernel/result.ts";
import type { Binaries } from "./binaries.ts";
import { clusterArgument, type DataDirectory } from "./data-directory.ts";
import type { StartProblem } from "./problems.ts";
import { type ServerUser, spawnAs } from "./server-user.ts";

export const administrator = "panshi_admin";

/** All that PostgreSQL sees of our environment: no passwords, no locale of the caller. */
export const serverEnvironment = { PATH: "/usr/bin:/bin", TZ: "Asia/Shanghai" };

export const clusterExists = (cluster: string): boolean => existsSync(join(cluster, "PG_VERSION"));

/** Null when the cluster can be run by these binaries. */
export function checkVersion(cluster: string, binaries: Binaries): StartProblem | null {
  const found = readFileSync(join(cluster, "PG_VERSION"), "utf8").trim();
  if (found === binaries.major) return null;
  return { code: "cluster-version", path: cluster, found, expected: binaries.major };
}

export type NewCluster = { data: DataDirectory; password: string; durable: boolean };

/**
 * Makes a cluster under another name and renames it when it is whole and on disk: an interrupted start
 * leaves nothing that looks like a cluster.
 */
export async function createCluster(
  wanted: NewCluster,
  binaries: Binaries,
  user: ServerUser,
): Promise<Result<null, StartProblem>> {
  const { cluster } = wanted.data;
  const draft = { ...wanted.data, cluster: `${cluster}.initializing` };
  try {
    rmSync(draft.cluster, { recursive: true, force: true });
    mkdirSync(draft.cluster, { mode: 0o700 });
    if (user.switches) chownSync(draft.cluster, user.uid, user.gid);
    const output = await initialize({ ...wanted, data: draft }, binaries, user);
    if (output !== null) return fail(readInitializationProblem(cluster, output));
    renameSync(draft.cluster, cluster);
    syncFolder(dirname(cluster));
    return succeed(null);
  } finally {
    rmSync(draft.cluster, { recursive: true, force: true });
  }
}

/** Linux distributions differ in which UTF-8 locales they have; any of them knows Chinese characters. */
const locales = ["C.UTF-8", "zh_CN.UTF-8", "en_US.UTF-8"];

/** Null when initdb succeeded, or else what it said. */
async function initialize(wanted: NewCluster, binaries: Binaries, user: ServerUser): Promise<string | null> {
  let output = "";
  for (const locale of locales) {
    const words = [
      `--pgdata=${clusterArgument(wanted.data)}`,
      `--username=${administrator}`,
      "--pwfile=/dev/stdin",
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      `--locale=${locale}`,
      "--lc-messages=C",
      "--locale-provider=icu",
      "--icu-locale=zh-Hans-CN",
      "--data-checksums",
      "--no-instructions",
      ...(wanted.durable ? [] : ["--no-sync"]),
    ];
    const password = openPassword(wanted, user);
    const run = await runToEnd(join(binaries.directory, "initdb"), words, {
      ...spawnAs(user),
      cwd: wanted.data.cluster,
      env: serverEnvironment,
      stdio: [password, "pipe", "pipe"],
    });
    closeSync(password);
    if (run.status === 0) return null;
    output = run.output;
    if (!output.includes("invalid locale")) break;
  }
  return output;
}

/** A file without a name: initdb reads it as its input, and nobody finds it afterwards. */
function openPassword({ data, password }: NewCluster, user: ServerUser): number {
  const path = `${data.cluster}.password`;
  rmSync(path, { force: true });
  writeFileSync(path, password, { mode: 0o600 });
  if (user.switches) chownSync(path, user.uid, user.gid);
  const file = openSync(path, "r");
  rmSync(path);
  return file;
}

function runToEnd(
  program: string,
  words: string[],
  options: SpawnOptions,
): Promise<{ status: number | null; output: string }> {
  return new Promise((resolve) => {
    let output = "";
    const child = spawn(program, words, options);
    child.stdout?.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.stderr?.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.on("error", (error) => resolve({ status: null, output: error.message }));
    child.on("close", (status) => resolve({ status, output }));
  });
}

function readInitializationProblem(path: string, output: string): StartProblem {
  if (/No space left on device|Disk quota exceeded/.test(output)) return { code: "disk-full", path };
  const lines = output.split("\n").filter((line) => /error|fatal/i.test(line));
  return { code: "initialization-failed", reason: (lines.at(0) ?? output).trim() };
}

function syncFolder(path: string): void {
  const folder = openSync(path, "r");
  fsyncSync(folder);
  closeSync(folder);
}
