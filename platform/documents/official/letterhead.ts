import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  LineRuleType,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
} from "docx";
import { keepPrintable } from "../printable-text.ts";
import type { OfficialDocument } from "./official-document.ts";
import { blankLine, bodyLine, bodyRun, onePitch, writeGap } from "./paragraphs.ts";
import { offGrid } from "./style-sheet.ts";
import { breakTitle } from "./title-lines.ts";
import { typeArea, typeSize } from "./type-area.ts";
import { nameFonts } from "./typeface.ts";

const red = "FF0000";

/** 4 mm from the foot of the number, of which the number's own line already leaves some 2 mm. */
const redLine = { gapPoints: 4, widthPoints: 1.5 };

/** 版头: urgency, issuer's mark, number, signers and the red line; then the title with two lines above it. */
export const writeLetterhead = (document: OfficialDocument): readonly Paragraph[] => [
  ...(document.urgency ? [bodyLine([bodyRun(document.urgency, "firstHeading")])] : []),
  writeIssuerMark(document),
  blankLine(),
  blankLine(),
  writeNumberLine(document),
  // The red line takes its room from the two blank lines, so that the lines below stay on the page's pitch.
  writeGap(typeArea.linePitch - (redLine.gapPoints + redLine.widthPoints) * 20),
  blankLine(),
  ...breakTitle(document.title).map(writeTitleLine),
];

/** The mark's upper edge lies 35 mm below the type area's, whatever stands above it. */
function writeIssuerMark({ issuerMark, urgency }: OfficialDocument): Paragraph {
  const text = keepPrintable(issuerMark);
  const { size, scalePercent } = fitIssuerMark([...text].length);
  const lineHeight = Math.round(size * 20 * 1.2);
  const top = convertMillimetersToTwip(35) - (urgency ? typeArea.linePitch : 0);
  // Characters sit about a tenth of their size below the upper edge of such a line.
  const before = top - Math.round(size * 2);
  const after = typeArea.linePitch - ((before + lineHeight) % typeArea.linePitch);
  return new Paragraph({
    ...offGrid,
    alignment: AlignmentType.CENTER,
    spacing: { before, after, line: lineHeight, lineRule: LineRuleType.EXACT },
    children: [
      new TextRun({ text, font: nameFonts("title"), size: size * 2, color: red, scale: scalePercent }),
    ],
  });
}

/** As large as the line allows, at most 56 pt; a very long name is set narrower rather than too small to read. */
function fitIssuerMark(length: number): { readonly size: number; readonly scalePercent: number } {
  const lineWidth = (typeArea.width / 20) * 0.98;
  const natural = Math.floor(lineWidth / Math.max(length, 1));
  const size = Math.min(56, Math.max(30, natural));
  return { size, scalePercent: Math.min(100, Math.max(40, Math.floor((lineWidth / (size * length)) * 100))) };
}

/** Centred; in a document that goes up the number stands left and the signers right, one character from the edge. */
function writeNumberLine({ documentNumber, signers }: OfficialDocument): Paragraph {
  const border = {
    bottom: {
      style: BorderStyle.SINGLE,
      size: redLine.widthPoints * 8,
      color: red,
      space: redLine.gapPoints,
    },
  };
  const number = bodyRun(documentNumber ?? "");
  if (!signers?.length)
    return new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: onePitch,
      border,
      children: [number],
    });
  return new Paragraph({
    spacing: onePitch,
    border,
    // By tabs, not by an indent, which would shorten the red line.
    tabStops: [
      { type: TabStopType.LEFT, position: typeArea.characterPitch },
      { type: TabStopType.RIGHT, position: typeArea.width - typeArea.characterPitch },
    ],
    children: [
      new TextRun({ children: [new Tab()] }),
      number,
      new TextRun({ children: [new Tab()] }),
      bodyRun("签发人："),
      bodyRun(signers.join("　"), "secondHeading"),
    ],
  });
}

const writeTitleLine = (line: string): Paragraph =>
  new Paragraph({
    ...offGrid,
    alignment: AlignmentType.CENTER,
    keepNext: true,
    spacing: onePitch,
    children: [new TextRun({ text: line, font: nameFonts("title"), size: typeSize.二号 * 2 })],
  });
