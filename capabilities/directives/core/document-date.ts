import { findPlainDate, type PlainDate } from "#platform/kernel/plain-date.ts";
import { parseCjkNumeral, parseDigits } from "./numerals.ts";

const written =
  /([12]\d{3}|[一二][〇零○ОOo0-9一二三四五六七八九]{3})年([0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})月([0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})日/;
const dotted = /([12]\d{3})[-.．/]([01]?\d)[-.．/]([0-3]?\d)(?!\d)/;

/** 2023年3月5日 · 二〇二三年三月五日 · 2023.3.5 anywhere in the line; null when the day does not exist. */
export function findWrittenDate(spaced: string): PlainDate | null {
  const line = closeUp(spaced);
  const match = written.exec(line) ?? dotted.exec(line);
  if (!match) return null;
  const [year, month, day] = match.slice(1).map(parsePart);
  return findPlainDate(year ?? 0, month ?? 0, day ?? 0);
}

const parsePart = (part: string): number =>
  /^[0-9０-９]+$/.test(part) ? parseDigits(part) : (parseCjkNumeral(part.replace(/[○ОOo0]/g, "〇")) ?? 0);

/** 2023 年 3 月 5 日, as typed with blanks around the figures. */
const closeUp = (line: string): string =>
  line.replace(
    /(?<=[\d０-９〇零○ОOo一二三四五六七八九十年月])[ \u00a0\u3000]+(?=[\d０-９〇零○ОOo一二三四五六七八九十年月日])/g,
    "",
  );

const dateLine =
  /^[（(〔【]?\s*(?:[^，。：:]{0,24}[\s\u3000])?(?:[12]\d{3}|[一二][〇零○ОOo0-9一二三四五六七八九]{3})(?:年|[-.．/])[0-9０-９一二三四五六七八九十]{1,3}(?:月|[-.．/])[0-9０-９一二三四五六七八九十]{1,3}日?\s*[）)〕】]?(?:印发|发布)?$/;

/** A line that is a date and nothing else, but for brackets or a short name before it. */
export const isDateLine = (line: string): boolean =>
  line.length <= 50 &&
  /[日\d０-９）)〕】发布]$/.test(line) &&
  dateLine.test(closeUp(line)) &&
  findWrittenDate(line) !== null;

const documentNumber = /[〔[［（(【]\s*([12]\d{3})\s*[〕\]］）)】]\s*第?\s*\d{1,4}\s*号/;

/** The year of 清组发〔2023〕5号 when the line carries hardly more than the document number. */
export function findNumberYear(line: string): number | null {
  const match = line.length <= 50 ? documentNumber.exec(line) : null;
  return match ? Number(match[1]) : null;
}

/** The year a title speaks of (2023年工作要点), or null. */
export function findTitleYear(title: string): number | null {
  // 2018—2020年 is a span, not the document's year.
  const match = /(?<![-—–－~～至到])([12]\d{3}|[一二][〇零○一二三四五六七八九]{3})年/.exec(title);
  return match ? parsePart(match[1] as string) : null;
}
