import { sql } from "kysely";
import type { Tx } from "#platform/database/index.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import type { ReadUnitTable } from "#rooms/organizations/server/index.ts";
import type { PeopleTables } from "../tables.ts";

const tables = (tx: Tx) => tx.withTables<PeopleTables & ReadUnitTable>();

export type ContactRow = PeopleTables["people.contact"];

const readable = (tx: Tx, area: string) =>
  tables(tx)
    .selectFrom("people.contact")
    .selectAll()
    .where("area_code", "=", area)
    .where("destroyed_at", "is", null);

export const findContact = (tx: Tx, area: string, personId: string) =>
  readable(tx, area).where("person_id", "=", personId).executeTakeFirst();

/** Held until the transaction ends, so that a new key of the installation and a change wait for each other. */
export const lockContact = (tx: Tx, area: string, personId: string) =>
  readable(tx, area).where("person_id", "=", personId).forUpdate().executeTakeFirst();

export const listContactsOf = (tx: Tx, area: string, personIds: readonly string[]) =>
  readable(tx, area)
    .where("person_id", "=", sql<string>`ANY (${[...personIds]}::uuid[])`)
    .execute();

export const insertContact = (tx: Tx, row: ContactRow) =>
  tables(tx).insertInto("people.contact").values(row).execute();

export const saveContact = (tx: Tx, area: string, id: string, change: Partial<ContactRow>) =>
  tables(tx)
    .updateTable("people.contact")
    .set(change)
    .where("area_code", "=", area)
    .where("id", "=", id)
    .execute();

export const findNameOfPerson = (tx: Tx, area: string, personId: string) =>
  tables(tx)
    .selectFrom("people.read_person")
    .select(["id", "name"])
    .where("area_code", "=", area)
    .where("id", "=", personId)
    .executeTakeFirst();

const holdings = (tx: Tx, area: string) =>
  tables(tx)
    .selectFrom("people.read_holding as holding")
    .innerJoin("organizations.read_unit as unit", (join) =>
      join.onRef("unit.area_code", "=", "holding.area_code").onRef("unit.id", "=", "holding.unit_id"),
    )
    .select(["holding.person_id", "holding.person_name", "unit.id", "unit.path", "unit.system_path"])
    .where("holding.area_code", "=", area);

/** "holding" is in force on a day. */
const isHeldOn = (day: PlainDate) =>
  sql<boolean>`(holding.held_from <= ${day} AND (holding.held_to IS NULL OR holding.held_to >= ${day}))`;

/** Where a person holds a post; of somebody who holds none any more, where he did. */
export async function listUnitsOfPerson(tx: Tx, area: string, personId: string, day: PlainDate) {
  const rows = await holdings(tx, area)
    .select(isHeldOn(day).as("isHeld"))
    .where("holding.person_id", "=", personId)
    .where("holding.held_from", "<=", day)
    .execute();
  const held = rows.filter(({ isHeld }) => isHeld);
  return held.length > 0 ? held : rows;
}

/** Who holds a post in a unit, by rank; then those who left every post and of whom something is still kept. */
export async function listPersonsOfUnit(tx: Tx, area: string, unitId: string, day: PlainDate) {
  const here = await holdings(tx, area)
    .select(isHeldOn(day).as("isHeld"))
    .where("holding.unit_id", "=", unitId)
    .where("holding.held_from", "<=", day)
    .orderBy("holding.ordinal")
    .orderBy("holding.id")
    .execute();
  const present = here.filter(({ isHeld }) => isHeld);
  const former = here.filter(({ isHeld }) => !isHeld).map(({ person_id }) => person_id);
  const elsewhere = await listHoldersAmong(tx, area, former, day);
  const kept = new Set((await listContactsOf(tx, area, former)).map(({ person_id }) => person_id));
  const left = here.filter(({ person_id }) => kept.has(person_id) && !elsewhere.has(person_id));
  const rows = [...present, ...left];
  return [...new Map(rows.map((row) => [row.person_id, row])).values()];
}

async function listHoldersAmong(
  tx: Tx,
  area: string,
  personIds: readonly string[],
  day: PlainDate,
): Promise<ReadonlySet<string>> {
  const rows = await holdings(tx, area)
    .where("holding.person_id", "=", sql<string>`ANY (${[...personIds]}::uuid[])`)
    .where(isHeldOn(day))
    .execute();
  return new Set(rows.map(({ person_id }) => person_id));
}

export async function countRevelations(
  tx: Tx,
  area: string,
  revealedBy: string,
  day: PlainDate,
): Promise<number> {
  const { count } = await tables(tx)
    .selectFrom("people.revelation")
    .select((select) => select.fn.countAll<number>().as("count"))
    .where("area_code", "=", area)
    .where("revealed_by", "=", revealedBy)
    .where("revealed_on", "=", day)
    .executeTakeFirstOrThrow();
  return count;
}

export const insertRevelation = (tx: Tx, row: PeopleTables["people.revelation"]) =>
  tables(tx).insertInto("people.revelation").values(row).execute();
