import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { actOnTaskRoute, getTaskRoute } from "#rooms/tasks/contract.ts";
import { openTestHouse, type Person, type TestHouse } from "../../../tests/scenarios/house.ts";
import {
  freezeRunRoute,
  getRunRoute,
  getRunUnitRoute,
  getStandingRoute,
  getUnitStandingRoute,
  listRunsRoute,
  verifyRunRoute,
} from "../contract.ts";

let house: TestHouse;
let officer: Person;
let colleague: Person;
beforeAll(async () => {
  house = await openTestHouse();
  officer = await house.signIn("zzb.zuzhike");
  colleague = await house.signIn("zzb.zuzhike2");
});
afterAll(() => house.close());

/** Up to this very day, which is not over. */
const soFar = { from: "2026-01-01", cutoff: "2026-11-20" };

const readRun = async (runId: string) => {
  const run = await officer.get(getRunRoute, { params: { runId } });
  const units = run.rows.map(({ unitId }) => officer.get(getRunUnitRoute, { params: { runId, unitId } }));
  return [run, await Promise.all(units)];
};

async function act(taskId: string, action: string, body: object): Promise<void> {
  const { version } = await officer.get(getTaskRoute, { params: { taskId } });
  await officer.get(actOnTaskRoute, { params: { taskId }, body: { action, version, ...body } });
}

describe("冻结以后", () => {
  test("同一天又重新办理、又取消：冻结的一字不变，核对仍然相符，实时的变了", async () => {
    const { runId } = await officer.get(freezeRunRoute, { body: soFar });
    const frozen = await readRun(runId);
    const live = await officer.get(getStandingRoute, { query: soFar });
    const [first] = live.rows;
    const unit = await officer.get(getUnitStandingRoute, {
      params: { unitId: first?.unitId ?? "" },
      query: soFar,
    });
    const recordsOf = (measure: string) =>
      unit.indicators.find((indicator) => indicator.measure === measure)?.records ?? [];
    const closed = recordsOf("reopenedAfterClosure").find(({ numerator }) => numerator === 0);
    house.setNow("2026-11-20T02:20:00Z");
    await act(closed?.id ?? "", "reopen", { note: "回访未解决", dueDate: "2026-12-10" });
    await act(closed?.id ?? "", "cancel", { note: "并入他项" });

    expect(await readRun(runId)).toEqual(frozen);
    expect(await officer.get(verifyRunRoute, { params: { runId } })).toMatchObject({
      isInputSame: true,
      isResultSame: true,
      isLogSame: true,
      differences: [],
    });
    const after = await officer.get(getStandingRoute, { query: soFar });
    expect(after.rows).not.toEqual(live.rows);
    const again = await officer.get(freezeRunRoute, { body: soFar });
    expect(again.runId).not.toBe(runId);
  });

  test("两人同时冻结同样的结果，只冻结一次，另一人被告知是哪一份", async () => {
    const quarter = { from: "2026-04-01", cutoff: "2026-06-30" };
    const answers = await Promise.all(
      [officer, colleague, officer, colleague].map((person) =>
        person.send(freezeRunRoute, { body: quarter }),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409, 409]);
    const refused = answers.find(({ status }) => status === 409);
    expect(refused?.problem).toMatchObject({
      code: "already-frozen",
      detail: "见“2026年第二季度乡镇（街道）考核结果”，其输入与现在完全相同。",
    });
    const { runs } = await officer.get(listRunsRoute);
    expect(runs.filter(({ cutoff }) => cutoff === quarter.cutoff)).toHaveLength(1);
  });
});

test("还没有任何事项的年份：不排名，不零分，也没有可冻结的", async () => {
  const before = { from: "2020-01-01", cutoff: "2020-12-31" };
  const standing = await officer.get(getStandingRoute, { query: before });
  expect(standing.rankedCount).toBe(0);
  for (const row of standing.rows) {
    expect(row).toMatchObject({ total: null, rank: null, gapToFirst: null });
    for (const { score, denominator, lost } of row.indicators)
      expect([score, denominator, lost]).toEqual([null, 0, 0]);
  }
  const answer = await officer.send(freezeRunRoute, { body: before });
  expect(answer.problem).toMatchObject({ status: 422, code: "nothing-to-rank" });
});
