import type pg from "pg";
import { fail, type Result, succeed } from "#platform/kernel/result.ts";
import { checkApplicationRole, findApplicationConnection } from "./application-role.ts";
import { type Connection, openPool, withClient } from "./connection.ts";
import { prepareDataDirectory } from "./embedded/data-directory.ts";
import { startEmbedded } from "./embedded/start.ts";
import { type MigrationOutcome, migrate } from "./migrate.ts";
import type { DatabaseProblem } from "./problems.ts";
import { checkServer } from "./server-check.ts";

export type DatabaseOptions = {
  /** Owner and migrator of an external database; undefined or empty: the embedded one. */
  url: string | undefined;
  /** The application's own role there, when the owner may not create it. */
  applicationUrl: string | undefined;
  dataDirectory: string;
  migrationsDirectory: string;
  log: (line: string) => void;
  maxConnections?: number;
};

/** A migrated database, open for work. */
export type OpenDatabase = {
  /** As the application: nothing is its own, and it sees what a transaction's territory shows. */
  pool: pg.Pool;
  application: Connection;
  /** For what only the owner may do: reference tables, the job queue's schema. */
  owner: Connection;
  kind: "embedded" | "external";
  migrations: MigrationOutcome;
  /** Fulfilled when the embedded PostgreSQL is gone, asked or not; never for an external one. */
  exited: Promise<void>;
  close(): Promise<void>;
};

type Place = {
  owner: Connection;
  application: (owner: pg.Client) => Promise<Result<Connection, DatabaseProblem>>;
};

/** Starts or reaches the database, checks it, migrates it, and opens a pool as the application. */
export async function openDatabase(options: DatabaseOptions): Promise<Result<OpenDatabase, DatabaseProblem>> {
  const { url } = options;
  if (url) {
    // The files of evidence and documents lie there whoever keeps the database.
    const directory = prepareDataDirectory(options.dataDirectory);
    if (!directory.ok) return directory;
    const application = (owner: pg.Client) => findApplicationConnection(owner, url, options.applicationUrl);
    return openAt({ owner: { url }, application }, options, { stop: async () => {}, exited: never });
  }
  const embedded = await startEmbedded(options);
  if (!embedded.ok) return embedded;
  const { owner, application } = embedded.value;
  return openAt({ owner, application: async () => succeed(application) }, options, embedded.value);
}

const never = new Promise<void>(() => {});

async function openAt(
  place: Place,
  options: DatabaseOptions,
  server: { stop(): Promise<void>; exited: Promise<void> },
): Promise<Result<OpenDatabase, DatabaseProblem>> {
  const ready = await readyDatabase(place, options.migrationsDirectory).catch(readConnectionProblem);
  if (!ready.ok) {
    await server.stop();
    return ready;
  }
  const { application, migrations } = ready.value;
  const pool = openPool(application, { maxConnections: options.maxConnections ?? 20 });
  return succeed({
    pool,
    application,
    owner: place.owner,
    kind: options.url ? "external" : "embedded",
    migrations,
    exited: server.exited,
    close: async () => {
      await pool.end();
      await server.stop();
    },
  });
}

type Ready = { application: Connection; migrations: MigrationOutcome };

async function readyDatabase(place: Place, directory: string): Promise<Result<Ready, DatabaseProblem>> {
  return withClient(place.owner, async (owner): Promise<Result<Ready, DatabaseProblem>> => {
    const problem = await checkServer(owner);
    if (problem) return fail(problem);
    const application = await place.application(owner);
    if (!application.ok) return application;
    const ownerRole = owner.user ?? "";
    const role = await withClient(application.value, (client) => checkApplicationRole(client, ownerRole));
    if (!role.ok) return role;
    const migrations = await migrate(owner, { directory, applicationRole: role.value });
    return migrations.ok
      ? succeed({ application: application.value, migrations: migrations.value })
      : migrations;
  });
}

/** A server that cannot be reached or entered is a problem of the place, any other exception is a bug. */
function readConnectionProblem(error: unknown): Result<never, DatabaseProblem> {
  const { code = "", message } = error as NodeJS.ErrnoException;
  const isConnection =
    /^(ECONN|ENOTFOUND|EAI_|ETIMEDOUT|EHOST|ENETUNREACH|ERR_INVALID_URL|28|3D000|53|57P)/.test(code);
  if (!isConnection && !/timeout|SASL|terminated/.test(message)) throw error;
  return fail({ code: "database-unreachable", reason: message || code });
}
