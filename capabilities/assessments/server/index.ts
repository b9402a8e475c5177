import type { Endpoint } from "#platform/http/index.ts";
import { exportRun } from "./export-run.ts";
import { freezeRunEndpoint } from "./freeze-run.ts";
import { getRun, getRunUnit, listRuns } from "./read-runs.ts";
import { getStanding, getUnitStanding } from "./read-standing.ts";
import { verifyRun } from "./verify-run.ts";

export { rankSheet } from "./export-run.ts";
export { findBeforeRun, type ScoresBefore } from "./find-before.ts";
export { type FrozenRun, findFrozenRun, listRunValues } from "./frozen-run.ts";
export { findCounty } from "./store.ts";

export const assessmentEndpoints: readonly Endpoint[] = [
  getStanding,
  getUnitStanding,
  listRuns,
  freezeRunEndpoint,
  getRun,
  getRunUnit,
  verifyRun,
  exportRun,
];
