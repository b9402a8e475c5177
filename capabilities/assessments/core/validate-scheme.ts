import type { Measure } from "#platform/kernel/measure.ts";
import { fullBasisPoints } from "#platform/kernel/score.ts";
import type { Band, Indicator, Scheme, Step } from "./scheme.ts";

/** What is wrong with a scheme; `indicator` names the measure of the line at fault. */
export interface SchemeProblem {
  readonly code:
    | "weights-not-whole"
    | "no-indicator"
    | "measure-twice"
    | "measure-unknown"
    | "measure-not-scored"
    | "number-not-integer"
    | "limits-crossed"
    | "method-does-not-fit"
    | "steps-not-descending"
    | "decimals-out-of-range"
    | "bands-not-descending"
    | "group-empty";
  readonly indicator?: string;
}

/**
 * Everything that would make a scheme unfair or impossible to compute; an empty list is a good scheme. Methods are
 * held to the direction of their measure, so that doing better never costs points.
 */
export function validateScheme(
  scheme: Scheme,
  catalogue: ReadonlyMap<string, Measure>,
): readonly SchemeProblem[] {
  const codes = scheme.indicators.map(({ measure }) => measure);
  const weights = scheme.indicators.map(({ weightBasisPoints }) => weightBasisPoints);
  const decimals = scheme.publishedDecimals;
  return [
    ...when(scheme.indicators.length === 0, "no-indicator"),
    ...when(weights.reduce((sum, weight) => sum + weight, 0) !== fullBasisPoints, "weights-not-whole"),
    ...when(!Number.isInteger(decimals) || decimals < 0 || decimals > 4, "decimals-out-of-range"),
    ...when(scheme.group.unitKinds.length === 0, "group-empty"),
    ...when(!areBandsDescending(scheme.bands), "bands-not-descending"),
    ...codes
      .filter((code, index) => codes.indexOf(code) !== index)
      .map((indicator) => ({ code: "measure-twice" as const, indicator })),
    ...scheme.indicators.flatMap((indicator) => validateIndicator(indicator, catalogue)),
  ];
}

const when = (isWrong: boolean, code: SchemeProblem["code"]): readonly SchemeProblem[] =>
  isWrong ? [{ code }] : [];

function validateIndicator(
  indicator: Indicator,
  catalogue: ReadonlyMap<string, Measure>,
): readonly SchemeProblem[] {
  const measure = catalogue.get(indicator.measure);
  const { weightBasisPoints, standardHundredths, floorHundredths, capHundredths } = indicator;
  const numbers = [
    weightBasisPoints,
    standardHundredths,
    floorHundredths,
    capHundredths,
    ...numbersOf(indicator),
  ];
  const areIntegers = numbers.every((number) => Number.isSafeInteger(number) && number >= 0);
  const areOrdered = floorHundredths <= standardHundredths && standardHundredths <= capHundredths;
  const found: SchemeProblem["code"][] = [
    ...(measure ? [] : (["measure-unknown"] as const)),
    ...(measure?.use === "shown" ? (["measure-not-scored"] as const) : []),
    ...(areIntegers && standardHundredths > 0 && weightBasisPoints > 0
      ? []
      : (["number-not-integer"] as const)),
    ...(areOrdered ? [] : (["limits-crossed"] as const)),
    ...(measure && !fits(indicator, measure) ? (["method-does-not-fit"] as const) : []),
    ...(measure && !areStepsDescending(indicator, measure) ? (["steps-not-descending"] as const) : []),
  ];
  return found.map((code) => ({ code, indicator: indicator.measure }));
}

function numbersOf({ method }: Indicator): readonly number[] {
  switch (method.kind) {
    case "ratio":
      return [];
    case "deductPerEvent":
    case "deductPerUnit":
      return [method.deductHundredths];
    case "stepTable":
      return method.steps.flatMap(({ threshold, scoreHundredths }) => [threshold, scoreHundredths]);
  }
}

/** A share needs a percentage; taking points off for what is counted needs a measure where less is better. */
function fits({ method }: Indicator, measure: Measure): boolean {
  if (method.kind === "ratio") return measure.kind === "percent";
  if (method.kind === "deductPerUnit") return measure.better === "lower" && measure.kind === "average";
  return method.kind === "stepTable" || measure.better === "lower";
}

/** Steps stand from the best value to the worst, and a worse value never scores more. */
function areStepsDescending({ method }: Indicator, measure: Measure): boolean {
  if (method.kind !== "stepTable") return true;
  const isWorse = (step: Step, before: Step): boolean =>
    measure.better === "higher" ? step.threshold < before.threshold : step.threshold > before.threshold;
  return (
    method.steps.length > 0 &&
    method.steps.every((step, index) => {
      const before = method.steps[index - 1];
      return !before || (isWorse(step, before) && step.scoreHundredths <= before.scoreHundredths);
    })
  );
}

const areBandsDescending = (bands: readonly Band[]): boolean =>
  bands.at(-1)?.atLeast === 0 &&
  bands.every((band, index) => {
    const before = bands[index - 1];
    return Number.isSafeInteger(band.atLeast) && (!before || band.atLeast < before.atLeast);
  });
