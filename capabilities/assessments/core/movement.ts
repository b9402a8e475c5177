import type { MeasurePeriod } from "#platform/kernel/measure.ts";
import { addDays, addMonths, dayOf, lastDayOfMonth, monthOf, yearOf } from "#platform/kernel/plain-date.ts";
import { divideHalfUpLarge, roundTotal, type TenThousandths } from "#platform/kernel/score.ts";
import type { UnitScore } from "./score-units.ts";

/** 争先进位: where a unit stood in the period before, and what has changed since. */
export interface Movement {
  readonly rankBefore: number | null;
  /** Places won (positive) or lost; null when it was not ranked in both periods. */
  readonly placesUp: number | null;
  /** Difference of the totals as published; null when either period has none. */
  readonly totalChange: TenThousandths | null;
}

/**
 * Movement of every unit that is ranked now. A unit that is new, or had nothing to measure before, has none: it is
 * neither praised nor blamed for coming in. Totals are compared as published, so that a reader who subtracts the two
 * printed numbers gets the printed difference. Source: features.md row 98 (争先进位、差距).
 */
export function compareWithBefore(
  now: readonly UnitScore[],
  before: readonly UnitScore[],
  publishedDecimals: number,
): ReadonlyMap<string, Movement> {
  const earlier = new Map(before.map((score) => [score.unitId, score]));
  const publish = (total: TenThousandths): TenThousandths => roundTotal(total, publishedDecimals);
  return new Map(
    now.map(({ unitId, rank, total }) => {
      const past = earlier.get(unitId);
      const rankBefore = past?.rank ?? null;
      const totalBefore = past?.total ?? null;
      return [
        unitId,
        {
          rankBefore,
          placesUp: rank === null || rankBefore === null ? null : rankBefore - rank,
          totalChange: total === null || totalBefore === null ? null : publish(total) - publish(totalBefore),
        },
      ];
    }),
  );
}

/** Mean total of those that are ranked, halves up; null when nobody is. */
export function averageTotal(scores: readonly UnitScore[], publishedDecimals: number): TenThousandths | null {
  const totals = scores.flatMap(({ total }) =>
    total === null ? [] : [roundTotal(total, publishedDecimals)],
  );
  return meanOf(totals);
}

/** Mean score of one measure among those to which it applies, in hundredths of a point. */
export const averageScore = (scores: readonly UnitScore[], measure: string): number | null =>
  meanOf(
    scores.flatMap(({ indicators }) =>
      indicators.flatMap((scored) =>
        scored.measure === measure && scored.score !== null ? [scored.score] : [],
      ),
    ),
  );

const meanOf = (values: readonly number[]): number | null =>
  values.length === 0
    ? null
    : divideHalfUpLarge(BigInt(values.reduce((sum, value) => sum + value, 0)), BigInt(values.length));

/**
 * The period that a period is compared with: whole months, quarters, half-years and years with the one of the same
 * length just before; anything else (the year so far) with the same days a year earlier.
 */
export function periodBefore(period: MeasurePeriod): MeasurePeriod {
  const months = wholeMonths(period);
  if (months !== null) return { from: addMonths(period.from, -months), cutoff: addDays(period.from, -1) };
  return { from: addMonths(period.from, -12), cutoff: addMonths(period.cutoff, -12) };
}

/** 1, 3, 6 or 12 when the period is a calendar month, quarter, half-year or year; else null. */
function wholeMonths({ from, cutoff }: MeasurePeriod): number | null {
  const isWhole =
    dayOf(from) === 1 &&
    yearOf(from) === yearOf(cutoff) &&
    cutoff === lastDayOfMonth(yearOf(cutoff), monthOf(cutoff));
  const months = monthOf(cutoff) - monthOf(from) + 1;
  const isCalendarUnit = [1, 3, 6, 12].includes(months) && (monthOf(from) - 1) % months === 0;
  return isWhole && isCalendarUnit ? months : null;
}
