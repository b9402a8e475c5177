import days from "chinese-days/dist/chinese-days.json" with { type: "json" };
import type pg from "pg";
import { type PlainDate, plainDate, yearOf } from "#platform/kernel/plain-date.ts";
import type { WorkCalendar } from "#platform/kernel/work-calendar.ts";

interface CalendarDay {
  readonly day: PlainDate;
  readonly workday: boolean;
  readonly name: string;
  readonly source: string;
}

const source = "国务院办公厅历年节假日安排通知（chinese-days 1.5.7 汇编）";

/** 元旦 out of "New Year's Day,元旦,1". */
const chineseName = (entry: string): string => entry.split(",")[1] ?? entry;

/** Public holidays and make-up workdays of all years that the library knows. */
const publicHolidays: readonly CalendarDay[] = [
  ...Object.entries(days.holidays).map(([day, entry]) => ({ day, workday: false, name: chineseName(entry) })),
  ...Object.entries(days.workdays).map(([day, entry]) => ({
    day,
    workday: true,
    name: `${chineseName(entry)}调休上班`,
  })),
].map((entry) => ({ ...entry, day: plainDate(entry.day), source }));

export const publicCalendar: WorkCalendar = {
  workdayOverrides: new Map(publicHolidays.map(({ day, workday }) => [day, workday])),
  knownThroughYear: publicHolidays.reduce((latest, { day }) => Math.max(latest, yearOf(day)), 0),
};

/** Writes the days that the database does not have yet; what is there stays. Only the owner may. */
export async function recordPublicHolidays(owner: pg.Client): Promise<void> {
  await owner.query(
    `INSERT INTO app.calendar_day (day, workday, name, source)
     SELECT day, workday, name, source
     FROM json_populate_recordset(null::app.calendar_day, $1::json)
     ON CONFLICT (day) DO NOTHING`,
    [JSON.stringify(publicHolidays)],
  );
}
