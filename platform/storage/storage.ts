import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { access, mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";
import { StorageFault } from "./storage-fault.ts";

/** Keeps files under their SHA-256; the same bytes are kept once. Nothing is ever overwritten or deleted. */
export interface Storage {
  /**
   * Writes durably (temporary name, fsync, rename) and returns the digest in lower-case hexadecimal. What the disk
   * refuses is thrown as a StorageFault, and nothing of the file is left.
   */
  save(bytes: Uint8Array): Promise<string>;
  /** The content under a digest, or null when it is not there. */
  read(sha256: string): Promise<Readable | null>;
}

export const digestOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** Files in a folder of this machine, two levels deep by the first digits of the digest. */
export function openLocalStorage(folder: string): Storage {
  const unfinished = join(folder, "unfinished");
  void removeForgotten(unfinished);
  const pathOf = (sha256: string): string => join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  return {
    async save(bytes) {
      const sha256 = digestOf(bytes);
      const path = pathOf(sha256);
      if (await exists(path)) return sha256;
      try {
        await makeFolders(folder, dirname(path));
        await mkdir(unfinished, { recursive: true });
        await writeDurably(path, join(unfinished, randomUUID()), bytes);
      } catch (error) {
        throw StorageFault.from(error);
      }
      return sha256;
    },
    async read(sha256) {
      if (!/^[0-9a-f]{64}$/.test(sha256)) return null;
      const path = pathOf(sha256);
      return (await exists(path)) ? createReadStream(path) : null;
    },
  };
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** A new folder, too, must survive a power cut: the one above it is what records it. */
async function makeFolders(root: string, folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true });
  if (first === undefined) return;
  for (let made = folder; ; made = dirname(made)) {
    await syncFolder(dirname(made));
    if (made === first || made === root) return;
  }
}

/** No write takes this long: what is older was left by a server that was killed in the middle of it. */
const forgottenAfterMs = 3_600_000;

async function removeForgotten(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name);
    const written = await stat(path).catch(() => null);
    if (written && Date.now() - written.mtimeMs > forgottenAfterMs)
      await rm(path, { force: true }).catch(() => {});
  }
}

async function writeDurably(path: string, temporary: string, bytes: Uint8Array): Promise<void> {
  try {
    const file = await open(temporary, "wx", 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {});
    throw error;
  }
  // The rename itself must survive a power cut: the folder is what records it.
  await syncFolder(dirname(path));
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
