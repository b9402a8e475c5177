import {
  addDays,
  addMonths,
  findPlainDate,
  lastDayOfMonth,
  monthOf,
  type PlainDate,
  weekdayOf,
  yearOf,
} from "#platform/kernel/plain-date.ts";
import type { Reading } from "./calendar.ts";
import { parseNumber } from "./numerals.ts";

/** Counted from the document's own date only when nothing else is named to count from. */
export function readSpan({ match, sentence, calendar }: Reading): PlainDate | null | undefined {
  const lead = sentence.slice(Math.max(0, match.index - 14), match.index);
  if (/[近过最每第]$|过去$|最近$/.test(lead)) return undefined;
  const event = /(之日起|后|以来|起)[，,]?(?:的)?$/.exec(lead);
  const known =
    /(印发|发文|下发|发布|本通知|本方案|本意见|即日|会|会议|文件)[^，。]{0,4}(之日起|后|起)[，,]?(?:的)?$/.test(
      lead,
    );
  // 信息变动的，应当在15日内更新 counts from the change.
  const conditional = /的[，,][^，。]{0,6}$/.test(lead);
  if ((event && !known) || conditional) return null;
  const count = match[1] === "半" ? 6 : parseNumber(match[1] as string);
  const { date } = calendar;
  if (!date || count === null) return null;
  const unit = match[1] === "半" ? "月" : (match[2] as string);
  if (/工作日|小时|分钟/.test(unit)) return null;
  if (/月/.test(unit)) return addMonths(date, count);
  if (/季/.test(unit)) return addMonths(date, count * 3);
  if (/年/.test(unit)) return addMonths(date, count * 12);
  return addDays(date, /周|星期/.test(unit) ? count * 7 : count);
}

export function readThisMonth({ match, calendar }: Reading): PlainDate | null | undefined {
  const { date } = calendar;
  // 次月 and 当月 follow some event of each month.
  if (!date || /^[当次]/.test(match[0])) return null;
  const month = match[0].startsWith("下") ? addMonths(date, 1) : date;
  if (match[1]) return findPlainDate(yearOf(month), monthOf(month), Number(match[1]));
  return lastDayOfMonth(yearOf(month), monthOf(month));
}

export function readThisWeek({ match, calendar }: Reading): PlainDate | null {
  if (!calendar.date) return null;
  const day = match[2] ? "一二三四五六日天".indexOf(match[2]) % 7 : 6;
  const sinceMonday = (weekdayOf(calendar.date) + 6) % 7;
  const offset = (day === 7 ? 6 : day) - sinceMonday + (match[1] === "下" ? 7 : 0);
  return addDays(calendar.date, offset);
}

export function readThisQuarter({ calendar }: Reading): PlainDate | null {
  const { date } = calendar;
  return date ? lastDayOfMonth(yearOf(date), Math.ceil(monthOf(date) / 3) * 3) : null;
}

const feasts: Record<string, [number, number]> = {
  元旦: [12, 31],
  五一: [4, 30],
  七一: [6, 30],
  国庆: [9, 30],
  十一: [9, 30],
};

export function readFeast({ match, calendar }: Reading): PlainDate | null {
  const day = feasts[(match[1] as string).replace(/[·.]/, "")];
  return day && calendar.year !== null ? findPlainDate(calendar.year, day[0], day[1]) : null;
}
