/** One measured figure, as it is printed: one JSON object a line. */
export interface BenchmarkResult {
  /** Begins with the room's name or "platform.". */
  readonly name: string;
  readonly size: Readonly<Record<string, number | string>>;
  readonly value: number;
  readonly unit: string;
  readonly statistic: "median" | "p50" | "p99" | "total" | "ratio";
  readonly target: number | null;
  readonly better: "lower" | "higher";
  /** The plain alternative measured in the same run. */
  readonly against: { readonly name: string; readonly value: number; readonly ratio: number } | null;
}

export interface Benchmark {
  readonly name: string;
  run(): Promise<readonly BenchmarkResult[]>;
}

/** The value below which a share of the measurements lies; `share` between 0 and 1. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
