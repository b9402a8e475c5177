import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ResponseOf } from "#platform/http/contract.ts";
import { actAsRoute, getMeRoute } from "#rooms/access/contract/session.ts";
import { listReceiptsRoute } from "#rooms/responsibilities/contract/lists.ts";
import { listProblemsRoute, listTasksRoute, openTaskRoute } from "#rooms/tasks/contract.ts";
import { getWorkbenchRoute } from "#rooms/workbench/contract.ts";
import { abolishUnit } from "./changes.ts";
import { openTestHouse, type Person, type TestHouse } from "./house.ts";
import { act, attach, done, handIn, issueTasks, open, refusal } from "./tasks-support.ts";

let house: TestHouse;
let officer: Person;
let colleague: Person;
let head: Person;
let deputy: Person;
let county: Person;
let town: Person;
let townSecretary: Person;
let village: Person;
beforeAll(async () => {
  house = await openTestHouse();
  officer = await house.signIn("zzb.zuzhike");
  colleague = await house.signIn("zzb.zuzhike2");
  head = await house.signIn("zzb.buzhang");
  deputy = await house.signIn("zzb.fubuzhang");
  county = await house.signIn("xianwei.fushuji");
  town = await house.signIn("liushu.zuzhi");
  townSecretary = await house.signIn("liushu.shuji");
  village = await house.signIn("liushu.dongyu.shuji");
});
afterAll(() => house.close());

/** A task of 柳树镇 with one below it in each of its villages. */
async function cascade() {
  const to = { unit: "柳树镇" };
  const parentId = (await issueTasks({ drafter: officer, signer: head, to })).taskIds[0] ?? "";
  await done(town, parentId, "acknowledge");
  const below = await issueTasks({
    drafter: town,
    signer: townSecretary,
    to: { kind: "village" },
    role: "firstResponsible",
    parentTaskId: parentId,
    dueDate: "2026-12-20",
  });
  await attach(town, parentId, { note: "已分解到村" });
  return { parentId, listId: below.listId, receipts: below.receipts };
}

describe("本单位承办的事项，本单位的人不能验收", () => {
  test("县委交给组织部的：同科室的人不能验收、退回、延期、取消，由县委的人验收", async () => {
    const to = { unit: "县委组织部" };
    const { taskIds } = await issueTasks({ drafter: officer, signer: head, to });
    const taskId = taskIds[0] ?? "";
    for (const action of ["extend", "cancel"])
      expect(await refusal(colleague, taskId, action, { note: "理由", dueDate: "2027-06-30" })).toBe(
        "own-unit-not-judged",
      );
    await handIn(officer, taskId);
    for (const action of ["accept", "return"])
      expect(await refusal(colleague, taskId, action, { note: "理由" })).toBe("own-unit-not-judged");
    expect((await open(colleague, taskId)).allowedActions).toEqual(["withdraw"]);
    const desk = await colleague.get(getWorkbenchRoute);
    const waiting = await colleague.get(listTasksRoute, { query: { box: "toJudge" } });
    expect(waiting.tasks.map(({ id }) => id)).not.toContain(taskId);
    expect(desk.toAccept.count).toBe(waiting.total);
    expect((await open(county, taskId)).allowedActions).toEqual(["accept", "return"]);
    await done(county, taskId, "accept");
    expect(await refusal(colleague, taskId, "reopen", { note: "核查", dueDate: "2026-12-31" })).toBe(
      "own-unit-not-judged",
    );
  });

  test("一人在承办单位另有岗位，别人报请的也不能由他验收", async () => {
    const to = { kind: "leadingGroup" };
    const issued = await issueTasks({ drafter: officer, signer: head, to, role: "firstResponsible" });
    const [taskId = ""] = issued.taskIds;
    const secretary = await house.signIn("xianwei.shuji");
    const { posts } = await secretary.get(getMeRoute);
    const inGroup = posts.find(({ unitId }) => unitId === issued.receipts[0]?.unitId);
    await secretary.get(actAsRoute, { body: { holdingId: inGroup?.holdingId } });
    await handIn(secretary, taskId);
    expect(await refusal(deputy, taskId, "accept")).toBe("own-unit-not-judged");
    await done(head, taskId, "accept");
  });

  test("组织干事没有验收权，工作台上没有待验收", async () => {
    const clerk = await house.signIn("liushu.ganshi");
    expect((await clerk.get(getWorkbenchRoute)).toAccept).toEqual({ count: 0, tasks: [] });
  });
});

