import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  addMonths,
  dayInChina,
  daysBetween,
  findPlainDate,
  lastDayOfMonth,
  parsePlainDate,
  plainDate,
  writeDateInChinese,
} from "./plain-date.ts";
import { addWorkdays, firstWorkdayFrom, isWorkday, weekendCalendar, workdaysAfter } from "./work-calendar.ts";

const anyDay = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays(plainDate("2000-01-01"), days));

describe("日历日", () => {
  test.each([
    ["2026-02-30", null],
    ["2024-02-29", "2024-02-29"],
    ["2023-02-29", null],
    ["2026-13-01", null],
    ["2026-1-1", null],
    ["", null],
  ])("读 %s", (text, expected) => expect(parsePlainDate(text)).toBe(expected));

  test("月末和写法", () => {
    expect(lastDayOfMonth(2026, 2)).toBe("2026-02-28");
    expect(addMonths(plainDate("2026-01-31"), 1)).toBe("2026-02-28");
    expect(addMonths(plainDate("2026-11-30"), 3)).toBe("2027-02-28");
    expect(findPlainDate(2026, 11, 31)).toBeNull();
    expect(writeDateInChinese(plainDate("2026-03-05"))).toBe("2026年3月5日");
  });

  test("中国的今天与服务器所在时区无关", () => {
    expect(dayInChina(new Date("2026-11-20T15:59:59Z"))).toBe("2026-11-20");
    expect(dayInChina(new Date("2026-11-20T16:00:00Z"))).toBe("2026-11-21");
  });

  test("加若干天再数回来，天数不变", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (day, days) => {
        expect(daysBetween(day, addDays(day, days))).toBe(days);
      }),
      { seed: 1 },
    );
  });
});

describe("工作日", () => {
  test("顺延到的一定是工作日，且不早于原日", () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const moved = firstWorkdayFrom(day, weekendCalendar);
        expect(isWorkday(moved, weekendCalendar)).toBe(true);
        expect(moved >= day).toBe(true);
      }),
      { seed: 2 },
    );
  });

  test("加若干工作日，其间工作日数相等", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 300 }), (day, workdays) => {
        expect(workdaysAfter(day, addWorkdays(day, workdays, weekendCalendar), weekendCalendar)).toBe(
          workdays,
        );
      }),
      { seed: 3 },
    );
  });
});
