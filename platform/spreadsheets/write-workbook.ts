import { type CellStyle, type CellValue, type WriteSheet, writeXlsx } from "hucre/xlsx";
import { type Exported, writeExportMark } from "#platform/kernel/export-mark.ts";
import { parsePlainDate } from "#platform/kernel/plain-date.ts";
import { makeSafeCell } from "./safe-cell.ts";
import { nameSheets } from "./sheet-names.ts";
import type { Workbook, WorkbookColumn, WorkbookSheet, WorkbookValue } from "./workbook.ts";

/** The workbook as .xlsx; the same workbook gives the same bytes. */
export async function writeWorkbook(workbook: Workbook): Promise<Uint8Array> {
  const sheets = workbook.sheets.map((sheet) => markSheet(sheet, workbook.exported));
  const names = nameSheets(sheets.map((sheet) => sheet.name));
  const writtenAt = new Date(`${workbook.createdOn}T00:00:00Z`);
  const author = workbook.author ? { creator: makeSafeCell(workbook.author) } : {};
  return writeXlsx({
    sheets: sheets.map((sheet, index) => writeSheet(sheet, names[index] ?? sheet.name)),
    namedRanges: sheets.map((sheet, index) => repeatHead(sheet, names[index] ?? sheet.name)),
    properties: { ...author, created: writtenAt, modified: writtenAt },
    defaultFont: { name: "宋体", size: 11 },
  });
}

/** 导出人 and moment join the notice, and with it the head of every printed page. */
function markSheet(sheet: WorkbookSheet, exported: Exported): WorkbookSheet {
  const mark = writeExportMark(exported);
  return { ...sheet, notice: sheet.notice ? `${sheet.notice}　${mark}` : mark };
}

const line = { style: "thin" } as const;
const border = { top: line, right: line, bottom: line, left: line };

const titleStyle: CellStyle = {
  font: { name: "方正小标宋简体", size: 18 },
  alignment: { horizontal: "center", vertical: "center", wrapText: true },
};
const noticeStyle: CellStyle = {
  font: { name: "宋体", size: 10, color: { rgb: "808080" } },
  alignment: { horizontal: "center", vertical: "center" },
};
const headStyle: CellStyle = {
  font: { name: "黑体", size: 11, bold: true },
  fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "F2F2F2" } },
  alignment: { horizontal: "center", vertical: "center", wrapText: true },
  border,
};

const listBanners = ({ title, notice }: WorkbookSheet) => [
  ...(title ? [{ text: title, style: titleStyle, height: 36 }] : []),
  ...(notice ? [{ text: notice, style: noticeStyle, height: 18 }] : []),
];

function writeSheet(sheet: WorkbookSheet, name: string): WriteSheet {
  const banners = listBanners(sheet);
  const headRow = banners.length;
  const lastColumn = Math.max(sheet.columns.length - 1, 0);
  const cells = new Map(banners.map(({ style }, row) => [`${row},0`, { style }]));
  sheet.columns.forEach((_column, index) => cells.set(`${headRow},${index}`, { style: headStyle }));
  return {
    name,
    columns: sheet.columns.map((column) => ({ width: chooseWidth(column), style: styleColumn(column) })),
    rows: [
      ...banners.map(({ text }) => [makeSafeCell(text)]),
      sheet.columns.map((column) => makeSafeCell(column.title)),
      ...sheet.rows.map((values) => writeRow(values, sheet.columns)),
    ],
    cells,
    merges: lastColumn > 0 ? banners.map((_banner, row) => mergeAcross(row, lastColumn)) : [],
    rowDefs: new Map(banners.map(({ height }, row) => [row, { height }])),
    freezePane: { rows: headRow + 1 },
    ...layOutPrint(sheet),
  };
}

const mergeAcross = (row: number, lastColumn: number) => ({
  startRow: row,
  endRow: row,
  startCol: 0,
  endCol: lastColumn,
});

/**
 * The head on every printed page. Said as a name of ours, because the library leaves the sheet's name unquoted
 * in its own, and spreadsheets then ignore it as soon as the name holds a bracket.
 */
function repeatHead(sheet: WorkbookSheet, name: string) {
  const headRow = listBanners(sheet).length + 1;
  const quoted = `'${name.replace(/'/g, "''")}'`;
  return { name: "_xlnm.Print_Titles", range: `${quoted}!$${headRow}:$${headRow}`, scope: name };
}

/** One page wide on A4, pages counted; a notice must not be lost on the second page. */
function layOutPrint({ orientation, notice }: WorkbookSheet) {
  return {
    pageSetup: {
      paperSize: "a4",
      orientation: orientation ?? "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      margins: { top: 0.6, bottom: 0.6, left: 0.5, right: 0.5, header: 0.3, footer: 0.3 },
    },
    headerFooter: {
      ...(notice ? { oddHeader: `&R${notice.replace(/&/g, "&&")}` } : {}),
      oddFooter: "&C第 &P 页，共 &N 页",
    },
  } as const;
}

const chooseWidth = ({ width, kind, title }: WorkbookColumn): number =>
  width ?? Math.max(kind === "date" ? 13 : 10, Math.min(title.length * 2 + 2, 40));

function styleColumn({ kind, alignment }: WorkbookColumn): CellStyle {
  const horizontal = alignment ?? (kind === "number" || kind === "date" ? "center" : "left");
  const style: CellStyle = { border, alignment: { horizontal, vertical: "center", wrapText: true } };
  return kind === "date" ? { ...style, numFmt: "yyyy-mm-dd" } : style;
}

/** As many cells as there are columns: a row that ends early would leave holes in the rules. */
const writeRow = (values: readonly WorkbookValue[], columns: readonly WorkbookColumn[]): CellValue[] =>
  columns.map((column, index) => writeCell(values[index] ?? null, column));

function writeCell(value: WorkbookValue, { kind }: WorkbookColumn): CellValue {
  if (value === null) return "";
  if (typeof value === "number") return Number.isFinite(value) ? value : "";
  const day = kind === "date" ? parsePlainDate(value) : null;
  return day ? new Date(`${day}T00:00:00Z`) : makeSafeCell(value);
}
