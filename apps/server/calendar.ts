import type { Database } from "#platform/database/index.ts";
import { plainDate, yearOf } from "#platform/kernel/plain-date.ts";
import type { WorkCalendar } from "#platform/kernel/work-calendar.ts";

type CalendarTables = { "app.calendar_day": { day: string; workday: boolean } };

/** The work calendar as it stands in the database; a year without any entry follows weekends alone. */
export async function loadCalendar(database: Database): Promise<WorkCalendar> {
  const rows = await database
    .withTables<CalendarTables>()
    .selectFrom("app.calendar_day")
    .select(["day", "workday"])
    .execute();
  const workdayOverrides = new Map(rows.map((row) => [plainDate(row.day), row.workday]));
  const knownThroughYear = rows.reduce((latest, row) => Math.max(latest, yearOf(plainDate(row.day))), 0);
  return { workdayOverrides, knownThroughYear };
}
