import { createReadStream, createWriteStream } from "node:fs";
import { open, readFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { nativeCrypto } from "#platform/crypto/index.ts";
import type { ArchivedFile, ArchiveManifest, ChainLink } from "../../core/index.ts";

const manifestName = "manifest.json";

/** One file of links, a JSON object a line, compressed. */
export async function writeLinks(
  folder: string,
  name: string,
  links: AsyncIterable<ChainLink>,
): Promise<ArchivedFile | null> {
  const path = join(folder, name);
  let first = 0;
  let last = 0;
  let records = 0;
  async function* lines(): AsyncGenerator<string> {
    for await (const link of links) {
      first ||= link.sequence;
      last = link.sequence;
      records += 1;
      yield `${JSON.stringify(link)}\n`;
    }
  }
  await pipeline(lines(), createGzip(), createWriteStream(path, { flags: "wx", mode: 0o600 }));
  await flush(path);
  const bytes = await readFile(path);
  const digest = nativeCrypto.digest(bytes);
  return { name, records, firstSequence: first, lastSequence: last, bytes: bytes.length, digest };
}

/** On the disk, not only on its way there: the rows may be removed afterwards. */
async function flush(path: string): Promise<void> {
  const file = await open(path, "r+");
  await file.sync();
  await file.close();
}

export async function writeManifest(folder: string, manifest: ArchiveManifest): Promise<string> {
  const text = `${JSON.stringify(manifest, null, 2)}\n`;
  const path = join(folder, manifestName);
  const stream: Writable = createWriteStream(path, { flags: "wx", mode: 0o600 });
  await pipeline([text], stream);
  await flush(path);
  return nativeCrypto.digest(text);
}

/** Null when the folder holds no manifest of ours. */
export async function readManifest(
  folder: string,
): Promise<{ readonly manifest: ArchiveManifest; readonly digest: string } | null> {
  const text = await readFile(join(folder, manifestName), "utf8").catch(() => null);
  if (text === null) return null;
  try {
    const manifest = JSON.parse(text) as ArchiveManifest;
    return manifest.form === "panshi-audit-archive-1"
      ? { manifest, digest: nativeCrypto.digest(text) }
      : null;
  } catch {
    return null;
  }
}

const linksPerPage = 2000;

/** The links of an archive, page by page, whatever lies in the files. */
export async function* readArchivedLinks(
  folder: string,
  manifest: ArchiveManifest,
): AsyncGenerator<readonly ChainLink[]> {
  for (const { name } of manifest.files) {
    const source = createReadStream(join(folder, name)).pipe(createGunzip());
    let page: ChainLink[] = [];
    for await (const line of createInterface({ input: source, crlfDelay: Number.POSITIVE_INFINITY })) {
      page.push(JSON.parse(line) as ChainLink);
      if (page.length < linksPerPage) continue;
      yield page;
      page = [];
    }
    yield page;
  }
}

export const digestFile = async (folder: string, name: string): Promise<string | null> => {
  const bytes = await readFile(join(folder, name)).catch(() => null);
  return bytes && nativeCrypto.digest(bytes);
};
