import type { MeasurePeriod, MeasureValue } from "#platform/kernel/measure.ts";
import type { SchemeInForce } from "./scheme.ts";

/** All that a run follows from. */
export interface RunInputs {
  readonly inForce: SchemeInForce;
  readonly period: MeasurePeriod;
  readonly values: readonly MeasureValue[];
}

/**
 * The inputs of a run as one text, the same whichever way they were stored or sorted: its digest says whether
 * anything was changed since.
 */
export function writeCanonicalInputs({ inForce, period, values }: RunInputs): string {
  const sorted = [...values].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  return writeCanonical({ inForce, period: { from: period.from, cutoff: period.cutoff }, values: sorted });
}

const keyOf = ({ unitId, measure }: MeasureValue): string => `${unitId} ${measure}`;

/** JSON with the names of every object in order; jsonb keeps values but not the order of names. */
function writeCanonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(writeCanonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, field]) => `${JSON.stringify(name)}:${writeCanonical(field)}`);
  return `{${fields.join(",")}}`;
}
