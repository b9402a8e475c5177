import {
  AlignmentType,
  convertMillimetersToTwip,
  DocumentGridType,
  Footer,
  Header,
  type ISectionOptions,
  LineRuleType,
  PageNumber,
  Paragraph,
  TextRun,
} from "docx";
import { keepPrintable } from "../printable-text.ts";
import { offGrid } from "./style-sheet.ts";
import { typeArea, typeSize } from "./type-area.ts";
import { nameFonts } from "./typeface.ts";

/** The dash of the page number lies 7 mm below the type area, the foot of its 14-point line half as much lower. */
const footerFromEdge = convertMillimetersToTwip(35 - 7) - typeSize.四号 * 10;

export const writePage = (
  notice: string | undefined,
  children: ISectionOptions["children"],
): ISectionOptions => ({
  properties: {
    page: {
      size: { width: typeArea.pageWidth, height: typeArea.pageHeight },
      margin: {
        top: typeArea.top,
        bottom: typeArea.bottom,
        left: typeArea.left,
        right: typeArea.right,
        header: convertMillimetersToTwip(18),
        footer: footerFromEdge,
        gutter: 0,
      },
    },
    // "lines" only: a grid of characters as well leaves 21 of them on a line in Word.
    grid: { type: DocumentGridType.LINES, linePitch: typeArea.linePitch },
  },
  headers: notice ? { default: writeNotice(notice), even: writeNotice(notice) } : {},
  footers: {
    default: writePageNumber(AlignmentType.RIGHT),
    even: writePageNumber(AlignmentType.LEFT),
  },
  children,
});

const writeNotice = (notice: string): Header =>
  new Header({
    children: [
      new Paragraph({
        ...offGrid,
        alignment: AlignmentType.CENTER,
        spacing: { line: 240, lineRule: LineRuleType.EXACT },
        children: [
          new TextRun({
            text: keepPrintable(notice),
            font: nameFonts("pageNumber"),
            size: typeSize.小五 * 2,
            color: "808080",
          }),
        ],
      }),
    ],
  });

/** — N —, one character from the outer edge: right on odd pages, left on even ones. */
function writePageNumber(alignment: (typeof AlignmentType)["LEFT" | "RIGHT"]): Footer {
  const inset = typeSize.四号 * 20;
  const style = { font: nameFonts("pageNumber"), size: typeSize.四号 * 2 };
  return new Footer({
    children: [
      new Paragraph({
        ...offGrid,
        alignment,
        spacing: { line: 280, lineRule: LineRuleType.EXACT },
        indent: alignment === AlignmentType.RIGHT ? { right: inset } : { left: inset },
        children: [
          new TextRun({ ...style, text: "— " }),
          new TextRun({ ...style, children: [PageNumber.CURRENT] }),
          new TextRun({ ...style, text: " —" }),
        ],
      }),
    ],
  });
}
