import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from "docx";
import { keepPrintable } from "../printable-text.ts";
import type { OfficialColumn, OfficialTable } from "./official-document.ts";
import { writeGap } from "./paragraphs.ts";
import { offGrid } from "./style-sheet.ts";
import { typeArea, typeSize } from "./type-area.ts";
import { nameFonts, type Typeface } from "./typeface.ts";

const cellPadding = 60;
const lineHeight = 400;
const thin = { style: BorderStyle.SINGLE, size: 4, color: "000000" };

const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const;

/** As wide as the type area; its head is repeated on every page and no row is torn apart. */
export function writeTable(table: OfficialTable): readonly (Paragraph | Table)[] {
  const widths = shareWidth(table.columns);
  const form: Form = { columns: table.columns, widths, size: chooseSize(table.columns.length) };
  const head = writeRow(
    table.columns.map((column) => column.title),
    form,
    true,
  );
  const rows = table.rows.map((cells) => writeRow(cells, form, false));
  const borders = {
    top: thin,
    bottom: thin,
    left: thin,
    right: thin,
    insideHorizontal: thin,
    insideVertical: thin,
  };
  const grid = new Table({
    width: { size: typeArea.width, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    columnWidths: widths,
    alignment: AlignmentType.CENTER,
    margins: { left: cellPadding, right: cellPadding, top: 30, bottom: 30 },
    borders,
    rows: [head, ...rows],
  });
  // Word joins two tables that touch, so something always stands after one.
  return [...(table.caption ? [writeCaption(table.caption)] : []), grid, writeGap(200)];
}

function shareWidth(columns: readonly OfficialColumn[]): number[] {
  const total = columns.reduce((sum, column) => sum + (column.widthShare ?? 1), 0);
  const edges = [0];
  for (const column of columns) edges.push((edges.at(-1) ?? 0) + (column.widthShare ?? 1) / total);
  return columns.map(
    (_column, index) =>
      Math.round((edges[index + 1] ?? 0) * typeArea.width) - Math.round((edges[index] ?? 0) * typeArea.width),
  );
}

interface Form {
  readonly columns: readonly OfficialColumn[];
  readonly widths: readonly number[];
  readonly size: number;
}

/** With many columns a number such as 100.00 would break across two lines in the larger size. */
const chooseSize = (columns: number): number => (columns > 7 ? typeSize.小五 : typeSize.小四);

function writeRow(cells: readonly string[], { columns, widths, size }: Form, isHead: boolean): TableRow {
  return new TableRow({
    tableHeader: isHead,
    cantSplit: true,
    height: { value: 480, rule: HeightRule.ATLEAST },
    children: columns.map(
      (column, index) =>
        new TableCell({
          width: { size: widths[index] ?? 0, type: WidthType.DXA },
          verticalAlign: VerticalAlignTable.CENTER,
          children: [
            writeCellLine(
              cells[index] ?? "",
              { face: isHead ? "firstHeading" : "body", size },
              isHead ? "center" : column.alignment,
            ),
          ],
        }),
    ),
  });
}

const writeCellLine = (
  text: string,
  { face, size }: { face: Typeface; size: number },
  alignment: OfficialColumn["alignment"],
): Paragraph =>
  new Paragraph({
    ...offGrid,
    alignment: alignments[alignment ?? "center"],
    widowControl: false,
    spacing: { line: lineHeight, lineRule: LineRuleType.EXACT, before: 0, after: 0 },
    children: [new TextRun({ text: keepPrintable(text), font: nameFonts(face), size: size * 2 })],
  });

const writeCaption = (caption: string): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    keepNext: true,
    spacing: { line: typeArea.linePitch, lineRule: LineRuleType.EXACT, before: 0, after: 0 },
    children: [
      new TextRun({ text: keepPrintable(caption), font: nameFonts("firstHeading"), size: typeSize.四号 * 2 }),
    ],
  });
