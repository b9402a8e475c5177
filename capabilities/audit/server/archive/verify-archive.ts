import { fail, type Result, succeed } from "#platform/kernel/result.ts";
import { type ArchiveManifest, type ChainFault, describeFault } from "../../core/index.ts";
import { type Followed, followLinks } from "../verify-chain.ts";
import { digestFile, readArchivedLinks, readManifest } from "./archive-files.ts";

export interface VerifiedArchive {
  readonly manifest: ArchiveManifest;
  readonly manifestDigest: string;
  readonly checked: number;
}

export type ArchiveProblem =
  | { readonly code: "no-manifest" }
  | { readonly code: "file-changed"; readonly name: string }
  | { readonly code: "chain-broken"; readonly fault: ChainFault }
  | { readonly code: "counts-differ" };

export const describeArchiveProblem = (problem: ArchiveProblem): string => {
  switch (problem.code) {
    case "no-manifest":
      return "文件夹里没有归档清单 manifest.json，或清单不可读。";
    case "file-changed":
      return `归档文件 ${problem.name} 不见了，或与清单中的摘要不符。`;
    case "chain-broken":
      return `归档中的链不完整：${describeFault(problem.fault)}`;
    case "counts-differ":
      return "归档中的条数或首尾与清单不符。";
  }
};

/** Reads an archive as a stranger would: every file against the manifest, every link against the one before. */
export async function verifyArchive(folder: string): Promise<Result<VerifiedArchive, ArchiveProblem>> {
  const read = await readManifest(folder);
  if (!read) return fail({ code: "no-manifest" });
  const { manifest, digest: manifestDigest } = read;
  for (const file of manifest.files) {
    if ((await digestFile(folder, file.name)) !== file.digest)
      return fail({ code: "file-changed", name: file.name });
  }
  const start = { sequence: manifest.firstSequence - 1, digest: manifest.previousDigest, latestAt: "" };
  const followed = await followLinks(readArchivedLinks(folder, manifest), start);
  if (followed.fault) return fail({ code: "chain-broken", fault: followed.fault });
  if (!endsAsStated(followed, manifest)) return fail({ code: "counts-differ" });
  return succeed({ manifest, manifestDigest, checked: followed.checked });
}

const endsAsStated = ({ position, checked }: Followed, manifest: ArchiveManifest): boolean =>
  checked === manifest.records &&
  position.sequence === manifest.lastSequence &&
  position.digest === manifest.lastDigest;
