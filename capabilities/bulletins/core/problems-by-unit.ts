import type { MeasureRecord, MeasureValue } from "#platform/kernel/measure.ts";

/** What a bulletin calls a problem: records that speak against a unit, by the measure that counted them. */
const problemKinds = [
  { measure: "overdueOpen", name: "逾期未办结", isProblem: (record: MeasureRecord) => record.numerator > 0 },
  {
    measure: "inspectionRectifiedOnTime",
    name: "督查问题未按期整改",
    isProblem: (record: MeasureRecord) => record.numerator === 0,
  },
  {
    measure: "reviewPledgesKept",
    name: "点评承诺到期未兑现",
    isProblem: (record: MeasureRecord) => record.numerator === 0,
  },
  {
    measure: "firstPassAcceptance",
    name: "首次报请被退回",
    isProblem: (record: MeasureRecord) => record.numerator === 0,
  },
  {
    measure: "reopenedAfterClosure",
    name: "办结后重新办理",
    isProblem: (record: MeasureRecord) => record.numerator > 0,
  },
] as const;

export interface UnitProblems {
  readonly unitId: string;
  readonly kinds: readonly { readonly name: string; readonly records: readonly MeasureRecord[] }[];
}

/**
 * Problems of each unit from the frozen records of the run, so that they are the very records behind its score.
 * Units in the order given; those without a problem are left out.
 */
export function selectProblems(
  unitIds: readonly string[],
  values: readonly MeasureValue[],
): readonly UnitProblems[] {
  const valueOf = new Map(values.map((value) => [`${value.unitId} ${value.measure}`, value]));
  return unitIds
    .map((unitId) => ({
      unitId,
      kinds: problemKinds
        .map(({ measure, name, isProblem }) => ({
          name,
          records: (valueOf.get(`${unitId} ${measure}`)?.records ?? []).filter(isProblem),
        }))
        .filter(({ records }) => records.length > 0),
    }))
    .filter(({ kinds }) => kinds.length > 0);
}
