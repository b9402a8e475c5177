export { type RunInputs, writeCanonicalInputs } from "./canonical-inputs.ts";
export { averageScore, averageTotal, compareWithBefore, type Movement, periodBefore } from "./movement.ts";
export { namePeriod, yearSoFar } from "./period.ts";
export {
  type Band,
  findBand,
  getMeasure,
  type Indicator,
  type Method,
  type NoDataRule,
  type Scheme,
  type SchemeInForce,
  type Step,
} from "./scheme.ts";
export { describeMethod, scoreIndicator, type Value } from "./score-indicator.ts";
export {
  type IndicatorScore,
  scoreUnits,
  selectCostliest,
  type UnitInput,
  type UnitScore,
} from "./score-units.ts";
export { type SchemeProblem, validateScheme } from "./validate-scheme.ts";
