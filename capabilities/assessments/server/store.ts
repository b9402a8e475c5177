import { sql } from "kysely";
import type { Tx } from "#platform/database/index.ts";
import type { Scope } from "#platform/http/index.ts";
import { type ReadUnit, withinScope } from "#rooms/organizations/server/index.ts";
import type { AssessmentTables, IndicatorScoreRow, ResultRow, RunRow } from "./tables.ts";

const tables = (tx: Tx) => tx.withTables<AssessmentTables>();

const unitColumns = ["unit.id", "unit.name", "unit.kind", "unit.path", "unit.system_path"] as const;

/** A unit as ranking needs it: who it is and where it stands. */
export type GroupUnit = Pick<ReadUnit, "id" | "name" | "kind" | "path" | "system_path">;

/** The committee of the county: schemes of this area are its own, and freezing is done for it. */
export const findCounty = (tx: Tx, area: string): Promise<GroupUnit | undefined> =>
  tables(tx)
    .selectFrom("organizations.read_unit as unit")
    .select(unitColumns)
    .where("unit.area_code", "=", area)
    .where("unit.kind", "=", "countyCommittee")
    .orderBy("unit.path")
    .limit(1)
    .executeTakeFirst();

/** The units that are compared with each other, in the order of the tree. */
export const listGroup = (
  tx: Tx,
  area: string,
  rootPath: string,
  unitKinds: readonly string[],
): Promise<GroupUnit[]> =>
  tables(tx)
    .selectFrom("organizations.read_unit as unit")
    .select(unitColumns)
    .where("unit.area_code", "=", area)
    .where(sql<boolean>`unit.kind = ANY (${[...unitKinds]}::text[])`)
    .where(sql<boolean>`unit.path <@ ${rootPath}::ltree`)
    .orderBy("unit.official_code")
    .orderBy("unit.id")
    .execute();

export const listUnits = (tx: Tx, area: string, unitIds: readonly string[]): Promise<GroupUnit[]> =>
  tables(tx)
    .selectFrom("organizations.read_unit as unit")
    .select(unitColumns)
    .where("unit.area_code", "=", area)
    .where("unit.id", "=", sql<string>`ANY (${[...unitIds]}::uuid[])`)
    .execute();

/** Ten columns at most each, well under the protocol's 65,535 parameters. */
const rowsPerInsert = 1_000;

export async function insertRun(
  tx: Tx,
  run: RunRow,
  results: readonly ResultRow[],
  scores: readonly IndicatorScoreRow[],
): Promise<void> {
  await tables(tx).insertInto("assessments.run").values(run).execute();
  for (let from = 0; from < results.length; from += rowsPerInsert) {
    await tables(tx)
      .insertInto("assessments.result")
      .values(results.slice(from, from + rowsPerInsert))
      .execute();
  }
  for (let from = 0; from < scores.length; from += rowsPerInsert) {
    await tables(tx)
      .insertInto("assessments.indicator_score")
      .values(scores.slice(from, from + rowsPerInsert))
      .execute();
  }
}

const runColumns = [
  "run.area_code",
  "run.id",
  "run.owner_unit_id",
  "run.scheme_code",
  "run.scheme_version",
  "run.scheme",
  "run.title",
  "run.group_name",
  "run.period_from",
  "run.cutoff",
  "run.frozen_at",
  "run.frozen_by_name",
  "run.input_digest",
] as const;

export const findRunRow = (tx: Tx, area: string, runId: string): Promise<RunRow | undefined> =>
  tables(tx)
    .selectFrom("assessments.run as run")
    .select(runColumns)
    .where("run.area_code", "=", area)
    .where("run.id", "=", runId)
    .executeTakeFirst();

/** Of two who freeze at once the second waits and then finds what the first froze; until the transaction ends. */
export const lockFreezing = (tx: Tx, area: string) =>
  sql`SELECT pg_advisory_xact_lock(hashtextextended(${`assessments.freeze ${area}`}, 0))`.execute(tx);

export const findRunByDigest = (tx: Tx, area: string, ownerUnitId: string, digest: string) =>
  tables(tx)
    .selectFrom("assessments.run as run")
    .select(["run.id", "run.title"])
    .where("run.area_code", "=", area)
    .where("run.owner_unit_id", "=", ownerUnitId)
    .where("run.input_digest", "=", digest)
    .orderBy("run.id")
    .limit(1)
    .executeTakeFirst();

/**
 * The last run that was frozen for exactly this period: what was announced last is what counts. With `frozenBefore`
 * only those frozen before that run, ids being made in the order of time: what a frozen page says stays as it was.
 */
export const findRunOfPeriod = (
  tx: Tx,
  run: Pick<RunRow, "area_code" | "owner_unit_id" | "scheme_code" | "period_from" | "cutoff">,
  frozenBefore: string | null,
) =>
  tables(tx)
    .selectFrom("assessments.run as run")
    .select("run.id")
    .where("run.area_code", "=", run.area_code)
    .where("run.owner_unit_id", "=", run.owner_unit_id)
    .where("run.scheme_code", "=", run.scheme_code)
    .where("run.period_from", "=", run.period_from)
    .where("run.cutoff", "=", run.cutoff)
    .$if(frozenBefore !== null, (query) => query.where("run.id", "<", frozenBefore ?? ""))
    .orderBy("run.id", "desc")
    .limit(1)
    .executeTakeFirst();

export const pageSize = 50;

/**
 * Runs that have a unit of the scope in them, the latest first; ids are made in the order of time. One more than a
 * page tells whether more follow.
 */
export const listRunRows = (tx: Tx, area: string, scope: Scope, after: string | null): Promise<RunRow[]> =>
  tables(tx)
    .selectFrom("assessments.run as run")
    .select(runColumns)
    .where("run.area_code", "=", area)
    .where((where) =>
      where.exists(
        where
          .selectFrom("assessments.result as result")
          .innerJoin("organizations.read_unit as unit", (join) =>
            join.onRef("unit.area_code", "=", "result.area_code").onRef("unit.id", "=", "result.unit_id"),
          )
          .select("result.unit_id")
          .whereRef("result.area_code", "=", "run.area_code")
          .whereRef("result.run_id", "=", "run.id")
          .where(withinScope(scope, { id: "unit.id", path: "unit.path", systemPath: "unit.system_path" })),
      ),
    )
    .$if(after !== null, (query) => query.where("run.id", "<", after ?? ""))
    .orderBy("run.id", "desc")
    .limit(pageSize + 1)
    .execute();

export const listResultRows = (tx: Tx, area: string, runId: string): Promise<ResultRow[]> =>
  tables(tx)
    .selectFrom("assessments.result as result")
    .select(["result.area_code", "result.run_id", "result.unit_id", "result.unit_name", "result.ordinal"])
    .select(["result.total", "result.rank", "result.gap_to_first"])
    .where("result.area_code", "=", area)
    .where("result.run_id", "=", runId)
    .orderBy("result.ordinal")
    .execute();

export const listIndicatorScoreRows = (tx: Tx, area: string, runId: string): Promise<IndicatorScoreRow[]> =>
  tables(tx)
    .selectFrom("assessments.indicator_score as score")
    .select(["score.area_code", "score.run_id", "score.unit_id", "score.measure"])
    .select(["score.numerator", "score.denominator", "score.score", "score.rank", "score.lost"])
    .where("score.area_code", "=", area)
    .where("score.run_id", "=", runId)
    .orderBy("score.unit_id")
    .orderBy("score.measure")
    .execute();
