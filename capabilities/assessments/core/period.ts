import type { MeasurePeriod } from "#platform/kernel/measure.ts";
import {
  dayOf,
  lastDayOfMonth,
  monthOf,
  type PlainDate,
  writeDateInChinese,
  yearOf,
} from "#platform/kernel/plain-date.ts";

const quarterNames = ["第一季度", "第二季度", "第三季度", "第四季度"] as const;

/** 2026年第一季度, 2026年上半年, 2026年度, or the two days when it is none of these. */
export function namePeriod({ from, cutoff }: MeasurePeriod): string {
  const year = yearOf(from);
  const isWhole =
    dayOf(from) === 1 && yearOf(cutoff) === year && cutoff === lastDayOfMonth(year, monthOf(cutoff));
  const months = `${monthOf(from)}-${monthOf(cutoff)}`;
  const quarter = ["1-3", "4-6", "7-9", "10-12"].indexOf(months);
  if (isWhole && quarter >= 0) return `${year}年${quarterNames[quarter] ?? ""}`;
  if (isWhole && months === "1-6") return `${year}年上半年`;
  if (isWhole && months === "1-12") return `${year}年度`;
  const end = writeDateInChinese(cutoff);
  return `${writeDateInChinese(from)}至${yearOf(cutoff) === year ? end.slice(end.indexOf("年") + 1) : end}`;
}

/** The assessment year so far: from 1 January to the day itself. */
export const yearSoFar = (today: PlainDate): MeasurePeriod => ({
  from: `${today.slice(0, 4)}-01-01` as PlainDate,
  cutoff: today,
});
