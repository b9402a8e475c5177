import { digitOf, isIdeograph, isSpace, skipSpaces } from "./characters.ts";
import { cjkNumeralEnd, digitsEnd, isCjkNumeral, parseCjkNumeral, parseDigits } from "./numerals.ts";
import { isLatin, readLatin, readSymbol } from "./sign-markers.ts";
import { isLabelStart, readTaskLabel, readWordMarker } from "./word-markers.ts";

/**
 * What kind of numbering a marker belongs to. The first group is laid out by lines and ranks in this
 * order; the second runs in the text of a paragraph and has no rank of its own.
 */
export type Family =
  | "part"
  | "chapter"
  | "section"
  | "article"
  | "task"
  | "cjk"
  | "cjkParen"
  | "arabic"
  | "decimal"
  | "arabicParen"
  | "latin"
  | "roman"
  | "circled"
  | "bullet"
  | "ordinal"
  | "count"
  | "aspect"
  | "sector"
  | "need"
  | "tail";

/** `form` parts the habits of one family: 一是 from 一靠, 1. from 1、. */
export type Marker = {
  family: Family;
  form: string;
  number: number;
  start: number;
  end: number;
  /** False where the author wrote no number (在机关党建方面。): the clause's marker is null. */
  written: boolean;
};

const ranks: Partial<Record<Family, number>> = {
  part: 0,
  chapter: 1,
  section: 2,
  article: 3,
  task: 3.5,
  cjk: 4,
  cjkParen: 5,
  arabic: 6,
  decimal: 6,
  arabicParen: 7,
  latin: 7.5,
  roman: 7.5,
  circled: 8,
  bullet: 9,
};

/** Smaller is higher; undefined for the running families. */
export const rankOf = (family: Family): number | undefined => ranks[family];

const measures = new Set("季月年级类个名次日号点项种条等周天期亿万千百十多两");
const highestNumber = 99;

/** Signs that part a number from its words; the second group needs a series to be believed. */
const firmSigns = new Set("、.．");
const softSigns = new Set("，,：:");

/** The numbering sign that begins at `at`, or null. The caller has checked that something may begin here. */
export function readMarker(text: string, at: number, end: number, atLineStart: boolean): Marker | null {
  const code = text.charCodeAt(at);
  const char = text[at] as string;
  if (digitOf(code) >= 0) return readArabic(text, at, end, atLineStart);
  if (char === "（" || char === "(") return readParenthesized(text, at, end);
  if (atLineStart && squareBrackets.has(char)) return readParenthesized(text, at, end);
  const symbol = readSymbol(text, at, end, atLineStart) ?? readDash(text, at, end, atLineStart);
  if (symbol) return symbol;
  if (isLatin(code)) return atLineStart ? readLatin(text, at, end) : null;
  if (isCjkNumeral(char))
    return readCjk(text, at, end, atLineStart) ?? readWordMarker(text, at, end, atLineStart);
  if (atLineStart && isLabelStart(char)) {
    const label = readTaskLabel(text, at, end);
    if (label) return label;
  }
  return readWordMarker(text, at, end, atLineStart);
}

function readCjk(text: string, at: number, end: number, atLineStart: boolean): Marker | null {
  const stop = cjkNumeralEnd(text, at, end);
  const after = signAt(text, stop, end);
  const sign = text[after] ?? "";
  if (after >= end) return null;
  const number = parseCjkNumeral(text.slice(at, stop));
  if (number === null || number < 1 || number > highestNumber) return null;
  const made = { family: "cjk", number, start: at, end: after + 1, written: true } as const;
  if (atLineStart && softSigns.has(sign)) return { ...made, form: softForm };
  if (atLineStart && (sign === "）" || sign === ")")) return { ...made, family: "cjkParen", form: ")" };
  if (atLineStart && isSpace(text.charCodeAt(stop)) && stop === after)
    return readTableNumber(text, end, { ...made, end: stop });
  if (!firmSigns.has(sign)) return null;
  // 三、四季度 and 五、六年级 are ranges, not the third and fifth point.
  const next = cjkNumeralEnd(text, after + 1, end);
  if (next > after + 1 && measures.has(text[next] ?? "")) return null;
  return { ...made, form: "、" };
}

/** Copied pages put a blank between number and sign: 1 、 */
function signAt(text: string, at: number, end: number): number {
  if (at + 1 >= end || !isSpace(text.charCodeAt(at))) return at;
  const next = text[at + 1] as string;
  const isSign = next === "、" || next === "．" || (next === "." && digitOf(text.charCodeAt(at + 2)) < 0);
  return isSign ? at + 1 : at;
}

