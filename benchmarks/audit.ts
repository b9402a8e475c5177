import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { sql } from "kysely";
import { v7 as newId } from "uuid";
import {
  type Database,
  describeDatabaseProblem,
  inTerritory,
  openDatabase,
  openQueries,
  withClient,
} from "#platform/database/index.ts";
import { openTrail } from "#platform/http/index.ts";
import { recordAuditUnposted, sealArea, startSealer, verifyArea } from "#rooms/audit/server/index.ts";
import type { Benchmark, BenchmarkResult } from "./result.ts";

const area = "990121";
const writers = 8;
const roundMs = 5_000;
const rounds = 4;
const bulk = 200_000;

/** A durable embedded database with one county and nothing in it. */
async function withDatabase<Value>(work: (database: Database) => Promise<Value>): Promise<Value> {
  const folder = mkdtempSync(join(tmpdir(), "panshi-bench-"));
  const opened = await openDatabase({
    url: undefined,
    applicationUrl: undefined,
    dataDirectory: join(folder, "data"),
    migrationsDirectory: resolve(import.meta.dirname, "../database/migrations"),
    log: () => {},
  });
  if (!opened.ok) throw new Error(describeDatabaseProblem(opened.problem));
  try {
    await withClient(opened.value.owner, (owner) =>
      owner.query("INSERT INTO app.area (code, name, demo) VALUES ($1, '试验县', false)", [area]),
    );
    return await work(openQueries(opened.value.pool));
  } finally {
    await opened.value.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The least that any act does: one transaction in the territory with its record. */
async function writeOne(database: Database, told: (areaCode: string) => void): Promise<void> {
  await inTerritory(database, area, (tx) =>
    recordAuditUnposted(
      tx,
      { areaCode: area, accountId: newId(), personId: newId(), personName: "某人" },
      { now: new Date(), requestId: newId(), remoteAddress: "10.0.0.1", trail: openTrail() },
      {
        action: "task.accept",
        subjectKind: "task",
        subjectId: newId(),
        subjectTitle: "每季度至少召开一次党建工作领导小组会议",
        before: { status: "submitted", dueDate: "2026-12-31" },
        after: { status: "closed", dueDate: "2026-12-31" },
      },
    ),
  );
  told(area);
}

/** Transactions a second by all writers together over one round. */
async function measureRound(database: Database, told: (areaCode: string) => void): Promise<number> {
  const until = performance.now() + roundMs;
  let written = 0;
  await Promise.all(
    Array.from({ length: writers }, async () => {
      while (performance.now() < until) {
        await writeOne(database, told);
        written += 1;
      }
    }),
  );
  return written / (roundMs / 1000);
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

async function runWrite(): Promise<BenchmarkResult[]> {
  return withDatabase(async (database) => {
    const [chained, plain, drainMs]: [number[], number[], number[]] = [[], [], []];
    await measureRound(database, () => {});
    await sealArea(database, area, new Date());
    for (let round = 0; round < rounds; round += 1) {
      const sealer = startSealer({
        database,
        clock: () => new Date(),
        announce: () => {},
        warn: (line) => void process.stderr.write(`${line}\n`),
      });
      chained.push(await measureRound(database, sealer.recordsLeft));
      const endedAt = performance.now();
      await sealer.stop();
      drainMs.push(performance.now() - endedAt);
      plain.push(await measureRound(database, () => {}));
      // What the round without the sealer left is not to burden the next one.
      await sealArea(database, area, new Date());
    }
    const size = { writers, rounds, seconds: roundMs / 1000 };
    const [value, without] = [mean(chained), mean(plain)];
    return [
      {
        name: "audit.write",
        size,
        value: Math.round(value),
        unit: "records/s",
        statistic: "total",
        target: 0.9,
        better: "higher",
        against: {
          name: "without the sealer",
          value: Math.round(without),
          ratio: Number((value / without).toFixed(3)),
        },
      },
      {
        name: "audit.seal.drain",
        size,
        value: Math.round(Math.max(...drainMs)),
        unit: "ms",
        statistic: "p99",
        target: 1000,
        better: "lower",
        against: null,
      },
    ];
  });
}

async function runVerify(): Promise<BenchmarkResult[]> {
  return withDatabase(async (database) => {
    await inTerritory(database, area, (tx) =>
      sql`INSERT INTO audit.record (area_code, id, at, account_id, person_name, post_title, action, subject_kind,
          subject_id, before, after, result, request_id, remote_address)
        SELECT ${area}, gen_random_uuid(), now(), gen_random_uuid(), '某人', '组织委员', 'task.accept', 'task',
          gen_random_uuid()::text, '{"status":"submitted"}', '{"status":"closed"}', 'done',
          gen_random_uuid()::text, '10.0.0.1'
        FROM generate_series(1, ${bulk})`.execute(tx),
    );
    const perSecond = async (work: () => Promise<number>): Promise<number> => {
      const startedAt = performance.now();
      const done = await work();
      return Math.round(done / ((performance.now() - startedAt) / 1000));
    };
    const sealed = await perSecond(() => sealArea(database, area, new Date()));
    const verified = await perSecond(async () => {
      const { checked, fault } = await verifyArea(database, area);
      if (fault || checked !== bulk) throw new Error(`verified ${checked}, ${fault?.code ?? "sound"}`);
      return checked;
    });
    const result = (name: string, value: number): BenchmarkResult => ({
      name,
      size: { records: bulk },
      value,
      unit: "records/s",
      statistic: "total",
      target: null,
      better: "higher",
      against: null,
    });
    return [result("audit.seal", sealed), result("audit.verify", verified)];
  });
}

export const benchmarks: Benchmark[] = [
  { name: "audit.write", run: runWrite },
  { name: "audit.verify", run: runVerify },
];
