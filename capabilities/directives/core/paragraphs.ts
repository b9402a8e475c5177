import { skipSpaces, trimEnd } from "./characters.ts";

/**
 * A paragraph without the blanks around it; `number` is its first line, every line counted from 1. It holds
 * line ends only where a page was cut at one width.
 */
export type Paragraph = { number: number; start: number; end: number };

/** The lines that hold anything, in order. In a .docx the caller has put one paragraph on each line. */
export function splitParagraphs(text: string): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let number = 1;
  let lineStart = 0;
  while (lineStart <= text.length) {
    const feed = text.indexOf("\n", lineStart);
    const lineEnd = feed < 0 ? text.length : feed;
    const start = skipSpaces(text, lineStart, lineEnd);
    const bare = start < lineEnd ? undress(text, start, trimEnd(text, start, lineEnd)) : null;
    if (bare) paragraphs.push({ number, ...bare });
    lineStart = lineEnd + 1;
    number++;
  }
  return paragraphs;
}

const pageNumber =
  /^(?:[-—–－·]{1,2}\s*[0-9０-９]{1,4}\s*[-—–－·]{1,2}|第\s*\d{1,4}\s*页([，,\s/]*共\s*\d{1,4}\s*页)?|-{3,}|={3,}|\*{3,})$/;
const dressed = /^(?:#{1,6}\s+|>\s+)?(?:\*\*|__)?/;

/** Without the signs of a pasted page: heads marked ## or **…**; null for a page number or a ruled line. */
function undress(text: string, start: number, end: number): { start: number; end: number } | null {
  if (!mayBeDressed.has(text[start] as string)) return { start, end };
  const line = text.slice(start, Math.min(end, start + 40));
  if (end - start < 40 && pageNumber.test(line)) return null;
  const from = skipSpaces(text, start + (dressed.exec(line)?.[0].length ?? 0), end);
  const isBold = /\*\*$|__$/.test(line.slice(0, from - start).trimEnd());
  const to = isBold && /\*\*|__/.test(text.slice(end - 2, end)) && end - 2 > from ? end - 2 : end;
  return from < to ? { start: from, end: to } : null;
}

const mayBeDressed = new Set("-—–－·第#>*_=");
