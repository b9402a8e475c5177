import { argon2, createHash, randomBytes } from "node:crypto";
import { promisify } from "node:util";
import { sql } from "kysely";
import { inTerritory } from "#platform/database/index.ts";
import { findActor } from "#rooms/access/server/index.ts";
import { type BenchmarkHouse, openBenchmarkHouse } from "./house.ts";
import { type Benchmark, type BenchmarkResult, quantile } from "./result.ts";

const people = [
  "zzb.zuzhike",
  "zzb.buzhang",
  "liushu.shuji",
  "liushu.zuzhi",
  "liushu.ganshi",
  "shiqiao.shuji",
];
const atOnce = 8;
const signIns = 200;

/** Everybody arrives at half past eight: some at once, each with his own password, over HTTP. */
async function measureSignIns(house: BenchmarkHouse): Promise<number> {
  let next = 0;
  const arrive = async (): Promise<void> => {
    for (let mine = next++; mine < signIns; mine = next++) {
      const loginName = people[mine % people.length];
      const answer = await fetch(`${house.address}/api/v1/session`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ areaCode: house.areaCode, loginName, password: house.password }),
      });
      if (answer.status !== 200) throw new Error(`${loginName}: ${await answer.text()}`);
    }
  };
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: atOnce }, arrive));
  return signIns / ((performance.now() - startedAt) / 1000);
}

const derive = promisify(argon2) as (algorithm: string, parameters: object) => Promise<Buffer>;

/** The plain alternative: the hash alone, two at once as the house allows itself. No sign-in can be cheaper. */
async function measureHashes(): Promise<number> {
  const cost = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 };
  let next = 0;
  const compute = async (): Promise<void> => {
    for (; next < signIns; next += 1)
      await derive("argon2id", { message: "a password", nonce: randomBytes(16), ...cost });
  };
  const startedAt = performance.now();
  await Promise.all([compute(), compute()]);
  return signIns / ((performance.now() - startedAt) / 1000);
}

async function run(): Promise<BenchmarkResult[]> {
  const house = await openBenchmarkHouse("zzb.zuzhike", "small");
  try {
    await measureSignIns(house);
    const value = await measureSignIns(house);
    const against = await measureHashes();
    return [
      {
        name: "access.sign-in",
        size: { signIns, atOnce },
        value: Number(value.toFixed(1)),
        unit: "sign-ins/s",
        statistic: "total",
        target: null,
        better: "higher",
        against: {
          name: "argon2id alone",
          value: Number(against.toFixed(1)),
          ratio: Number((value / against).toFixed(2)),
        },
      },
    ];
  } finally {
    await house.close();
  }
}

const checks = 4_000;

/** The plain alternative: whose session it is, and nothing about what he may do. */
const findSessionAlone = (house: BenchmarkHouse, digest: Buffer) =>
  inTerritory(house.database, house.areaCode, (tx) =>
    sql`SELECT account_id FROM access.session
      WHERE area_code = ${house.areaCode} AND token_digest = ${digest} AND ended_at IS NULL`.execute(tx),
  );

async function timeMs(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

/** What it costs each request to know in which posts somebody acts and what they may do, turn by turn with the plain. */
async function measurePermission(): Promise<BenchmarkResult[]> {
  const house = await openBenchmarkHouse("zzb.zuzhike", "demo");
  try {
    const token = decodeURIComponent(house.cookie.slice(house.cookie.indexOf("=") + 1));
    const digest = createHash("sha256").update(token).digest();
    const [whole, alone]: [number[], number[]] = [[], []];
    for (let index = 0; index < checks; index += 1) {
      whole.push(await timeMs(() => findActor(house.database, token, new Date())));
      alone.push(await timeMs(() => findSessionAlone(house, digest)));
    }
    const warm = (times: readonly number[]): readonly number[] => times.slice(checks / 10);
    const [p99, plain] = [quantile(warm(whole), 0.99), quantile(warm(alone), 0.99)];
    return [
      {
        name: "access.permission",
        size: { checks, units: "demo county" },
        value: Number((p99 - plain).toFixed(2)),
        unit: "ms added",
        statistic: "p99",
        target: 1,
        better: "lower",
        against: {
          name: "session alone",
          value: Number(plain.toFixed(2)),
          ratio: Number((p99 / plain).toFixed(2)),
        },
      },
    ];
  } finally {
    await house.close();
  }
}

export const benchmarks: Benchmark[] = [
  { name: "access.sign-in", run },
  { name: "access.permission", run: measurePermission },
];
