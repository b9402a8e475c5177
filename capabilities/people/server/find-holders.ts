import { sql } from "kysely";
import { byCloseness, containing, type Tx } from "#platform/database/index.ts";
import type { Actor } from "#platform/http/index.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import { type ReadUnitTable, withinScope } from "#rooms/organizations/server/index.ts";
import type { ReadPeopleTables } from "./tables.ts";

/** Who holds an office on a day, by a part of the name or its pinyin, as far as the actor sees the units. */
export const findHolders = (
  tx: Tx,
  actor: Actor,
  asked: { readonly name: string; readonly day: PlainDate; readonly limit: number },
) =>
  tx
    .withTables<ReadPeopleTables & ReadUnitTable>()
    .selectFrom("people.read_holding as holding")
    .innerJoin("organizations.read_unit as unit", (join) =>
      join.onRef("unit.area_code", "=", "holding.area_code").onRef("unit.id", "=", "holding.unit_id"),
    )
    .select(["holding.id", "holding.person_name as personName", "holding.post_title as postTitle"])
    .select(["unit.id as unitId", "unit.name as unitName"])
    .where("holding.area_code", "=", actor.areaCode)
    .where("holding.held_from", "<=", asked.day)
    .where((or) => or.or([or("holding.held_to", "is", null), or("holding.held_to", ">=", asked.day)]))
    .where(isNamed(asked.name))
    .where(
      withinScope(actor.scope("unit.read"), {
        id: "unit.id",
        path: "unit.path",
        systemPath: "unit.system_path",
      }),
    )
    .orderBy(byCloseness("holding.person_search", asked.name))
    .orderBy("unit.official_code")
    .orderBy("holding.ordinal")
    .orderBy("holding.id")
    .limit(asked.limit)
    .execute();

const isNamed = (name: string) => {
  const pattern = containing(name);
  return sql<boolean>`(holding.person_search LIKE ${pattern} OR holding.person_name LIKE ${pattern})`;
};
