import pg from "pg";
import { fail, type Result, succeed } from "#platform/kernel/result.ts";
import { type MigrationFile, readMigrations } from "./migration-files.ts";
import type { MigrationProblem } from "./problems.ts";
import { lineAt, type Statement, splitStatements } from "./split-statements.ts";

export type MigrationOptions = { directory: string; applicationRole: string };
export type MigrationOutcome = { applied: string[]; total: number };
type Applied = { number: number; name: string; checksum: string };

/** Any fixed number: the one lock that all migrators of one database queue for. */
const advisoryLock = 7_042_158_001;

/**
 * Brings a database up to the newest migration, as its owner. Each file is one transaction; servers that
 * start together queue. What was applied must still be there, unchanged, and nothing newer than the code.
 */
export async function migrate(
  owner: pg.Client,
  options: MigrationOptions,
): Promise<Result<MigrationOutcome, MigrationProblem>> {
  const read = await readMigrations(options.directory);
  if (!read.ok) return read;
  await owner.query("SELECT pg_advisory_lock($1)", [advisoryLock]);
  try {
    await prepare(owner);
    const applied = (await owner.query<Applied>(listApplied)).rows;
    const pending = selectPending(read.value, applied);
    if (!pending.ok) return pending;
    for (const file of pending.value) {
      const problem = await apply(owner, file, options.applicationRole);
      if (problem) return fail(problem);
    }
    await adoptApplicationRole(owner, options.applicationRole);
    return succeed({ applied: pending.value.map((file) => file.name), total: read.value.length });
  } finally {
    await owner.query("SELECT pg_advisory_unlock($1)", [advisoryLock]);
  }
}

const listApplied = "SELECT number, name, checksum FROM app.migration ORDER BY number";

async function prepare(owner: pg.Client): Promise<void> {
  const { rowCount } = await owner.query(
    "SELECT FROM pg_tables WHERE schemaname = 'app' AND tablename = 'application_role'",
  );
  if (rowCount) return;
  await owner.query(`
    CREATE SCHEMA IF NOT EXISTS app;
    CREATE TABLE IF NOT EXISTS app.migration (
      number integer CONSTRAINT migration_pk PRIMARY KEY,
      name text NOT NULL,
      checksum text NOT NULL,
      applied_at timestamptz NOT NULL DEFAULT now()
    );
    CREATE TABLE IF NOT EXISTS app.application_role (
      only_row boolean CONSTRAINT application_role_pk PRIMARY KEY CONSTRAINT only_one_row CHECK (only_row),
      name text NOT NULL
    )`);
}

/** Pure: which files are still to be applied, or why the files and the database do not fit together. */
function selectPending(
  files: readonly MigrationFile[],
  applied: readonly Applied[],
): Result<MigrationFile[], MigrationProblem> {
  const newestFile = files.at(-1)?.number ?? 0;
  for (const row of applied) {
    const file = files.find((candidate) => candidate.number === row.number);
    if (!file && row.number > newestFile) return fail({ code: "database-newer", name: row.name });
    if (!file) return fail({ code: "migration-missing", name: row.name });
    if (file.checksum !== row.checksum || file.name !== row.name) {
      return fail({ code: "migration-changed", name: file.name });
    }
  }
  const newestApplied = applied.at(-1)?.number ?? 0;
  const pending = files.filter((file) => !applied.some((row) => row.number === file.number));
  const late = pending.find((file) => file.number < newestApplied);
  return late ? fail({ code: "migration-out-of-order", name: late.name }) : succeed(pending);
}

async function apply(owner: pg.Client, file: MigrationFile, role: string): Promise<MigrationProblem | null> {
  await owner.query("BEGIN");
  let current: Statement | null = null;
  try {
    await owner.query("SET LOCAL citus.multi_shard_modify_mode = 'sequential'");
    await owner.query("SET LOCAL citus.enable_local_reference_table_foreign_keys = off");
    await owner.query("SELECT set_config('app.application_role', $1, true)", [role]);
    for (const statement of splitStatements(file.sql)) {
      current = statement;
      await owner.query(statement.text);
    }
    current = null;
    await owner.query("INSERT INTO app.migration (number, name, checksum) VALUES ($1, $2, $3)", [
      file.number,
      file.name,
      file.checksum,
    ]);
    await owner.query("COMMIT");
    return null;
  } catch (error) {
    await owner.query("ROLLBACK").catch(() => {});
    if (!(error instanceof pg.DatabaseError) || !current) throw error;
    return { code: "migration-failed", name: file.name, ...locate(error, current) };
  }
}

function locate(error: pg.DatabaseError, statement: Statement): { line: number; message: string } {
  const offset = error.position ? Number(error.position) - 1 : 0;
  const detail = error.where ? `${error.message}（${error.where.split("\n")[0]}）` : error.message;
  return { line: statement.line + lineAt(statement.text, offset) - 1, message: detail };
}

/**
 * Remembers whom the grants were made to. When the application role has another name than last time
 * (DATABASE_APP_URL was added, a database was restored elsewhere), every grant moves to the new one.
 */
async function adoptApplicationRole(owner: pg.Client, role: string): Promise<void> {
  const { rows } = await owner.query<{ name: string }>("SELECT name FROM app.application_role");
  const before = rows[0]?.name;
  if (before === role) return;
  await owner.query("BEGIN");
  try {
    if (before !== undefined) await moveGrants(owner, before, role);
    await owner.query(
      `INSERT INTO app.application_role (only_row, name) VALUES (true, $1)
       ON CONFLICT (only_row) DO UPDATE SET name = excluded.name`,
      [role],
    );
    await owner.query("COMMIT");
  } catch (error) {
    await owner.query("ROLLBACK").catch(() => {});
    throw error;
  }
}

const listGrants = `
  SELECT format('%s ON SCHEMA %I', granted.privilege_type, namespace.nspname) AS privilege
  FROM pg_namespace AS namespace, aclexplode(namespace.nspacl) AS granted
  WHERE granted.grantee = to_regrole(quote_ident($1))
  UNION ALL
  SELECT format('%s ON %s', granted.privilege_type, class.oid::regclass)
  FROM pg_class AS class, aclexplode(class.relacl) AS granted
  WHERE granted.grantee = to_regrole(quote_ident($1)) AND class.relkind IN ('r', 'p', 'v', 'm')`;

async function moveGrants(owner: pg.Client, before: string, after: string): Promise<void> {
  const { rows } = await owner.query<{ privilege: string }>(listGrants, [before]);
  for (const { privilege } of rows) {
    await owner.query(`GRANT ${privilege} TO ${pg.escapeIdentifier(after)}`);
    await owner.query(`REVOKE ${privilege} FROM ${pg.escapeIdentifier(before)}`);
  }
}
