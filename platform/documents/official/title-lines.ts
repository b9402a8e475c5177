import { keepPrintable } from "../printable-text.ts";

/** Characters of 22 pt that fit 156 mm. */
const maxLineLength = 20;

/** The lines a title shall stand in: words stay whole, lines come out about equal, none begins with 的 or a mark. */
export function breakTitle(title: string | readonly string[]): readonly string[] {
  if (typeof title !== "string") return title.map(keepPrintable).filter((line) => line !== "");
  const text = keepPrintable(title);
  const characters = [...text];
  if (characters.length <= maxLineLength) return text === "" ? [] : [text];
  const breaks = findBreaks(text);
  for (let count = Math.ceil(characters.length / maxLineLength); count <= characters.length; count += 1) {
    const lines = spread(characters, breaks, count);
    if (lines) return lines;
  }
  return [text];
}

const wordBreaker = new Intl.Segmenter("zh", { granularity: "word" });

/** Where a line may end, as a count of characters, with the price of ending it there. */
function findBreaks(text: string): ReadonlyMap<number, number> {
  const breaks = new Map<number, number>();
  let position = 0;
  let quoted = 0;
  let previous = "";
  for (const { segment } of wordBreaker.segment(text)) {
    if (position > 0) {
      const splitsQuotation = quoted > 0 ? 60 : 0;
      const startsBadly = /^[的和与、，。：；）》〉”’」』〕】!?！？)]/.test(segment) ? 400 : 0;
      const endsBadly = /[《〈“‘「『〔【（(]$/.test(previous) ? 400 : 0;
      const splitsNumber =
        /[\d〇一二三四五六七八九十]$/.test(previous) && /^[\d年月日号第]/.test(segment) ? 60 : 0;
      const dividesClause = segment.startsWith("关于") ? -40 : previous === "关于" ? 80 : 0;
      breaks.set(position, splitsQuotation + startsBadly + endsBadly + splitsNumber + dividesClause);
    }
    quoted += (segment.match(/[《“「『]/g)?.length ?? 0) - (segment.match(/[》”」』]/g)?.length ?? 0);
    position += [...segment].length;
    previous = segment;
  }
  return breaks;
}

type Layout = { readonly price: number; readonly ends: readonly number[] };

/** The cheapest way to set the characters in exactly `count` lines, or null when words are too long for it. */
function spread(
  characters: readonly string[],
  breaks: ReadonlyMap<number, number>,
  count: number,
): readonly string[] | null {
  const ideal = characters.length / count;
  const priced = new Map([...breaks, [characters.length, 0]]);
  let layouts: ReadonlyMap<number, Layout> = new Map([[0, { price: 0, ends: [] }]]);
  for (let line = 1; line <= count; line += 1) layouts = addLine(layouts, priced, ideal);
  const best = layouts.get(characters.length);
  return best?.ends.map((end, index) => characters.slice(best.ends[index - 1] ?? 0, end).join("")) ?? null;
}

/** Every layout with one line more, of those that end at one place the cheapest. */
function addLine(
  layouts: ReadonlyMap<number, Layout>,
  breaks: ReadonlyMap<number, number>,
  ideal: number,
): ReadonlyMap<number, Layout> {
  const longer = new Map<number, Layout>();
  for (const [start, { price, ends }] of layouts)
    for (const [end, breakPrice] of breaks) {
      const length = end - start;
      const total = price + breakPrice + (length - ideal) ** 2;
      const isCheaper = total < (longer.get(end)?.price ?? Number.POSITIVE_INFINITY);
      if (length > 0 && length <= maxLineLength && isCheaper)
        longer.set(end, { price: total, ends: [...ends, end] });
    }
  return longer;
}
