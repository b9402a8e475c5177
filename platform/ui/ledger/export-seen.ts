import type { Exported } from "#platform/kernel/export-mark.ts";
import { dayInChina } from "#platform/kernel/plain-date.ts";
import type { Workbook } from "#platform/spreadsheets/workbook.ts";
import { saveFile } from "../save-file.ts";
import { type Column, wordsOfCell } from "./column.ts";

/** The rows and columns that stand on the page, as a workbook of one sheet. */
export function workbookOfSeen<Row>(
  caption: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  exported: Exported,
): Workbook {
  return {
    createdOn: dayInChina(exported.at),
    exported,
    sheets: [
      {
        name: caption,
        title: caption,
        notice: `共${rows.length}条`,
        columns: columns.map((column) => ({
          title: column.title,
          ...(column.align === "right" && { kind: "number" as const }),
        })),
        rows: rows.map((row) => columns.map((column) => wordsOfCell(column, row))),
      },
    ],
  } as Workbook;
}

export async function exportSeen(workbook: Workbook, fileName: string): Promise<void> {
  const { writeWorkbook } = await import("#platform/spreadsheets/write-workbook.ts");
  const bytes = await writeWorkbook(workbook);
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  saveFile(new Blob([bytes as BlobPart], { type }), `${fileName}.xlsx`);
}
