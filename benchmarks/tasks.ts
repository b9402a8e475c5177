import { sql } from "kysely";
import { inTerritory } from "#platform/database/index.ts";
import { type BenchmarkHouse, openBenchmarkHouse } from "./house.ts";
import { type Benchmark, type BenchmarkResult, quantile } from "./result.ts";

const taskCount = 100_000;
const requests = 300;

/** Tasks spread over all units of the county, two years of deadlines and every status; no clock, no chance. */
const fillTasks = (house: BenchmarkHouse): Promise<void> =>
  inTerritory(house.database, house.areaCode, async (tx) => {
    await sql`
      WITH numbered AS (
        SELECT holding.*, row_number() OVER (ORDER BY holding.id) - 1 AS place, count(*) OVER () AS places
        FROM people.read_holding AS holding
        WHERE holding.area_code = ${house.areaCode} AND holding.held_to IS NULL),
      root AS (
        SELECT id FROM organizations.read_unit
        WHERE area_code = ${house.areaCode} AND parent_id IS NULL)
      INSERT INTO tasks.task (area_code, id, source_room, source_id, origin, title, content, unit_id, owner_post_id,
        owner_holding_id, responsibility_role, issuer_unit_id, drafter_unit_id, assigned_on, due_date, status, version)
      SELECT ${house.areaCode}, gen_random_uuid(), 'benchmark', gen_random_uuid(), 'keyPoints',
        '第' || n || '项：落实基层党建工作责任', '按要求完成第' || n || '项工作', owner.unit_id, owner.post_id, owner.id,
        owner.responsibility_role, root.id, root.id, date '2025-01-01' + (n % 700),
        date '2025-01-15' + (n % 700), (ARRAY['assigned','inProgress','submitted','returned','closed','cancelled'])[1 + n % 6], 1
      FROM generate_series(1, ${taskCount}::int) AS n
      JOIN numbered AS owner ON owner.place = n % owner.places
      CROSS JOIN root`.execute(tx);
  });

const queries = [
  "box=below",
  "box=below&state=overdue",
  "box=below&state=closed",
  "box=below&search=%E7%AC%AC777",
  "box=issued&state=submitted",
];

async function measurePages(house: BenchmarkHouse): Promise<number[]> {
  const times: number[] = [];
  for (let count = 0; count < requests + 20; count += 1) {
    const query = queries[count % queries.length];
    // Every other request turns a page, as people do; the count of all rows is asked for on first pages only.
    const after =
      count % 2 === 0
        ? ""
        : `&after=2026-03-${String(1 + (count % 28)).padStart(2, "0")}_00000000-0000-7000-8000-000000000000`;
    const startedAt = performance.now();
    const answer = await fetch(`${house.address}/api/v1/tasks?${query}${after}`, {
      headers: { cookie: house.cookie },
    });
    await answer.text();
    if (answer.status !== 200) throw new Error(`status ${answer.status}`);
    if (count >= 20) times.push(performance.now() - startedAt);
  }
  return times;
}

/** The plain alternative: the rows of one page by SQL alone, without permission, wall, names or HTTP. */
async function measurePlainSql(house: BenchmarkHouse): Promise<number[]> {
  const times: number[] = [];
  for (let count = 0; count < requests; count += 1) {
    const startedAt = performance.now();
    await inTerritory(house.database, house.areaCode, (tx) =>
      sql`SELECT id, title, due_date, status FROM tasks.task WHERE area_code = ${house.areaCode}
        ORDER BY due_date, id LIMIT 50`.execute(tx),
    );
    times.push(performance.now() - startedAt);
  }
  return times;
}

async function run(): Promise<BenchmarkResult[]> {
  const house = await openBenchmarkHouse("zzb.zuzhike", "demo");
  try {
    await fillTasks(house);
    await house.analyze();
    const pages = await measurePages(house);
    const plain = await measurePlainSql(house);
    return (["p50", "p99"] as const).map((statistic) => {
      const share = statistic === "p50" ? 0.5 : 0.99;
      const value = quantile(pages, share);
      const against = quantile(plain, share);
      return {
        name: "tasks.list",
        size: { tasks: taskCount, requests },
        value: Number(value.toFixed(1)),
        unit: "ms",
        statistic,
        target: null,
        better: "lower",
        against: {
          name: "plain SQL page",
          value: Number(against.toFixed(1)),
          ratio: Number((value / against).toFixed(1)),
        },
      };
    });
  } finally {
    await house.close();
  }
}

export const benchmarks: Benchmark[] = [{ name: "tasks.list", run }];
