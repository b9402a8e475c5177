import { type CellValue, readXlsx, streamXlsxRows } from "hucre/xlsx";
import { type OfficeArchive, openOfficeArchive } from "#platform/documents/office-archive.ts";
import { declaresDoctype, decodeXml, isWellFormed } from "#platform/documents/xml-element.ts";
import { fail, type Result, succeed } from "#platform/kernel/result.ts";
import type { WorkbookProblem, WorkbookProblemCode } from "./workbook-problems.ts";

export type WorkbookLimits = {
  readonly maxFileBytes: number;
  readonly maxSheets: number;
  readonly maxRowsPerSheet: number;
  readonly maxCells: number;
};

/** Enough for a ledger of every village in a county, far below what would hold up the server. */
export const defaultWorkbookLimits: WorkbookLimits = {
  maxFileBytes: 20 * 1024 * 1024,
  maxSheets: 50,
  maxRowsPerSheet: 100_000,
  maxCells: 2_000_000,
};

/** Days come as "YYYY-MM-DD", moments as "YYYY-MM-DD HH:MM"; formulas as the value last shown. */
export type ReadValue = string | number | boolean | null;
export type ReadSheet = { readonly name: string; readonly rows: readonly (readonly ReadValue[])[] };
export type ReadWorkbook = { readonly sheets: readonly ReadSheet[] };

/** The cells of an uploaded .xlsx, row 1 first; rows that the file leaves out come as empty ones. */
export async function readWorkbook(
  bytes: Uint8Array,
  limits: WorkbookLimits = defaultWorkbookLimits,
): Promise<Result<ReadWorkbook, WorkbookProblem>> {
  const refusal = await refuseBeforeReading(bytes, limits);
  if (refusal) return fail({ code: refusal });
  const names: string[] = [];
  try {
    await readXlsx(bytes, {
      sheets: (sheet) => {
        names.push(sheet.name);
        return false;
      },
    });
    if (names.length > limits.maxSheets) return fail({ code: "too-many-sheets" });
    return await readSheets(bytes, names, limits);
  } catch {
    // The library throws for whatever is wrong inside; the container itself has been found sound.
    return fail({ code: "broken-workbook" });
  }
}

async function readSheets(
  bytes: Uint8Array,
  names: readonly string[],
  limits: WorkbookLimits,
): Promise<Result<ReadWorkbook, WorkbookProblem>> {
  const sheets: ReadSheet[] = [];
  let cellsLeft = limits.maxCells;
  for (const [index, name] of names.entries()) {
    const rows: ReadValue[][] = [];
    for await (const row of streamXlsxRows(bytes, { sheet: index })) {
      if (row.index >= limits.maxRowsPerSheet) return fail({ code: "too-many-rows" });
      cellsLeft -= row.values.length;
      if (cellsLeft < 0) return fail({ code: "too-many-cells" });
      while (rows.length < row.index) rows.push([]);
      rows.push(row.values.map(readValue));
    }
    sheets.push({ name, rows });
  }
  return succeed({ sheets });
}

function readValue(value: CellValue): ReadValue {
  if (!(value instanceof Date)) return value;
  if (Number.isNaN(value.getTime())) return null;
  const written = value.toISOString();
  return written.endsWith("T00:00:00.000Z") ? written.slice(0, 10) : written.slice(0, 16).replace("T", " ");
}

const megabyte = 1024 * 1024;

async function refuseBeforeReading(
  bytes: Uint8Array,
  limits: WorkbookLimits,
): Promise<WorkbookProblemCode | null> {
  if (bytes.byteLength === 0) return "empty-file";
  if (bytes.byteLength > limits.maxFileBytes) return "file-too-large";
  const opening = Buffer.from(bytes.subarray(0, 8)).toString("hex");
  if (opening === "d0cf11e0a1b11ae1") return recognizeCompoundFile(bytes);
  if (!opening.startsWith("504b")) return "not-a-workbook";
  const archive = await openOfficeArchive(bytes, {
    maxEntries: 2048,
    maxTotalBytes: 400 * megabyte,
    maxPartBytes: 100 * megabyte,
    maxRatio: 200,
    ratioFromBytes: 16 * megabyte,
  });
  return archive.ok ? refuseParts(archive.value) : archiveProblems[archive.problem.code];
}

const recognizeCompoundFile = (bytes: Uint8Array): WorkbookProblemCode =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    Buffer.from("EncryptedPackage", "utf16le"),
  )
    ? "encrypted-workbook"
    : "old-excel-format";

const archiveProblems = {
  "broken-document": "broken-workbook",
  "encrypted-document": "encrypted-workbook",
  "unsafe-document": "unsafe-workbook",
  "zip-bomb": "zip-bomb",
} as const;

/** Every part is unpacked once under watch, so that the library meets no surprise in size, sum or entities. */
async function refuseParts(archive: OfficeArchive): Promise<WorkbookProblemCode | null> {
  if (!archive.partNames.includes("xl/workbook.xml")) return "not-a-workbook";
  for (const name of archive.partNames.filter((part) => /\.(?:xml|rels)$/.test(part))) {
    const part = await archive.readPart(name);
    if (!part.ok) return archiveProblems[part.problem.code];
    const xml = part.value && decodeXml(part.value);
    if (!xml) return "broken-workbook";
    if (declaresDoctype(xml)) return "unsafe-workbook";
    // The library forgives XML that breaks off, and would read half a table without a word.
    if (!isWellFormed(xml)) return "broken-workbook";
  }
  return null;
}
