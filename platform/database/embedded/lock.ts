import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fail, type Result, succeed } from "#platform/kernel/result.ts";
import type { StartProblem } from "./problems.ts";
import { identifySelf, isRunning, type ProcessIdentity } from "./processes.ts";

export type DataDirectoryLock = { release(): void };

/**
 * Takes a data directory for this process. The lock names its holder by number, start and boot, so that a
 * holder that was killed, or that lived before a reboot, is recognised and its lock taken over.
 */
export function lockDataDirectory(directory: string): Result<DataDirectoryLock, StartProblem> {
  const path = join(directory, "panshi.lock");
  const own = JSON.stringify(identifySelf());
  for (let attempt = 0; attempt < 20; attempt += 1) {
    if (createWhole(path, own)) return succeed({ release: () => removeOwn(path, own) });
    const found = readText(path);
    if (found === null) continue;
    const holder = parseHolder(found);
    if (holder && isRunning(holder))
      return fail({ code: "data-directory-in-use", path: directory, pid: holder.pid });
    setAside(path, found);
  }
  return fail({ code: "data-directory-in-use", path: directory, pid: 0 });
}

/** Creates the file with its whole content or not at all; false when there is one already. */
function createWhole(path: string, content: string): boolean {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, content, { mode: 0o600 });
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Removes a dead holder's lock. If another start was quicker and the lock is now its own, gives it back. */
function setAside(path: string, dead: string): void {
  const aside = `${path}.${process.pid}.dead`;
  try {
    renameSync(path, aside);
    if (readText(aside) !== dead) linkSync(aside, path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code !== "ENOENT" && code !== "EEXIST") throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

function removeOwn(path: string, own: string): void {
  if (readText(path) === own) rmSync(path, { force: true });
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

/** A lock that cannot be read as one (cut off by a full disk) has no living holder. */
function parseHolder(text: string): ProcessIdentity | null {
  try {
    const { pid, startTicks, bootId } = JSON.parse(text) as Partial<ProcessIdentity>;
    return pid && startTicks !== undefined && bootId ? { pid, startTicks, bootId } : null;
  } catch {
    return null;
  }
}
