import { words } from "./words.ts";

export interface FileLimits {
  readonly maxFiles: number;
  readonly maxBytes: number;
  /** As in the accept attribute: ".docx,.txt". */
  readonly accept?: string | undefined;
}

/** What a choice of files can be told before anything is sent. */
export interface ChosenFile {
  readonly name: string;
  readonly size: number;
  readonly lastModified: number;
}

/** 1.5 MB; a tenth is enough for a person. */
export function writeSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} 字节`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 102.4) / 10} KB`;
  return `${Math.round(bytes / 104_857.6) / 10} MB`;
}

/** Adds chosen files to those already there; what cannot go along is told by name. */
export function addFiles<File extends ChosenFile>(
  present: readonly File[],
  chosen: readonly File[],
  limits: FileLimits,
): { readonly files: readonly File[]; readonly refusals: readonly string[] } {
  const files = [...present];
  const refusals: string[] = [];
  for (const file of chosen) {
    const refusal = refusalOf(file, files, limits);
    if (refusal === null) files.push(file);
    else if (!refusals.includes(refusal)) refusals.push(refusal);
  }
  return { files, refusals };
}

function refusalOf(file: ChosenFile, present: readonly ChosenFile[], limits: FileLimits): string | null {
  if (!isAccepted(file.name, limits.accept)) return words.fileWrongKind(file.name);
  if (file.size === 0) return words.fileEmpty(file.name);
  if (file.size > limits.maxBytes) return words.fileTooLarge(file.name, writeSize(limits.maxBytes));
  if (present.some((other) => isSame(other, file))) return words.fileTwice(file.name);
  if (present.length >= limits.maxFiles) return words.fileTooMany(limits.maxFiles);
  return null;
}

const isSame = (one: ChosenFile, other: ChosenFile): boolean =>
  one.name === other.name && one.size === other.size && one.lastModified === other.lastModified;

/** Endings only: media types are the browser's guess, and the server looks into the file anyway. */
function isAccepted(name: string, accept: string | undefined): boolean {
  const endings = (accept ?? "")
    .split(",")
    .flatMap((part) => (part.trim().startsWith(".") ? [part.trim()] : []));
  return endings.length === 0 || endings.some((ending) => name.toLowerCase().endsWith(ending.toLowerCase()));
}
