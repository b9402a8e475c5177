import { isSpace } from "./characters.ts";
import { readMarker } from "./markers.ts";
import type { Paragraph } from "./paragraphs.ts";

const narrowest = 28;
const widest = 90;
/** A line may end a little before the margin, where the next word did not fit. */
const slack = 4;
/** ； and ： may stand at the end of a cut line too. */
const closed = new Set("。！？!?…）)］】”");
const salutation = /(同志|各|党委|党组|部门|单位|政府|委员会)[^，。；]{0,12}[：:]$/;
const title = /(通知|意见|方案|要点|讲话|办法|清单|报告|规定|细则|计划)$/;

/**
 * Puts the lines of a page back into paragraphs when every line was cut at one width, as in text copied out of
 * a printed file. A document whose paragraphs are lines is left as it is.
 */
export function joinHardWraps(text: string, lines: readonly Paragraph[]): Paragraph[] {
  const width = findWidth(text, lines);
  if (width === null) return [...lines];
  const joined: Paragraph[] = [];
  let above: Paragraph | null = null;
  for (const [index, line] of lines.entries()) {
    const last = joined.at(-1);
    if (last && above && goesOn({ text, above, line, width }) && !(index < 6 && isTitle(text, above))) {
      last.end = line.end;
    } else joined.push({ ...line });
    above = line;
  }
  return joined;
}

const lengthOf = ({ start, end }: Paragraph): number => end - start;
const endsOpen = (text: string, { start, end }: Paragraph): boolean =>
  !closed.has(text[end - 1] as string) && !salutation.test(text.slice(Math.max(start, end - 40), end));
const isTitle = (text: string, { start, end }: Paragraph): boolean =>
  title.test(text.slice(Math.max(start, end - 4), end));

/** The width at which the lines were cut; null when they were not. */
function findWidth(text: string, lines: readonly Paragraph[]): number | null {
  let width = 0;
  for (const line of lines) {
    if (lengthOf(line) > widest) return null;
    if (lengthOf(line) > width) width = lengthOf(line);
  }
  const full = lines.filter((line) => lengthOf(line) >= width - slack);
  const open = full.filter((line) => endsOpen(text, line));
  const isCut = full.length >= 3 && full.length * 6 >= lines.length && open.length * 10 >= full.length * 7;
  return width >= narrowest && isCut ? width : null;
}

type Neighbours = { text: string; above: Paragraph; line: Paragraph; width: number };

function goesOn({ text, above, line, width }: Neighbours): boolean {
  if (line.number !== above.number + 1 || lengthOf(above) < width - slack) return false;
  const indent = indentOf(text, line);
  if (indent >= 2 && indent > indentOf(text, above)) return false;
  if (!endsOpen(text, above)) return false;
  const marker = readMarker(text, line.start, line.end, true);
  return marker === null || text[above.end - 1] === "，" || text[above.end - 1] === "、";
}

function indentOf(text: string, { start }: Paragraph): number {
  let indent = 0;
  for (let at = start - 1; at >= 0 && text[at] !== "\n" && isSpace(text.charCodeAt(at)); at--)
    indent += text[at] === "\u3000" ? 2 : 1;
  return indent;
}
