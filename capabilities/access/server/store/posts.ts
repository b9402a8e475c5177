import type { Database, Tx } from "#platform/database/index.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import type { AccessTables } from "../tables.ts";

export const listAreas = (database: Database) =>
  database
    .withTables<AccessTables>()
    .selectFrom("app.area")
    .select(["code", "name", "demo"])
    .orderBy("code")
    .execute();

export const findArea = (database: Database, areaCode: string) =>
  database
    .withTables<AccessTables>()
    .selectFrom("app.area")
    .select(["code", "name"])
    .where("code", "=", areaCode)
    .executeTakeFirst();

/** The posts that a person holds on a day, each with its unit and the committee for which that unit drafts. */
export const listPostsHeldBy = (tx: Tx, areaCode: string, personId: string, day: PlainDate) =>
  tx
    .withTables<AccessTables>()
    .selectFrom("people.read_holding as holding")
    .innerJoin("organizations.read_unit as unit", (join) =>
      join.onRef("unit.area_code", "=", "holding.area_code").onRef("unit.id", "=", "holding.unit_id"),
    )
    .leftJoin("organizations.read_unit as committee", (join) =>
      join
        .onRef("committee.area_code", "=", "unit.area_code")
        .onRef("committee.id", "=", "unit.drafts_for_id"),
    )
    .select(["holding.id as holding_id", "holding.post_id", "holding.post_title", "holding.post_kind"])
    .select(["holding.person_name", "unit.id as unit_id", "unit.name as unit_name", "unit.kind as unit_kind"])
    .select([
      "unit.path",
      "unit.system_path",
      "committee.id as committee_id",
      "committee.path as committee_path",
    ])
    .select("committee.system_path as committee_system_path")
    .where("holding.area_code", "=", areaCode)
    .where("holding.person_id", "=", personId)
    .where("holding.held_from", "<=", day)
    .where((where) => where.or([where("holding.held_to", "is", null), where("holding.held_to", ">=", day)]))
    .orderBy("holding.held_from")
    .orderBy("holding.id")
    .execute();

export type HeldPostRow = Awaited<ReturnType<typeof listPostsHeldBy>>[number];

export const findPerson = (tx: Tx, areaCode: string, personId: string) =>
  tx
    .withTables<AccessTables>()
    .selectFrom("people.read_person")
    .select(["id", "name"])
    .where("area_code", "=", areaCode)
    .where("id", "=", personId)
    .executeTakeFirst();

/** A post as it is spoken of: 柳树镇 组织委员. */
export const findPostWords = (tx: Tx, areaCode: string, postId: string) =>
  tx
    .withTables<AccessTables>()
    .selectFrom("people.read_post as post")
    .innerJoin("organizations.read_unit as unit", (join) =>
      join.onRef("unit.area_code", "=", "post.area_code").onRef("unit.id", "=", "post.unit_id"),
    )
    .select(["post.title", "unit.name as unit_name"])
    .where("post.area_code", "=", areaCode)
    .where("post.id", "=", postId)
    .executeTakeFirst();

/** The name of somebody who ever held a post, also when none is left. */
export const findPersonName = async (tx: Tx, areaCode: string, personId: string): Promise<string> => {
  const found = await tx
    .withTables<AccessTables>()
    .selectFrom("people.read_holding")
    .select("person_name")
    .where("area_code", "=", areaCode)
    .where("person_id", "=", personId)
    .orderBy("held_from", "desc")
    .orderBy("id")
    .limit(1)
    .executeTakeFirst();
  return found?.person_name ?? "";
};