function readArabic(text: string, at: number, end: number, atLineStart: boolean): Marker | null {
  const digits = digitsEnd(text, at, end);
  if (digits - at > 2) return null;
  const number = parseDigits(text.slice(at, digits));
  const after = signAt(text, digits, end);
  if (number < 1) return null;
  const sign = text[after] ?? "";
  if (after >= end) return null;
  const made = { number, start: at, end: after + 1, written: true };
  if (sign === "）" || sign === ")") return { family: "arabicParen", form: ")", ...made };
  const decimal = atLineStart ? readDecimal(text, at, end) : null;
  if (decimal) return decimal;
  if (atLineStart && isSpace(text.charCodeAt(after)))
    return readTableNumber(text, end, { ...made, end: after });
  if (atLineStart && softSigns.has(sign) && digitOf(text.charCodeAt(after + 1)) < 0)
    return { family: "arabic", form: softForm, ...made };
  if (!firmSigns.has(sign)) return null;
  const nextCode = text.charCodeAt(skipSpaces(text, after + 1, end));
  // 1.5万元, 2023.5.1, 3、4月份; but “1.2024年底前…” and, with a blank, “1. 3月底前…” are points.
  const isYear = atLineStart && /^\s?\d{4}年/.test(text.slice(after + 1, after + 7));
  const isApart = atLineStart && sign !== "、" && isSpace(text.charCodeAt(after + 1));
  if (digitOf(nextCode) >= 0 && !isYear && !isApart) return null;
  return { family: "arabic", form: sign === "、" ? "、" : ".", ...made };
}

/** The first cell of a list copied out of a table: a number, blanks, words. Only a series confirms it. */
function readTableNumber(
  text: string,
  end: number,
  made: Omit<Marker, "family" | "form"> & { family?: Family },
): Marker | null {
  const next = text[skipSpaces(text, made.end, end)] ?? "";
  const isWord = isIdeograph(next.charCodeAt(0)) && !decimalUnits.has(next) && !measures.has(next);
  return isWord ? { family: "arabic", form: tableForm, ...made } : null;
}

/** The form of a number that stands in a table cell, without any sign. */
const tableForm = "cell";
/** The form of “1，” and “一：”, which also occur where nothing is numbered. */
const softForm = "，";

/** Only a series confirms these, even at the start of a line. */
export const needsSeries = (form: string): boolean => form === tableForm || form === softForm;

const decimalPattern = /([\d０-９]{1,2}(?:[.．][\d０-９]{1,2}){1,3})[.．、]?[\s\u00a0\u3000]*/y;
const decimalUnits = new Set("万亿元个米公里吨亩倍分月日年号版");

/** 1.1 and 1.1.2, but not 1.5万元: what follows must be a word that is no unit. */
function readDecimal(text: string, at: number, end: number): Marker | null {
  decimalPattern.lastIndex = at;
  const match = decimalPattern.exec(text);
  if (!match || decimalPattern.lastIndex >= end) return null;
  const next = text[decimalPattern.lastIndex] as string;
  if (!isIdeograph(next.charCodeAt(0)) || decimalUnits.has(next)) return null;
  const parts = (match[1] as string).split(/[.．]/).map(parseDigits);
  const stop = at + match[0].trimEnd().length;
  const number = parts[parts.length - 1] as number;
  return { family: "decimal", form: String(parts.length), number, start: at, end: stop, written: true };
}

/** 〔一〕 【1】 [1] */
const squareBrackets = new Map([
  ["〔", "〕"],
  ["【", "】"],
  ["［", "］"],
  ["[", "]"],
]);

function readParenthesized(text: string, at: number, end: number): Marker | null {
  const inside = skipSpaces(text, at + 1, Math.min(end, at + 4));
  const cjkEnd = cjkNumeralEnd(text, inside, end);
  const after = cjkEnd > inside ? cjkEnd : digitsEnd(text, inside, end);
  if (after === inside || after - inside > 4) return null;
  const close = skipSpaces(text, after, Math.min(end, after + 3));
  const closing = squareBrackets.get(text[at] as string) ?? "）)";
  if (close >= end || !closing.includes(text[close] as string)) return null;
  const run = text.slice(inside, after);
  const number = cjkEnd > inside ? parseCjkNumeral(run) : parseDigits(run);
  if (number === null || number < 1 || number > highestNumber) return null;
  // （一）、 is a habit of some offices; the comma belongs to the marker.
  const comma = close + 1 < end && "、．.".includes(text[close + 1] as string) ? 1 : 0;
  const family = cjkEnd > inside ? "cjkParen" : "arabicParen";
  return {
    family,
    form: text[at] === "(" ? "（" : (text[at] as string),
    number,
    start: at,
    end: close + 1 + comma,
    written: true,
  };
}

/** “- 加强督导” of a pasted page; a dash without a blank is part of the words. */
function readDash(text: string, at: number, end: number, atLineStart: boolean): Marker | null {
  const sign = text[at] as string;
  if (!atLineStart || !dashes.has(sign) || !isSpace(text.charCodeAt(at + 1))) return null;
  if (!isIdeograph(text.charCodeAt(skipSpaces(text, at + 1, end)))) return null;
  return { family: "bullet", form: sign, number: 0, start: at, end: at + 1, written: true };
}

const dashes = new Set("-*–—");

/** May any marker begin with this sign? Spares the scanner a call at most offsets. */
export function mayBeginMarker(char: string, atLineStart: boolean): boolean {
  const code = char.charCodeAt(0);
  if (isSpace(code)) return false;
  return (
    isCjkNumeral(char) ||
    digitOf(code) >= 0 ||
    starters.has(code) ||
    (code >= 0x2022 && code <= 0x3289) ||
    (atLineStart &&
      (dashes.has(char) || isLatin(code) || squareBrackets.has(char) || isLabelStart(char) || code === 0xb7))
  );
}

const starters = new Set([..."（(第首其再最另末还"].map((sign) => sign.charCodeAt(0)));
