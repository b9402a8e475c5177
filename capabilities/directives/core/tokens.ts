import { endsSentence, isSpace } from "./characters.ts";
import { type Marker, mayBeginMarker, readMarker } from "./markers.ts";
import type { Paragraph } from "./paragraphs.ts";
import { readNeedHead, readSectorHead, readTail } from "./unnumbered-heads.ts";

/** What stands before a marker: it decides how much else must speak for it. */
export type Boundary = "line" | "sentence" | "comma" | "bracket" | "blank" | "middle";

/** A marker found in the text, not yet known to be one: a series must confirm what runs in a line. */
export type Token = Marker & {
  /** Index of the paragraph among those given. */
  paragraph: number;
  boundary: Boundary;
  /** Set by the confirmation: members of one series share it. */
  series: number;
  isLast: boolean;
};

export type Source = {
  text: string;
  /** Signs and digits in one width. It and `plain` keep the offsets of `text`. */
  level: string;
  /** As `level`, with the words of quotations blanked. */
  plain: string;
  enclosures: Uint8Array;
};

/** Every place in a paragraph where a marker or an unnumbered head may stand. */
export function findTokens(source: Source, paragraph: Paragraph, index: number): Token[] {
  const { text, level, enclosures } = source;
  const tokens: Token[] = [];
  let boundary: Boundary | null = "line";
  let blanks = 0;
  for (let at = paragraph.start; at < paragraph.end; at++) {
    const code = text.charCodeAt(at);
    if (isSpace(code)) {
      // Pages copied into one line keep only wide blanks between their paragraphs.
      blanks += code === 0x3000 ? 2 : 1;
      if (boundary === null || boundary === "blank") boundary = blanks >= 2 ? "sentence" : "blank";
      continue;
    }
    blanks = 0;
    const outside = enclosures[at] === 0;
    const place = boundary ?? (opensInMiddle(text, at) ? "middle" : null);
    const marker: Marker | null = outside && place ? readAt(source, paragraph, at, place) : null;
    if (marker) {
      tokens.push({ ...marker, paragraph: index, boundary: place ?? "line", series: -1, isLast: false });
      // A numbered head may be followed at once by another: “二、（一）”, “1.一是”.
      if (marker.written) {
        at = marker.end - 1;
        boundary = boundary === "line" ? "sentence" : null;
        continue;
      }
    }
    boundary = boundaryAfter(level[at] as string, boundary, outside);
  }
  return tokens;
}

/**
 * 各级党组织一要提高认识，二要加强领导: the first point of a series may follow its subject without a stop,
 * and ① may follow anything.
 */
function opensInMiddle(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code >= 0x2460 && code <= 0x2473) return true;
  return (
    text[at] === "一" &&
    (text[at + 1] === "是" || text[at + 1] === "要") &&
    !"统唯第单专同逐万之每有十".includes(text[at - 1] as string)
  );
}

/** `char` is of the levelled text, where signs have one width. */
function boundaryAfter(char: string, before: Boundary | null, outside: boolean): Boundary | null {
  if (endsSentence(char.charCodeAt(0)) || char === "：") return "sentence";
  if (char === "，") return "comma";
  if (char === "”" || char === "」" || char === "』" || char === "’")
    return before === "line" ? null : before;
  if (char === "）") return outside ? null : "bracket";
  return null;
}

/** Numbers that hardly occur but as numbering. */
const inBrackets: ReadonlySet<string> = new Set(["cjkParen", "arabicParen", "circled"]);

function readAt(source: Source, paragraph: Paragraph, at: number, boundary: Boundary): Marker | null {
  const { text, plain } = source;
  const atLineStart = boundary === "line";
  const char = text[at] as string;
  if (mayBeginMarker(char, atLineStart)) {
    const marker = readMarker(text, at, paragraph.end, atLineStart);
    if (marker && allowed(marker, boundary)) return marker;
  }
  if (boundary !== "line" && boundary !== "sentence") return null;
  return (
    readSectorHead(plain, at, paragraph.end) ??
    readNeedHead(plain, at, paragraph.end) ??
    (boundary === "sentence" ? readTail(plain, at) : null)
  );
}

/** After a comma only numbering by words can begin; two halves of one sentence (一方面…，另一方面…) are one duty. */
function allowed(marker: Marker, boundary: Boundary): boolean {
  const { family } = marker;
  if (boundary === "comma") return family === "count" || family === "ordinal" || inBrackets.has(family);
  if (boundary === "blank") return family === "cjk" || family === "arabic" || inBrackets.has(family);
  if (boundary === "middle") return family === "count" || family === "circled";
  if (boundary === "bracket") return marker.family !== "aspect";
  return true;
}
