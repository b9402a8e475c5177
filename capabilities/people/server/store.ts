import { sql } from "kysely";
import type { Tx } from "#platform/database/index.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import type { HeldPost } from "../core/index.ts";
import type { PeopleTables } from "./tables.ts";

const tables = (tx: Tx) => tx.withTables<PeopleTables>();

/** All posts of these units with their holders on a day, by unit and rank. */
export async function listHeldPosts(
  tx: Tx,
  area: string,
  unitIds: readonly string[],
  day: PlainDate,
): Promise<HeldPost[]> {
  const rows = await tables(tx)
    .selectFrom("people.read_post as post")
    .leftJoin("people.read_holding as holding", (join) =>
      join
        .onRef("holding.area_code", "=", "post.area_code")
        .onRef("holding.post_id", "=", "post.id")
        .on("holding.held_from", "<=", day)
        .on((on) => on.or([on("holding.held_to", "is", null), on("holding.held_to", ">=", day)])),
    )
    .select(["post.id as postId", "post.unit_id as unitId", "post.title", "post.kind", "post.ordinal"])
    .select(["post.responsibility_role as role", "holding.id as holdingId"])
    .select(["holding.person_id as personId", "holding.person_name as personName"])
    .where("post.area_code", "=", area)
    .where("post.unit_id", "=", sql<string>`ANY (${[...unitIds]}::uuid[])`)
    .orderBy("post.unit_id")
    .orderBy("post.ordinal")
    .orderBy("post.id")
    .execute();
  return rows;
}
