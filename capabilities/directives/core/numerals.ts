import { digitOf, isCjkNumeralCode } from "./characters.ts";

const cjkDigits: Record<string, number> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const cjkPowers: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };
const longestCjkNumeral = 12;

export const isCjkNumeral = (char: string | undefined): boolean =>
  char !== undefined && isCjkNumeralCode(char.charCodeAt(0));

/** 三 · 十五 · 一百二十 · 二〇二三; null for a run that is no number (十百) or is empty. */
export function parseCjkNumeral(run: string): number | null {
  if (run === "" || run.length > longestCjkNumeral) return null;
  if (![...run].some((char) => char in cjkPowers)) {
    return Number([...run].map((char) => cjkDigits[char]).join(""));
  }
  let total = 0;
  let digit: number | null = null;
  let lastPower = 10_000;
  for (const char of run) {
    const power = cjkPowers[char];
    if (power === undefined) {
      digit = cjkDigits[char] ?? 0;
      continue;
    }
    if (power >= lastPower) return null;
    total += (digit ?? 1) * power;
    lastPower = power;
    digit = null;
  }
  return total + (digit ?? 0);
}

/** The end of the run of Chinese numerals that begins at `at`; `at` itself when there is none. */
export function cjkNumeralEnd(text: string, at: number, end: number): number {
  let next = at;
  while (next < end && next - at <= longestCjkNumeral && isCjkNumeralCode(text.charCodeAt(next))) next++;
  return next;
}

export function digitsEnd(text: string, at: number, end: number): number {
  let next = at;
  while (next < end && digitOf(text.charCodeAt(next)) >= 0) next++;
  return next;
}

/** Half- or full-width digits as a number; the caller has checked that they are digits. */
export function parseDigits(run: string): number {
  let value = 0;
  for (let at = 0; at < run.length; at++) value = value * 10 + digitOf(run.charCodeAt(at));
  return value;
}

/** A number as it stands in a sentence: 3 · 1.5 · 1,200 · 两 · 十五; null when it is not one. */
export function parseNumber(written: string): number | null {
  if (isCjkNumeral(written[0])) return parseCjkNumeral(written);
  const plain = [...written]
    .map((char) => {
      const digit = digitOf(char.charCodeAt(0));
      return digit >= 0 ? String(digit) : char === "．" ? "." : char;
    })
    .filter((char) => char !== "," && char !== "，")
    .join("");
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}
