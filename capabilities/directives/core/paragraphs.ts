import { skipSpaces, trimEnd } from "./characters.ts";

/** A line of the source without the blanks around it; `number` counts every line from 1. */
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
    if (start < lineEnd) paragraphs.push({ number, start, end: trimEnd(text, start, lineEnd) });
    lineStart = lineEnd + 1;
    number++;
  }
  return paragraphs;
}
