import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { actAsRoute, getMeRoute } from "#rooms/access/contract/session.ts";
import { actOnTaskRoute, getTaskRoute, listTasksRoute, openTaskRoute } from "#rooms/tasks/contract.ts";
import { openTestHouse, type Person, type TestHouse } from "./house.ts";
import { act, attach, done, handIn, issueTasks, open, refusal } from "./tasks-support.ts";

let house: TestHouse;
let officer: Person;
let colleague: Person;
let head: Person;
let town: Person;
let clerk: Person;
let fresh: string[];
beforeAll(async () => {
  house = await openTestHouse();
  officer = await house.signIn("zzb.zuzhike");
  colleague = await house.signIn("zzb.zuzhike2");
  head = await house.signIn("zzb.buzhang");
  town = await house.signIn("liushu.zuzhi");
  clerk = await house.signIn("liushu.ganshi");
  const to = { unit: "柳树镇" };
  fresh = [...(await issueTasks({ drafter: officer, signer: head, to, count: 14 })).taskIds];
});
afterAll(() => house.close());

/** A task of 柳树镇 that nobody has touched. */
const take = (): string => {
  const taskId = fresh.pop();
  if (!taskId) throw new Error("issue more tasks");
  return taskId;
};

const actionsOf = async (taskId: string) => (await open(officer, taskId)).log.map(({ action }) => action);

test("一项任务走完全程：签收、报告、佐证、报请、退回、再报、验收、重办，步步留痕", async () => {
  const taskId = take();
  const unopened = await officer.get(listTasksRoute, { query: { box: "issued", state: "unopened" } });
  expect(unopened.tasks.map(({ id }) => id)).toContain(taskId);
  await officer.get(openTaskRoute, { params: { taskId } });
  expect((await open(officer, taskId)).task.openedAt).toBeNull();
  await town.get(openTaskRoute, { params: { taskId } });
  expect((await open(officer, taskId)).task.openedAt).toBe("2026-11-20T02:00:00.000Z");

  await done(town, taskId, "acknowledge");
  await done(town, taskId, "report", { note: "已开会部署", happenedOn: "2026-11-19" });
  await attach(town, taskId, { note: "会议已开" });
  expect(await done(clerk, taskId, "submit")).toEqual({ status: "submitted", version: 4 });
  expect((await open(officer, taskId)).task).toMatchObject({ lamp: "blue", submittedOn: "2026-11-20" });
  expect(await refusal(officer, taskId, "return")).toBe("reason-missing");
  expect(await refusal(officer, taskId, "return", { note: " \n　" })).toBe("reason-missing");
  await done(officer, taskId, "return", { note: "缺签到表" });
  expect((await open(town, taskId)).task).toMatchObject({ status: "returned", returnCount: 1 });
  await done(town, taskId, "submit");
  await done(town, taskId, "withdraw");
  await done(town, taskId, "submit");
  await done(officer, taskId, "accept");
  expect((await open(town, taskId)).task).toMatchObject({ status: "closed", closedOn: "2026-11-20" });

  expect(await refusal(officer, taskId, "reopen", { note: "核查不实" })).toBe("deadline-missing");
  expect(await refusal(officer, taskId, "reopen", { dueDate: "2026-12-10" })).toBe("reason-missing");
  const past = { note: "核查不实", dueDate: "2026-11-19" };
  expect(await refusal(officer, taskId, "reopen", past)).toBe("deadline-not-later");
  await done(officer, taskId, "reopen", { note: "核查不实", dueDate: "2026-12-10" });
  const { task, log } = await open(town, taskId);
  expect(task).toMatchObject({ status: "inProgress", dueDate: "2026-12-10", reopenCount: 1, closedOn: null });
  expect(log.map(({ action }) => action)).toEqual(
    "assign acknowledge report submit return submit withdraw submit accept reopen".split(" "),
  );
  expect(log[4]).toMatchObject({ personName: "林晓晨", note: "缺签到表", unitName: "县委组织部" });
  expect(log.map(({ sequence }) => sequence)).toEqual(log.map((_each, index) => index + 1));
});

