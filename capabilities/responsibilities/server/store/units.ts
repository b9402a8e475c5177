import { sql } from "kysely";
import type { Tx } from "#platform/database/index.ts";
import type { Actor } from "#platform/http/index.ts";
import { listUnitsById, type ReadUnit, withinScope } from "#rooms/organizations/server/index.ts";
import type { ListTables } from "../tables.ts";

const readable = (tx: Tx, actor: Actor) =>
  tx
    .withTables<ListTables>()
    .selectFrom("organizations.read_unit as unit")
    .where("unit.area_code", "=", actor.areaCode)
    .where(
      withinScope(actor.scope("unit.read"), {
        id: "unit.id",
        path: "unit.path",
        systemPath: "unit.system_path",
      }),
    );

/** Units that may be named as assisting: any that the actor may see, by the ways a document writes their name. */
export async function findAssistingByName(
  tx: Tx,
  actor: Actor,
  names: readonly string[],
): Promise<ReadUnit[]> {
  if (names.length === 0) return [];
  const written = names.flatMap((name) => {
    const bare = name.replace(/^中共/, "").replace(/机关$/, "");
    return [name, bare, bare.replace(/^[\u4e00-\u9fff]{2,3}县/, "县"), bare.replace(/党(?:委|组|支部)$/, "")];
  });
  const rows = await readable(tx, actor)
    .select("unit.id")
    .where((where) =>
      where.or([
        where("unit.name", "=", sql<string>`ANY (${written}::text[])`),
        where("unit.full_name", "=", sql<string>`ANY (${written}::text[])`),
      ]),
    )
    .execute();
  return listUnitsById(
    tx,
    actor.areaCode,
    rows.map(({ id }) => id),
  );
}

export const listReadableUnitIds = (tx: Tx, actor: Actor, unitIds: readonly string[]) =>
  readable(tx, actor)
    .select("unit.id")
    .where("unit.id", "=", sql<string>`ANY (${[...unitIds]}::uuid[])`)
    .execute();
