import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { access, mkdir, open, rename } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";

/** Keeps files under their SHA-256; the same bytes are kept once. Nothing is ever overwritten or deleted. */
export interface Storage {
  /** Writes durably (temporary name, fsync, rename) and returns the digest in lower-case hexadecimal. */
  save(bytes: Uint8Array): Promise<string>;
  /** The content under a digest, or null when it is not there. */
  read(sha256: string): Promise<Readable | null>;
}

export const digestOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** Files in a folder of this machine, two levels deep by the first digits of the digest. */
export function openLocalStorage(folder: string): Storage {
  const pathOf = (sha256: string): string => join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  return {
    async save(bytes) {
      const sha256 = digestOf(bytes);
      const path = pathOf(sha256);
      if (await exists(path)) return sha256;
      await mkdir(dirname(path), { recursive: true });
      await writeDurably(path, bytes);
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

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = `${path}.${randomUUID()}.part`;
  const file = await open(temporary, "wx", 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(temporary, path);
  // The rename itself must survive a power cut: the folder is what records it.
  const folder = await open(dirname(path), "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
