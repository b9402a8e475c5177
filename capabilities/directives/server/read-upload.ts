import { type DocumentProblem, readDocumentText } from "#platform/documents/index.ts";
import { fail, type Result, succeed } from "#platform/kernel/result.ts";
import { type Decomposition, decompose } from "../core/index.ts";

/** A directive has tens of pages; beyond this no page could show it. */
const maxCharacters = 1_000_000;
const maxClauses = 10_000;

export interface Upload {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  /** The year that the officer named. */
  readonly year: number | null;
  readonly thisYear: number;
}

export interface ReadUpload {
  readonly text: string;
  readonly format: "txt" | "docx";
  readonly decomposition: Decomposition;
}

export type UploadProblem = DocumentProblem | { readonly code: "document-too-long" };

/** The text of an uploaded file and what it asks; runs in a thread (reading-thread.ts). */
export async function readUpload(upload: Upload): Promise<Result<ReadUpload, UploadProblem>> {
  const read = await readDocumentText(upload.bytes, upload.fileName);
  if (!read.ok) return read;
  const { text, format } = read.value;
  if (text.length > maxCharacters) return fail({ code: "document-too-long" });
  const decomposition = decomposeFor(text, upload);
  if (decomposition.clauses.length > maxClauses) return fail({ code: "document-too-long" });
  return succeed({ text, format, decomposition });
}

/** By the year that the officer names, else the document's own, else this year. */
function decomposeFor(text: string, { year, thisYear }: Upload): Decomposition {
  if (year !== null) return decompose(text, { year });
  const read = decompose(text);
  const isPlausible = read.year !== null && read.year >= 1949 && read.year <= 2100;
  return isPlausible ? read : decompose(text, { year: thisYear });
}
