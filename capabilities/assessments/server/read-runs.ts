import { endpoint, type RequestContext, type RouteContract } from "#platform/http/index.ts";
import { plainDate } from "#platform/kernel/plain-date.ts";
import { fail, succeed } from "#platform/kernel/result.ts";
import { placeOf } from "#rooms/organizations/server/index.ts";
import { getRunRoute, getRunUnitRoute, listRunsRoute } from "../contract.ts";
import { namePeriod, type SchemeInForce } from "../core/index.ts";
import {
  describeGroup,
  describePeriod,
  describeRows,
  describeUnit,
  type ScoredGroup,
} from "./describe-standing.ts";
import { findBeforeRun } from "./find-before.ts";
import { type FrozenRun, findFrozenRun, listRunValues } from "./frozen-run.ts";
import { assessmentProblems } from "./problems.ts";
import { listRunRows, listUnits, pageSize } from "./store.ts";

type Reader = Pick<RequestContext<RouteContract>, "actor" | "tx">;

/** What of a run its reader may see: everything, or the rows of his own units; null when nothing. */
export async function readRunFor({ actor, tx }: Reader, runId: string) {
  const run = await findFrozenRun(tx, actor.areaCode, runId);
  if (!run) return null;
  const units = await listUnits(tx, actor.areaCode, [run.ownerUnitId, ...run.nameOf.keys()]);
  const own = new Set(units.filter((unit) => actor.may("standing.read", placeOf(unit))).map(({ id }) => id));
  if (own.size === 0) return null;
  const isWhole = own.has(run.ownerUnitId);
  return { run, isWhole, maySee: (unitId: string) => isWhole || own.has(unitId) };
}

export const listRuns = endpoint(listRunsRoute, {
  problems: assessmentProblems,
  async run({ actor, tx, query }) {
    const after = query.after ?? null;
    if (after !== null && !/^[0-9a-f-]{36}$/.test(after))
      return fail({ code: "invalid-request", detail: "翻页位置无效" });
    const rows = await listRunRows(tx, actor.areaCode, actor.scope("standing.read"), after);
    const runs = rows.slice(0, pageSize).map((row) => {
      const { scheme } = row.scheme as SchemeInForce;
      const period = { from: plainDate(row.period_from), cutoff: plainDate(row.cutoff) };
      return {
        id: row.id,
        title: row.title,
        groupName: row.group_name,
        schemeName: scheme.name,
        schemeVersion: row.scheme_version,
        ...describePeriod(period),
        frozenAt: row.frozen_at.toISOString(),
        frozenByName: row.frozen_by_name,
        inputDigest: row.input_digest,
      };
    });
    return succeed({ runs, next: rows.length > pageSize ? (runs.at(-1)?.id ?? null) : null });
  },
});

const summarize = (run: FrozenRun) => ({
  id: run.id,
  title: run.title,
  groupName: run.groupName,
  schemeName: run.inForce.scheme.name,
  schemeVersion: run.inForce.scheme.version,
  from: run.period.from,
  cutoff: run.period.cutoff,
  periodName: namePeriod(run.period),
  frozenAt: run.frozenAt.toISOString(),
  frozenByName: run.frozenByName,
  inputDigest: run.inputDigest,
});

/** Compared only with what was frozen too: a frozen page does not change because the records of last year did. */
const groupOf = async ({ actor, tx }: Reader, run: FrozenRun): Promise<ScoredGroup> => ({
  ...run,
  runId: run.id,
  before: await findBeforeRun(tx, actor.areaCode, run),
});

export const getRun = endpoint(getRunRoute, {
  problems: assessmentProblems,
  async run(context) {
    const found = await readRunFor(context, context.params.runId);
    if (!found) return fail({ code: "run-not-found" });
    const { run, isWhole, maySee } = found;
    const group = await groupOf(context, run);
    return succeed({
      run: summarize(run),
      ...describeGroup(group),
      isWhole,
      rows: describeRows(group, maySee),
      mayVerify: isWhole,
    });
  },
});

export const getRunUnit = endpoint(getRunUnitRoute, {
  problems: assessmentProblems,
  async run(context) {
    const { actor, tx, params } = context;
    const found = await readRunFor(context, params.runId);
    const score = found?.run.scores.find(({ unitId }) => unitId === params.unitId);
    if (!found || !score || !found.maySee(params.unitId)) return fail({ code: "run-not-found" });
    const values = await listRunValues(tx, actor.areaCode, params.runId, params.unitId);
    return succeed(describeUnit(await groupOf(context, found.run), score, values, []));
  },
});
