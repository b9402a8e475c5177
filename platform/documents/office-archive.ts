import { crc32 } from "node:zlib";
import * as yauzl from "yauzl";
import { fail, type Result, succeed } from "#platform/kernel/result.ts";

export type ArchiveLimits = {
  readonly maxEntries: number;
  readonly maxTotalBytes: number;
  readonly maxPartBytes: number;
  /** Unpacked : packed over the whole archive; only asked once the archive unpacks to `ratioFromBytes`. */
  readonly maxRatio: number;
  readonly ratioFromBytes: number;
};

export type ArchiveProblemCode = "broken-document" | "encrypted-document" | "unsafe-document" | "zip-bomb";
export type ArchiveProblem = { readonly code: ArchiveProblemCode };

/** An opened .docx or .xlsx: nothing is unpacked before a part is asked for, and never to disk. */
export type OfficeArchive = {
  readonly partNames: readonly string[];
  /** Null when there is no such part. Names are compared without regard to case, as the standard says. */
  readPart(name: string): Promise<Result<Uint8Array | null, ArchiveProblem>>;
};

/** True for a zip that has at least one entry or an empty directory. */
export const looksLikeArchive = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 0x03 || bytes[2] === 0x05);

export async function openOfficeArchive(
  bytes: Uint8Array,
  limits: ArchiveLimits,
): Promise<Result<OfficeArchive, ArchiveProblem>> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let zip: yauzl.ZipFile;
  try {
    // Names are decoded here and not by the library, so that a bad name can be told from a broken file.
    zip = await yauzl.fromBufferPromise(buffer, { decodeStrings: false });
  } catch {
    return fail({ code: "broken-document" });
  }
  if (zip.entryCount > limits.maxEntries) return fail({ code: "zip-bomb" });
  const entries = await listEntries(zip);
  if (!entries.ok) return entries;
  if (isBomb([...entries.value.values()], bytes.byteLength, limits)) return fail({ code: "zip-bomb" });
  return succeed({
    partNames: [...entries.value.keys()],
    async readPart(name) {
      const entry = entries.value.get(name.toLowerCase());
      return entry ? readEntry(zip, entry, limits.maxPartBytes) : succeed(null);
    },
  });
}

async function listEntries(zip: yauzl.ZipFile): Promise<Result<Map<string, yauzl.Entry>, ArchiveProblem>> {
  const entries = new Map<string, yauzl.Entry>();
  try {
    for await (const entry of zip.eachEntry()) {
      const name = yauzl.getFileNameLowLevel(
        entry.generalPurposeBitFlag,
        entry.fileNameRaw,
        entry.extraFields,
        false,
      );
      const key = name.toLowerCase();
      // Two parts of one name let two readers see two documents.
      const isUnsafe = yauzl.validateFileName(name) !== null || name.includes("\0") || entries.has(key);
      if (isUnsafe) return fail({ code: "unsafe-document" });
      if (!name.endsWith("/")) entries.set(key, entry);
    }
    return succeed(entries);
  } catch {
    return fail({ code: "broken-document" });
  }
}

/** Sizes are what the directory claims; `readEntry` holds every part to its claim. */
function isBomb(entries: readonly yauzl.Entry[], packedBytes: number, limits: ArchiveLimits): boolean {
  const totalBytes = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
  if (totalBytes > limits.maxTotalBytes) return true;
  return totalBytes > limits.ratioFromBytes && totalBytes > packedBytes * limits.maxRatio;
}

async function readEntry(
  zip: yauzl.ZipFile,
  entry: yauzl.Entry,
  maxBytes: number,
): Promise<Result<Uint8Array, ArchiveProblem>> {
  if (entry.isEncrypted()) return fail({ code: "encrypted-document" });
  if (entry.uncompressedSize > maxBytes) return fail({ code: "zip-bomb" });
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
      length += chunk.length;
      chunks.push(chunk);
    }
  } catch {
    // The library stops a part as soon as it outgrows its claim.
    return fail({ code: length > maxBytes ? "zip-bomb" : "broken-document" });
  }
  const bytes = Buffer.concat(chunks, length);
  return crc32(bytes) === entry.crc32 ? succeed(bytes) : fail({ code: "broken-document" });
}
