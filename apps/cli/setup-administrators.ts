import { sql } from "kysely";
import type pg from "pg";
import { v7 as newId } from "uuid";
import {
  type Connection,
  type Database,
  inTerritory,
  searchTextOf,
  type Tx,
  withClient,
} from "#platform/database/index.ts";
import { openTrail } from "#platform/http/index.ts";
import { dayInChina } from "#platform/kernel/plain-date.ts";
import { fail, type Result, succeed } from "#platform/kernel/result.ts";
import { createAccount, recordAttempt } from "#rooms/access/server/index.ts";
import { administratorKinds } from "#rooms/people/core/index.ts";
import { type AdministratorPlan, administratorPosts } from "./administrator-plan.ts";
import { recordPublicHolidays } from "./public-holidays.ts";

/** What is told once. */
export interface NewAdministrator {
  readonly title: string;
  readonly name: string;
  readonly loginName: string;
  readonly password: string;
}

export type SetupProblem =
  | { readonly code: "administrators-present" }
  | { readonly code: "demo-present"; readonly areaName: string }
  | { readonly code: "area-missing" }
  | { readonly code: "area-exists"; readonly areaName: string }
  | { readonly code: "several-areas" };

interface Area {
  readonly code: string;
  readonly name: string;
  readonly rootUnit?: string | undefined;
}

/** The same as the loading of the demo takes: two set-ups at once, or one beside the demo, wait for each other. */
const loadingLock = 7_712_990_121;

/** The areas that there are; the console asks for one only when there is none. */
export const listAreas = (owner: Connection) =>
  withClient(owner, async (client) => {
    const { rows } = await client.query<{ code: string; name: string; demo: boolean }>(
      "SELECT code, name, demo FROM app.area ORDER BY code",
    );
    return rows;
  });

/** Creates the three administrators at the root of the area, and the area itself in an empty database; once. */
export const setUpAdministrators = (
  owner: Connection,
  app: Database,
  plan: AdministratorPlan,
  now: Date,
): Promise<Result<readonly NewAdministrator[], SetupProblem>> =>
  withClient(owner, async (client) => {
    await client.query("SELECT pg_advisory_lock($1)", [loadingLock]);
    const area = await settleArea(client, await listAreas(owner), plan);
    if (!area.ok) return area;
    await recordPublicHolidays(client);
    return inTerritory(app, area.value.code, (tx) => createAll(tx, area.value, plan, now));
  });

/** The area stands before anything in it, so that a set-up that broke off can simply be run again. */
async function settleArea(
  owner: pg.Client,
  areas: readonly { code: string; name: string; demo: boolean }[],
  { area }: AdministratorPlan,
): Promise<Result<Area, SetupProblem>> {
  const demo = areas.find((each) => each.demo);
  if (demo) return fail({ code: "demo-present", areaName: demo.name });
  const [only, ...others] = areas;
  if (others.length > 0) return fail({ code: "several-areas" });
  if (only) {
    const isSame = !area || area.code === only.code;
    return isSame
      ? succeed({ ...only, rootUnit: area?.rootUnit })
      : fail({ code: "area-exists", areaName: only.name });
  }
  if (!area) return fail({ code: "area-missing" });
  await owner.query("INSERT INTO app.area (code, name) VALUES ($1, $2)", [area.code, area.name]);
  return succeed(area);
}

async function createAll(
  tx: Tx,
  area: Area,
  plan: AdministratorPlan,
  now: Date,
): Promise<Result<readonly NewAdministrator[], SetupProblem>> {
  const present = await sql`
    SELECT FROM people.post WHERE area_code = ${area.code} AND kind = ANY (${[...administratorKinds]}) LIMIT 1`.execute(
    tx,
  );
  if (present.rows.length > 0) return fail({ code: "administrators-present" });
  const root = (await findRoot(tx, area.code)) ?? (await foundRoot(tx, area, now));
  const created: NewAdministrator[] = [];
  for (const post of administratorPosts) {
    created.push(await createOne(tx, { area, root, now }, { ...post, ...plan.administrators[post.kind] }));
  }
  return succeed(created);
}

export async function hasAdministrators(tx: Tx, areaCode: string): Promise<boolean> {
  const kinds = administratorPosts.map(({ kind }) => kind);
  const present = await sql`
    SELECT FROM people.post WHERE area_code = ${areaCode} AND kind = ANY (${[...kinds]}) LIMIT 1`.execute(tx);
  return present.rows.length > 0;
}

async function findRoot(tx: Tx, areaCode: string): Promise<string | null> {
  const found = await sql<{ id: string }>`
    SELECT id FROM organizations.read_unit WHERE area_code = ${areaCode} AND parent_id IS NULL`.execute(tx);
  return found.rows[0]?.id ?? null;
}

/** The committee at the head of the tree, from which all else will hang. */
async function foundRoot(tx: Tx, area: Area, now: Date): Promise<string> {
  const id = newId();
  const day = dayInChina(now);
  const name = area.rootUnit ?? `${area.name}委`;
  await sql`INSERT INTO organizations.unit (area_code, id, founded_on) VALUES (${area.code}, ${id}, ${day})`.execute(
    tx,
  );
  await sql`
    INSERT INTO organizations.unit_version
      (area_code, id, unit_id, valid_from, name, full_name, kind, official_code, path, search_text)
    VALUES (${area.code}, ${newId()}, ${id}, ${day}, ${name}, ${`中国共产党${area.name}委员会`}, 'countyCommittee',
      ${area.code}, '1', ${searchTextOf(name)})`.execute(tx);
  return id;
}

async function createOne(
  tx: Tx,
  { area, root, now }: { readonly area: Area; readonly root: string; readonly now: Date },
  one: { readonly kind: string; readonly title: string; readonly name: string; readonly loginName: string },
): Promise<NewAdministrator> {
  const [personId, postId] = [newId(), newId()];
  const { code } = area;
  const { title, loginName } = one;
  const name = one.name.trim();
  await sql`INSERT INTO people.person (area_code, id, name, search_text) VALUES (${code}, ${personId}, ${name}, ${searchTextOf(name)})`.execute(
    tx,
  );
  const ordinal = 900 + administratorPosts.findIndex(({ kind }) => kind === one.kind);
  await sql`INSERT INTO people.post (area_code, id, unit_id, title, kind, ordinal)
    VALUES (${code}, ${postId}, ${root}, ${title}, ${one.kind}, ${ordinal})`.execute(tx);
  await sql`INSERT INTO people.holding (area_code, id, post_id, person_id, held_from)
    VALUES (${code}, ${newId()}, ${postId}, ${personId}, ${dayInChina(now)})`.execute(tx);
  const { accountId, password } = await createAccount(tx, code, { personId, loginName }, now);
  const account = { id: accountId, person_id: personId, login_name: loginName };
  await recordAttempt(
    tx,
    {
      areaCode: code,
      account,
      loginName,
      now,
      requestId: "console",
      remoteAddress: "console",
      trail: openTrail(),
    },
    { action: "access.createAccount", after: { loginName, post: title } },
  );
  return { title, name, loginName, password };
}
