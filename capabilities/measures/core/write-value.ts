import type { Measure, MeasureValue } from "#platform/kernel/measure.ts";
import { writeScaled } from "#platform/kernel/score.ts";

/** "85.7%", "1.5个工作日", or 无数据 when nothing was to be counted. Source: interface.md (percentages to one decimal). */
export function writeValue(
  measure: Pick<Measure, "kind" | "unitName">,
  { numerator, denominator }: Pick<MeasureValue, "numerator" | "denominator">,
): string {
  if (denominator === 0) return "无数据";
  const scaled = measure.kind === "percent" ? numerator * 100 : numerator;
  return `${writeScaled(scaled, denominator, 1)}${measure.unitName}`;
}
