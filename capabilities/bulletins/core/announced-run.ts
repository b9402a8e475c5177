import type { MeasurePeriod, MeasureValue } from "#platform/kernel/measure.ts";
import type { SchemeInForce, UnitScore } from "#rooms/assessments/core/index.ts";

/** The frozen run that a bulletin announces. */
export interface AnnouncedRun {
  readonly inForce: SchemeInForce;
  readonly period: MeasurePeriod;
  readonly scores: readonly UnitScore[];
  readonly nameOf: ReadonlyMap<string, string>;
  readonly values: readonly MeasureValue[];
  /** The period before as it had been frozen by then; null when it had not. */
  readonly before: { readonly period: MeasurePeriod; readonly scores: readonly UnitScore[] } | null;
}