describe("办理中的每一种不予办理", () => {
  test("没有佐证、日期在将来、早于交办，不能报请", async () => {
    const taskId = take();
    expect(await refusal(town, taskId, "submit")).toBe("action-not-allowed");
    await done(town, taskId, "acknowledge");
    expect(await refusal(town, taskId, "submit")).toBe("evidence-missing");
    await attach(town, taskId, { note: "已办" });
    const submitOn = (happenedOn: string) => refusal(town, taskId, "submit", { happenedOn });
    expect(await submitOn("2026-11-21")).toBe("date-in-future");
    expect(await submitOn("2026-11-19")).toBe("happened-before-assigned");
    expect(await submitOn("2026-02-30")).toBe("invalid-request");
    expect(await submitOn("2026-11-2")).toBe("invalid-request");
    expect(await refusal(town, taskId, "report", { note: "长".repeat(5_001) })).toBe("invalid-request");
    expect(await refusal(town, taskId, "report", { note: "甲\u0000乙" })).toBe("invalid-request");
    expect(await refusal(town, taskId, "assign")).toBe("invalid-request");
    expect(await refusal(town, taskId, "decompose")).toBe("invalid-request");
    expect(await actionsOf(taskId)).toEqual(["assign", "acknowledge"]);
  });

  test("目前状态不能办的，说清现为何种状态", async () => {
    const taskId = take();
    const answer = await act(officer, taskId, "accept");
    expect(answer.status).toBe(409);
    expect(answer.problem).toMatchObject({
      code: "action-not-allowed",
      detail: "事项现为“待签收”，不能“验收通过”。",
    });
  });

  test("承办方不能替交办方，交办方不能替承办方", async () => {
    const taskId = take();
    expect(await refusal(officer, taskId, "acknowledge")).toBe("not-permitted");
    await handIn(town, taskId);
    for (const action of ["accept", "return", "cancel", "extend", "reopen"])
      expect(await refusal(town, taskId, action, { note: "理由" })).toBe("not-permitted");
    const { allowedActions } = await open(town, taskId);
    expect(allowedActions).toEqual(["withdraw"]);
    expect((await open(officer, taskId)).allowedActions).toEqual(["accept", "return"]);
  });

  test("取消要写理由；取消后什么都不能办，也什么都没有删除", async () => {
    const taskId = take();
    await done(town, taskId, "acknowledge");
    await attach(town, taskId, { note: "先记一笔" });
    expect(await refusal(officer, taskId, "cancel")).toBe("reason-missing");
    await done(officer, taskId, "cancel", { note: "任务合并" });
    const { task, evidence, log, allowedActions } = await open(town, taskId);
    expect(task).toMatchObject({ status: "cancelled", lamp: "grey", workdaysLate: 0 });
    expect([evidence.length, log.length, allowedActions.length]).toEqual([1, 3, 0]);
    expect(await refusal(officer, taskId, "reopen", { note: "恢复", dueDate: "2026-12-31" })).toBe(
      "action-not-allowed",
    );
    const refused = await house.database
      .withTables<{ "tasks.task": { id: string } }>()
      .deleteFrom("tasks.task")
      .execute()
      .catch((error: { code?: string }) => error.code);
    expect(refused).toBe("42501");
  });
});

describe("延期", () => {
  test("申请要写理由和更晚的日子；同意后时限改变，不同意则不变", async () => {
    const taskId = take();
    await done(town, taskId, "acknowledge");
    const ask = (dueDate?: string, note = "冰雪封路") =>
      refusal(town, taskId, "requestExtension", { note, ...(dueDate && { dueDate }) });
    expect(await refusal(officer, taskId, "refuseExtension", { note: "不同意" })).toBe(
      "no-extension-requested",
    );
    expect(await refusal(officer, taskId, "extend")).toBe("deadline-missing");
    expect(await ask()).toBe("deadline-missing");
    expect(await ask("2027-01-15", "")).toBe("reason-missing");
    expect(await ask("2026-12-31")).toBe("deadline-not-later");
    expect(await ask("2027-02-29")).toBe("invalid-request");

    await done(town, taskId, "requestExtension", { note: "冰雪封路", dueDate: "2027-01-15" });
    expect((await open(officer, taskId)).extensionRequestedTo).toBe("2027-01-15");
    expect(await refusal(officer, taskId, "refuseExtension")).toBe("reason-missing");
    await done(officer, taskId, "refuseExtension", { note: "不影响" });
    expect((await open(town, taskId)).task.dueDate).toBe("2026-12-31");

    await done(town, taskId, "requestExtension", { note: "冰雪封路", dueDate: "2027-01-15" });
    await done(officer, taskId, "extend");
    const after = await open(town, taskId);
    expect([after.task.dueDate, after.extensionRequestedTo]).toEqual(["2027-01-15", null]);
    await done(officer, taskId, "extend", { dueDate: "9999-12-31" });
    expect((await open(town, taskId)).task).toMatchObject({ dueDate: "9999-12-31", workdaysLate: 0 });
  });
});

