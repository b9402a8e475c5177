/** A calendar day without time or zone, written "YYYY-MM-DD"; compares correctly as text. */
export type PlainDate = string & { readonly __plainDate: unique symbol };

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const dayMs = 86_400_000;

// By numbers, not by text: the rules count days by the hundred thousand.
const toUtc = (date: PlainDate): number => Date.UTC(yearOf(date), monthOf(date) - 1, dayOf(date));

function fromUtc(milliseconds: number): PlainDate {
  const date = new Date(milliseconds);
  return writePlainDate(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

const twoDigits = (number: number): string => (number < 10 ? `0${number}` : String(number));
const writePlainDate = (year: number, month: number, day: number): PlainDate =>
  `${year}-${twoDigits(month)}-${twoDigits(day)}` as PlainDate;

/** A day that exists in the calendar, or null (month 13, 30 February). Years have four digits; `month` counts from 1. */
export function findPlainDate(year: number, month: number, day: number): PlainDate | null {
  if (!Number.isInteger(year) || year < 1000 || year > 9999) return null;
  if (!Number.isInteger(month) || month < 1 || month > 12) return null;
  if (!Number.isInteger(day) || day < 1 || day > daysInMonth(year, month)) return null;
  return writePlainDate(year, month, day);
}

/** Reads "YYYY-MM-DD"; null when it is not such a day. */
export function parsePlainDate(text: string): PlainDate | null {
  const match = pattern.exec(text);
  return match ? findPlainDate(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

/** A literal day in our own source; throws on a slip of the pen. */
export function plainDate(text: string): PlainDate {
  const date = parsePlainDate(text);
  if (!date) throw new RangeError(`not a day: ${text}`);
  return date;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

export const yearOf = (date: PlainDate): number => Number(date.slice(0, 4));
export const monthOf = (date: PlainDate): number => Number(date.slice(5, 7));
export const dayOf = (date: PlainDate): number => Number(date.slice(8, 10));

/** 0 is Sunday, 6 is Saturday. */
export const weekdayOf = (date: PlainDate): number => new Date(toUtc(date)).getUTCDay();

export const addDays = (date: PlainDate, days: number): PlainDate => fromUtc(toUtc(date) + days * dayMs);

/** The same day `months` later, or the last day of that month when it has no such day. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const index = yearOf(date) * 12 + (monthOf(date) - 1) + months;
  const year = Math.floor(index / 12);
  const month = (index % 12) + 1;
  const day = Math.min(dayOf(date), daysInMonth(year, month));
  return findPlainDate(year, month, day) ?? date;
}

export const lastDayOfMonth = (year: number, month: number): PlainDate | null =>
  month >= 1 && month <= 12 ? findPlainDate(year, month, daysInMonth(year, month)) : null;

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: PlainDate, to: PlainDate): number =>
  Math.round((toUtc(to) - toUtc(from)) / dayMs);

/** The day in China (UTC+8, no summer time since 1991) at an instant. */
export const dayInChina = (instant: Date): PlainDate => fromUtc(instant.getTime() + 8 * 3_600_000);

/** 2026年11月20日 */
export const writeDateInChinese = (date: PlainDate): string =>
  `${yearOf(date)}年${monthOf(date)}月${dayOf(date)}日`;
