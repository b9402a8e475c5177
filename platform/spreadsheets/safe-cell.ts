import { dropUnprintable } from "#platform/documents/printable-text.ts";

/** Excel holds no longer text in a cell and calls a file that tries broken. */
const maxCellLength = 32_767;
const cutMark = "…（后文过长，已略）";

/** What a spreadsheet would run as a formula once the text is pasted, exported as .csv or typed over. */
const startsFormula = /^[=+\-@\t\r＝＋－＠]/;

/** Signs that begin no formula: a dash for "none", a negative or signed number, a percentage. */
const harmless = /^(?:[-－+＋]{1,3}|[-+－＋]?\d[\d,]*(?:\.\d+)?%?)$/;

/** A text as it may stand in a cell; an apostrophe before it keeps a would-be formula a text. */
export function makeSafeCell(text: string): string {
  const isFormula = startsFormula.test(text) && !harmless.test(text);
  const printable = dropUnprintable(text).replace(/\r\n?/g, "\n");
  const safe = isFormula ? `'${printable}` : printable;
  return safe.length <= maxCellLength ? safe : safe.slice(0, maxCellLength - cutMark.length) + cutMark;
}
