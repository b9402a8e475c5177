import { isSpace, trimEnd } from "./characters.ts";
import type { Draft } from "./draft.ts";

const wordFamilies = new Set(["count", "aspect"]);

/** As written; the comma after 首先， and 一是， belongs to the sentence, that of 一、 and 第一， to the marker. */
export function readMarkerText(text: string, { token, row }: Draft): string | null {
  if (row?.number) return text.slice(row.number.start, row.number.end);
  if (!token?.written) return null;
  const marker = text.slice(token.start, token.end);
  const isWord = wordFamilies.has(token.family) || (token.family === "ordinal" && !marker.startsWith("第"));
  return isWord ? marker.replace(/[，,、：:]$/, "") : marker;
}

/** Trims by the source and takes the words from `words`, so that both readings keep the same offsets. */
export function joinPieces(text: string, words: string, { pieces }: Draft): string {
  let joined = "";
  for (let at = 0; at + 1 < pieces.length; at += 2) {
    const start = pieces[at] as number;
    let from = start;
    while (from < (pieces[at + 1] as number) && isSpace(text.charCodeAt(from))) from++;
    const to = trimEnd(text, from, pieces[at + 1] as number);
    if (from >= to) continue;
    const broken = joined !== "" && text.slice(pieces[at - 1] as number, start).includes("\n");
    joined += (broken ? "\n" : "") + joinLines(text.slice(from, to), words.slice(from, to));
  }
  return joined;
}

/** Within one stretch a line ends only where the page was cut. */
function joinLines(text: string, words: string): string {
  let feed = text.indexOf("\n");
  if (feed < 0) return words;
  let joined = "";
  let from = 0;
  for (; feed >= 0; feed = text.indexOf("\n", from)) {
    joined += words.slice(from, trimEnd(text, from, feed));
    from = feed;
    while (from < text.length && isSpace(text.charCodeAt(from))) from++;
  }
  return joined + words.slice(from);
}
