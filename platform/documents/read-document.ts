import { fail, type Result, succeed } from "#platform/kernel/result.ts";
import { findClassificationMark } from "./classification-mark.ts";
import { explainUnreadable, recognizeFormat } from "./document-format.ts";
import { maxFileBytes, maxTextBytes } from "./document-limits.ts";
import type { DocumentProblem } from "./document-problems.ts";
import { readDocxText } from "./docx-text.ts";
import { decodeText } from "./text-encoding.ts";

export type DocumentText = {
  /** Lines end in "\n"; in a .docx a line is a paragraph. */
  readonly text: string;
  readonly format: "txt" | "docx";
  /** What a text file was written in; null for .docx. */
  readonly encoding: string | null;
};

/**
 * The text of an uploaded .txt or .docx. The content decides what a file is, not its name.
 * A document marked as a state secret is refused, and neither the answer nor anything else keeps a word of it.
 */
export async function readDocumentText(
  bytes: Uint8Array,
  fileName: string,
): Promise<Result<DocumentText, DocumentProblem>> {
  if (bytes.byteLength === 0) return fail({ code: "empty-file" });
  const format = recognizeFormat(bytes, fileName);
  if (format.kind === "refused") return fail({ code: format.code });
  const read = format.kind === "archive" ? await readDocx(bytes) : await readText(bytes, fileName);
  if (!read.ok) return read;
  return read.value.text.trim() === "" ? fail({ code: "no-text" }) : read;
}

async function readDocx(bytes: Uint8Array): Promise<Result<DocumentText, DocumentProblem>> {
  if (bytes.byteLength > maxFileBytes) return fail({ code: "file-too-large" });
  const read = await readDocxText(bytes, maxTextBytes);
  if (!read.ok) return read;
  const { text, margins } = read.value;
  const isMarked = [text, ...margins].some((part) => findClassificationMark(part) !== null);
  return isMarked ? fail({ code: "classified-mark" }) : succeed({ text, format: "docx", encoding: null });
}

async function readText(bytes: Uint8Array, fileName: string): Promise<Result<DocumentText, DocumentProblem>> {
  if (bytes.byteLength > maxTextBytes) return fail({ code: "text-too-long" });
  const decoded = decodeText(bytes);
  if (!decoded.ok) return fail({ code: await explainUnreadable(bytes, fileName, decoded.problem.code) });
  const { text, encoding } = decoded.value;
  if (findClassificationMark(text) !== null) return fail({ code: "classified-mark" });
  return succeed({ text, format: "txt", encoding });
}
