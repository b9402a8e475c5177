import { randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type Address, withClient } from "./connection.ts";
import { stopLeftover } from "./embedded/leftover.ts";
import { lockDataDirectory } from "./embedded/lock.ts";
import { throwawaySettings } from "./embedded/settings.ts";
import { startEmbedded } from "./embedded/start.ts";
import { migrate } from "./migrate.ts";
import { describeDatabaseProblem } from "./problems.ts";

/** What tests/postgres.ts hands to every test file: one server with one migrated template. */
export type TestServer = { administrator: Address; owner: Address; application: Address; template: string };

export const migrationsDirectory = resolve(import.meta.dirname, "../../database/migrations");

export type RunningTestServer = { server: TestServer; stop(): Promise<void> };

const folderPrefix = "panshi-test-";

/** The run's own PostgreSQL: nothing in it outlives the run, so it need not be safe from a crash. */
export async function startTestServer(binDirectory?: string): Promise<RunningTestServer> {
  await removeLeftovers();
  const dataDirectory = mkdtempSync(join(tmpdir(), folderPrefix));
  const started = await startEmbedded({
    dataDirectory,
    log: () => {},
    settings: throwawaySettings,
    database: "panshi_template",
    ...(binDirectory ? { binDirectory } : {}),
  });
  if (!started.ok) throw new Error(describeDatabaseProblem(started.problem));
  const { administrator, owner, application, stop } = started.value;
  const server = { administrator, owner, application, template: "panshi_template" };
  const end = async () => {
    await stop();
    rmSync(dataDirectory, { recursive: true, force: true });
  };
  await migrateTemplate(server).catch(async (error: unknown) => {
    await end();
    throw error;
  });
  return { server, stop: end };
}

/** Prepares a server that is given (TEST_DATABASE_URL, an administrator's) with roles and a template. */
export async function borrowTestServer(url: string): Promise<RunningTestServer> {
  const run = randomBytes(4).toString("hex");
  const template = `panshi_template_${run}`;
  const password = randomBytes(16).toString("hex");
  const roles = [`panshi_owner_${run}`, `panshi_app_${run}`] as const;
  const administrator = readAddress(url);
  await withClient(administrator, async (client) => {
    for (const role of roles) await client.query(`CREATE ROLE ${role} LOGIN PASSWORD '${password}'`);
    await client.query(`GRANT ${roles[0]} TO CURRENT_USER`);
    await client.query(`CREATE DATABASE ${template} OWNER ${roles[0]}`);
  });
  const place = { ...administrator, database: template, password };
  const server = {
    administrator,
    owner: { ...place, user: roles[0] },
    application: { ...place, user: roles[1] },
    template,
  };
  const stop = () =>
    withClient(administrator, async (client) => {
      await client.query(`DROP DATABASE IF EXISTS ${template} WITH (FORCE)`);
      for (const role of roles) await client.query(`DROP ROLE ${role}`);
    });
  await migrateTemplate(server).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return { server, stop };
}

function readAddress(text: string): Address {
  const url = new URL(text);
  return {
    host: url.hostname,
    port: Number(url.port || 5432),
    database: url.pathname.slice(1),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
  };
}

async function migrateTemplate({ owner, application, template }: TestServer): Promise<void> {
  const migrated = await withClient({ ...owner, database: template }, (client) =>
    migrate(client, { directory: migrationsDirectory, applicationRole: application.user }),
  );
  if (!migrated.ok) throw new Error(describeDatabaseProblem(migrated.problem));
}

/** A run that was killed leaves its server behind: ends those whose run is gone, and takes their folders away. */
async function removeLeftovers(): Promise<void> {
  const mine = readdirSync(tmpdir()).filter((name) => name.startsWith(folderPrefix));
  for (const name of mine) {
    const folder = join(tmpdir(), name);
    const locked = tryLock(folder);
    if (!locked) continue;
    await stopLeftover(join(folder, "postgres"), () => {});
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Whether the folder was nobody's: a run's own folder of a moment ago may not have its lock yet. */
function tryLock(folder: string): boolean {
  try {
    if (Date.now() - statSync(folder).ctimeMs < 60_000) return false;
    return lockDataDirectory(folder).ok;
  } catch {
    return false;
  }
}
