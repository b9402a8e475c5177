import { endpoint } from "#platform/http/index.ts";
import { fail, succeed } from "#platform/kernel/result.ts";
import { placeOf } from "#rooms/organizations/server/index.ts";
import { getStandingRoute, getUnitStandingRoute } from "../contract.ts";
import { type Asking, catalogue, computeStanding, readPeriod, type Standing } from "./compute-standing.ts";
import { describeGroup, describeRows, describeUnit, type ScoredGroup } from "./describe-standing.ts";
import { findBeforeStanding } from "./find-before.ts";
import { assessmentProblems } from "./problems.ts";

const groupOf = async (asking: Asking, standing: Standing): Promise<ScoredGroup> => ({
  ...standing,
  nameOf: new Map(standing.units.map(({ id, name }) => [id, name])),
  runId: null,
  before: await findBeforeStanding(asking, { ...standing, ownerUnitId: standing.owner.id }),
});

/** Whoever reads the county reads the whole table; a township reads its own row, with its place among all. */
export const getStanding = endpoint(getStandingRoute, {
  problems: assessmentProblems,
  async run(context) {
    const { actor, query, today } = context;
    const period = readPeriod(query, today);
    if (!period.ok) return period;
    const standing = await computeStanding(context, period.value);
    if (!standing) return fail({ code: "no-group" });
    const { owner, units } = standing;
    const group = await groupOf(context, standing);
    const isWhole = actor.may("standing.read", placeOf(owner));
    const own = new Set(
      units.filter((unit) => actor.may("standing.read", placeOf(unit))).map(({ id }) => id),
    );
    return succeed({
      ...describeGroup(group),
      isWhole,
      rows: describeRows(group, (unitId) => isWhole || own.has(unitId)),
      mayFreeze: actor.may("assessment.freeze", placeOf(owner)),
    });
  },
});

const shownMeasures = [...catalogue.values()].filter(({ use }) => use === "shown");

export const getUnitStanding = endpoint(getUnitStandingRoute, {
  problems: assessmentProblems,
  async run(context) {
    const { actor, params, query, today } = context;
    const period = readPeriod(query, today);
    if (!period.ok) return period;
    const standing = await computeStanding(context, period.value);
    const unit = standing?.units.find(({ id }) => id === params.unitId);
    const score = standing?.scores.find(({ unitId }) => unitId === params.unitId);
    if (!standing || !unit || !score || !actor.may("standing.read", placeOf(unit))) {
      return fail({ code: "standing-not-found" });
    }
    const group = await groupOf(context, standing);
    return succeed(describeUnit(group, score, standing.values, shownMeasures));
  },
});
