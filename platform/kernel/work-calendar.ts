import { addDays, daysBetween, type PlainDate, weekdayOf, yearOf } from "./plain-date.ts";

/** Days that differ from "Monday to Friday is work". Years without any entry fall back to weekends. */
export interface WorkCalendar {
  readonly workdayOverrides: ReadonlyMap<PlainDate, boolean>;
  /** The last year for which holidays are known; later years follow weekends only. */
  readonly knownThroughYear: number;
}

export const weekendCalendar: WorkCalendar = { workdayOverrides: new Map(), knownThroughYear: 0 };

export const isWorkday = (date: PlainDate, calendar: WorkCalendar): boolean =>
  calendar.workdayOverrides.get(date) ?? (weekdayOf(date) !== 0 && weekdayOf(date) !== 6);

export const isCalendarKnown = (date: PlainDate, calendar: WorkCalendar): boolean =>
  yearOf(date) <= calendar.knownThroughYear;

/** The day itself when it is a workday, else the next workday (期限届满日为节假日的顺延，民法典第二百零三条). */
export function firstWorkdayFrom(date: PlainDate, calendar: WorkCalendar): PlainDate {
  let day = date;
  while (!isWorkday(day, calendar)) day = addDays(day, 1);
  return day;
}

/** The latest workday strictly before a day. */
export function lastWorkdayBefore(date: PlainDate, calendar: WorkCalendar): PlainDate {
  let day = addDays(date, -1);
  while (!isWorkday(day, calendar)) day = addDays(day, -1);
  return day;
}

/** Workdays after `from` up to and including `to`; 0 when `to` is not later. */
export function workdaysAfter(from: PlainDate, to: PlainDate, calendar: WorkCalendar): number {
  let count = 0;
  for (let step = 1; step <= daysBetween(from, to); step += 1) {
    if (isWorkday(addDays(from, step), calendar)) count += 1;
  }
  return count;
}

/** The day that lies `workdays` whole workdays after `from`. */
export function addWorkdays(from: PlainDate, workdays: number, calendar: WorkCalendar): PlainDate {
  let day = from;
  for (let left = workdays; left > 0; ) {
    day = addDays(day, 1);
    if (isWorkday(day, calendar)) left -= 1;
  }
  return day;
}
