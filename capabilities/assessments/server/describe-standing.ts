import type { ResponseOf } from "#platform/http/index.ts";
import type { Measure, MeasurePeriod, MeasureValue } from "#platform/kernel/measure.ts";
import { roundTotal } from "#platform/kernel/score.ts";
import { writeValue } from "#rooms/measures/core/index.ts";
import type { getStandingRoute, getUnitStandingRoute } from "../contract.ts";
import {
  describeMethod,
  findBand,
  getMeasure,
  type IndicatorScore,
  namePeriod,
  type SchemeInForce,
  selectCostliest,
  type UnitScore,
} from "../core/index.ts";

type StandingRow = ResponseOf<typeof getStandingRoute>["rows"][number];
type UnitStanding = ResponseOf<typeof getUnitStandingRoute>;

/** Scores of a group with what they were computed from: live or frozen. */
export interface ScoredGroup {
  readonly inForce: SchemeInForce;
  readonly period: MeasurePeriod;
  readonly scores: readonly UnitScore[];
  readonly nameOf: ReadonlyMap<string, string>;
  readonly runId: string | null;
}

export const describeScheme = (inForce: SchemeInForce) => ({
  code: inForce.scheme.code,
  version: inForce.scheme.version,
  name: inForce.scheme.name,
  source: inForce.scheme.source,
  publishedDecimals: inForce.scheme.publishedDecimals,
  groupName: inForce.scheme.group.name,
  indicators: inForce.scheme.indicators.map(({ measure: code, weightBasisPoints }) => {
    const { name, kind, unitName, better } = getMeasure(inForce, code);
    return { measure: code, name, kind, unitName, better, weightBasisPoints };
  }),
});

export const describePeriod = (period: MeasurePeriod) => ({
  from: period.from,
  cutoff: period.cutoff,
  periodName: namePeriod(period),
});

export const countRanked = (scores: readonly UnitScore[]): number =>
  scores.filter(({ rank }) => rank !== null).length;

type Totals = Pick<StandingRow, "total" | "rank" | "gapToFirst" | "lamp" | "lampWord">;

function describeTotals({ scheme }: SchemeInForce, { total, rank, gapToFirst }: UnitScore): Totals {
  if (total === null) return { total, rank, gapToFirst, lamp: "grey", lampWord: "不排名" };
  const published = roundTotal(total, scheme.publishedDecimals);
  const band = findBand(scheme, published);
  return { total: published, rank, gapToFirst, lamp: band?.lamp ?? "grey", lampWord: band?.word ?? "" };
}

/** The table that may be seen: by rank, the unranked at the end, equal ranks in the order of the tree. */
export const describeRows = (group: ScoredGroup, maySee: (unitId: string) => boolean): StandingRow[] =>
  group.scores
    .filter(({ unitId }) => maySee(unitId))
    .map((score) => ({
      unitId: score.unitId,
      unitName: group.nameOf.get(score.unitId) ?? "",
      ...describeTotals(group.inForce, score),
      indicators: [...score.indicators],
    }))
    .sort((a, b) => (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER));

/** One unit with the way from each number to its rule and its records. */
export function describeUnit(
  group: ScoredGroup,
  score: UnitScore,
  values: readonly MeasureValue[],
  shown: readonly Measure[],
): UnitStanding {
  const { inForce, scores } = group;
  const valueOf = new Map(
    values.filter(({ unitId }) => unitId === score.unitId).map((value) => [value.measure, value]),
  );
  return {
    scheme: describeScheme(inForce),
    ...describePeriod(group.period),
    runId: group.runId,
    unitId: score.unitId,
    unitName: group.nameOf.get(score.unitId) ?? "",
    ...describeTotals(inForce, score),
    unitCount: scores.length,
    rankedCount: countRanked(scores),
    costliest: selectCostliest(score.indicators).map(({ measure }) => measure),
    indicators: score.indicators.map((scored) =>
      describeIndicator(group, scored, valueOf.get(scored.measure)),
    ),
    shown: shown.map((measure) => describeMeasure(measure, valueOf.get(measure.code))),
  };
}

function describeIndicator({ inForce, scores }: ScoredGroup, scored: IndicatorScore, value?: MeasureValue) {
  const measure = getMeasure(inForce, scored.measure);
  const indicator = inForce.scheme.indicators.find((each) => each.measure === scored.measure);
  const alsoRanked = scores.filter(({ indicators }) =>
    indicators.some((other) => other.measure === scored.measure && other.rank !== null),
  );
  return {
    ...describeMeasure(measure, value),
    numerator: scored.numerator,
    denominator: scored.denominator,
    valueWords: writeValue(measure, scored),
    weightBasisPoints: indicator?.weightBasisPoints ?? 0,
    methodWords: indicator ? describeMethod(indicator, measure) : "",
    score: scored.score,
    rank: scored.rank,
    rankedCount: alsoRanked.length,
    lost: scored.lost,
  };
}

function describeMeasure(measure: Measure, value?: MeasureValue) {
  const { numerator, denominator } = value ?? { numerator: 0, denominator: 0 };
  return {
    measure: measure.code,
    name: measure.name,
    kind: measure.kind,
    unitName: measure.unitName,
    better: measure.better,
    numeratorWords: measure.numerator,
    denominatorWords: measure.denominator,
    rule: measure.rule,
    source: measure.source,
    numerator,
    denominator,
    valueWords: writeValue(measure, { numerator, denominator }),
    records: (value?.records ?? []).map((record) => ({ ...record })),
  };
}
