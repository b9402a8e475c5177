import { type Expression, type SqlBool, sql } from "kysely";
import { containing, type Tx } from "#platform/database/index.ts";
import type { Actor } from "#platform/http/index.ts";
import { withinScope } from "#rooms/organizations/server/index.ts";
import type { BulletinStatus } from "../../core/index.ts";
import type { BulletinTables } from "../tables.ts";

const tables = (tx: Tx) => tx.withTables<BulletinTables>();

export const pageSize = 50;

/** Who writes, checks or signs for the issuer sees it from the first draft on. */
const worksOn = (actor: Actor): Expression<SqlBool> =>
  sql<SqlBool>`(${sql.join(
    ["bulletin.draft", "bulletin.check", "bulletin.sign"].map((action) => withinIssuer(actor, action)),
    sql` OR `,
  )})`;

const withinIssuer = (actor: Actor, action: string): Expression<SqlBool> =>
  withinScope(actor.scope(action), {
    id: "issuer.id",
    path: "issuer.path",
    systemPath: "issuer.system_path",
  });

/** What has gone out is read by the issuer's own people and by the units of its circle. */
const mayRead = (actor: Actor): Expression<SqlBool> => sql<SqlBool>`(
  ${worksOn(actor)}
  OR (bulletin.document_number IS NOT NULL AND (
    ${withinIssuer(actor, "bulletin.read")}
    OR EXISTS (
      SELECT FROM bulletins.receiver AS receiver
      JOIN organizations.read_unit AS unit
        ON unit.area_code = receiver.area_code AND unit.id = receiver.unit_id
      WHERE receiver.area_code = bulletin.area_code AND receiver.bulletin_id = bulletin.id
        AND ${withinScope(actor.scope("bulletin.read"), { id: "unit.id", path: "unit.path", systemPath: "unit.system_path" })})))
)`;

const readable = (tx: Tx, actor: Actor) =>
  tables(tx)
    .selectFrom("bulletins.bulletin as bulletin")
    .innerJoin("organizations.read_unit as issuer", (join) =>
      join
        .onRef("issuer.area_code", "=", "bulletin.area_code")
        .onRef("issuer.id", "=", "bulletin.issuer_unit_id"),
    )
    .innerJoin("assessments.read_run as run", (join) =>
      join.onRef("run.area_code", "=", "bulletin.area_code").onRef("run.id", "=", "bulletin.run_id"),
    )
    .where("bulletin.area_code", "=", actor.areaCode)
    .where(mayRead(actor));

const summaryColumns = [
  "bulletin.id",
  "bulletin.title",
  "bulletin.status",
  "bulletin.document_number",
  "bulletin.circle",
  "bulletin.drafted_by_name",
  "bulletin.drafted_at",
  "bulletin.signer_name",
  "bulletin.signed_on",
] as const;

export type BulletinListRow = Awaited<ReturnType<typeof listBulletins>>[number];

export interface BulletinFilter {
  readonly status?: BulletinStatus | undefined;
  readonly search?: string | undefined;
}

/** By its title or its number. */
const contains = (fragment: string): Expression<SqlBool> => {
  const pattern = containing(fragment);
  return sql<SqlBool>`(bulletin.search_text LIKE ${pattern} OR bulletin.title ILIKE ${pattern}
    OR bulletin.document_number ILIKE ${pattern})`;
};

/** The latest first; ids are made in the order of time. One more than a page tells whether more follow. */
export const listBulletins = (tx: Tx, actor: Actor, filter: BulletinFilter, after: string | null) =>
  readable(tx, actor)
    .select(summaryColumns)
    .$if(filter.status !== undefined, (query) =>
      query.where("bulletin.status", "=", filter.status ?? "draft"),
    )
    .$if(Boolean(filter.search?.trim()), (query) => query.where(contains(filter.search ?? "")))
    .$if(after !== null, (query) => query.where("bulletin.id", "<", after ?? ""))
    .orderBy("bulletin.id", "desc")
    .limit(pageSize + 1)
    .execute();

