import type { Measure } from "#platform/kernel/measure.ts";
import { writeScaled, writeScore } from "#platform/kernel/score.ts";
import { getMeasure, type IndicatorScore } from "#rooms/assessments/core/index.ts";
import { writeValue } from "#rooms/measures/core/index.ts";
import type { AnnouncedRun } from "./announced-run.ts";
import { type BulletinBlock, heading } from "./bulletin-document.ts";
import { listPlaced } from "./overall-section.ts";

const ordinals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"] as const;

/** One line an indicator: what the group reached together, who is first, who is last. */
export const describeIndicators = (run: AnnouncedRun): readonly BulletinBlock[] =>
  run.inForce.scheme.indicators.map(({ measure: code, weightBasisPoints }, index) => {
    const measure = getMeasure(run.inForce, code);
    const weight = writeScaled(weightBasisPoints, 100, weightBasisPoints % 100 === 0 ? 0 : 2);
    const title = `（${ordinals[index] ?? index + 1}）${measure.name}（权重${weight}%）。`;
    return heading(2, title, describeIndicator(run, measure));
  });

function describeIndicator(run: AnnouncedRun, measure: Measure): string {
  const scored = listScored(run, measure.code);
  const numerator = scored.reduce((sum, each) => sum + each.numerator, 0);
  const denominator = scored.reduce((sum, each) => sum + each.denominator, 0);
  if (denominator === 0) return "本期没有可统计的事项。";
  const together = `总体为${writeValue(measure, { numerator, denominator })}（${describeSums(measure, numerator, denominator)}）。`;
  const withData = scored.filter((each) => each.denominator > 0);
  const best = Math.max(...withData.map(({ score }) => score ?? 0));
  const worst = Math.min(...withData.map(({ score }) => score ?? 0));
  if (best === worst) return `${together}各单位得分相同。`;
  return `${together}得分最高的${nameUnits(withData, best)}，最低的${nameUnits(withData, worst)}。`;
}

const describeSums = (measure: Measure, numerator: number, denominator: number): string =>
  measure.kind === "percent"
    ? `统计${denominator}项，其中${numerator}项`
    : `统计${denominator}项，合计${numerator}${measure.unitName}`;

/** More names than this say nothing; the table of the attachment has them all. */
const mostNamed = 5;

function nameUnits(scored: readonly ScoredUnit[], score: number): string {
  const units = scored.filter((each) => each.score === score);
  const points = `（${writeScore(score, 2)}分）`;
  if (units.length > mostNamed) return `有${units.length}个${points}`;
  return `是${units.map(({ name }) => name).join("、")}${points}`;
}

interface ScoredUnit {
  readonly name: string;
  readonly numerator: number;
  readonly denominator: number;
  readonly score: number | null;
}

const listScored = ({ scores, nameOf }: AnnouncedRun, code: string): readonly ScoredUnit[] =>
  scores.flatMap(({ unitId, indicators }) => {
    const found = indicators.find(({ measure }) => measure === code);
    if (!found) return [];
    const { numerator, denominator, score } = found;
    return [{ name: nameOf.get(unitId) ?? "", numerator, denominator, score }];
  });

/** 附件: scores, and below them ranks, of every unit in every indicator. */
export function indicatorTables(run: AnnouncedRun): readonly BulletinBlock[] {
  const decimals = run.inForce.scheme.publishedDecimals;
  // Nine columns on A4: a whole number goes without its zeros, or it would break in two.
  const writePoints = ({ score }: IndicatorScore) =>
    score === null ? "—" : writeScore(score, decimals).replace(/\.0+$/, "");
  const writeRank = ({ rank }: IndicatorScore) => (rank === null ? "—" : String(rank));
  return [indicatorTable(run, "各项指标得分", writePoints), indicatorTable(run, "各项指标名次", writeRank)];
}

function indicatorTable(
  run: AnnouncedRun,
  caption: string,
  write: (scored: IndicatorScore) => string,
): BulletinBlock {
  const scoresOf = new Map(run.scores.map(({ unitId, indicators }) => [unitId, indicators]));
  const columns = run.inForce.scheme.indicators.map(({ measure }) => ({
    title: getMeasure(run.inForce, measure).name,
    widthShare: 10,
  }));
  return {
    kind: "table",
    caption,
    columns: [{ title: "单位", widthShare: 13 }, ...columns],
    rows: listPlaced(run).map(({ unitId, name }) => [name, ...(scoresOf.get(unitId) ?? []).map(write)]),
  };
}
