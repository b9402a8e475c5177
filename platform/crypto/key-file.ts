import { randomBytes } from "node:crypto";
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { fail, type Result, succeed } from "#platform/kernel/result.ts";

const keyLength = 32;

export type KeyProblem = { readonly code: "key-unreadable"; readonly path: string };

/**
 * The key of this installation, from a file outside the database; made at the first start, readable by our own user
 * alone. Whoever copies the database without it copies no secret. A file that holds no key is told, never replaced:
 * what was sealed by the lost one would be lost with it.
 */
export function keepKey(path: string): Result<Buffer, KeyProblem> {
  try {
    if (!existsSync(path)) writeKey(path);
    const key = Buffer.from(readFileSync(path, "utf8").trim(), "base64url");
    return key.length === keyLength ? succeed(key) : fail({ code: "key-unreadable", path });
  } catch {
    return fail({ code: "key-unreadable", path });
  }
}

function writeKey(path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(path, "wx", 0o600);
  writeSync(file, `${randomBytes(keyLength).toString("base64url")}\n`);
  fsyncSync(file);
  closeSync(file);
}
