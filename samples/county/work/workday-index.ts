import { addDays, type PlainDate } from "#platform/kernel/plain-date.ts";
import { isWorkday, type WorkCalendar } from "#platform/kernel/work-calendar.ts";

/** The rules of the work calendar, counted out beforehand for the years that the demo touches. */
export interface WorkdayIndex {
  /** The day itself when it is a workday, else the next one. */
  firstFrom(day: PlainDate): PlainDate;
  /** The day that lies so many whole workdays after another. */
  add(from: PlainDate, workdays: number): PlainDate;
  /** The workday that lies so many workdays before another; 0 is the last one up to it. */
  back(from: PlainDate, workdays: number): PlainDate;
  /** Workdays after `from` up to and including `to`; 0 when `to` is not later. */
  countAfter(from: PlainDate, to: PlainDate): number;
}

const daysBack = 450;
const daysAhead = 450;

export function indexWorkdays(calendar: WorkCalendar, around: PlainDate): WorkdayIndex {
  const workdays: PlainDate[] = [];
  /** How many workdays lie in the index up to and including a day. */
  const reached = new Map<PlainDate, number>();
  let day = addDays(around, -daysBack);
  for (let step = -daysBack; step <= daysAhead; step += 1) {
    if (isWorkday(day, calendar)) workdays.push(day);
    reached.set(day, workdays.length);
    day = addDays(day, 1);
  }
  const countTo = (to: PlainDate): number => {
    const count = reached.get(to);
    if (count === undefined) throw new RangeError(`${to} lies outside the demo`);
    return count;
  };
  const getWorkday = (place: number): PlainDate => {
    const found = workdays[place];
    if (found === undefined) throw new RangeError("workday outside the demo");
    return found;
  };
  return {
    firstFrom: (from) => (workdays[countTo(from) - 1] === from ? from : getWorkday(countTo(from))),
    add: (from, count) => (count <= 0 ? from : getWorkday(countTo(from) + count - 1)),
    back: (from, count) => getWorkday(countTo(from) - 1 - count),
    countAfter: (from, to) => Math.max(0, countTo(to) - countTo(from)),
  };
}
