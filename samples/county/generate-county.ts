import type { PlainDate } from "#platform/kernel/plain-date.ts";
import type { WorkCalendar } from "#platform/kernel/work-calendar.ts";
import { fillPosts, type People } from "./people/holders.ts";
import { countyName } from "./units/county-units.ts";
import { type CountySize, listUnits } from "./units/list-units.ts";
import type { SampleUnit } from "./units/unit-seed.ts";
import { openOfficials } from "./work/officials.ts";
import { openSetting } from "./work/setting.ts";
import { type SampleWork, workOfYear } from "./work/work-of-year.ts";

/** No province has a code that begins with 99, so no real county can be meant. */
export const sampleAreaCode = "990121";

export interface CountyOptions {
  readonly seed: string;
  readonly size: CountySize;
  readonly today: PlainDate;
  readonly calendar: WorkCalendar;
}

/** 清源县: a county that does not exist. */
export interface SampleCounty {
  readonly areaCode: string;
  readonly areaName: string;
  readonly units: readonly SampleUnit[];
  readonly people: People;
  readonly work: SampleWork;
}

/** The same options give the same county, to the last sign. */
export function generateCounty({ seed, size, today, calendar }: CountyOptions): SampleCounty {
  const units = listUnits(sampleAreaCode, seed, size);
  const people = fillPosts(seed, units, today);
  const setting = openSetting(seed, today, calendar, openOfficials(units, people));
  const work = workOfYear(setting, units);
  return { areaCode: sampleAreaCode, areaName: countyName, units, people, work };
}
