import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listProblemsRoute, listTasksRoute, proposeMilestoneDaysRoute } from "#rooms/tasks/contract.ts";
import { getWorkbenchRoute } from "#rooms/workbench/contract.ts";
import { openTestHouse, type Person, type TestHouse } from "./house.ts";
import { act, done, handIn, issueTasks, open, refusal } from "./tasks-support.ts";

let house: TestHouse;
let officer: Person;
let head: Person;
let town: Person;
let neighbour: Person;
let taskId: string;

/** Sessions do not outlive a day: everybody signs in anew on the day that the test comes to. */
async function comeTo(instant: string): Promise<void> {
  house.setNow(instant);
  officer = await house.signIn("zzb.zuzhike");
  head = await house.signIn("zzb.buzhang");
  town = await house.signIn("liushu.zuzhi");
  neighbour = await house.signIn("shiqiao.shuji");
}

beforeAll(async () => {
  house = await openTestHouse();
  await comeTo("2026-11-20T02:00:00Z");
  const issued = await issueTasks({ drafter: officer, signer: head, to: { unit: "柳树镇" } });
  taskId = issued.taskIds[0] ?? "";
});
afterAll(() => house.close());

const steps = [
  { title: "定方案", dueDate: "2026-11-27" },
  { title: "过半", dueDate: "2026-12-10" },
];

const slippedOf = async (person: Person, box: string) =>
  (await person.get(listTasksRoute, { query: { box, state: "slipped" } })).tasks.map(({ id }) => id);

describe("目标倒逼：事项的节点", () => {
  test("签收之前不能排；签收之后按时限倒排，日期都在时限之内", async () => {
    expect(await refusal(town, taskId, "plan", { milestones: steps })).toBe("action-not-allowed");
    await done(town, taskId, "acknowledge");
    const params = { taskId };
    const { days } = await town.get(proposeMilestoneDaysRoute, { params, query: { count: "3" } });
    expect(days).toHaveLength(3);
    expect(days.every((day) => day >= "2026-11-20" && day <= "2026-12-31")).toBe(true);
  });

  test.each([
    ["日期不存在", [{ title: "定方案", dueDate: "2026-02-30" }], "invalid-request"],
    ["晚于时限", [{ title: "定方案", dueDate: "2027-01-01" }], "milestone-after-deadline"],
    ["一个也没有", [], "milestones-missing"],
  ])("%s，说明原因，什么也没有存下", async (_name, milestones, code) => {
    expect(await refusal(town, taskId, "plan", { milestones })).toBe(code);
    expect((await open(town, taskId)).milestones).toEqual([]);
  });

  test("哪一个节点有问题，指明是第几个", async () => {
    const milestones = [steps[0], { title: "过半", dueDate: "2026-11-21" }].flatMap((step) => step ?? []);
    const answer = await act(town, taskId, "plan", { milestones });
    expect(answer.problem).toMatchObject({ code: "milestone-out-of-order", detail: "请核对第2个节点。" });
  });

  test("只有承办单位能排节点，交办单位看得到", async () => {
    expect(await refusal(officer, taskId, "plan", { milestones: steps })).toBe("not-permitted");
    await done(town, taskId, "plan", { milestones: steps });
    const seen = await open(officer, taskId);
    expect(seen.milestones).toEqual([
      { ...steps[0], reachedOn: null, isPast: false },
      { ...steps[1], reachedOn: null, isPast: false },
    ]);
    expect(seen.log.at(-1)).toMatchObject({ action: "plan", milestones: steps });
  });

  test("过了节点没有完成：双方工作台和问题台账都提醒，事项亮黄灯；不相干的单位看不到", async () => {
    expect(await slippedOf(town, "own")).not.toContain(taskId);
    await comeTo("2026-11-30T02:00:00Z");
    expect(await slippedOf(town, "own")).toContain(taskId);
    expect(await slippedOf(officer, "issued")).toContain(taskId);
    expect(await slippedOf(neighbour, "below")).not.toContain(taskId);
    expect((await open(officer, taskId)).task).toMatchObject({ isSlipped: true, lamp: "amber" });
    expect((await town.get(getWorkbenchRoute)).slipped.count).toBeGreaterThan(0);
    expect((await officer.get(getWorkbenchRoute)).slippedBelow.count).toBeGreaterThan(0);
    const { units } = await officer.get(listProblemsRoute);
    expect(units.find(({ unitName }) => unitName === "柳树镇")?.slipped).toBeGreaterThan(0);
  });

  test("滞后的节点不写理由不能改；完成后不再滞后", async () => {
    const later = [{ title: "过半", dueDate: "2026-12-18" }];
    expect(await refusal(town, taskId, "plan", { milestones: later })).toBe("reason-missing");
    await done(town, taskId, "reach", { milestone: 0, happenedOn: "2026-11-27" });
    expect(await refusal(town, taskId, "reach", { milestone: 0 })).toBe("milestone-already-reached");
    expect(await slippedOf(town, "own")).not.toContain(taskId);
    await done(town, taskId, "plan", { milestones: later });
    expect((await open(town, taskId)).milestones.map(({ reachedOn }) => reachedOn)).toEqual([
      "2026-11-27",
      null,
    ]);
  });

  test("报请验收后不再提醒节点", async () => {
    const issued = await issueTasks({ drafter: officer, signer: head, to: { unit: "柳树镇" } });
    const other = issued.taskIds[0] ?? "";
    await handIn(town, other);
    await done(town, other, "withdraw");
    await done(town, other, "plan", { milestones: [{ title: "收尾", dueDate: "2026-12-01" }] });
    await comeTo("2026-12-03T02:00:00Z");
    expect(await slippedOf(town, "own")).toContain(other);
    await done(town, other, "submit");
    expect(await slippedOf(town, "own")).not.toContain(other);
  });
});
