import type { Paragraph } from "./paragraphs.ts";

const inQuote = 1;
const inBracket = 2;

const pairs = ["“”", "「」", "『』", "《》", "（）", "()"] as const;
/** By code: the number of the pair a sign opens or closes, counted from 1. */
const opens = new Map(pairs.map((pair, index) => [pair.charCodeAt(0), index + 1]));
const closes = new Map(pairs.map((pair, index) => [pair.charCodeAt(1), index + 1]));
const firstBracketPair = 5;

/** Ideographs are most of any text and never enclose; this spares them two look-ups each. */
const mayEnclose = (code: number): boolean => code < 0x4e00 || code >= 0xff00;

/** Longer than any real quotation or bracket: such a pair is a slip of the pen around whole passages. */
const longestEnclosed = 600;

/**
 * For every offset: inside a quotation or book title (1), inside a bracket (2), both (3), or neither (0).
 * The opening sign itself lies outside. Pairs are sought within a paragraph; an unpaired sign encloses
 * nothing, since real speeches often lose or turn one.
 */
export function markEnclosures(text: string, paragraphs: readonly Paragraph[]): Uint8Array {
  const marks = new Uint8Array(text.length);
  for (const paragraph of paragraphs) markParagraph(text, paragraph, marks);
  return marks;
}

type Opening = { at: number; pair: number };

function markParagraph(text: string, { start, end }: Paragraph, marks: Uint8Array): void {
  const open: Opening[] = [];
  const pending = new Uint32Array(pairs.length + 1);
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (!mayEnclose(code)) continue;
    const opening = opens.get(code);
    const closing = opening === undefined ? closes.get(code) : undefined;
    if (opening !== undefined) {
      open.push({ at, pair: opening });
      pending[opening] = (pending[opening] ?? 0) + 1;
    } else if (closing !== undefined && (pending[closing] ?? 0) > 0) {
      close(closing, at, { open, pending, marks });
    }
  }
  spreadDepths(start, end, marks);
}

type Enclosing = { open: Opening[]; pending: Uint32Array; marks: Uint8Array };

/** Pops to the sign's partner: what was opened after it and never closed encloses nothing. */
function close(pair: number, at: number, { open, pending, marks }: Enclosing): void {
  for (let top = open.pop(); top; top = open.pop()) {
    pending[top.pair] = (pending[top.pair] ?? 1) - 1;
    if (top.pair !== pair) continue;
    if (at - top.at > longestEnclosed) return;
    // Ends are noted first and spread afterwards, so that deep nesting costs no more than flat text.
    const shift = pair >= firstBracketPair ? 2 : 0;
    marks[top.at] = (marks[top.at] ?? 0) | (1 << shift);
    marks[at] = (marks[at] ?? 0) | (2 << shift);
    return;
  }
}

function spreadDepths(start: number, end: number, marks: Uint8Array): void {
  let quotes = 0;
  let brackets = 0;
  for (let at = start; at < end; at++) {
    const ends = marks[at] ?? 0;
    marks[at] = (quotes > 0 ? inQuote : 0) | (brackets > 0 ? inBracket : 0);
    if (ends & 1) quotes++;
    if (ends & 2) quotes--;
    if (ends & 4) brackets++;
    if (ends & 8) brackets--;
  }
}

const wideSigns: Record<string, string> = {
  ",": "，",
  ";": "；",
  ":": "：",
  "(": "（",
  ")": "）",
  "!": "！",
  "?": "？",
};

/**
 * Half-width signs of a Chinese sentence made wide, one for one; those between digits (10:30, 1,200) stay.
 * A dot ends a sentence only after Chinese words, and before more of them or the end.
 */
const widenSigns = (text: string): string => {
  const wide = text.replace(/(?<!\d)[,;:()!?]|[,;:()!?](?!\d)/g, (sign) => wideSigns[sign] as string);
  if (!text.includes(".")) return wide;
  return wide.replace(/(?<=[\u4e00-\u9fff”）])\.(?=\s|[\u4e00-\u9fff]|$)/g, "。");
};

/** Digits as the rules read them: ２０２３ → 2023. */
export const narrowDigits = (text: string): string =>
  text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));

/** The text with its signs and digits in one width, offset for offset. */
export const levelSigns = (text: string): string => narrowDigits(widenSigns(text));

/** The words of quotations and book titles blanked, offset for offset: a “要” that is quoted obliges nobody. */
export function hideQuotations(text: string, marks: Uint8Array): string {
  const pieces: string[] = [];
  let from = 0;
  for (let at = 0; at < text.length; ) {
    if (((marks[at] ?? 0) & inQuote) === 0) {
      at++;
      continue;
    }
    let next = at;
    while (next < text.length && (marks[next] ?? 0) & inQuote) next++;
    // The closing sign carries the mark too, and stays visible.
    pieces.push(text.slice(from, at), "□".repeat(Math.max(0, next - 1 - at)));
    from = next - 1;
    at = next;
  }
  pieces.push(text.slice(from));
  return pieces.join("");
}
