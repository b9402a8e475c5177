import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

/** One run of one process: a number alone is used again after a while, and after a reboot. */
export type ProcessIdentity = { pid: number; startTicks: number; bootId: string };

const readProc = (path: string): string | null => {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
};

const readBootId = (): string => readProc("/proc/sys/kernel/random/boot_id")?.trim() ?? "unknown";

/** When a process began, in clock ticks since boot; null when there is none or it is only a zombie. */
function findStartTicks(pid: number): number | null {
  const stat = readProc(`/proc/${pid}/stat`);
  if (!stat) return null;
  // The name, field 2, may itself hold spaces and brackets: count fields from its last bracket.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return fields[0] === "Z" || fields[0] === "X" ? null : Number(fields[19]);
}

export function identifySelf(): ProcessIdentity {
  return { pid: process.pid, startTicks: findStartTicks(process.pid) ?? 0, bootId: readBootId() };
}

export const isRunning = (identity: ProcessIdentity): boolean =>
  identity.bootId === readBootId() && findStartTicks(identity.pid) === identity.startTicks;

const isAlive = (pid: number): boolean => findStartTicks(pid) !== null;

/** The command line by words, as anyone may read it; a PostgreSQL child shows its title as one word. */
const readCommand = (pid: number): string[] => (readProc(`/proc/${pid}/cmdline`) ?? "").split("\0");

/** Every living process whose command line satisfies `matches`. */
export function findProcesses(matches: (command: string[]) => boolean): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => matches(readCommand(pid)) && isAlive(pid));
}

/** Signals processes; those already gone are no matter. */
export function signalAll(pids: readonly number[], signal: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, signal);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
    }
  }
}

/** Waits until `done` holds; false when it does not within `timeoutMs`. */
export async function waitUntil(done: () => boolean, timeoutMs: number): Promise<boolean> {
  for (const deadline = Date.now() + timeoutMs; !done(); await sleep(15)) {
    if (Date.now() > deadline) return false;
  }
  return true;
}
