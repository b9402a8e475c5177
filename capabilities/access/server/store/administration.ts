import { type Expression, type SqlBool, sql } from "kysely";
import { containing, type Tx } from "#platform/database/index.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import type { AccessTables } from "../tables.ts";

const tables = (tx: Tx) => tx.withTables<AccessTables>();

export const pageSize = 50;

export interface AccountFilter {
  readonly search?: string | undefined;
  readonly state?: "suspended" | "neverUsed" | "unused90" | "withoutPost" | "deputising" | undefined;
  readonly after?: string | undefined;
}

/** Longer than this without a sign-in, and the security administrator asks whether it is still needed. */
const unusedAfterMs = 90 * 86_400_000;

const fromAccounts = (tx: Tx, area: string) =>
  tables(tx)
    .selectFrom("access.account as account")
    .innerJoin("people.read_person as person", (join) =>
      join.onRef("person.area_code", "=", "account.area_code").onRef("person.id", "=", "account.person_id"),
    )
    .select(["account.id", "account.login_name", "account.person_id", "person.name as person_name"])
    .select(["account.suspended_at", "account.last_sign_in_at", "account.demo"])
    .where("account.area_code", "=", area);

export type AccountRow = Awaited<ReturnType<typeof listAccountRows>>[number];

/** By login name, one more than a page so that the caller knows whether more follow. */
export const listAccountRows = (
  tx: Tx,
  area: string,
  filter: AccountFilter,
  { now, today }: { readonly now: Date; readonly today: PlainDate },
) =>
  fromAccounts(tx, area)
    .$if(Boolean(filter.search?.trim()), (query) => query.where(contains(filter.search ?? "")))
    .$if(filter.state === "suspended", (query) => query.where("account.suspended_at", "is not", null))
    .$if(filter.state === "neverUsed", (query) => query.where("account.last_sign_in_at", "is", null))
    .$if(filter.state === "unused90", (query) =>
      query.where("account.last_sign_in_at", "<", new Date(now.getTime() - unusedAfterMs)),
    )
    .$if(filter.state === "withoutPost", (query) => query.where(sql<boolean>`NOT ${holds(today, false)}`))
    .$if(filter.state === "deputising", (query) => query.where(holds(today, true)))
    .$if(filter.after !== undefined, (query) => query.where("account.login_name", ">", filter.after ?? ""))
    .orderBy("account.login_name")
    .limit(pageSize + 1)
    .execute();

export const findAccountRow = (tx: Tx, area: string, accountId: string) =>
  fromAccounts(tx, area).where("account.id", "=", accountId).executeTakeFirst();

const holds = (today: PlainDate, deputising: boolean): Expression<SqlBool> => sql<SqlBool>`EXISTS (
  SELECT FROM people.read_holding AS held
  WHERE held.area_code = account.area_code AND held.person_id = account.person_id
    AND held.held_from <= ${today}::date AND (held.held_to IS NULL OR held.held_to >= ${today}::date)
    AND (held.is_deputising OR NOT ${deputising}))`;

const contains = (fragment: string): Expression<SqlBool> => {
  const pattern = `%${fragment.trim().replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  return sql<SqlBool>`(account.login_name ILIKE ${pattern} OR person.name ILIKE ${pattern} OR EXISTS (
    SELECT FROM people.read_holding AS held
    JOIN organizations.read_unit AS unit ON unit.area_code = held.area_code AND unit.id = held.unit_id
    WHERE held.area_code = account.area_code AND held.person_id = account.person_id
      AND unit.search_text LIKE ${pattern.toLowerCase()}))`;
};

/** What these persons hold now or later, by person and from when. */
export const listStandingPosts = (tx: Tx, area: string, personIds: readonly string[], today: PlainDate) =>
  tables(tx)
    .selectFrom("people.read_holding as holding")
    .innerJoin("organizations.read_unit as unit", (join) =>
      join.onRef("unit.area_code", "=", "holding.area_code").onRef("unit.id", "=", "holding.unit_id"),
    )
    .select(["holding.id", "holding.person_id", "holding.post_title", "holding.held_from", "holding.held_to"])
    .select(["holding.is_deputising", "unit.name as unit_name"])
    .where("holding.area_code", "=", area)
    .where("holding.person_id", "=", sql<string>`ANY (${[...personIds]}::uuid[])`)
    .where((where) => where.or([where("holding.held_to", "is", null), where("holding.held_to", ">=", today)]))
    .orderBy("holding.held_from")
    .orderBy("holding.id")
    .execute();

export const findPosts = (tx: Tx, area: string, search: string, today: PlainDate) => {
  const pattern = containing(search);
  return tables(tx)
    .selectFrom("people.read_post as post")
    .innerJoin("organizations.read_unit as unit", (join) =>
      join.onRef("unit.area_code", "=", "post.area_code").onRef("unit.id", "=", "post.unit_id"),
    )
    .leftJoin("people.read_holding as holding", (join) =>
      join
        .onRef("holding.area_code", "=", "post.area_code")
        .onRef("holding.post_id", "=", "post.id")
        .on("holding.is_deputising", "=", false)
        .on("holding.held_from", "<=", today)
        .on((on) => on.or([on("holding.held_to", "is", null), on("holding.held_to", ">=", today)])),
    )
    .select(["post.id", "post.title", "unit.name as unit_name", "holding.person_name as holder_name"])
    .where("post.area_code", "=", area)
    .where(sql<boolean>`(unit.search_text LIKE ${pattern} OR lower(unit.name || post.title) LIKE ${pattern})`)
    .orderBy("unit.official_code")
    .orderBy("post.ordinal")
    .orderBy("post.id")
    .limit(30)
    .execute();
};
