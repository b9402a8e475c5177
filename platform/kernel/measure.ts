import type { PlainDate } from "./plain-date.ts";

/** 指标口径: a named number per unit and period, computed from records; nobody types what can be counted. */
export interface Measure {
  /** Stable word in code and schemes, e.g. "onTimeClosure". */
  readonly code: string;
  readonly name: string;
  /** percent: numerator / denominator is a share · average: so many `unitName` each. */
  readonly kind: "percent" | "average";
  readonly unitName: string;
  /** What is counted, and out of what, in words an official can check by hand. */
  readonly numerator: string;
  readonly denominator: string;
  /** Why it is counted so, and where that is written. */
  readonly rule: string;
  readonly source: string;
  readonly better: "higher" | "lower";
  /** shown: told to the unit itself, and never scored. */
  readonly use: "scored" | "shown";
}

export interface MeasurePeriod {
  readonly from: PlainDate;
  /** 截止日: the last day that counts; what was written down later is as if unknown. */
  readonly cutoff: PlainDate;
}

/** One record behind a number: what it adds, and why. */
export interface MeasureRecord {
  readonly kind: "task";
  readonly id: string;
  readonly title: string;
  readonly numerator: number;
  readonly denominator: number;
  readonly why: string;
}

/** Integers and the records they are the sums of; denominator 0 = no data. */
export interface MeasureValue {
  readonly measure: string;
  readonly unitId: string;
  readonly numerator: number;
  readonly denominator: number;
  readonly records: readonly MeasureRecord[];
}

/**
 * What a room exports: several measures that one reading of its records serves. `Reading` is what the room needs to
 * read (a transaction, the units, the calendar). There is a value for every unit asked for and every measure.
 */
export interface MeasureSource<Reading> {
  readonly measures: readonly Measure[];
  values(reading: Reading, period: MeasurePeriod): Promise<readonly MeasureValue[]>;
}
