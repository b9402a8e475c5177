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

/** What is asked most: the year so far, and the quarters that are over, the latest first. */
export function listPeriodChoices(today: PlainDate): readonly PeriodChoice[] {
  const current = Math.ceil(monthOf(today) / 3);
  const quarters = [1, 2, 3, 4].map((back) => {
    const index = yearOf(today) * 4 + current - 1 - back;
    const year = Math.floor(index / 4);
    const quarter = (index % 4) + 1;
    const cutoff = lastDayOfMonth(year, quarter * 3) ?? undefined;
    const month = String(quarter * 3 - 2).padStart(2, "0");
    return { label: messages.quarter(year, quarter), from: `${year}-${month}-01`, cutoff };
  });
  return [{ label: messages.yearSoFar, from: undefined, cutoff: undefined }, ...quarters];
}

export const todayInChina = (): PlainDate => dayInChina(new Date());

/** The period as it stands in the address, for links to pages of the same period. */
export function periodInAddress(filters: { readonly from?: string; readonly cutoff?: string }): string {
  const search = new URLSearchParams(filters as Record<string, string>).toString();
  return search === "" ? "" : `?${search}`;
}
