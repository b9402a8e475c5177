import { rankHighestFirst } from "#platform/kernel/rank.ts";
import {
  apportion,
  divideHalfUpLarge,
  fullTotal,
  type Hundredths,
  roundScore,
  roundTotal,
  type TenThousandths,
} from "#platform/kernel/score.ts";
import { getMeasure, type Indicator, type SchemeInForce } from "./scheme.ts";
import { scoreIndicator, type Value } from "./score-indicator.ts";

/** What a unit is scored on: the values of its measures; a measure that is missing has no data. */
export interface UnitInput {
  readonly unitId: string;
  readonly values: readonly (Value & { readonly measure: string })[];
}

export interface IndicatorScore extends Value {
  readonly measure: string;
  /** null = not applicable. */
  readonly score: Hundredths | null;
  readonly rank: number | null;
  /** What it took from the total; all of a unit's add up to 100 points less its total, exactly. */
  readonly lost: TenThousandths;
}

export interface UnitScore {
  readonly unitId: string;
  /** null = unranked: there was nothing to measure. */
  readonly total: TenThousandths | null;
  readonly rank: number | null;
  readonly gapToFirst: TenThousandths | null;
  readonly indicators: readonly IndicatorScore[];
}

type Unranked = Omit<IndicatorScore, "rank">;

interface Totalled {
  readonly unitId: string;
  readonly total: TenThousandths | null;
  readonly indicators: readonly Unranked[];
}

/**
 * Scores, ranks and gaps of a group; integers only, so that neither the order of units nor that of indicators can
 * change a digit. Ranked on the precision that the scheme publishes: what reads equal ranks equal.
 */
export function scoreUnits(inForce: SchemeInForce, inputs: readonly UnitInput[]): readonly UnitScore[] {
  const { publishedDecimals, indicators } = inForce.scheme;
  const totalled = inputs.map((input) => totalUnit(inForce, input));
  const published = totalled.map(({ total }) =>
    total === null ? null : roundTotal(total, publishedDecimals),
  );
  const ranks = rankHighestFirst(published);
  const ranksByIndicator = indicators.map((_indicator, at) =>
    rankHighestFirst(
      totalled.map((unit) => {
        const score = unit.indicators[at]?.score ?? null;
        return score === null ? null : roundScore(score, publishedDecimals);
      }),
    ),
  );
  return totalled.map((unit, index) => ({
    ...unit,
    rank: ranks[index]?.rank ?? null,
    gapToFirst: ranks[index]?.gapToFirst ?? null,
    indicators: unit.indicators.map((scored, at) => ({
      ...scored,
      rank: ranksByIndicator[at]?.[index]?.rank ?? null,
    })),
  }));
}

function totalUnit(inForce: SchemeInForce, { unitId, values }: UnitInput): Totalled {
  const { indicators } = inForce.scheme;
  const valueOf = new Map(values.map((value) => [value.measure, value]));
  const hasData = indicators.some(({ measure }) => (valueOf.get(measure)?.denominator ?? 0) > 0);
  const scored = indicators.map((indicator) => {
    const { numerator, denominator } = valueOf.get(indicator.measure) ?? { numerator: 0, denominator: 0 };
    const value = { numerator, denominator };
    const measure = getMeasure(inForce, indicator.measure);
    return { indicator, value, score: hasData ? scoreIndicator(indicator, measure, value) : null };
  });
  const total = totalOf(scored);
  const lost = total === null ? null : lostOf(scored, fullTotal - total);
  return {
    unitId,
    total,
    indicators: scored.map(({ indicator, value, score }) => ({
      measure: indicator.measure,
      ...value,
      score,
      lost: lost?.get(indicator.measure) ?? 0,
    })),
  };
}

interface Scored {
  readonly indicator: Indicator;
  readonly score: Hundredths | null;
}

/** The applicable indicators over one common denominator: the rest is dropped and the weights are rescaled. */
function overCommonDenominator(scored: readonly Scored[]) {
  const applicable = scored.flatMap(({ indicator, score }) =>
    score === null
      ? []
      : [
          {
            key: indicator.measure,
            weight: BigInt(indicator.weightBasisPoints),
            standard: BigInt(indicator.standardHundredths),
            score: BigInt(score),
          },
        ],
  );
  const product = applicable.reduce((common, { standard }) => leastCommonMultiple(common, standard), 1n);
  const weights = applicable.reduce((sum, { weight }) => sum + weight, 0n);
  const whole = BigInt(fullTotal);
  return {
    denominator: weights * product,
    gained: applicable.reduce(
      (sum, each) => sum + each.weight * each.score * (product / each.standard) * whole,
      0n,
    ),
    lost: applicable.map(({ key, weight, standard, score }) => ({
      key,
      numerator: weight * (standard - score) * (product / standard) * whole,
    })),
  };
}

function totalOf(scored: readonly Scored[]): TenThousandths | null {
  const { denominator, gained } = overCommonDenominator(scored);
  return denominator === 0n ? null : divideHalfUpLarge(gained, denominator);
}

function lostOf(scored: readonly Scored[], whole: TenThousandths): ReadonlyMap<string, number> {
  const { denominator, lost } = overCommonDenominator(scored);
  return apportion(lost, denominator, whole);
}

const leastCommonMultiple = (a: bigint, b: bigint): bigint => (a / greatestCommonDivisor(a, b)) * b;
const greatestCommonDivisor = (a: bigint, b: bigint): bigint =>
  b === 0n ? a : greatestCommonDivisor(b, a % b);

/** Which indicators cost the most, the dearest first; those that cost nothing are left out. */
export const selectCostliest = (indicators: readonly IndicatorScore[]): readonly IndicatorScore[] =>
  indicators
    .filter(({ lost }) => lost > 0)
    .sort((a, b) => b.lost - a.lost || (a.measure < b.measure ? -1 : 1));
