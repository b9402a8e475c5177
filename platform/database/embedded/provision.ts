import pg from "pg";
import { type Connection, withClient } from "../connection.ts";
import type { Secret } from "./secret.ts";

export const ownerRole = "panshi_owner";
export const applicationRole = "panshi_app";

/**
 * Makes the two roles and the database where they are missing; does each step again that an interrupted
 * first start left out.
 */
export async function provision(admin: Connection, database: string, secret: Secret): Promise<void> {
  await withClient(admin, async (client) => {
    await createRole(client, ownerRole, secret.owner);
    await createRole(client, applicationRole, secret.application);
    const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = $1", [database]);
    if (rowCount === 0) await createDatabase(client, database);
  });
}

async function createRole(client: pg.Client, role: string, password: string): Promise<void> {
  const { rowCount } = await client.query("SELECT FROM pg_roles WHERE rolname = $1", [role]);
  if (rowCount) return;
  await client.query(`CREATE ROLE ${role} LOGIN PASSWORD ${pg.escapeLiteral(password)}`);
}

async function createDatabase(client: pg.Client, database: string): Promise<void> {
  const name = pg.escapeIdentifier(database);
  await client.query(`CREATE DATABASE ${name} OWNER ${ownerRole}`);
  await client.query(`REVOKE ALL ON DATABASE ${name} FROM PUBLIC`);
  await client.query(`GRANT CONNECT, TEMPORARY ON DATABASE ${name} TO ${applicationRole}`);
}
