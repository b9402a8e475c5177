import { sql } from "kysely";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inTerritory } from "#platform/database/index.ts";
import { actOnTaskRoute, getTaskRoute } from "#rooms/tasks/contract.ts";
import { openTestHouse, type Person, type TestHouse } from "../../../tests/scenarios/house.ts";
import {
  exportRunRoute,
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
let secretary: Person;
let villager: Person;
beforeAll(async () => {
  house = await openTestHouse();
  officer = await house.signIn("zzb.zuzhike");
  secretary = await house.signIn("liushu.shuji");
  villager = await house.signIn("liushu.dongyu.shuji");
});
afterAll(() => house.close());

const before = { from: "2026-04-01", cutoff: "2026-06-30" };
const quarter = { from: "2026-07-01", cutoff: "2026-09-30" };
const standingFor = (person: Person) => person.get(getStandingRoute, { query: quarter });

describe("考核看板", () => {
  test("县里看到全部乡镇街道，名次自上而下，差距从第一名算起", async () => {
    const standing = await standingFor(officer);
    expect(standing).toMatchObject({ isWhole: true, mayFreeze: true, periodName: "2026年第三季度" });
    expect(standing.rows).toHaveLength(standing.unitCount);
    expect(standing.scheme.indicators).toHaveLength(8);
    const ranks = standing.rows.map(({ rank }) => rank ?? Number.MAX_SAFE_INTEGER);
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    const first = standing.rows[0];
    for (const row of standing.rows) {
      if (row.total !== null) expect(row.gapToFirst).toBe((first?.total ?? 0) - row.total);
    }
  });

  test("乡镇只看到自己一行，但知道自己在全部单位中的名次", async () => {
    const whole = await standingFor(officer);
    const own = await standingFor(secretary);
    expect(own).toMatchObject({ isWhole: false, mayFreeze: false, rankedCount: whole.rankedCount });
    expect(own.rows.map(({ unitName }) => unitName)).toEqual(["柳树镇"]);
    expect(own.rows[0]).toEqual(whole.rows.find(({ unitName }) => unitName === "柳树镇"));
  });

  test("村里没有参加排名的单位，看不到任何一行", async () => {
    expect((await standingFor(villager)).rows).toEqual([]);
  });

  test("乡镇打不开别的乡镇的依据，如同没有", async () => {
    const whole = await standingFor(officer);
    const other = whole.rows.find(({ unitName }) => unitName !== "柳树镇");
    const answer = await secretary.send(getUnitStandingRoute, { params: { unitId: other?.unitId ?? "" } });
    expect(answer.problem).toMatchObject({ status: 404, code: "standing-not-found" });
  });

  test.each([
    ["截止日在将来", { from: "2026-07-01", cutoff: "2026-12-31" }, "cutoff-in-future"],
    ["起止颠倒", { from: "2026-09-30", cutoff: "2026-07-01" }, "period-backward"],
    ["日期不存在", { from: "2026-02-30", cutoff: "2026-03-31" }, "day-unknown"],
    ["考核期过长", { from: "2020-01-01", cutoff: "2026-03-31" }, "period-too-long"],
  ])("%s，说明原因", async (_name, query, code) => {
    expect((await officer.send(getStandingRoute, { query })).problem).toMatchObject({ status: 422, code });
  });
});

describe("每个数字都能打开", () => {
  test("总分由各项而来，各项由记录而来", async () => {
    const own = (await standingFor(secretary)).rows[0];
    const params = { unitId: own?.unitId ?? "" };
    const unit = await secretary.get(getUnitStandingRoute, { params, query: quarter });
    expect(unit).toMatchObject({ total: own?.total, rank: own?.rank, gapToFirst: own?.gapToFirst });
    for (const indicator of unit.indicators) {
      const counted = indicator.records.reduce((sum, { numerator }) => sum + numerator, 0);
      const outOf = indicator.records.reduce((sum, { denominator }) => sum + denominator, 0);
      expect([counted, outOf]).toEqual([indicator.numerator, indicator.denominator]);
      expect(indicator.rule).not.toBe("");
    }
    expect(unit.shown.map(({ measure }) => measure)).toEqual(["daysToFirstAction", "relayedUnchanged"]);
    const record = unit.indicators[0]?.records[0];
    expect((await secretary.get(getTaskRoute, { params: { taskId: record?.id ?? "" } })).task.title).toBe(
      record?.title,
    );
  });

  test("在页面上把一个办结事项重新办理，总分、名次依据随之改变，以前的截止日不变", async () => {
    const unitId = (await standingFor(secretary)).rows[0]?.unitId ?? "";
    const year = { from: "2026-01-01", cutoff: "2026-11-20" };
    const read = (query: Record<string, string>) =>
      officer.get(getUnitStandingRoute, { params: { unitId }, query });
    const [before, quarterBefore] = [await read(year), await read(quarter)];
    const closedTask = before.indicators
      .find(({ measure }) => measure === "reopenedAfterClosure")
      ?.records.find(({ numerator }) => numerator === 0);
    const params = { taskId: closedTask?.id ?? "" };
    const task = await officer.get(getTaskRoute, { params });
    await officer.get(actOnTaskRoute, {
      params,
      body: { action: "reopen", version: task.version, note: "回访发现未真正解决", dueDate: "2026-12-10" },
    });
    const after = await read(year);
    const reopened = after.indicators.find(({ measure }) => measure === "reopenedAfterClosure");
    const earlier = before.indicators.find(({ measure }) => measure === "reopenedAfterClosure");
    expect(reopened?.numerator).toBe((earlier?.numerator ?? 0) + 1);
    expect(after.total ?? 0).toBeLessThan(before.total ?? 0);
    expect(after.costliest).toContain("reopenedAfterClosure");
    expect(reopened?.records.find(({ id }) => id === params.taskId)?.why).toBe(
      "办结后于2026年11月20日重新办理",
    );
    expect(await read(quarter)).toEqual(quarterBefore);
  });
});

describe("冻结和核对", () => {
  let runId: string;

  test("上期没有冻结过，看板按上期截止日重新统计来比升降", async () => {
    const live = await standingFor(officer);
    expect(live.comparedWith).toEqual({ ...before, periodName: "2026年第二季度", runId: null });
    for (const { rank, rankBefore, placesUp } of live.rows) {
      expect(placesUp).toBe(rank === null || rankBefore === null ? null : rankBefore - rank);
    }
    expect(live.rows.some(({ placesUp }) => placesUp !== null && placesUp !== 0)).toBe(true);
  });

  test("上期冻结过的，看板和本期冻结结果都与它相比，升降相同", async () => {
    const counted = await standingFor(officer);
    const { runId: runBefore } = await officer.get(freezeRunRoute, { body: before });
    const live = await standingFor(officer);
    expect(live.comparedWith).toMatchObject({ periodName: "2026年第二季度", runId: runBefore });
    expect(live.rows).toEqual(counted.rows);
  });

  test("冻结后的结果与当时看到的一致", async () => {
    const live = await standingFor(officer);
    runId = (await officer.get(freezeRunRoute, { body: quarter })).runId;
    const run = await officer.get(getRunRoute, { params: { runId } });
    expect(run.run).toMatchObject({ title: "2026年第三季度乡镇（街道）考核结果", schemeVersion: 1 });
    expect(run.rows).toEqual(live.rows);
    expect(run.comparedWith).toEqual(live.comparedWith);
    expect(run.averageTotal).toBe(live.averageTotal);
  });

  test("冻结以后才冻结的上期结果，不改变已冻结的升降", async () => {
    const frozen = await officer.get(getRunRoute, { params: { runId } });
    const later = newId();
    await inTerritory(house.database, house.areaCode, (tx) =>
      sql`INSERT INTO assessments.run SELECT area_code, ${later}, owner_unit_id, scheme_code, scheme_version, scheme,
        '后来补冻的上期', group_name, ${before.from}::date, ${before.cutoff}::date, now(), frozen_by_name,
        repeat('0', 64) FROM assessments.run WHERE id = ${runId}`.execute(tx),
    );
    const again = await officer.get(getRunRoute, { params: { runId } });
    expect(again.rows).toEqual(frozen.rows);
    expect((await standingFor(officer)).comparedWith?.runId).toBe(later);
  });

  test("用冻结的输入重算，逐位相同；重新数一遍记录，输入也相同", async () => {
    const verified = await officer.get(verifyRunRoute, { params: { runId } });
    expect(verified).toMatchObject({
      isInputSame: true,
      isResultSame: true,
      isLogSame: true,
      differences: [],
    });
    expect(verified.comparedNumbers).toBeGreaterThan(100);
  });

  test("有人绕过系统改了存档，核对指出是哪个单位的哪个数", async () => {
    const forgedId = newId();
    await inTerritory(house.database, house.areaCode, async (tx) => {
      await sql`INSERT INTO assessments.run SELECT area_code, ${forgedId}, owner_unit_id, scheme_code,
        scheme_version, scheme, '改动过的存档', group_name, period_from, cutoff, frozen_at, frozen_by_name,
        input_digest FROM assessments.run WHERE id = ${runId}`.execute(tx);
      await sql`INSERT INTO assessments.result SELECT area_code, ${forgedId}, unit_id, unit_name, ordinal, total,
        CASE WHEN unit_name = '柳树镇' THEN 1 ELSE rank END, gap_to_first
        FROM assessments.result WHERE run_id = ${runId}`.execute(tx);
      await sql`INSERT INTO assessments.indicator_score SELECT area_code, ${forgedId}, unit_id, measure, numerator,
        denominator, score, rank, lost FROM assessments.indicator_score WHERE run_id = ${runId}`.execute(tx);
      await sql`INSERT INTO measures.frozen_value SELECT area_code, ${forgedId}, measure, unit_id, numerator,
        denominator, records FROM measures.frozen_value WHERE run_id = ${runId}`.execute(tx);
    });
    const verified = await officer.get(verifyRunRoute, { params: { runId: forgedId } });
    expect(verified).toMatchObject({ isInputSame: true, isResultSame: false });
    expect(verified.differences).toEqual([expect.stringMatching(/^柳树镇名次：冻结为1，重算为\d+$/)]);
  });

  test("同样的结果不重复冻结", async () => {
    const again = await officer.send(freezeRunRoute, { body: quarter });
    expect(again.problem).toMatchObject({ status: 409, code: "already-frozen" });
  });

  test("乡镇不能冻结，也只看到冻结结果里自己的一行", async () => {
    expect((await secretary.send(freezeRunRoute, { body: quarter })).problem).toMatchObject({
      status: 403,
      code: "not-permitted",
    });
    const own = await secretary.get(getRunRoute, { params: { runId } });
    expect(own.rows.map(({ unitName }) => unitName)).toEqual(["柳树镇"]);
    expect((await secretary.send(verifyRunRoute, { params: { runId } })).status).toBe(404);
    const unitId = own.rows[0]?.unitId ?? "";
    const unit = await secretary.get(getRunUnitRoute, { params: { runId, unitId } });
    expect(unit.indicators.flatMap(({ records }) => records).length).toBeGreaterThan(0);
    expect((await officer.get(getRunRoute, { params: { runId } })).rows.length).toBeGreaterThan(1);
  });

  test("村里看不到冻结结果", async () => {
    expect((await villager.get(listRunsRoute)).runs).toEqual([]);
    expect((await villager.send(getRunRoute, { params: { runId } })).status).toBe(404);
    expect((await officer.get(listRunsRoute)).runs.map(({ id }) => id)).toContain(runId);
  });

  test("台账导出", async () => {
    const file = await officer.send(exportRunRoute, { params: { runId } });
    expect(file.bytes.subarray(0, 2).toString()).toBe("PK");
  });

  test("冻结的内容，应用程序改不动", async () => {
    const change = inTerritory(house.database, house.areaCode, (tx) =>
      sql`UPDATE assessments.result SET rank = 1 WHERE run_id = ${runId}`.execute(tx),
    );
    await expect(change).rejects.toMatchObject({ code: "42501" });
  });
});
