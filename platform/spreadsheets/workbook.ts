import type { Exported } from "#platform/kernel/export-mark.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";

/** A workbook to be written: tables as officials keep them, one to a sheet. */
export type Workbook = {
  readonly sheets: readonly WorkbookSheet[];
  /** Stands in the file's properties instead of the moment of writing, so that the same tables give the same bytes. */
  readonly createdOn: PlainDate;
  readonly author?: string | undefined;
  /** Stands below the title of every sheet: who took it out, and when. Whoever passes it on is seen in it. */
  readonly exported: Exported;
};

export type WorkbookSheet = {
  readonly name: string;
  /** Above the table, across all columns. */
  readonly title?: string | undefined;
  /** Below the title and at the head of every printed page, e.g. 演示数据，纯属虚构. */
  readonly notice?: string | undefined;
  readonly columns: readonly WorkbookColumn[];
  readonly rows: readonly (readonly WorkbookValue[])[];
  /** Landscape A4 when not given. */
  readonly orientation?: "landscape" | "portrait" | undefined;
};

export type WorkbookColumn = {
  readonly title: string;
  /** "date" takes PlainDate texts and writes days that the spreadsheet can reckon with. Text when not given. */
  readonly kind?: "text" | "number" | "date" | undefined;
  /** In characters of half width; a Chinese character takes two. */
  readonly width?: number | undefined;
  readonly alignment?: "left" | "center" | "right" | undefined;
};

export type WorkbookValue = string | number | null;
