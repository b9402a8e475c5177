import { randomBytes } from "node:crypto";
import type pg from "pg";
import { inject } from "vitest";
import { type Address, openPool, withClient } from "./connection.ts";
import type { TestServer } from "./test-server.ts";

declare module "vitest" {
  export interface ProvidedContext {
    postgres: TestServer;
  }
}

export type TestDatabase = {
  owner: Address;
  application: Address;
  /** As the application. */
  pool: pg.Pool;
  drop(): Promise<void>;
};

/** A database of its own for one test file, copied from the migrated template in a few milliseconds. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = inject("postgres");
  const database = `test_${randomBytes(6).toString("hex")}`;
  await withClient(server.administrator, async (client) => {
    await client.query(`CREATE DATABASE ${database} TEMPLATE ${server.template} OWNER ${server.owner.user}`);
  });
  const application = { ...server.application, database };
  const pool = openPool(application, { maxConnections: 5 });
  return {
    owner: { ...server.owner, database },
    application,
    pool,
    drop: async () => {
      await pool.end();
      await withClient(server.administrator, (client) =>
        client.query(`DROP DATABASE ${database} WITH (FORCE)`),
      );
    },
  };
}
