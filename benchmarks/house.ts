import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import {
  type Database,
  describeDatabaseProblem,
  openDatabase,
  openQueries,
  withClient,
} from "#platform/database/index.ts";
import { dayInChina } from "#platform/kernel/plain-date.ts";
import { sampleAreaCode } from "#samples/county/index.ts";
import { loadDemo } from "../apps/cli/load-demo.ts";
import { createServer } from "../apps/server/create-server.ts";

/** The whole house on a fresh embedded database, listening as it does for people. */
export interface BenchmarkHouse {
  readonly address: string;
  readonly cookie: string;
  readonly database: Database;
  readonly areaCode: string;
  /** Of every account. */
  readonly password: string;
  /** Fresh statistics after a bulk load, as autovacuum would make them. */
  analyze(): Promise<void>;
  close(): Promise<void>;
}

const password = "benchmark password";

export async function openBenchmarkHouse(loginName: string, size: "demo" | "small"): Promise<BenchmarkHouse> {
  const folder = mkdtempSync(join(tmpdir(), "panshi-bench-"));
  const opened = await openDatabase({
    url: undefined,
    applicationUrl: undefined,
    dataDirectory: join(folder, "data"),
    migrationsDirectory: resolve(import.meta.dirname, "../database/migrations"),
    log: () => {},
  });
  if (!opened.ok) throw new Error(describeDatabaseProblem(opened.problem));
  const database: Database = openQueries(opened.value.pool);
  const now = new Date();
  const loaded = await loadDemo(opened.value.owner, database, {
    password,
    now,
    today: dayInChina(now),
    size,
  });
  if (!loaded.ok) throw new Error(loaded.problem.code);
  const server = await createServer({
    pool: opened.value.pool,
    filesFolder: join(folder, "files"),
    requestsPerMinute: 10_000_000,
    logLevel: "silent",
  });
  const address = await server.listen({ port: 0, host: "127.0.0.1" });
  const signedIn = await fetch(`${address}/api/v1/session`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ areaCode: sampleAreaCode, loginName, password }),
  });
  const cookie = (signedIn.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  return {
    address,
    cookie,
    database,
    areaCode: sampleAreaCode,
    password,
    analyze: () => withClient(opened.value.owner, async (owner) => void (await owner.query("ANALYZE"))),
    close: async () => {
      await server.close();
      await opened.value.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
