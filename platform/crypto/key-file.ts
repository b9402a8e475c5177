import { randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";
import { fail, type Result, succeed } from "#platform/kernel/result.ts";
import { type Key, type KeyRing, keyOf, keyRingOf } from "./key-ring.ts";

const keyLength = 32;

export type KeyProblem = { readonly code: "key-unreadable"; readonly path: string };

/**
 * The key of this installation, from a file outside the database; made at the first start, readable by our own user
 * alone. Whoever copies the database without it copies no secret. A file that holds no key is told, never replaced:
 * what was sealed by the lost one would be lost with it. One generation a line, the newest last; a generation that a
 * command adds while the server runs is found without a new start.
 */
export function keepKeys(path: string): Result<KeyRing, KeyProblem> {
  try {
    if (!existsSync(path)) makeFile(path);
    return readKeys(path) ? succeed(openRing(path)) : fail({ code: "key-unreadable", path });
  } catch {
    return fail({ code: "key-unreadable", path });
  }
}

/** A new generation, from now on the one that seals; the older ones stay, so that what they sealed can be opened. */
export function addKey(path: string): Result<Key, KeyProblem> {
  try {
    const ring = readKeys(path);
    if (!ring) return fail({ code: "key-unreadable", path });
    const line = newLine();
    replaceFile(path, [...ring.all().map(({ bytes }) => bytes.toString("base64url")), line]);
    return succeed(keyOf(Buffer.from(line, "base64url")));
  } catch {
    return fail({ code: "key-unreadable", path });
  }
}

const newLine = (): string => randomBytes(keyLength).toString("base64url");

function readKeys(path: string): KeyRing | null {
  const lines = readFileSync(path, "utf8").split("\n").filter(Boolean);
  const [first, ...later] = lines.map((line) => Buffer.from(line.trim(), "base64url"));
  if (!first || [first, ...later].some(({ length }) => length !== keyLength)) return null;
  return keyRingOf(first, ...later);
}

/** Reads again when the file has changed; a file that was spoilt meanwhile leaves the keys that are known. */
function openRing(path: string): KeyRing {
  let stamp = "";
  let ring: KeyRing | null = null;
  const current = (): KeyRing => {
    try {
      const { mtimeMs, size, ino } = statSync(path);
      const now = `${mtimeMs} ${size} ${ino}`;
      if (now !== stamp) ring = readKeys(path) ?? ring;
      stamp = now;
    } catch (error) {
      if (!ring) throw error;
    }
    if (!ring) throw new Error(`no key in ${path}`);
    return ring;
  };
  current();
  return {
    newest: () => current().newest(),
    find: (id) => current().find(id),
    all: () => current().all(),
  };
}

/** Of two that make it at once, one fails and says so. */
function makeFile(path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeLines(path, [newLine()], "wx");
}

/** Beside it and then in its place: a stop half way leaves the file of before. */
function replaceFile(path: string, lines: readonly string[]): void {
  const { uid, gid } = statSync(path);
  const beside = `${path}.new`;
  writeLines(beside, lines, "w");
  chmodSync(beside, 0o600);
  // A command run by the machine's administrator must not take the file away from the server's user.
  chownSync(beside, uid, gid);
  renameSync(beside, path);
}

function writeLines(path: string, lines: readonly string[], flag: "w" | "wx"): void {
  const file = openSync(path, flag, 0o600);
  writeSync(file, lines.map((line) => `${line}\n`).join(""));
  fsyncSync(file);
  closeSync(file);
}
