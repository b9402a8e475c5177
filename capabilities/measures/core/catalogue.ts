import type { Measure } from "#platform/kernel/measure.ts";

/** 指标口径目录: every measure that the rooms export, by code. */
export type Catalogue = ReadonlyMap<string, Measure>;

/** Two rooms that call different numbers by one code would be a fault of the program, not a refusal. */
export function assembleCatalogue(measures: readonly Measure[]): Catalogue {
  const catalogue = new Map<string, Measure>();
  for (const measure of measures) {
    if (catalogue.has(measure.code)) throw new Error(`two measures are called ${measure.code}`);
    catalogue.set(measure.code, measure);
  }
  return catalogue;
}
