import type { Measure } from "#platform/kernel/measure.ts";
import { divideHalfUp, type Hundredths, writeScore } from "#platform/kernel/score.ts";
import { writeValue } from "#rooms/measures/core/index.ts";
import type { Indicator, Step } from "./scheme.ts";

/** The two integers of a measure for one unit. */
export interface Value {
  readonly numerator: number;
  readonly denominator: number;
}

/** The score of one indicator, between floor and cap; null = not applicable, by the scheme's rule. */
export function scoreIndicator(indicator: Indicator, measure: Measure, value: Value): Hundredths | null {
  if (value.denominator === 0) {
    if (indicator.whenNoData === "dropAndRescale") return null;
    return indicator.whenNoData === "full" ? indicator.standardHundredths : 0;
  }
  const score = scoreByMethod(indicator, measure, value);
  return Math.min(Math.max(score, indicator.floorHundredths), indicator.capHundredths);
}

function scoreByMethod(indicator: Indicator, measure: Measure, value: Value): Hundredths {
  const { method, standardHundredths } = indicator;
  const { numerator, denominator } = value;
  switch (method.kind) {
    case "ratio": {
      const good = measure.better === "higher" ? numerator : denominator - numerator;
      return divideHalfUp(standardHundredths * good, denominator);
    }
    case "deductPerEvent":
      return standardHundredths - method.deductHundredths * numerator;
    case "deductPerUnit":
      return divideHalfUp(
        standardHundredths * denominator - method.deductHundredths * numerator,
        denominator,
      );
    case "stepTable":
      return findStep(method.steps, measure, value)?.scoreHundredths ?? indicator.floorHundredths;
  }
}

const findStep = (steps: readonly Step[], { better }: Measure, { numerator, denominator }: Value) =>
  steps.find(({ threshold }) => {
    const difference = numerator * 10_000 - threshold * denominator;
    return better === "higher" ? difference >= 0 : difference <= 0;
  });

const noDataWords = {
  dropAndRescale: "没有可统计的事项时不计此项，其余指标按权重折算",
  full: "没有可统计的事项时计满分",
  zero: "没有可统计的事项时计零分",
} as const;

/** How the score follows from the value, as the scheme's text would say it. */
export function describeMethod(indicator: Indicator, measure: Measure): string {
  const standard = `标准分${writeScore(indicator.standardHundredths, 0)}分`;
  return `${standard}，${methodWords(indicator, measure)}；${noDataWords[indicator.whenNoData]}。`;
}

function methodWords({ method, floorHundredths }: Indicator, measure: Measure): string {
  switch (method.kind) {
    case "ratio":
      return measure.better === "higher" ? "按比例得分" : "按（1－比例）得分";
    case "deductPerEvent":
      return `每发生1项扣${writeScore(method.deductHundredths, 2)}分，扣到${writeScore(floorHundredths, 0)}分为止`;
    case "deductPerUnit":
      return `平均每1${measure.unitName}扣${writeScore(method.deductHundredths, 2)}分，扣到${writeScore(floorHundredths, 0)}分为止`;
    case "stepTable": {
      const bound = measure.better === "higher" ? "不低于" : "不超过";
      const steps = method.steps.map(({ threshold, scoreHundredths }) => {
        const value = writeValue(measure, { numerator: threshold, denominator: 10_000 });
        return `${bound}${value}得${writeScore(scoreHundredths, 2)}分`;
      });
      return `${steps.join("，")}，其余得${writeScore(floorHundredths, 0)}分`;
    }
  }
}
