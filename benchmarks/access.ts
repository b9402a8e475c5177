import { argon2, randomBytes } from "node:crypto";
import { promisify } from "node:util";
import { type BenchmarkHouse, openBenchmarkHouse } from "./house.ts";
import type { Benchmark, BenchmarkResult } from "./result.ts";

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

export const benchmarks: Benchmark[] = [{ name: "access.sign-in", run }];
