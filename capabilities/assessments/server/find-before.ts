import type { Tx } from "#platform/database/index.ts";
import type { MeasurePeriod } from "#platform/kernel/measure.ts";
import { periodBefore, type SchemeInForce, type UnitScore } from "../core/index.ts";
import { type Asking, computeStanding } from "./compute-standing.ts";
import { type FrozenRun, findFrozenRun } from "./frozen-run.ts";
import { findRunOfPeriod } from "./store.ts";

/** The scores of the period before. */
export interface ScoresBefore {
  readonly period: MeasurePeriod;
  readonly scores: readonly UnitScore[];
  /** The frozen run that they were taken from; null: counted anew from the records as of that cut-off. */
  readonly runId: string | null;
}

interface Compared {
  readonly ownerUnitId: string;
  readonly inForce: SchemeInForce;
  readonly period: MeasurePeriod;
}

async function findFrozen(
  tx: Tx,
  areaCode: string,
  { ownerUnitId, inForce, period }: Compared,
  frozenBefore: string | null,
): Promise<ScoresBefore | null> {
  const before = periodBefore(period);
  const wanted = {
    area_code: areaCode,
    owner_unit_id: ownerUnitId,
    scheme_code: inForce.scheme.code,
    period_from: before.from,
    cutoff: before.cutoff,
  };
  const row = await findRunOfPeriod(tx, wanted, frozenBefore);
  const run = row && (await findFrozenRun(tx, areaCode, row.id));
  return run ? { period: before, scores: run.scores, runId: run.id } : null;
}

/** What had been frozen for the period before when this run was frozen; null when nothing had. */
export const findBeforeRun = (tx: Tx, areaCode: string, run: FrozenRun): Promise<ScoresBefore | null> =>
  findFrozen(tx, areaCode, run, run.id);

/** The same for a live standing: where nothing was frozen it is counted from the records of that time. */
export async function findBeforeStanding(asking: Asking, compared: Compared): Promise<ScoresBefore | null> {
  const frozen = await findFrozen(asking.tx, asking.actor.areaCode, compared, null);
  if (frozen) return frozen;
  const period = periodBefore(compared.period);
  const standing = await computeStanding(asking, period);
  const isEmpty = !standing || standing.scores.every(({ rank }) => rank === null);
  return isEmpty ? null : { period, scores: standing.scores, runId: null };
}