describe("本人报请的不能本人验收", () => {
  test("一人两个岗位，换个岗位也不行；换一个人可以", async () => {
    const deputy = await house.signIn("zzb.fubuzhang");
    const to = { kind: "leadingGroup" };
    const issued = await issueTasks({ drafter: officer, signer: head, to, role: "firstResponsible" });
    const taskId = issued.taskIds[0] ?? "";
    const unitId = issued.receipts[0]?.unitId;
    const { posts } = await deputy.get(getMeRoute);
    const inGroup = posts.find((post) => post.unitId === unitId);
    const inDepartment = posts.find((post) => post.unitId !== unitId);
    await deputy.get(actAsRoute, { body: { holdingId: inGroup?.holdingId } });
    await handIn(deputy, taskId);
    await deputy.get(actAsRoute, { body: { holdingId: inDepartment?.holdingId } });
    const own = await act(deputy, taskId, "accept");
    expect([own.status, own.problem.code]).toEqual([403, "own-work-not-accepted"]);
    await done(head, taskId, "accept");
  });
});

describe("两人同时办", () => {
  test("后到的被告知谁刚刚办了什么", async () => {
    const taskId = take();
    await handIn(town, taskId);
    const { version } = await open(officer, taskId);
    await done(colleague, taskId, "return", { note: "请补照片" });
    const late = await officer.send(actOnTaskRoute, {
      params: { taskId },
      body: { action: "accept", version },
    });
    expect([late.status, late.problem.code]).toEqual([409, "changed-meanwhile"]);
    expect(late.problem.detail).toContain("县委组织部姚梦琳刚刚办理了“退回重办”");
    const ahead = { action: "submit", version: 99 };
    expect((await town.send(actOnTaskRoute, { params: { taskId }, body: ahead })).problem.code).toBe(
      "changed-meanwhile",
    );
  });

  test("真正同时的六次验收和退回只成一次", async () => {
    const taskId = take();
    await handIn(town, taskId);
    const { version } = await open(officer, taskId);
    const people = [officer, colleague, head, officer, colleague, head];
    const answers = await Promise.all(
      people.map((person, index) =>
        person.send(actOnTaskRoute, {
          params: { taskId },
          body: { action: index % 2 ? "accept" : "return", version, note: "同时" },
        }),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
      200, 409, 409, 409, 409, 409,
    ]);
    for (const { status, problem } of answers)
      if (status === 409) expect(problem.code).toBe("changed-meanwhile");
    expect(await actionsOf(taskId)).toHaveLength(4);
  });

  test("同一操作编号重发，得到同一答复，只办一次；换了内容则拒绝", async () => {
    const taskId = take();
    const send = (action: string) =>
      town.send(actOnTaskRoute, {
        params: { taskId },
        body: { action, version: 1 },
        idempotencyKey: "repeated-key-1",
      });
    const answers = [
      ...(await Promise.all([send("acknowledge"), send("acknowledge")])),
      await send("acknowledge"),
    ];
    expect(answers.map(({ value }) => value)).toEqual(
      Array.from({ length: 3 }, () => ({ status: "inProgress", version: 2 })),
    );
    expect((await send("report")).problem.code).toBe("key-used-for-another");
    expect(await actionsOf(taskId)).toEqual(["assign", "acknowledge"]);
  });
});

test("不存在的、别类的编号一律未找到，不成编号的不合要求", async () => {
  const { areaCode } = house;
  const unitId = (await town.get(getMeRoute)).acting.unitId;
  for (const taskId of [unitId, "019a0000-0000-7000-8000-000000000000"]) {
    for (const route of [getTaskRoute, openTaskRoute])
      expect((await town.send(route, { params: { taskId } })).problem.code).toBe("task-not-found");
    const body = { action: "acknowledge", version: 1 };
    expect((await town.send(actOnTaskRoute, { params: { taskId }, body })).status).toBe(404);
    expect((await attach(town, taskId, { note: "无" })).status).toBe(404);
  }
  for (const taskId of [areaCode, "..%2f", "x".repeat(3_000)])
    expect([400, 404, 414]).toContain((await town.send(getTaskRoute, { params: { taskId } })).status);
});
