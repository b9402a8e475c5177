import {
  AlignmentType,
  BorderStyle,
  LineRuleType,
  OverlapType,
  Paragraph,
  RelativeVerticalPosition,
  Tab,
  Table,
  TableAnchorType,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from "docx";
import { writeDateInChinese } from "#platform/kernel/plain-date.ts";
import { keepPrintable } from "../printable-text.ts";
import type { OfficialDocument } from "./official-document.ts";
import { writeHairline } from "./paragraphs.ts";
import { offGrid } from "./style-sheet.ts";
import { typeArea, typeSize } from "./type-area.ts";
import { nameFonts } from "./typeface.ts";

const character = typeSize.四号 * 20;
const none = { style: BorderStyle.NONE, size: 0, color: "auto" };
/** Rules in eighths of a point: 0.35 mm for the first and the last, 0.25 mm between. */
const thick = { style: BorderStyle.SINGLE, size: 8, color: "000000" };
const thin = { style: BorderStyle.SINGLE, size: 6, color: "000000" };

/**
 * At the foot of the type area, on the page of the paragraph that follows. Counted from the edge of the page,
 * because LibreOffice lets no other table float that is as wide as the text.
 */
const foot = {
  horizontalAnchor: TableAnchorType.PAGE,
  absoluteHorizontalPosition: typeArea.left,
  verticalAnchor: TableAnchorType.MARGIN,
  relativeVerticalPosition: RelativeVerticalPosition.BOTTOM,
  topFromText: 120,
  overlap: OverlapType.NEVER,
};

/** 版记: who receives copies, who printed it and when, between rules as wide as the type area. */
export function writeColophon({
  copyTo,
  printer,
  printedOn,
}: OfficialDocument): readonly (Paragraph | Table)[] {
  const lines: Paragraph[] = [];
  if (copyTo) lines.push(writeCopyTo(copyTo));
  if (printer || printedOn)
    lines.push(writePrinter(printer ?? "", printedOn ? `${writeDateInChinese(printedOn)}印发` : ""));
  if (lines.length === 0) return [];
  return [
    writeHairline(),
    new Table({
      width: { size: typeArea.width, type: WidthType.DXA },
      columnWidths: [typeArea.width],
      layout: TableLayoutType.FIXED,
      float: foot,
      // No inset by the cells: programs disagree whether it moves the table; the paragraphs carry it.
      margins: { left: 0, right: 0, top: 0, bottom: 0 },
      borders: {
        top: thick,
        bottom: thick,
        left: none,
        right: none,
        insideHorizontal: thin,
        insideVertical: none,
      },
      rows: lines.map(writeRow),
    }),
    writeHairline(),
  ];
}

const writeRow = (line: Paragraph): TableRow =>
  new TableRow({
    cantSplit: true,
    children: [new TableCell({ width: { size: typeArea.width, type: WidthType.DXA }, children: [line] })],
  });

const linePitch = { line: 480, lineRule: LineRuleType.EXACT, before: 0, after: 0 } as const;

const write = (text: string): TextRun =>
  new TextRun({ text: keepPrintable(text), font: nameFonts("body"), size: typeSize.四号 * 2 });

/** Later lines begin under the first character after the colon. */
const writeCopyTo = (copyTo: string): Paragraph =>
  new Paragraph({
    ...offGrid,
    alignment: AlignmentType.BOTH,
    spacing: linePitch,
    indent: { left: 4 * character, hanging: 3 * character, right: character },
    children: [write(`抄送：${copyTo.replace(/[。.]$/, "")}。`)],
  });

const writePrinter = (printer: string, printed: string): Paragraph =>
  new Paragraph({
    ...offGrid,
    spacing: linePitch,
    indent: { left: character, right: character },
    tabStops: [{ type: TabStopType.RIGHT, position: typeArea.width - character }],
    children: [write(printer), new TextRun({ children: [new Tab()] }), write(printed)],
  });
