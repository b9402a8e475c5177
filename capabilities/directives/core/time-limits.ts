import type { Calendar } from "./calendar.ts";
import type { Deadline } from "./clause.ts";
import { numeral, readDeadlines, readMonth, readYearEnd, yearWords } from "./deadlines.ts";
import { narrowDigits } from "./enclosures.ts";

const monthOnly = new RegExp(`^${yearWords}(${numeral})月份?(?:(${numeral})[日号])?()$`);
const dotted = /^(\d{4})[.．/-](\d{1,2})(?:[.．/-](\d{1,2}))?()$/;
const wholeYear = /^(?:(\d{4}|今|本|当|明)年)?(?:全年|年度|年底|年终)?$/;

/** The value of （完成时限：…）, where a bare 2023年12月, 8月份 or 全年 is a deadline too. */
export function readTimeLimit(written: string, calendar: Calendar): Deadline[] {
  if (written === "") return [];
  const sentence = narrowDigits(written).replace(/[ \u00a0]/g, "");
  const found = readDeadlines(sentence, calendar);
  const [only] = found;
  if (found.length === 1 && only && sentence !== written) return [{ text: written, date: only.date }];
  if (found.length > 0) return found.map(({ text, date }) => ({ text, date }));
  const month = monthOnly.exec(sentence) ?? dotted.exec(sentence);
  if (month) return [{ text: written, date: readMonth({ match: month, sentence, calendar }) ?? null }];
  const year = wholeYear.exec(sentence);
  if (year) return [{ text: written, date: readYearEnd({ match: year, sentence, calendar }) ?? null }];
  return [{ text: written, date: null }];
}
