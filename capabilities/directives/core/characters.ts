const space = 1;
const sentenceEnd = 2;
const cjkNumeral = 4;

/** What each code unit is; a table, because every character of a document is asked several times. */
const classes = new Uint8Array(0x10000);
const mark = (signs: string, kind: number): void => {
  for (let at = 0; at < signs.length; at++) classes[signs.charCodeAt(at)] = kind;
};
// Blanks as Word and web pages write them: half and full width, no-break, zero width, byte order mark.
mark(" \t\n\v\f\r\u00a0\u3000\ufeff\u0085\u2028\u2029", space);
mark("\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b", space);
mark("。！？!?；;", sentenceEnd);
mark("〇零一二两三四五六七八九十百千", cjkNumeral);

export const isSpace = (code: number): boolean => classes[code] === space;

export const isCjkNumeralCode = (code: number): boolean => classes[code] === cjkNumeral;

export const isIdeograph = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff;

/** 0 to 9, half or full width; -1 for anything else. */
export function digitOf(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  if (code >= 0xff10 && code <= 0xff19) return code - 0xff10;
  return -1;
}

/** A full stop of thought: list members are parted by ； as often as by 。 */
export const endsSentence = (code: number): boolean => classes[code] === sentenceEnd;

export function skipSpaces(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isSpace(text.charCodeAt(at))) at++;
  return at;
}

/** Without the signs that only part one member of a list from the next; a loop, since /[…]+$/ may be quadratic. */
export function trimListSigns(text: string): string {
  let end = text.length;
  while (end > 0 && ("；;，,、".includes(text[end - 1] as string) || isSpace(text.charCodeAt(end - 1))))
    end--;
  return text.slice(0, end);
}

export function trimEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isSpace(text.charCodeAt(at - 1))) at--;
  return at;
}
