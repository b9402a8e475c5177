import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const source = resolve(import.meta.dirname, "../..");

/** A folder that other users may enter, for one file of tests. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "panshi-long-"));
  chmodSync(folder, 0o755);
  return folder;
}

/** A fresh clone, with what is not committed yet laid over it: nothing installed, nothing built. */
export function cloneCheckout(folder: string): string {
  const clone = join(folder, "panshi");
  git(["clone", "--quiet", "--no-hardlinks", source, clone]);
  for (const path of git(["-C", source, "ls-files", "-z", "-m", "-o", "--exclude-standard"]).split("\0")) {
    if (path !== "") cpSync(join(source, path), join(clone, path), { force: true });
  }
  return clone;
}

const git = (words: readonly string[]): string =>
  execFileSync("git", ["-c", `safe.directory=${source}`, ...words], { encoding: "utf8" });

export function findFreePort(): Promise<number> {
  return new Promise((answer, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => answer(typeof address === "object" && address ? address.port : 0));
    });
  });
}

export interface Started {
  readonly port: number;
  readonly seconds: number;
  readonly output: () => string;
  readonly ended: Promise<number | null>;
  /** Ctrl-C for the program; npm itself, interrupted, ends by the signal whatever the program answers. */
  interrupt(): Promise<number | null>;
  /** The server itself, without a chance to tidy up. */
  kill(): Promise<void>;
}

export interface Place {
  readonly folder: string;
  /** Another user than the one who runs the tests. */
  readonly user?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

export const demoPassword = "long test password";

const running = new Set<ChildProcess>();

/** After a test that failed half-way: nothing that it started goes on. */
export async function endAll(): Promise<void> {
  for (const child of running) signalGroup(child, "SIGINT");
  for (let waited = 0; running.size > 0 && waited < 60; waited += 1) await sleep(500);
}

/** `npm start` in a checkout. */
export async function startProgram(place: Place, port: number): Promise<Omit<Started, "seconds">> {
  const home = join(place.folder, "..", `home-${place.user ?? "own"}`);
  const environment = {
    PATH: withoutPinned(process.env["PATH"] ?? ""),
    HOME: process.env["HOME"] ?? "/root",
    LANG: "C.UTF-8",
    PORT: String(port),
    PANSHI_DEMO_PASSWORD: demoPassword,
    ...place.environment,
  };
  if (place.user) makeHome(home, place.user);
  // runuser puts the account's own home in place of ours, and `nobody` has none.
  const asUser = place.user ? ["runuser", "-u", place.user, "--", "env", `HOME=${home}`] : [];
  const words = [...asUser, "npm", "start"];
  const child = spawn(words[0] ?? "", words.slice(1), {
    cwd: place.folder,
    env: environment,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (part: Buffer) => {
      output += part.toString();
    });
  const ended = new Promise<number | null>((answer) => child.once("close", (code) => answer(code)));
  running.add(child);
  void ended.then(() => running.delete(child));
  return {
    port,
    output: () => output,
    ended,
    interrupt: async () => {
      for (const pid of findProcesses(place.folder, "tools/start.mjs")) process.kill(pid, "SIGINT");
      return ended;
    },
    kill: async () => {
      const server = join(place.folder, "apps/server/main.ts");
      for (const pid of findProcesses(place.folder, server)) process.kill(pid, "SIGKILL");
      await ended;
    },
  };
}

/** Waits for the line that says it is ready; the whole output is told when it never comes. */
export async function startUntilReady(place: Place): Promise<Started> {
  const startedAt = performance.now();
  const started = await startProgram(place, await findFreePort());
  let hasEnded = false;
  void started.ended.then(() => {
    hasEnded = true;
  });
  while (!started.output().includes("磐石已就绪")) {
    if (hasEnded) throw new Error(`ended before it was ready:\n${started.output()}`);
    await sleep(20);
  }
  return { ...started, seconds: (performance.now() - startedAt) / 1000 };
}

/** The tests run under the pinned Node; a stranger's shell has his own, whichever it is. */
const withoutPinned = (path: string): string =>
  path
    .split(":")
    .filter((part) => !part.includes("node_modules"))
    .join(":");

function makeHome(home: string, user: string): void {
  mkdirSync(home, { recursive: true });
  execFileSync("chown", ["-R", user, home]);
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  process.kill(-child.pid, signal);
}

/** Only programs that were started in this very folder. */
function findProcesses(folder: string, script: string): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        const [, second] = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
        return second === script && readlinkSync(`/proc/${pid}/cwd`) === folder;
      } catch {
        return false;
      }
    });
}

/** A signed-in browser reduced to what the tests need. */
export async function signIn(port: number, loginName: string) {
  const address = `http://127.0.0.1:${port}/api/v1`;
  const answer = await fetch(`${address}/session`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ areaCode: "990121", loginName, password: demoPassword }),
  });
  if (answer.status !== 200) throw new Error(`${loginName}: ${await answer.text()}`);
  const cookie = (answer.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  const read = async (response: Response): Promise<unknown> => {
    if (!response.ok) throw new Error(await response.text());
    return response.json();
  };
  return {
    cookie,
    get: async (path: string) => read(await fetch(`${address}${path}`, { headers: { cookie } })),
    post: async (path: string, body: object) =>
      read(
        await fetch(`${address}${path}`, {
          method: "POST",
          headers: { cookie, "content-type": "application/json", "idempotency-key": crypto.randomUUID() },
          body: JSON.stringify(body),
        }),
      ),
  };
}
