import { fileTypeFromBuffer } from "file-type";
import type { DocumentProblemCode } from "./document-problems.ts";
import { looksLikeArchive } from "./office-archive.ts";

/** What the first bytes say; the file's name is asked only where they leave it open. */
export type DocumentFormat =
  | { readonly kind: "archive" }
  | { readonly kind: "text" }
  | { readonly kind: "refused"; readonly code: DocumentProblemCode };

const refused = (code: DocumentProblemCode): DocumentFormat => ({ kind: "refused", code });

export function recognizeFormat(bytes: Uint8Array, fileName: string): DocumentFormat {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (looksLikeArchive(bytes)) return { kind: "archive" };
  if (startsWith(buffer, "d0cf11e0a1b11ae1")) return refused(recognizeCompoundFile(buffer, fileName));
  const opening = buffer
    .subarray(0, 1024)
    .toString("latin1")
    .replace(/^\xef\xbb\xbf/, "")
    .trimStart();
  if (opening.startsWith("%PDF-")) return refused("pdf-not-readable");
  if (opening.startsWith("{\\rtf")) return refused("old-word-format");
  if (isPageMarkup(opening)) return refused(hasOldName(fileName) ? "old-word-format" : "unknown-format");
  return { kind: "text" };
}

/** The container of Word 97–2003, of other old office files, and of every office file under a password. */
function recognizeCompoundFile(buffer: Buffer, fileName: string): DocumentProblemCode {
  const holds = (stream: string) => buffer.includes(Buffer.from(stream, "utf16le"));
  if (holds("EncryptedPackage")) return "encrypted-document";
  if (holds("WordDocument") || hasOldName(fileName)) return "old-word-format";
  return hasExtension(fileName, ".docx") ? "encrypted-document" : "unknown-format";
}

/** Web pages and single-file XML that office programs save under a document's name. */
const isPageMarkup = (opening: string): boolean =>
  /^(?:<!doctype html|<html[\s>]|<\?xml\s|<\?mso-application|mime-version:\s*1\.0)/i.test(opening);

/** Why something that is neither archive nor decodable text cannot be read, as exactly as can be told. */
export async function explainUnreadable(
  bytes: Uint8Array,
  fileName: string,
  decoding: "unknown-encoding" | "binary-content",
): Promise<DocumentProblemCode> {
  const opening = Buffer.from(bytes.subarray(0, 1024)).toString("latin1");
  if (opening.includes("%PDF-")) return "pdf-not-readable";
  if (hasExtension(fileName, ".docx")) return "not-a-word-document";
  const known = await fileTypeFromBuffer(bytes.subarray(0, 65_536)).catch(() => undefined);
  if (known) return "unknown-format";
  return decoding;
}

const startsWith = (buffer: Buffer, hexadecimal: string): boolean =>
  buffer.subarray(0, hexadecimal.length / 2).toString("hex") === hexadecimal;

const hasExtension = (fileName: string, extension: string): boolean =>
  fileName.toLowerCase().endsWith(extension);

const hasOldName = (fileName: string): boolean =>
  [".doc", ".wps", ".dot", ".wpt", ".rtf"].some((extension) => hasExtension(fileName, extension));
