import { v7 as newId } from "uuid";
import { endpoint } from "#platform/http/index.ts";
import type { MeasurePeriod } from "#platform/kernel/measure.ts";
import { fail, type Result, succeed } from "#platform/kernel/result.ts";
import { type AuditOrigin, recordAudit } from "#rooms/audit/server/index.ts";
import { saveFrozenValues } from "#rooms/measures/server/index.ts";
import { placeOf } from "#rooms/organizations/server/index.ts";
import { freezeRunRoute } from "../contract.ts";
import { namePeriod } from "../core/index.ts";
import { type Asking, computeStanding, readPeriod, type Standing, selectScored } from "./compute-standing.ts";
import { countRanked } from "./describe-standing.ts";
import { digestInputs } from "./frozen-run.ts";
import { assessmentProblems } from "./problems.ts";
import { findRunByDigest, insertRun, lockFreezing } from "./store.ts";

type FreezeProblem = {
  readonly code: "no-group" | "not-permitted" | "nothing-to-rank" | "already-frozen";
  readonly detail?: string;
};

/** Keeps scheme, inputs and results of this moment; nothing of it changes afterwards. */
async function freezeRun(
  context: Asking & AuditOrigin,
  period: MeasurePeriod,
  title: string | null,
): Promise<Result<string, FreezeProblem>> {
  const { actor, tx } = context;
  await lockFreezing(tx, actor.areaCode);
  const standing = await computeStanding(context, period);
  if (!standing) return fail({ code: "no-group" });
  if (!actor.may("assessment.freeze", placeOf(standing.owner))) return fail({ code: "not-permitted" });
  if (countRanked(standing.scores) === 0) return fail({ code: "nothing-to-rank" });
  const values = selectScored(standing.inForce, standing.values);
  const inputDigest = digestInputs({ inForce: standing.inForce, period, values });
  const same = await findRunByDigest(tx, actor.areaCode, standing.owner.id, inputDigest);
  if (same) return fail({ code: "already-frozen", detail: `见“${same.title}”，其输入与现在完全相同。` });
  const runId = newId();
  const run = runRow(context, standing, { runId, inputDigest, title });
  await insertRun(
    tx,
    run,
    resultRows(run.area_code, runId, standing),
    scoreRows(run.area_code, runId, standing),
  );
  await saveFrozenValues(tx, { areaCode: actor.areaCode, runId }, values);
  const after = { title: run.title, from: period.from, cutoff: period.cutoff, inputDigest };
  await recordAudit(tx, context, {
    action: "assessment.freeze",
    subjectKind: "run",
    subjectId: runId,
    subjectTitle: run.title,
    after,
  });
  return succeed(runId);
}

const runRow = (
  { actor, now }: Asking & AuditOrigin,
  { owner, inForce, period }: Standing,
  made: { readonly runId: string; readonly inputDigest: string; readonly title: string | null },
) => ({
  area_code: actor.areaCode,
  id: made.runId,
  owner_unit_id: owner.id,
  scheme_code: inForce.scheme.code,
  scheme_version: inForce.scheme.version,
  scheme: JSON.stringify(inForce),
  title: made.title?.trim() || `${namePeriod(period)}${inForce.scheme.group.name}考核结果`,
  group_name: inForce.scheme.group.name,
  period_from: period.from,
  cutoff: period.cutoff,
  frozen_at: now,
  frozen_by_name: actor.personName,
  input_digest: made.inputDigest,
});

function resultRows(areaCode: string, runId: string, { units, scores }: Standing) {
  const nameOf = new Map(units.map(({ id, name }) => [id, name]));
  return scores.map((score, ordinal) => ({
    area_code: areaCode,
    run_id: runId,
    unit_id: score.unitId,
    unit_name: nameOf.get(score.unitId) ?? "",
    ordinal,
    total: score.total,
    rank: score.rank,
    gap_to_first: score.gapToFirst,
  }));
}

const scoreRows = (areaCode: string, runId: string, { scores }: Standing) =>
  scores.flatMap(({ unitId, indicators }) =>
    indicators.map((scored) => ({ area_code: areaCode, run_id: runId, unit_id: unitId, ...scored })),
  );

export const freezeRunEndpoint = endpoint(freezeRunRoute, {
  problems: assessmentProblems,
  records: { "assessment.freeze": "考核：冻结结果" },
  async run(context) {
    const { body, today } = context;
    const period = readPeriod(body, today);
    if (!period.ok) return period;
    const frozen = await freezeRun(context, period.value, body.title ?? null);
    return frozen.ok ? succeed({ runId: frozen.value }) : frozen;
  },
});
