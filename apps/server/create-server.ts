import { randomBytes } from "node:crypto";
import { resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { FastifyInstance } from "fastify";
import type pg from "pg";
import { createSecretBox, keyRingOf } from "#platform/crypto/index.ts";
import { type Database, inTerritory, openQueries } from "#platform/database/index.ts";
import { createHttpServer, type HttpServices, type Installation, openTrail } from "#platform/http/index.ts";
import { openLocalStorage } from "#platform/storage/index.ts";
import { findActor } from "#rooms/access/server/index.ts";
import { recordAudit } from "#rooms/audit/server/index.ts";
import { loadCalendar } from "./calendar.ts";
import { endpoints } from "./endpoints.ts";
import { servePages } from "./serve-pages.ts";
import { programFolder } from "./settings.ts";

export interface ServerParts {
  readonly pool: pg.Pool;
  readonly filesFolder: string;
  readonly clock?: () => Date;
  readonly requestsPerMinute?: number;
  readonly logLevel?: string;
  readonly pagesFolder?: string;
  /** Told of every area in which audit records were committed. */
  readonly recordsLeft?: (areaCode: string) => void;
  /** What is left out is as on a machine used by itself, and secrets are sealed for as long as the process lives. */
  readonly installation?: Partial<Installation>;
}

/** The whole application on one database: used by `npm start`, by tests and by benchmarks alike. */
export async function createServer(parts: ServerParts): Promise<FastifyInstance> {
  const database: Database = openQueries(parts.pool);
  const calendar = await loadCalendar(database);
  const clock = parts.clock ?? (() => new Date());
  const server = await createHttpServer(
    {
      database,
      storage: openLocalStorage(parts.filesFolder),
      calendar: () => calendar,
      clock,
      installation: describeInstallation(parts.installation ?? {}),
      findActor: (token) => findActor(database, token, clock()),
      ...auditServices(database, clock, parts.recordsLeft ?? (() => {})),
    },
    endpoints,
    {
      version: "0.1.0",
      requestsPerMinute: parts.requestsPerMinute ?? 1_200,
      logLevel: parts.logLevel ?? "warn",
    },
  );
  addHealthChecks(server, parts.pool);
  await servePages(server, parts.pagesFolder ?? resolve(programFolder, ".build/web"));
  return server;
}

function auditServices(
  database: Database,
  clock: () => Date,
  recordsLeft: (areaCode: string) => void,
): Pick<HttpServices, "recordRefusal" | "recordsLeft"> {
  return {
    recordsLeft,
    recordRefusal: async (actor, { requestId, remoteAddress, routeId, params, code }) => {
      const origin = { actor, now: clock(), requestId, remoteAddress, trail: openTrail() };
      const after = { code, ...(typeof params === "object" && params) };
      await inTerritory(database, actor.areaCode, (tx) =>
        recordAudit(tx, origin, {
          action: routeId,
          subjectKind: "route",
          subjectId: routeId,
          after,
          result: "refused",
        }),
      );
      recordsLeft(actor.areaCode);
    },
  };
}
const describeInstallation = (parts: Partial<Installation>): Installation => ({
  origin: null,
  secretBox: parts.secretBox ?? createSecretBox(keyRingOf(randomBytes(32))),
  personalKeys: keyRingOf(randomBytes(32)),
  identityProvider: null,
  wait: sleep,
  ...parts,
});

function addHealthChecks(server: FastifyInstance, pool: pg.Pool): void {
  server.get("/api/health/live", { schema: { hide: true } }, async () => ({ alive: true }));
  server.get("/api/health/ready", { schema: { hide: true } }, async (_request, reply) => {
    try {
      await pool.query("SELECT 1");
      return { ready: true };
    } catch {
      return reply.status(503).send({ ready: false });
    }
  });
}
