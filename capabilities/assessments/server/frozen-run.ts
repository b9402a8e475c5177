import { createHash } from "node:crypto";
import type { Tx } from "#platform/database/index.ts";
import type { MeasurePeriod, MeasureValue } from "#platform/kernel/measure.ts";
import { dayInChina, type PlainDate, plainDate } from "#platform/kernel/plain-date.ts";
import { listFrozenValues } from "#rooms/measures/server/index.ts";
import { type RunInputs, type SchemeInForce, type UnitScore, writeCanonicalInputs } from "../core/index.ts";
import { findRunRow, listIndicatorScoreRows, listResultRows } from "./store.ts";
import type { IndicatorScoreRow, ResultRow, RunRow } from "./tables.ts";

/** 冻结的结果: scheme, period, scores and names as they stood when it was frozen. */
export interface FrozenRun {
  readonly id: string;
  readonly title: string;
  readonly ownerUnitId: string;
  readonly inForce: SchemeInForce;
  readonly period: MeasurePeriod;
  readonly groupName: string;
  readonly frozenAt: Date;
  readonly frozenOn: PlainDate;
  readonly frozenByName: string;
  readonly inputDigest: string;
  /** In the order of the tree. */
  readonly scores: readonly UnitScore[];
  readonly nameOf: ReadonlyMap<string, string>;
}

/** Within the area; whether the reader may see it is for the caller to decide. */
export async function findFrozenRun(tx: Tx, area: string, runId: string): Promise<FrozenRun | null> {
  const row = await findRunRow(tx, area, runId);
  if (!row) return null;
  const results = await listResultRows(tx, area, runId);
  const scores = await listIndicatorScoreRows(tx, area, runId);
  return {
    ...describeRun(row),
    scores: readScores(row.scheme as SchemeInForce, results, scores),
    nameOf: new Map(results.map((result) => [result.unit_id, result.unit_name])),
  };
}

const describeRun = (row: RunRow) => ({
  id: row.id,
  title: row.title,
  ownerUnitId: row.owner_unit_id,
  inForce: row.scheme as SchemeInForce,
  period: { from: plainDate(row.period_from), cutoff: plainDate(row.cutoff) },
  groupName: row.group_name,
  frozenAt: row.frozen_at,
  frozenOn: dayInChina(row.frozen_at),
  frozenByName: row.frozen_by_name,
  inputDigest: row.input_digest,
});

function readScores(
  { scheme }: SchemeInForce,
  results: readonly ResultRow[],
  scores: readonly IndicatorScoreRow[],
): readonly UnitScore[] {
  const byKey = new Map(scores.map((row) => [`${row.unit_id} ${row.measure}`, row]));
  return results.map((result) => ({
    unitId: result.unit_id,
    total: result.total,
    rank: result.rank,
    gapToFirst: result.gap_to_first,
    indicators: scheme.indicators.flatMap(({ measure }) => {
      const row = byKey.get(`${result.unit_id} ${measure}`);
      if (!row) return [];
      const { numerator, denominator, score, rank, lost } = row;
      return [{ measure, numerator, denominator, score, rank, lost }];
    }),
  }));
}

/** The values of a run as they were frozen, with their records. */
export const listRunValues = (
  tx: Tx,
  area: string,
  runId: string,
  unitId?: string,
): Promise<readonly MeasureValue[]> => listFrozenValues(tx, { areaCode: area, runId }, unitId);

export const digestInputs = (inputs: RunInputs): string =>
  createHash("sha256").update(writeCanonicalInputs(inputs)).digest("hex");