describe("下级的事项", () => {
  test("报请以后下级又重新办理的，上级验收时拦住，说出是哪个村", async () => {
    const { parentId, receipts } = await cascade();
    const mine = receipts.find(({ unitName }) => unitName === "东峪村")?.taskId ?? "";
    await handIn(village, mine);
    await done(town, mine, "accept");
    for (const { taskId } of receipts)
      if (taskId !== mine) await done(town, taskId, "cancel", { note: "并入东峪村的事项" });
    await done(town, parentId, "submit");
    await done(town, mine, "reopen", { note: "回访未解决", dueDate: "2026-12-25" });
    const refused = await act(officer, parentId, "accept");
    expect(refused.problem.code).toBe("tasks-below-open");
    expect(refused.problem.detail).toMatch(/^还有1项下级事项未办结：东峪村“第1项工作要落实”。$/);
    await done(officer, parentId, "return", { note: "下级未办结" });
  });

  test("承办的村撤销了：事项仍看得到、办得掉，不会让上级事项永远报不了请", async () => {
    const { parentId, listId, receipts } = await cascade();
    const gone = receipts.find(({ unitName }) => unitName !== "东峪村");
    const name = gone?.unitName ?? "";
    await abolishUnit(house, name, "2026-11-20");
    for (const person of [officer, town])
      expect((await open(person, gone?.taskId ?? "")).task).toMatchObject({
        unitName: name,
        status: "assigned",
      });
    const listed = await town.get(listTasksRoute, { query: { box: "issued", search: name } });
    expect([listed.total, listed.tasks.every(({ unitName }) => unitName === name)]).toEqual([
      listed.tasks.length,
      true,
    ]);
    expect(listed.tasks.map(({ id }) => id)).toContain(gone?.taskId);
    const { units } = await town.get(listProblemsRoute);
    expect(units.map(({ unitName }) => unitName)).toContain(name);
    const { receipts: seen } = await town.get(listReceiptsRoute, { params: { listId } });
    expect(seen).toHaveLength(receipts.length);
    for (const { taskId } of receipts) await done(town, taskId, "cancel", { note: "村已撤并" });
    await done(town, parentId, "submit");
    expect((await open(officer, parentId)).below).toHaveLength(receipts.length);
  });
});

test("首次打开记一次，再打开、别人打开都不算", async () => {
  const to = { unit: "柳树镇" };
  const [taskId = ""] = (await issueTasks({ drafter: officer, signer: head, to })).taskIds;
  const openAs = async (person: Person) => (await person.get(openTaskRoute, { params: { taskId } })).done;
  expect([await openAs(officer), await openAs(town), await openAs(townSecretary)]).toEqual([
    false,
    true,
    false,
  ]);
});

type Page = ResponseOf<typeof listTasksRoute>;

/** What the owner sees of the task at an instant: the lamp, workdays late, and whether the ledger calls it overdue. */
async function seenAt(instant: string, taskId: string) {
  house.setNow(instant);
  const person = await house.signIn("liushu.zuzhi");
  const { task } = await open(person, taskId);
  const query = { box: "own", state: "overdue" };
  const ids: string[] = [];
  let after: string | null = null;
  do {
    const page: Page = await person.get(listTasksRoute, { query: { ...query, ...(after && { after }) } });
    ids.push(...page.tasks.map(({ id }) => id));
    after = page.next;
  } while (after !== null);
  return [task.lamp, task.workdaysLate, ids.includes(taskId)];
}

describe("日子以北京时间为准", () => {
  test.each([
    ["跨年：12月31日当天不算，元旦零时起算", "2026-12-31", "2026-12-31T15:59:59Z", "2026-12-31T16:00:00Z"],
    [
      "星期五到期，星期六零时起逾期，周末不计工作日",
      "2026-12-11",
      "2026-12-11T15:59:59Z",
      "2026-12-11T16:00:00Z",
    ],
    ["星期六到期，顺延到下星期一", "2026-12-12", "2026-12-14T15:59:59Z", "2026-12-14T16:00:00Z"],
  ])("%s", async (_name, dueDate, inTime, late) => {
    const to = { unit: "柳树镇" };
    const [taskId = ""] = (await issueTasks({ drafter: officer, signer: head, to, dueDate })).taskIds;
    try {
      expect((await seenAt(inTime, taskId))[2]).toBe(false);
      expect((await seenAt(late, taskId)).filter((_each, index) => index !== 1)).toEqual(["red", true]);
    } finally {
      house.setNow("2026-11-20T02:00:00Z");
    }
  });

  test("国庆假期顺延到节后首日；调休上班的星期六到期，当天有效，过了即逾期", async () => {
    const autumn = await openTestHouse("2026-09-18T02:00:00Z");
    try {
      const drafter = await autumn.signIn("zzb.zuzhike");
      const signer = await autumn.signIn("zzb.buzhang");
      const issue = async (dueDate: string) =>
        (await issueTasks({ drafter, signer, to: { unit: "柳树镇" }, dueDate })).taskIds[0] ?? "";
      const [onHoliday, onMakeUpDay] = [await issue("2026-10-02"), await issue("2026-10-10")];
      const lampAt = async (instant: string, taskId: string) => {
        autumn.setNow(instant);
        const { task } = await open(await autumn.signIn("liushu.zuzhi"), taskId);
        return [task.lamp, task.workdaysLate];
      };
      expect(await lampAt("2026-10-08T15:59:59Z", onHoliday)).toEqual(["amber", 0]);
      expect(await lampAt("2026-10-08T16:00:00Z", onHoliday)).toEqual(["red", 1]);
      expect(await lampAt("2026-10-10T15:59:59Z", onMakeUpDay)).toEqual(["amber", 0]);
      expect(await lampAt("2026-10-10T16:00:00Z", onMakeUpDay)).toEqual(["red", 0]);
      expect(await lampAt("2026-10-10T15:59:59Z", onHoliday)).toEqual(["red", 2]);
    } finally {
      await autumn.close();
    }
  });
});
