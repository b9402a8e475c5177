import {
  addDays,
  dayOf,
  lastDayOfMonth,
  monthOf,
  type PlainDate,
  writeDateInChinese,
  yearOf,
} from "#platform/kernel/plain-date.ts";
import { lastWorkdayBefore, type WorkCalendar } from "#platform/kernel/work-calendar.ts";
import type { Officials } from "./officials.ts";
import { indexWorkdays, type WorkdayIndex } from "./workday-index.ts";

/** What the whole year of work stands on. */
export interface WorkSetting {
  readonly seed: string;
  readonly today: PlainDate;
  /** The last day on which anything was entered: nothing of the demo happens later than the reader's clock. */
  readonly lastDay: PlainDate;
  readonly calendar: WorkCalendar;
  readonly workdays: WorkdayIndex;
  readonly officials: Officials;
}

export const openSetting = (
  seed: string,
  today: PlainDate,
  calendar: WorkCalendar,
  officials: Officials,
): WorkSetting => ({
  seed,
  today,
  calendar,
  workdays: indexWorkdays(calendar, today),
  officials,
  lastDay: lastWorkdayBefore(today, calendar),
});

/** The workday on which something began that lies so many days back; after a long holiday, the one before it. */
export function workdayAgo({ today, lastDay, workdays }: WorkSetting, daysAgo: number): PlainDate {
  const workday = workdays.firstFrom(addDays(today, -daysAgo));
  return workday < lastDay ? workday : lastDay;
}

/** Near deadlines are days, so that some always fall into this week; farther ones are ends of months. */
const exactWithinDays = 16;

export function deadlineOf({ today, workdays }: WorkSetting, dueInDays: number): PlainDate {
  const day = addDays(today, dueInDays);
  if (Math.abs(dueInDays) <= exactWithinDays) return workdays.firstFrom(day);
  return lastDayOfMonth(yearOf(day), monthOf(day)) ?? day;
}

/** 2026年6月底前 · 2026年11月27日前 */
export function writeDeadline(date: PlainDate): string {
  const isEndOfMonth = dayOf(addDays(date, 1)) === 1;
  return isEndOfMonth ? `${yearOf(date)}年${monthOf(date)}月底前` : `${writeDateInChinese(date)}前`;
}

/** An instant on a day in China, in minutes from its midnight. */
export const instantOf = (day: PlainDate, minutes: number): number =>
  Date.parse(`${day}T00:00:00+08:00`) + minutes * 60_000;
