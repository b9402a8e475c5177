import { randomBytes } from "node:crypto";
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import { join } from "node:path";
import { fail, type Result, succeed } from "#platform/kernel/result.ts";
import type { StartProblem } from "./problems.ts";

/** The passwords of the three roles of an embedded database. */
export type Secret = { administrator: string; owner: string; application: string };

/**
 * Reads the passwords, or makes them when there is no cluster yet that would need the old ones. Readable by
 * our own user alone; written whole before the cluster that depends on it.
 */
export function keepSecret(directory: string, clusterExists: boolean): Result<Secret, StartProblem> {
  const path = pathOf(directory);
  const secret = readSecret(directory);
  if (secret) return succeed(secret);
  if (clusterExists) return fail({ code: "secret-missing", path });
  const made: Secret = { administrator: makePassword(), owner: makePassword(), application: makePassword() };
  writeWhole(path, `${JSON.stringify(made, null, 2)}\n`);
  return succeed(made);
}

const pathOf = (directory: string): string => join(directory, "secret.json");

/** The passwords of a data directory; null when there are none, or none that can be read. */
export function readSecret(directory: string): Secret | null {
  const path = pathOf(directory);
  return existsSync(path) ? parseSecret(readFileSync(path, "utf8")) : null;
}

const makePassword = (): string => randomBytes(24).toString("base64url");

function parseSecret(text: string): Secret | null {
  try {
    const { administrator, owner, application } = JSON.parse(text) as Partial<Secret>;
    return administrator && owner && application ? { administrator, owner, application } : null;
  } catch {
    return null;
  }
}

function writeWhole(path: string, content: string): void {
  const draft = `${path}.part`;
  const file = openSync(draft, "w", 0o600);
  writeSync(file, content);
  fsyncSync(file);
  closeSync(file);
  renameSync(draft, path);
}
