import type { ResponseOf } from "#platform/http/index.ts";
import type { Measure, MeasurePeriod, MeasureValue } from "#platform/kernel/measure.ts";
import { roundTotal } from "#platform/kernel/score.ts";
import { writeValue } from "#rooms/measures/core/index.ts";
import type { getStandingRoute, getUnitStandingRoute } from "../contract.ts";
import {
  averageScore,
  averageTotal,
  compareWithBefore,
  describeMethod,
  findBand,
  getMeasure,
  type IndicatorScore,
  type Movement,
  namePeriod,
  type SchemeInForce,
  selectCostliest,
  type UnitScore,
} from "../core/index.ts";
import type { ScoresBefore } from "./find-before.ts";

type StandingRow = ResponseOf<typeof getStandingRoute>["rows"][number];
type UnitStanding = ResponseOf<typeof getUnitStandingRoute>;

/** Scores of a group with what they were computed from: live or frozen. */
export interface ScoredGroup {
  readonly inForce: SchemeInForce;
  readonly period: MeasurePeriod;
  readonly scores: readonly UnitScore[];
  readonly nameOf: ReadonlyMap<string, string>;
  readonly runId: string | null;
  /** What it is compared with; null when there is nothing to compare with. */
  readonly before: ScoresBefore | null;
}

const describeScheme = (inForce: SchemeInForce) => ({
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

/** With whom and with what the group is compared: the period before, and its own mean. */
const describeComparison = ({ before, scores, inForce }: ScoredGroup) => ({
  comparedWith: before && { ...describePeriod(before.period), runId: before.runId },
  averageTotal: averageTotal(scores, inForce.scheme.publishedDecimals),
});

/** What is said of the group as a whole. */
export const describeGroup = (group: ScoredGroup) => ({
  scheme: describeScheme(group.inForce),
  ...describePeriod(group.period),
  ...describeComparison(group),
  averageScores: group.inForce.scheme.indicators.map(({ measure }) => averageScore(group.scores, measure)),
  unitCount: group.scores.length,
  rankedCount: countRanked(group.scores),
});

type Totals = Pick<
  StandingRow,
  "total" | "rank" | "gapToFirst" | "lamp" | "lampWord" | "rankBefore" | "placesUp" | "totalChange"
>;

const unmoved: Movement = { rankBefore: null, placesUp: null, totalChange: null };

function describeTotals(
  { scheme }: SchemeInForce,
  { total, rank, gapToFirst }: UnitScore,
  movement: Movement | undefined,
): Totals {
  const moved = movement ?? unmoved;
  if (total === null) return { total, rank, gapToFirst, ...moved, lamp: "grey", lampWord: "不排名" };
  const published = roundTotal(total, scheme.publishedDecimals);
  const band = findBand(scheme, published);
  const lamp = { lamp: band?.lamp ?? "grey", lampWord: band?.word ?? "" } as const;
  return { total: published, rank, gapToFirst, ...moved, ...lamp };
}

const movementsIn = ({ scores, before, inForce }: ScoredGroup): ReadonlyMap<string, Movement> =>
  compareWithBefore(scores, before?.scores ?? [], inForce.scheme.publishedDecimals);

/** The table that may be seen: by rank, the unranked at the end, equal ranks in the order of the tree. */
export function describeRows(group: ScoredGroup, maySee: (unitId: string) => boolean): StandingRow[] {
  const movements = movementsIn(group);
  return group.scores
    .filter(({ unitId }) => maySee(unitId))
    .map((score) => ({
      unitId: score.unitId,
      unitName: group.nameOf.get(score.unitId) ?? "",
      ...describeTotals(group.inForce, score, movements.get(score.unitId)),
      indicators: [...score.indicators],
    }))
    .sort((a, b) => (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER));
}

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
    ...describeComparison(group),
    runId: group.runId,
    unitId: score.unitId,
    unitName: group.nameOf.get(score.unitId) ?? "",
    ...describeTotals(inForce, score, movementsIn(group).get(score.unitId)),
    unitCount: scores.length,
    rankedCount: countRanked(scores),
    costliest: selectCostliest(score.indicators).map(({ measure }) => measure),
    indicators: score.indicators.map((scored) =>
      describeIndicator(group, { unitId: score.unitId, scored }, valueOf.get(scored.measure)),
    ),
    shown: shown.map((measure) => describeMeasure(measure, valueOf.get(measure.code))),
  };
}

function describeIndicator(
  { inForce, scores, before }: ScoredGroup,
  { unitId, scored }: { readonly unitId: string; readonly scored: IndicatorScore },
  value?: MeasureValue,
) {
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
    averageScore: averageScore(scores, scored.measure),
    rankBefore: rankBefore(before, unitId, scored.measure),
  };
}

const rankBefore = (before: ScoresBefore | null, unitId: string, measure: string): number | null =>
  before?.scores
    .find((score) => score.unitId === unitId)
    ?.indicators.find((scored) => scored.measure === measure)?.rank ?? null;

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
