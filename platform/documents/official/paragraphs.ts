import { AlignmentType, type IParagraphOptions, LineRuleType, Paragraph, TextRun } from "docx";
import { keepPrintable } from "../printable-text.ts";
import { offGrid } from "./style-sheet.ts";
import { typeArea, typeSize } from "./type-area.ts";
import { nameFonts, type Typeface } from "./typeface.ts";

const bodyIndent = 2 * typeArea.characterPitch;

/** Every line of the text stands on the same pitch; blank ones too, or the 22 lines would not come out. */
export const onePitch = {
  line: typeArea.linePitch,
  lineRule: LineRuleType.EXACT,
  before: 0,
  after: 0,
} as const;

export const bodyRun = (text: string, face: Typeface = "body"): TextRun =>
  new TextRun({
    text: keepPrintable(text),
    font: nameFonts(face),
    size: typeSize.三号 * 2,
    characterSpacing: typeArea.bodyTracking,
  });

export const bodyLine = (children: readonly TextRun[], options: IParagraphOptions = {}): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.BOTH,
    widowControl: false,
    spacing: onePitch,
    ...options,
    children,
  });

export const indentedLine = (children: readonly TextRun[], options: IParagraphOptions = {}): Paragraph =>
  bodyLine(children, { indent: { firstLine: bodyIndent }, ...options });

export const blankLine = (): Paragraph => bodyLine([bodyRun("")]);

/** A blank line that stays with the line below it. */
export const keptBlankLine = (): Paragraph => bodyLine([bodyRun("")], { keepNext: true });

/** Room of a height of its own; off the grid, which would round it up to whole lines. */
export const writeGap = (height: number): Paragraph =>
  new Paragraph({
    ...offGrid,
    widowControl: false,
    spacing: { line: height, lineRule: LineRuleType.EXACT, before: 0, after: 0 },
    children: [],
  });

/** Takes no room to speak of: keeps tables apart and gives a floating one a paragraph to hold on to. */
export const writeHairline = (): Paragraph => writeGap(20);