/** What is still on its way to issue, as permission sees it; the latest first, one page at most. */
export const listUnissued = (tx: Tx, actor: Actor) =>
  readable(tx, actor)
    .where(worksOn(actor))
    .where("bulletin.status", "in", ["draft", "checked"])
    .select(["bulletin.id", "bulletin.title", "bulletin.status", "bulletin.author_ids"])
    .select(["bulletin.issuer_unit_id", "issuer.path as issuer_path"])
    .select("issuer.system_path as issuer_system_path")
    .orderBy("bulletin.id", "desc")
    .limit(pageSize)
    .execute();

/** One readable bulletin with the place of its issuer, or undefined as if it were not there. */
export const findReadableBulletin = (tx: Tx, actor: Actor, bulletinId: string) =>
  readable(tx, actor)
    .select(summaryColumns)
    .select([
      "bulletin.version",
      "bulletin.run_id",
      "bulletin.body",
      "bulletin.author_ids",
      "bulletin.sha256",
    ])
    .select(["bulletin.checked_by_name", "bulletin.issued_document", "bulletin.drafter_unit_id"])
    .select([
      "bulletin.withdrawn_on",
      "bulletin.withdrawn_reason",
      "bulletin.issuer_unit_id",
      "run.title as run_title",
    ])
    .select(["issuer.path as issuer_path", "issuer.system_path as issuer_system_path"])
    .where("bulletin.id", "=", bulletinId)
    .executeTakeFirst();

export type ReadableBulletin = NonNullable<Awaited<ReturnType<typeof findReadableBulletin>>>;

export const listSteps = (tx: Tx, area: string, bulletinId: string) =>
  tables(tx)
    .selectFrom("bulletins.step as step")
    .select(["step.sequence", "step.act", "step.at", "step.person_name", "step.post_title", "step.note"])
    .where("step.area_code", "=", area)
    .where("step.bulletin_id", "=", bulletinId)
    .orderBy("step.sequence")
    .execute();

export async function countReceivers(tx: Tx, area: string, bulletinId: string): Promise<number> {
  const row = await tables(tx)
    .selectFrom("bulletins.receiver as receiver")
    .select((select) => select.fn.countAll<number>().as("count"))
    .where("receiver.area_code", "=", area)
    .where("receiver.bulletin_id", "=", bulletinId)
    .executeTakeFirstOrThrow();
  return row.count;
}

/** The standing bulletin that announces a run; two who sign at once are told apart by bulletin_one_issued_per_run. */
export const findIssuedOf = (tx: Tx, area: string, runId: string) =>
  tables(tx)
    .selectFrom("bulletins.bulletin as bulletin")
    .select(["bulletin.document_number", "bulletin.title"])
    .where("bulletin.area_code", "=", area)
    .where("bulletin.run_id", "=", runId)
    .where("bulletin.status", "=", "issued")
    .executeTakeFirst();

/** The series that the issuer used last: the next draft takes it over. */
export const findLastPrefix = (tx: Tx, area: string, issuerUnitId: string) =>
  tables(tx)
    .selectFrom("bulletins.bulletin as bulletin")
    .select("bulletin.number_prefix")
    .where("bulletin.area_code", "=", area)
    .where("bulletin.issuer_unit_id", "=", issuerUnitId)
    .where("bulletin.document_number", "is not", null)
    .orderBy("bulletin.id", "desc")
    .limit(1)
    .executeTakeFirst();

export async function isDemoArea(tx: Tx, area: string): Promise<boolean> {
  const row = await tables(tx)
    .selectFrom("app.area as area")
    .select("area.demo")
    .where("area.code", "=", area)
    .executeTakeFirst();
  return row?.demo ?? false;
}

/** The units of these kinds at or below the issuer. */
export const listReceivingUnits = (tx: Tx, area: string, issuerPath: string, kinds: readonly string[]) =>
  tables(tx)
    .selectFrom("organizations.read_unit as unit")
    .select("unit.id")
    .where("unit.area_code", "=", area)
    .where(sql<boolean>`unit.path <@ ${issuerPath}::ltree`)
    .where(sql<boolean>`unit.kind = ANY (${[...kinds]}::text[])`)
    .orderBy("unit.official_code")
    .execute();
