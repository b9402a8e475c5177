import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fail, type Result, succeed } from "#platform/kernel/result.ts";
import type { RestoreProblem } from "./problems.ts";

/** What a backup holds, with the digest of each part; written last, so that a backup cut short has none. */
export interface Manifest {
  readonly format: 1;
  readonly madeAt: string;
  readonly migrations: readonly Migration[];
  readonly tables: readonly TableEntry[];
  readonly files: readonly FileEntry[];
  /** Names of the key files that lie in the backup; none unless they were asked for. */
  readonly keys: readonly string[];
}

export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly checksum: string;
}

export interface TableEntry {
  readonly name: string;
  readonly rows: number;
  readonly sha256: string;
}

export interface FileEntry {
  readonly sha256: string;
  readonly bytes: number;
}

export const tablePath = (folder: string, name: string): string => join(folder, "tables", `${name}.jsonl`);
export const filePath = (folder: string, sha256: string): string => join(folder, "files", sha256);
export const keyPath = (folder: string, name: string): string => join(folder, "keys", name);

/** Key files of an installation by name: where each stands. */
export type KeyFiles = Readonly<Record<string, string>>;
const manifestPath = (folder: string): string => join(folder, "manifest.json");
const digestPath = (folder: string): string => join(folder, "manifest.sha256");

const digestOf = (content: string): string => createHash("sha256").update(content).digest("hex");

/** Gives the digest of the manifest: whoever notes it elsewhere knows this very backup again. */
export async function writeManifest(folder: string, manifest: Manifest): Promise<string> {
  const content = `${JSON.stringify(manifest, null, 1)}\n`;
  const digest = digestOf(content);
  await writeDurably(manifestPath(folder), content);
  await writeDurably(digestPath(folder), `${digest}\n`);
  return digest;
}

async function writeDurably(path: string, content: string): Promise<void> {
  const file = await open(path, "wx", 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The manifest, when it and every part that it names are as they were written. */
export async function readManifest(folder: string): Promise<Result<Manifest, RestoreProblem>> {
  const [content, digest] = await Promise.all(
    [manifestPath(folder), digestPath(folder)].map((path) => readFile(path, "utf8").catch(() => null)),
  );
  if (typeof content !== "string" || typeof digest !== "string") return fail({ code: "no-manifest", folder });
  if (digestOf(content) !== digest.trim()) return fail({ code: "manifest-changed" });
  const manifest = JSON.parse(content) as Manifest;
  if (manifest.format !== 1) return fail({ code: "unknown-format" });
  for (const { name, sha256 } of manifest.tables) {
    const problem = await checkPart(tablePath(folder, name), sha256);
    if (problem) return fail(problem);
  }
  for (const { sha256 } of manifest.files) {
    const problem = await checkPart(filePath(folder, sha256), sha256);
    if (problem) return fail(problem);
  }
  return succeed(manifest);
}

async function checkPart(path: string, sha256: string): Promise<RestoreProblem | null> {
  const hash = createHash("sha256");
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  } catch {
    return { code: "part-missing", path };
  }
  return hash.digest("hex") === sha256 ? null : { code: "part-changed", path };
}
