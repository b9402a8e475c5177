import type { ResponseOf } from "#platform/http/contract.ts";
import { dayInChina, lastDayOfMonth, monthOf, type PlainDate, yearOf } from "#platform/kernel/plain-date.ts";
import { writeScaled, writeScore, writeTotal } from "#platform/kernel/score.ts";
import type { getStandingRoute, getUnitStandingRoute } from "../contract.ts";
import { messages } from "./messages.ts";

export type Standing = ResponseOf<typeof getStandingRoute>;
export type StandingRow = Standing["rows"][number];
export type SchemeHead = Standing["scheme"];
export type UnitStanding = ResponseOf<typeof getUnitStandingRoute>;
export type ExplainedIndicator = UnitStanding["indicators"][number];
export type ExplainedMeasure = UnitStanding["shown"][number];

export const totalInWords = (total: number | null, decimals: number): string =>
  total === null ? messages.unranked : writeTotal(total, decimals);

export const scoreInWords = (score: number | null, decimals: number): string =>
  score === null ? messages.notApplicable : writeScore(score, decimals);

export const weightInWords = (basisPoints: number): string =>
  writeScaled(basisPoints, 100, basisPoints % 100 === 0 ? 0 : 2);

export interface PeriodChoice {
  readonly label: string;
  readonly from: string | undefined;
  readonly cutoff: string | undefined;
}

interface Period {
  readonly from?: string;
  readonly cutoff?: string;
}

/** The period of a page: as the address has it, else the assessment year; the present year runs until today. */
export function periodOf(filters: Period, year: number, today: PlainDate): Period {
  if (filters.from !== undefined || filters.cutoff !== undefined || year === yearOf(today)) return filters;
  return { from: `${year}-01-01`, cutoff: `${year}-12-31` };
}

/** What is asked most: the year, and its quarters that are over; early in the year the last ones before, too. */
export function listPeriodChoices(today: PlainDate, year = yearOf(today)): readonly PeriodChoice[] {
  const isPresent = year === yearOf(today);
  const last = isPresent ? Math.ceil(monthOf(today) / 3) - 1 : 4;
  const quarters = [0, 1, 2, 3].map((back) => {
    const index = year * 4 + last - 1 - back;
    const its = Math.floor(index / 4);
    const quarter = (index % 4) + 1;
    const cutoff = lastDayOfMonth(its, quarter * 3) ?? undefined;
    const month = String(quarter * 3 - 2).padStart(2, "0");
    return { label: messages.quarter(its, quarter), from: `${its}-${month}-01`, cutoff };
  });
  const whole = isPresent ? messages.yearSoFar : messages.wholeYear(year);
  return [{ label: whole, from: undefined, cutoff: undefined }, ...quarters];
}

export const todayInChina = (): PlainDate => dayInChina(new Date());

/** The period as it stands in the address, for links to pages of the same period. */
export function periodInAddress(filters: Period): string {
  const search = new URLSearchParams(filters as Record<string, string>).toString();
  return search === "" ? "" : `?${search}`;
}
