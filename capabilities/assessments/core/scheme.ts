import type { Measure } from "#platform/kernel/measure.ts";
import type { BasisPoints, Hundredths, TenThousandths } from "#platform/kernel/score.ts";

/** How a value becomes points. Source: domain.md §2.1 (deduct-per-event, step table, ratio). */
export type Method =
  /** Standard score × share; for a measure where lower is better, × (1 − share). */
  | { readonly kind: "ratio" }
  /** Standard score, less so much for every one counted. */
  | { readonly kind: "deductPerEvent"; readonly deductHundredths: Hundredths }
  /** Standard score, less so much for every whole unit of the average. */
  | { readonly kind: "deductPerUnit"; readonly deductHundredths: Hundredths }
  /** The best step whose threshold the value reaches; none reached = floor. */
  | { readonly kind: "stepTable"; readonly steps: readonly Step[] };

export interface Step {
  /** numerator / denominator in ten-thousandths: 8_500 = 85 %, 15_000 = 1.5. Inclusive. */
  readonly threshold: number;
  readonly scoreHundredths: Hundredths;
}

/** What happens to an indicator when there was nothing to count (不适用). Source: domain.md §2.1 (新密). */
export type NoDataRule = "dropAndRescale" | "full" | "zero";

export interface Indicator {
  readonly measure: string;
  readonly weightBasisPoints: BasisPoints;
  readonly standardHundredths: Hundredths;
  readonly method: Method;
  readonly floorHundredths: Hundredths;
  readonly capHundredths: Hundredths;
  readonly whenNoData: NoDataRule;
}

/** A line that a total reaches or not, with the lamp that shows it. */
export interface Band {
  readonly atLeast: TenThousandths;
  readonly word: string;
  readonly lamp: "green" | "amber" | "red";
}

/** 考核方案: data with a version, never code. The total is always out of 100 points. */
export interface Scheme {
  readonly code: string;
  readonly version: number;
  readonly name: string;
  readonly source: string;
  /** Ranks and gaps are taken on this precision: 0 to 4 decimals of a point. */
  readonly publishedDecimals: number;
  readonly group: { readonly name: string; readonly unitKinds: readonly string[] };
  readonly indicators: readonly Indicator[];
  /** From the highest down; the last one begins at 0. */
  readonly bands: readonly Band[];
}

/** A scheme with the measures it speaks of as they were defined: all that a run needs besides its inputs. */
export interface SchemeInForce {
  readonly scheme: Scheme;
  readonly measures: readonly Measure[];
}

export function getMeasure({ measures }: SchemeInForce, code: string): Measure {
  const measure = measures.find((each) => each.code === code);
  if (!measure) throw new Error(`the scheme speaks of an unknown measure: ${code}`);
  return measure;
}

export const findBand = (scheme: Scheme, total: TenThousandths): Band | null =>
  scheme.bands.find(({ atLeast }) => total >= atLeast) ?? null;
