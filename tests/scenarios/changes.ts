import { sql } from "kysely";
import { v7 as newId } from "uuid";
import { inTerritory, type Tx } from "#platform/database/index.ts";
import type { TestHouse } from "./house.ts";

/** What no page does yet, but life does: done to the records beneath a test, as the rooms of units and posts will. */
const change = (house: TestHouse, work: (tx: Tx) => Promise<unknown>): Promise<unknown> =>
  inTerritory(house.database, house.areaCode, work);

/** 单位撤销: as of a day; its history stays. */
export const abolishUnit = (house: TestHouse, unitName: string, day: string) =>
  change(house, (tx) =>
    sql`UPDATE organizations.unit_version SET valid_to = ${day}::date
      WHERE area_code = ${house.areaCode} AND name = ${unitName} AND valid_to IS NULL`.execute(tx),
  );

/** 新设单位: another of the same kind beside one that is there, with its posts filled by the same people. */
export const foundUnitLike = (house: TestHouse, modelName: string, name: string) =>
  change(house, async (tx) => {
    const [unitId, area] = [newId(), house.areaCode];
    await sql`INSERT INTO organizations.unit (area_code, id, founded_on) VALUES (${area}, ${unitId}, '2026-11-20')`.execute(
      tx,
    );
    await sql`INSERT INTO organizations.unit_version (area_code, id, unit_id, valid_from, name, full_name, kind, sector,
        official_code, parent_id, system_parent_id, path, system_path, search_text)
      SELECT area_code, ${newId()}, ${unitId}, '2026-11-20', ${name}, ${name}, kind, sector, official_code || '9',
        parent_id, system_parent_id, subpath(path, 0, -1) || '999', NULL, ${name}
      FROM organizations.unit_version WHERE area_code = ${area} AND name = ${modelName} AND valid_to IS NULL`.execute(
      tx,
    );
    await sql`WITH made AS (
        INSERT INTO people.post (area_code, id, unit_id, title, kind, responsibility_role, ordinal)
        SELECT post.area_code, gen_random_uuid(), ${unitId}::uuid, post.title, post.kind, post.responsibility_role,
          post.ordinal
        FROM people.post JOIN organizations.read_unit AS unit
          ON unit.area_code = post.area_code AND unit.id = post.unit_id
        WHERE post.area_code = ${area} AND unit.name = ${modelName} RETURNING area_code, id)
      INSERT INTO people.holding (area_code, id, post_id, person_id, held_from)
      SELECT made.area_code, gen_random_uuid(), made.id, (SELECT id FROM people.person WHERE area_code = ${area} LIMIT 1),
        '2026-11-20' FROM made`.execute(tx);
  });

/** 任职结束: the last day in the post. */
export const endHolding = (house: TestHouse, unitName: string, postKind: string, day: string) =>
  change(house, (tx) =>
    sql`UPDATE people.holding AS holding SET held_to = ${day}::date
      FROM people.post AS post JOIN organizations.read_unit AS unit
        ON unit.area_code = post.area_code AND unit.id = post.unit_id
      WHERE holding.area_code = ${house.areaCode} AND post.area_code = holding.area_code
        AND post.id = holding.post_id AND unit.name = ${unitName} AND post.kind = ${postKind}
        AND holding.held_to IS NULL`.execute(tx),
  );

/** How many rows each of these tables holds: what a refusal must not change. */
export async function countRows(house: TestHouse): Promise<Readonly<Record<string, number>>> {
  const tables = [
    "tasks.task",
    "tasks.action",
    "evidence.item",
    "evidence.link",
    "responsibilities.item_unit",
  ];
  const counted = await inTerritory(house.database, house.areaCode, (tx) =>
    Promise.all(
      tables.map(async (table) => {
        const { rows } = await sql<{
          count: number;
        }>`SELECT count(*) AS count FROM ${sql.table(table)}`.execute(tx);
        return [table, rows[0]?.count ?? 0] as const;
      }),
    ),
  );
  return Object.fromEntries(counted);
}
