import { sql } from "kysely";
import { searchTextOf, type Tx } from "#platform/database/index.ts";
import { type PlainDate, plainDate } from "#platform/kernel/plain-date.ts";
import type { HeldPost, StandingHolding } from "../core/index.ts";
import type { PeopleTables } from "./tables.ts";

const tables = (tx: Tx) => tx.withTables<PeopleTables>();

/** All posts of these units with whoever fills them on a day, by unit and rank: the holder, else who deputises. */
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
    .distinctOn(["post.unit_id", "post.ordinal", "post.id"])
    .select(["post.id as postId", "post.unit_id as unitId", "post.title", "post.kind", "post.ordinal"])
    .select(["post.responsibility_role as role", "holding.id as holdingId"])
    .select(["holding.person_id as personId", "holding.person_name as personName"])
    .select((select) => select.fn.coalesce("holding.is_deputising", sql<boolean>`false`).as("isDeputising"))
    .where("post.area_code", "=", area)
    .where("post.unit_id", "=", sql<string>`ANY (${[...unitIds]}::uuid[])`)
    .orderBy("post.unit_id")
    .orderBy("post.ordinal")
    .orderBy("post.id")
    .orderBy("holding.is_deputising")
    .orderBy("holding.held_from", "desc")
    .orderBy("holding.id")
    .execute();
  return rows;
}

/** Held until the transaction ends: of two appointments to one post at once the second sees the first. */
export const lockPost = (tx: Tx, area: string, postId: string) =>
  tables(tx)
    .selectFrom("people.post")
    .select(["id", "unit_id", "title", "kind"])
    .where("area_code", "=", area)
    .where("id", "=", postId)
    .forUpdate()
    .executeTakeFirst();

export async function findPersonName(tx: Tx, area: string, personId: string): Promise<string | null> {
  const row = await tables(tx)
    .selectFrom("people.person")
    .select("name")
    .where("area_code", "=", area)
    .where("id", "=", personId)
    // A person's appointments wait for each other as those to a post do.
    .forUpdate()
    .executeTakeFirst();
  return row?.name ?? null;
}

/** What the post's holders and the person hold now or later. */
export async function listStandingHoldings(
  tx: Tx,
  area: string,
  of: { readonly postId: string; readonly personId: string },
  today: PlainDate,
): Promise<StandingHolding[]> {
  const rows = await tables(tx)
    .selectFrom("people.read_holding as holding")
    .select(["holding.post_id", "holding.post_kind", "holding.person_id", "holding.person_name"])
    .select(["holding.held_from", "holding.held_to", "holding.is_deputising"])
    .where("holding.area_code", "=", area)
    .where((where) =>
      where.or([where("holding.post_id", "=", of.postId), where("holding.person_id", "=", of.personId)]),
    )
    .where((where) => where.or([where("holding.held_to", "is", null), where("holding.held_to", ">=", today)]))
    .orderBy("holding.held_from")
    .orderBy("holding.id")
    .execute();
  return rows.map((row) => ({
    postId: row.post_id,
    postKind: row.post_kind,
    personId: row.person_id,
    personName: row.person_name,
    from: plainDate(row.held_from),
    to: row.held_to === null ? null : plainDate(row.held_to),
    isDeputising: row.is_deputising,
  }));
}

export const lockHolding = (tx: Tx, area: string, holdingId: string) =>
  tables(tx)
    .selectFrom("people.holding")
    .select(["id", "held_from", "held_to"])
    .where("area_code", "=", area)
    .where("id", "=", holdingId)
    .forUpdate()
    .executeTakeFirst();

export const saveLastDay = (tx: Tx, area: string, holdingId: string, lastDay: PlainDate) =>
  tables(tx)
    .updateTable("people.holding")
    .set({ held_to: lastDay })
    .where("area_code", "=", area)
    .where("id", "=", holdingId)
    .execute();

export async function insertHolding(tx: Tx, row: PeopleTables["people.holding"]): Promise<void> {
  await tables(tx).insertInto("people.holding").values(row).execute();
}

export async function insertPosts(tx: Tx, rows: readonly PeopleTables["people.post"][]): Promise<void> {
  await tables(tx)
    .insertInto("people.post")
    .values([...rows])
    .execute();
}

export async function insertPerson(
  tx: Tx,
  row: Omit<PeopleTables["people.person"], "search_text">,
): Promise<void> {
  const found = { ...row, search_text: searchTextOf(row.name) };
  await tables(tx).insertInto("people.person").values(found).execute();
}
