import { parsePlainDate } from "#platform/kernel/plain-date.ts";
import type { Decomposition } from "./clause.ts";
import { writeClauses } from "./clauses.ts";
import { hideQuotations, levelSigns, markEnclosures } from "./enclosures.ts";
import { readFrame } from "./frame.ts";
import { joinHardWraps } from "./hard-wraps.ts";
import { LineCounter } from "./line-counter.ts";
import { buildOutline } from "./outline.ts";
import { splitParagraphs } from "./paragraphs.ts";
import { readTitleSetting } from "./requirement.ts";
import { confirmSeries } from "./series.ts";
import { findTokens, type Source, type Token } from "./tokens.ts";

/**
 * Decomposes an official document into its clauses, in the order of the text. Never fails: any string has a
 * decomposition. `options.year` stands above the year found in the document when 6月底前 is given a date.
 * Time grows linearly with the text. Grammar and decisions: the room's README.
 */
export function decompose(text: string, options: { year?: number } = {}): Decomposition {
  const paragraphs = joinHardWraps(text, splitParagraphs(text));
  const enclosures = markEnclosures(text, paragraphs);
  const level = levelSigns(text);
  const source: Source = { text, level, plain: hideQuotations(level, enclosures), enclosures };
  const frame = readFrame(text, paragraphs);
  const found: Token[] = [];
  paragraphs.forEach((paragraph, index) => {
    if (frame.uses[index] !== "body") return;
    for (const token of findTokens(source, paragraph, index)) found.push(token);
  });
  const roots = buildOutline({
    source,
    paragraphs,
    uses: frame.uses,
    tokens: confirmSeries(found),
    rows: frame.rows,
  });
  const year = options.year ?? frame.year;
  const clauses = writeClauses(roots, {
    source,
    lines: new LineCounter(text),
    setting: readTitleSetting(frame.title),
    calendar: {
      year,
      date: frame.date && parsePlainDate(frame.date),
      yearIsGiven: options.year !== undefined,
    },
  });
  return { title: frame.title, year, date: frame.date, clauses };
}
