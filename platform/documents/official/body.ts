import { AlignmentType, Paragraph, type Table, TextRun } from "docx";
import { splitPrintableLines } from "../printable-text.ts";
import type { OfficialBlock, OfficialDocument, OfficialHeading } from "./official-document.ts";
import { blankLine, bodyLine, bodyRun, indentedLine, keptBlankLine, onePitch } from "./paragraphs.ts";
import { writeTable } from "./rank-table.ts";
import { offGrid } from "./style-sheet.ts";
import { breakTitle } from "./title-lines.ts";
import { typeArea, typeSize } from "./type-area.ts";
import { nameFonts, type Typeface } from "./typeface.ts";

export type BodyPart = Paragraph | Table;

export const writeAddressees = ({ addressees }: OfficialDocument): readonly Paragraph[] =>
  addressees ? [blankLine(), bodyLine([bodyRun(`${addressees.replace(/[：:]$/, "")}：`)])] : [blankLine()];

/** `keepsEnd` ties the last line to what follows: a signature must not stand on a page without text. */
export const writeBlocks = (blocks: readonly OfficialBlock[], keepsEnd = false): readonly BodyPart[] =>
  blocks.flatMap((block, index) => writeBlock(block, keepsEnd && index === blocks.length - 1));

function writeBlock(block: OfficialBlock, keepsEnd: boolean): readonly BodyPart[] {
  switch (block.kind) {
    case "heading":
      return [writeHeading(block, keepsEnd)];
    case "paragraph":
      return writeLines(splitPrintableLines(block.text), keepsEnd);
    case "list":
      return writeLines(
        block.items.map((item, index) => `${index + 1}.${item}`),
        keepsEnd,
      );
    case "table":
      return writeTable(block);
  }
}

const writeLines = (lines: readonly string[], keepsEnd: boolean): readonly Paragraph[] =>
  lines.map((line, index) =>
    indentedLine([bodyRun(line)], {
      keepNext: keepsEnd && index === lines.length - 1 && line.length <= longestKeptText,
    }),
  );

/** Three lines; LibreOffice moves a kept paragraph as a whole, and a long one would leave a hole behind. */
const longestKeptText = 84;

const headingFaces: Readonly<Record<OfficialHeading["level"], Typeface>> = {
  1: "firstHeading",
  2: "secondHeading",
  3: "body",
  4: "body",
};

function writeHeading({ level, text, body }: OfficialHeading, keepsEnd: boolean): Paragraph {
  const runs = [bodyRun(text, headingFaces[level])];
  if (body) runs.push(bodyRun(body));
  return indentedLine(runs, { keepNext: !body || keepsEnd, outlineLevel: level - 1 });
}

/** 附件说明: a blank line below the text, 附件： two characters in, the names in one column below each other. */
export function writeAttachmentList({ attachments }: OfficialDocument): readonly Paragraph[] {
  if (!attachments?.length) return [];
  const isSingle = attachments.length === 1;
  const lines = attachments.map(({ title }, index) => {
    const label = index === 0 ? "附件：" : "";
    const number = isSingle ? "" : `${index + 1}.`;
    const labelWidth = 3 * typeArea.characterPitch;
    const numberWidth = isSingle ? 0 : Math.round((number.length * typeArea.characterPitch) / 2);
    const left = 2 * typeArea.characterPitch + labelWidth + numberWidth;
    return bodyLine([bodyRun(`${label}${number}${title}`)], {
      alignment: AlignmentType.LEFT,
      keepNext: true,
      indent: { left, hanging: numberWidth + (label ? labelWidth : 0) },
    });
  });
  return [keptBlankLine(), ...lines];
}

/** Each attachment opens a page of its own: 附件1 at the upper left, its title centred on the third line. */
export function writeAttachments({ attachments }: OfficialDocument): readonly BodyPart[] {
  const isSingle = attachments?.length === 1;
  return (attachments ?? []).flatMap(({ title, blocks }, index) =>
    blocks
      ? [
          bodyLine([bodyRun(isSingle ? "附件" : `附件${index + 1}`, "firstHeading")], {
            pageBreakBefore: true,
          }),
          blankLine(),
          ...breakTitle(title).map(writeAttachmentTitle),
          blankLine(),
          ...writeBlocks(blocks),
        ]
      : [],
  );
}

const writeAttachmentTitle = (line: string): Paragraph =>
  new Paragraph({
    ...offGrid,
    alignment: AlignmentType.CENTER,
    spacing: onePitch,
    children: [new TextRun({ text: line, font: nameFonts("title"), size: typeSize.二号 * 2 })],
  });
