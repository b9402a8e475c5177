import { isIdeograph, isSpace, skipSpaces } from "./characters.ts";
import type { Family, Marker } from "./markers.ts";

/** First code, last code, family: numbers that are one sign. */
const symbolRuns: readonly [number, number, Family][] = [
  [0x2460, 0x2473, "circled"],
  [0x2776, 0x277f, "circled"],
  [0x2780, 0x2789, "circled"],
  [0x2474, 0x2487, "arabicParen"],
  [0x2488, 0x249b, "arabic"],
  [0x3220, 0x3229, "cjkParen"],
  [0x3280, 0x3289, "circled"],
  [0x2160, 0x216b, "roman"],
  [0x2170, 0x217b, "roman"],
];
const bullets = new Set([..."●■◆▲★▪•○□◇▢➢➤✓√※◎☆△⚫"].map((sign) => sign.charCodeAt(0)));
const parts = "、．.，,：:";

/** ① ⒈ ㈠ Ⅰ, and the signs that lists are dotted with. */
export function readSymbol(text: string, at: number, end: number, atLineStart: boolean): Marker | null {
  const code = text.charCodeAt(at);
  if (code < 0x2022 || code > 0x3289) return null;
  const run = symbolRuns.find(([first, last]) => code >= first && code <= last);
  if (!run) {
    if (!atLineStart || !bullets.has(code)) return null;
    return { family: "bullet", form: text[at] as string, number: 0, start: at, end: at + 1, written: true };
  }
  const [first, , family] = run;
  // “Ⅰ级响应” names a degree; a Roman numeral numbers only when set apart.
  const after = skipSpaces(text, at + 1, Math.min(end, at + 3));
  const comma = after < end && parts.includes(text[after] as string) ? after + 1 : at + 1;
  if (family === "roman" && (!atLineStart || (comma === at + 1 && !isSpace(text.charCodeAt(at + 1)))))
    return null;
  return { family, form: "sign", number: code - first + 1, start: at, end: comma, written: true };
}

/** A to Z, half or full width, of either case. */
export const isLatin = (code: number): boolean => letterOf(code) > 0;

function letterOf(code: number): number {
  const narrow = code >= 0xff21 ? code - 0xfee0 : code;
  const upper = narrow >= 0x61 ? narrow - 0x20 : narrow;
  return upper >= 0x41 && upper <= 0x5a ? upper - 0x40 : 0;
}

/** A. B、 c) at the start of a line, before Chinese words; A、B两县 names two counties. */
export function readLatin(text: string, at: number, end: number): Marker | null {
  const sign = text[at + 1] ?? "";
  if (at + 1 >= end || !"、．.)）".includes(sign)) return null;
  const next = text.charCodeAt(skipSpaces(text, at + 2, end));
  if (!isIdeograph(next) && !/[“"《（(0-9]/.test(String.fromCharCode(next))) return null;
  const form = (sign === "）" || sign === ")" ? ")" : ".") + (text.charCodeAt(at) & 0x20 ? "a" : "A");
  const number = letterOf(text.charCodeAt(at));
  return { family: "latin", form, number, start: at, end: at + 2, written: true };
}
