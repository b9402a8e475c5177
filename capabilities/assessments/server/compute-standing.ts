import type { Tx } from "#platform/database/index.ts";
import type { Actor } from "#platform/http/index.ts";
import type { MeasurePeriod, MeasureSource, MeasureValue } from "#platform/kernel/measure.ts";
import { addMonths, type PlainDate, parsePlainDate } from "#platform/kernel/plain-date.ts";
import { fail, type Result, succeed } from "#platform/kernel/result.ts";
import type { WorkCalendar } from "#platform/kernel/work-calendar.ts";
import { assembleCatalogue } from "#rooms/measures/core/index.ts";
import { type MeasureReading, taskMeasureSource } from "#rooms/tasks/server/index.ts";
import { type SchemeInForce, scoreUnits, type UnitScore, yearSoFar } from "../core/index.ts";
import { loadScheme } from "./scheme-library.ts";
import { findCounty, type GroupUnit, listGroup } from "./store.ts";

/** Rooms that export measures; a room that comes later adds its line here. */
const sources: readonly MeasureSource<MeasureReading>[] = [taskMeasureSource];

export const catalogue = assembleCatalogue(sources.flatMap(({ measures }) => measures));

/** The scheme that counties start with; an area's own schemes come with the scheme editor. */
const shippedScheme: SchemeInForce = loadScheme("township-tasks", catalogue);

export async function measureGroup(
  reading: MeasureReading,
  period: MeasurePeriod,
): Promise<readonly MeasureValue[]> {
  const values: MeasureValue[] = [];
  for (const source of sources) values.push(...(await source.values(reading, period)));
  return values;
}

/** Who asks, on which day, in which transaction. */
export interface Asking {
  readonly actor: Actor;
  readonly tx: Tx;
  readonly today: PlainDate;
  readonly now: Date;
  readonly calendar: WorkCalendar;
}

export interface Standing {
  readonly owner: GroupUnit;
  readonly inForce: SchemeInForce;
  readonly period: MeasurePeriod;
  readonly units: readonly GroupUnit[];
  /** Those of the scheme and those that are only shown. */
  readonly values: readonly MeasureValue[];
  readonly scores: readonly UnitScore[];
}

/** The group as it stands at the cut-off; null when the area has no committee or no unit of the group. */
export async function computeStanding(asking: Asking, period: MeasurePeriod): Promise<Standing | null> {
  const { actor, tx, calendar, today, now } = asking;
  const inForce = shippedScheme;
  const owner = await findCounty(tx, actor.areaCode);
  if (!owner) return null;
  const units = await listGroup(tx, actor.areaCode, owner.path, inForce.scheme.group.unitKinds);
  if (units.length === 0) return null;
  const unitIds = units.map(({ id }) => id);
  const reading = { tx, areaCode: actor.areaCode, unitIds, calendar, today, asOf: now };
  const values = await measureGroup(reading, period);
  return { owner, inForce, period, units, values, scores: scoreGroup(inForce, unitIds, values) };
}

export function scoreGroup(
  inForce: SchemeInForce,
  unitIds: readonly string[],
  values: readonly MeasureValue[],
): readonly UnitScore[] {
  const byUnit = new Map<string, MeasureValue[]>(unitIds.map((unitId) => [unitId, []]));
  for (const value of values) byUnit.get(value.unitId)?.push(value);
  return scoreUnits(
    inForce,
    [...byUnit].map(([unitId, found]) => ({ unitId, values: found })),
  );
}

/** Values that the scheme scores: only these are frozen. */
export const selectScored = ({ scheme }: SchemeInForce, values: readonly MeasureValue[]) =>
  values.filter(({ measure }) => scheme.indicators.some((indicator) => indicator.measure === measure));

type PeriodProblem = {
  readonly code: "day-unknown" | "cutoff-in-future" | "period-backward" | "period-too-long";
};

/** The period that was asked for; what is left out is the assessment year so far. */
export function readPeriod(
  asked: { readonly from?: string | undefined; readonly cutoff?: string | undefined },
  today: PlainDate,
): Result<MeasurePeriod, PeriodProblem> {
  const cutoff = asked.cutoff === undefined ? today : parsePlainDate(asked.cutoff);
  const from = asked.from === undefined ? cutoff && yearSoFar(cutoff).from : parsePlainDate(asked.from);
  if (!cutoff || !from) return fail({ code: "day-unknown" });
  if (cutoff > today) return fail({ code: "cutoff-in-future" });
  if (from > cutoff) return fail({ code: "period-backward" });
  if (addMonths(from, 24) < cutoff) return fail({ code: "period-too-long" });
  return succeed({ from, cutoff });
}
