import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import { columnTypes } from "./column-types.ts";

/** A host that begins with "/" is a socket directory. */
export type Address = { host: string; port: number; database: string; user: string; password: string };

/** Where a database is and as whom to enter it. */
export type Connection = Address | { url: string };

export type PoolOptions = { maxConnections?: number; applicationName?: string };

/** Settings for every pg client of ours: types, name, and the zone in which the rules count days. */
function configureClient(connection: Connection, applicationName = "panshi"): pg.ClientConfig {
  const place = "url" in connection ? { connectionString: connection.url } : connection;
  return {
    ...place,
    types: columnTypes,
    application_name: applicationName,
    options: "-c TimeZone=Asia/Shanghai",
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  };
}

export function openPool(connection: Connection, options: PoolOptions = {}): pg.Pool {
  const pool = new pg.Pool({
    ...configureClient(connection, options.applicationName),
    max: options.maxConnections ?? 10,
    idleTimeoutMillis: 30_000,
  });
  // An idle connection that breaks (server restarted) is replaced on next use; unheard, the event would
  // end the process.
  pool.on("error", () => {});
  return pool;
}

export const openQueries = <Tables>(pool: pg.Pool): Kysely<Tables> =>
  new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });

/** Opens one client for the length of `use`. */
export async function withClient<Value>(
  connection: Connection,
  use: (client: pg.Client) => Promise<Value>,
): Promise<Value> {
  const client = new pg.Client(configureClient(connection));
  client.on("error", () => {});
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}
