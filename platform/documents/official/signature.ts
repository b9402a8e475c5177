import { AlignmentType, type Paragraph } from "docx";
import { writeDateInChinese } from "#platform/kernel/plain-date.ts";
import { keepPrintable } from "../printable-text.ts";
import type { OfficialDocument } from "./official-document.ts";
import { bodyLine, bodyRun, keptBlankLine } from "./paragraphs.ts";
import { typeArea } from "./type-area.ts";

/** Characters the date keeps from the right edge, room for half the seal. */
const dateInset = 4;

/**
 * 署名 centred over 成文日期, the date four characters from the right edge; a name longer than the room
 * around the date moves both of them left. Two blank lines above leave the place for the seal.
 */
export function writeSignature({ signatory, date }: OfficialDocument): readonly Paragraph[] {
  const name = keepPrintable(signatory);
  const written = writeDateInChinese(date);
  const dateWidth = measureInCharacters(written);
  const nameWidth = measureInCharacters(name);
  const centre = Math.max(dateInset + dateWidth / 2, nameWidth / 2);
  return [
    keptBlankLine(),
    keptBlankLine(),
    writeFromRight(name, centre - nameWidth / 2, true),
    writeFromRight(written, centre - dateWidth / 2, false),
  ];
}

const writeFromRight = (text: string, characters: number, keepNext: boolean): Paragraph =>
  bodyLine([bodyRun(text)], {
    alignment: AlignmentType.RIGHT,
    keepNext,
    indent: { right: Math.round(characters * typeArea.characterPitch) },
  });

/** Digits and Latin letters are half as wide as a Chinese character. */
const measureInCharacters = (text: string): number =>
  [...text].reduce((width, character) => width + (/[\x20-\x7e]/.test(character) ? 0.5 : 1), 0);
