import { sql } from "kysely";
import { byCloseness, containing, type Tx } from "#platform/database/index.ts";
import type { Scope } from "#platform/http/index.ts";
import { withinScope } from "./scope.ts";
import type { OrganizationTables, ReadUnit } from "./tables.ts";

const tables = (tx: Tx) => tx.withTables<OrganizationTables>();
const columns = [
  "unit.area_code",
  "unit.id",
  "unit.name",
  "unit.full_name",
  "unit.kind",
  "unit.sector",
  "unit.official_code",
  "unit.parent_id",
  "unit.system_parent_id",
  "unit.drafts_for_id",
  "unit.path",
  "unit.system_path",
  "unit.member_count",
  "unit.search_text",
] as const;

const fromUnits = (tx: Tx, area: string) =>
  tables(tx).selectFrom("organizations.read_unit as unit").where("unit.area_code", "=", area);

export const findUnit = (tx: Tx, area: string, unitId: string): Promise<ReadUnit | undefined> =>
  fromUnits(tx, area).select(columns).where("unit.id", "=", unitId).executeTakeFirst();

export const listUnitsById = (tx: Tx, area: string, unitIds: readonly string[]): Promise<ReadUnit[]> =>
  fromUnits(tx, area)
    .select(columns)
    .where("unit.id", "=", sql<string>`ANY (${[...unitIds]}::uuid[])`)
    .orderBy("unit.official_code")
    .execute();

export async function isCodeTaken(tx: Tx, area: string, officialCode: string): Promise<boolean> {
  const row = await fromUnits(tx, area)
    .select("unit.id")
    .where("unit.official_code", "=", officialCode)
    .executeTakeFirst();
  return row !== undefined;
}

/** Units that are or were, as they stand or last stood. */
export const listKnownUnits = (tx: Tx, area: string, unitIds: readonly string[]) =>
  tables(tx)
    .selectFrom("organizations.read_known_unit as unit")
    .select(["unit.id", "unit.name"])
    .where("unit.area_code", "=", area)
    .where("unit.id", "=", sql<string>`ANY (${[...unitIds]}::uuid[])`)
    .orderBy("unit.official_code")
    .execute();

/** The units to which a committee may give tasks: its children in either tree (core/instruction decides). */
export const listDirectlyBelow = (tx: Tx, area: string, unitId: string): Promise<ReadUnit[]> =>
  fromUnits(tx, area)
    .select(columns)
    .where((where) =>
      where.or([where("unit.parent_id", "=", unitId), where("unit.system_parent_id", "=", unitId)]),
    )
    .orderBy("unit.official_code")
    .execute();

/** From the root down to the unit itself. */
export const listAncestors = (tx: Tx, area: string, unit: ReadUnit): Promise<ReadUnit[]> =>
  fromUnits(tx, area)
    .select(columns)
    .where(sql<boolean>`unit.path @> ${unit.path}::ltree`)
    .orderBy(sql`nlevel(unit.path)`)
    .execute();

/** The first few units by a part of the name or its pinyin, the closest first. */
export const findUnits = (
  tx: Tx,
  area: string,
  scope: Scope,
  asked: { readonly name: string; readonly limit: number },
) =>
  fromUnits(tx, area)
    .leftJoin("organizations.read_unit as parent", (join) =>
      join.onRef("parent.area_code", "=", "unit.area_code").onRef("parent.id", "=", "unit.parent_id"),
    )
    .select(["unit.id", "unit.name", "parent.name as parent_name"])
    .where(withinScope(scope, { id: "unit.id", path: "unit.path", systemPath: "unit.system_path" }))
    .where("unit.search_text", "like", containing(asked.name))
    .orderBy(byCloseness("unit.search_text", asked.name))
    .orderBy("unit.official_code")
    .limit(asked.limit)
    .execute();

export interface UnitFilter {
  readonly parentId?: string | undefined;
  readonly kind?: string | undefined;
  readonly search?: string | undefined;
  readonly after?: string | undefined;
}

export const pageSize = 50;

/** Units within a scope by official code, one more than a page so that the caller knows whether more follow. */
export function listUnits(tx: Tx, area: string, scope: Scope, filter: UnitFilter) {
  const place = { id: "unit.id", path: "unit.path", systemPath: "unit.system_path" };
  return fromUnits(tx, area)
    .leftJoin("organizations.read_unit as parent", (join) =>
      join.onRef("parent.area_code", "=", "unit.area_code").onRef("parent.id", "=", "unit.parent_id"),
    )
    .select([...columns, "parent.name as parent_name"])
    .select((select) =>
      select
        .selectFrom("organizations.read_unit as child")
        .whereRef("child.area_code", "=", "unit.area_code")
        .whereRef("child.parent_id", "=", "unit.id")
        .select((count) => count.fn.countAll<number>().as("count"))
        .as("child_count"),
    )
    .where(withinScope(scope, place))
    .$if(filter.parentId !== undefined, (query) => query.where("unit.parent_id", "=", filter.parentId ?? ""))
    .$if(filter.kind !== undefined, (query) => query.where(sql<string>`unit.kind`, "=", filter.kind ?? ""))
    .$if(Boolean(filter.search), (query) =>
      query.where("unit.search_text", "like", containing(filter.search ?? "")),
    )
    .$if(filter.after !== undefined, (query) => query.where("unit.official_code", ">", filter.after ?? ""))
    .orderBy("unit.official_code")
    .limit(pageSize + 1)
    .execute();
}
