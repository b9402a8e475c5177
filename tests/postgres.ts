import type { TestProject } from "vitest/node";
import { borrowTestServer, startTestServer } from "#platform/database/test-server.ts";

/** One real PostgreSQL for the whole run: the embedded one, or the server of TEST_DATABASE_URL. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const url = process.env["TEST_DATABASE_URL"];
  const running = url ? await borrowTestServer(url) : await startTestServer();
  project.provide("postgres", running.server);
  return running.stop;
}
