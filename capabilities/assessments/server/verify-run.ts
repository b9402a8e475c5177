import { endpoint } from "#platform/http/index.ts";
import { fail, succeed } from "#platform/kernel/result.ts";
import { verifyRunRoute } from "../contract.ts";
import type { UnitScore } from "../core/index.ts";
import { measureGroup, scoreGroup, selectScored } from "./compute-standing.ts";
import { digestInputs, listRunValues } from "./frozen-run.ts";
import { assessmentProblems } from "./problems.ts";
import { readRunFor } from "./read-runs.ts";

/** Differences are listed, not only counted; more than these would not be read. */
const maxDifferences = 50;

/** 核对: the frozen inputs give the frozen results again, bit for bit; and today's log gives the frozen inputs. */
export const verifyRun = endpoint(verifyRunRoute, {
  problems: assessmentProblems,
  async run(context) {
    const { actor, tx, params, calendar } = context;
    const found = await readRunFor(context, params.runId);
    if (!found?.isWhole) return fail({ code: "run-not-found" });
    const { run } = found;
    const { inForce, period, frozenOn } = run;
    const values = await listRunValues(tx, actor.areaCode, run.id);
    const unitIds = run.scores.map(({ unitId }) => unitId);
    const recomputed = scoreGroup(inForce, unitIds, values);
    const differences = compare(run.scores, recomputed, run.nameOf);
    const recomputedDigest = digestInputs({ inForce, period, values });
    const reading = { tx, areaCode: actor.areaCode, unitIds, calendar, today: frozenOn, asOf: run.frozenAt };
    const counted = selectScored(inForce, await measureGroup(reading, period));
    return succeed({
      isInputSame: recomputedDigest === run.inputDigest,
      isResultSame: differences.length === 0,
      isLogSame: digestInputs({ inForce, period, values: counted }) === run.inputDigest,
      storedDigest: run.inputDigest,
      recomputedDigest,
      comparedNumbers: recomputed.reduce((sum, unit) => sum + numbersOf(unit).length, 0),
      differences: differences.slice(0, maxDifferences),
    });
  },
});

function numbersOf(unit: UnitScore): readonly (readonly [string, number | null])[] {
  return [
    ["总分", unit.total],
    ["名次", unit.rank],
    ["与第一名差距", unit.gapToFirst],
    ...unit.indicators.flatMap((scored) => [
      [`${scored.measure}分子`, scored.numerator] as const,
      [`${scored.measure}分母`, scored.denominator] as const,
      [`${scored.measure}得分`, scored.score] as const,
      [`${scored.measure}名次`, scored.rank] as const,
      [`${scored.measure}失分`, scored.lost] as const,
    ]),
  ];
}

function compare(
  stored: readonly UnitScore[],
  recomputed: readonly UnitScore[],
  nameOf: ReadonlyMap<string, string>,
): readonly string[] {
  return stored.flatMap((unit, index) => {
    const other = recomputed[index];
    const again = new Map(other ? numbersOf(other) : []);
    return numbersOf(unit)
      .filter(([name, value]) => again.get(name) !== value)
      .map(
        ([name, value]) =>
          `${nameOf.get(unit.unitId) ?? ""}${name}：冻结为${value}，重算为${again.get(name) ?? null}`,
      );
  });
}
