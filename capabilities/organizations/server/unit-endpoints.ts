import { type Endpoint, endpoint } from "#platform/http/index.ts";
import { fail, succeed } from "#platform/kernel/result.ts";
import { getUnitRoute, listUnitsRoute } from "../contract.ts";
import { findUnit, listAncestors, listUnits, pageSize } from "./store.ts";
import type { ReadUnit } from "./tables.ts";

const problems = { "unit-not-found": { status: 404, title: "未找到该单位，或不在您的职责范围内" } } as const;

const listUnitsEndpoint = endpoint(listUnitsRoute, {
  problems: {},
  async run({ actor, tx, query }) {
    const rows = await listUnits(tx, actor.areaCode, actor.scope("unit.read"), query);
    const units = rows.slice(0, pageSize).map((row) => summarize(row, row.parent_name, row.child_count ?? 0));
    const next = rows.length > pageSize ? (units.at(-1)?.officialCode ?? null) : null;
    return succeed({ units, next });
  },
});

const getUnitEndpoint = endpoint(getUnitRoute, {
  problems,
  async run({ actor, tx, params }) {
    const unit = await findUnit(tx, actor.areaCode, params.unitId);
    if (!unit || !actor.may("unit.read", placeOf(unit))) return fail({ code: "unit-not-found" });
    const ancestors = await listAncestors(tx, actor.areaCode, unit);
    const above = ancestors
      .filter(({ id }) => id !== unit.id)
      .map((row) => ({ ...summarize(row, null, 0), mayOpen: actor.may("unit.read", placeOf(row)) }));
    return succeed({ unit: summarize(unit, null, 0), ancestors: above });
  },
});

export const placeOf = (unit: Pick<ReadUnit, "id" | "path" | "system_path">) => ({
  id: unit.id,
  path: unit.path,
  systemPath: unit.system_path,
});

function summarize(row: ReadUnit, parentName: string | null, childCount: number) {
  return {
    id: row.id,
    name: row.name,
    fullName: row.full_name,
    kind: row.kind,
    sector: row.sector,
    officialCode: row.official_code,
    parentId: row.parent_id,
    parentName,
    memberCount: row.member_count,
    childCount,
  };
}

export const organizationEndpoints: readonly Endpoint[] = [listUnitsEndpoint, getUnitEndpoint];
