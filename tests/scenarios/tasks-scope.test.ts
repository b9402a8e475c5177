import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inTerritory } from "#platform/database/index.ts";
import { plainDate } from "#platform/kernel/plain-date.ts";
import { readWorkbook } from "#platform/spreadsheets/index.ts";
import { createListRoute, listIssuersRoute } from "#rooms/responsibilities/contract/lists.ts";
import {
  actOnTaskRoute,
  exportTasksRoute,
  getTaskRoute,
  listProblemsRoute,
  listTasksRoute,
} from "#rooms/tasks/contract.ts";
import {
  foldTask,
  type Milestone,
  type PlannedMilestone,
  statusNames,
  type TaskAction,
} from "#rooms/tasks/core/index.ts";
import { getWorkbenchRoute } from "#rooms/workbench/contract.ts";
import { openTestHouse, type Person, type TestHouse } from "./house.ts";
import { attach, done, handIn, issueTasks, open, refusal } from "./tasks-support.ts";

let house: TestHouse;
let officer: Person;
let head: Person;
let town: Person;
let townSecretary: Person;
let village: Person;
let neighbour: Person;
beforeAll(async () => {
  house = await openTestHouse();
  officer = await house.signIn("zzb.zuzhike");
  head = await house.signIn("zzb.buzhang");
  town = await house.signIn("liushu.zuzhi");
  townSecretary = await house.signIn("liushu.shuji");
  village = await house.signIn("liushu.dongyu.shuji");
  neighbour = await house.signIn("shiqiao.shuji");
});
afterAll(() => house.close());

type Query = Record<string, string>;

/** All rows of a ledger, page by page. */
async function readLedger(person: Person, query: Query) {
  const first = await person.get(listTasksRoute, { query });
  const tasks = [...first.tasks];
  for (let { next } = first; next !== null; ) {
    const page = await person.get(listTasksRoute, { query: { ...query, after: next } });
    tasks.push(...page.tasks);
    next = page.next;
  }
  return { tasks, total: first.total };
}

describe("分解到村", () => {
  test("下级没办完，上级事项不能报请；村看不到县里交给镇的事项；镇不能代县里验收", async () => {
    const to = { unit: "柳树镇" };
    const parentTaskId = (await issueTasks({ drafter: officer, signer: head, to })).taskIds[0] ?? "";
    await done(town, parentTaskId, "acknowledge");
    const cascade = { drafter: town, signer: townSecretary, parentTaskId, dueDate: "2026-12-20" };
    const { receipts } = await issueTasks({
      ...cascade,
      to: { kind: "village" },
      role: "firstResponsible",
    });
    expect(receipts.length).toBeGreaterThan(1);
    await attach(town, parentTaskId, { note: "已分解到村" });
    const early = await open(town, parentTaskId);
    const refused = await town.send(actOnTaskRoute, {
      params: { taskId: parentTaskId },
      body: { action: "submit", version: early.version },
    });
    expect(refused.problem).toMatchObject({
      code: "tasks-below-open",
      detail: expect.stringMatching(new RegExp(`^还有${receipts.length}项下级事项未办结：.*东峪村“`)),
    });

    const mine = receipts.find(({ unitName }) => unitName === "东峪村")?.taskId ?? "";
    const others = receipts.find(({ unitName }) => unitName !== "东峪村")?.taskId ?? "";
    for (const taskId of [parentTaskId, others]) {
      const body = { action: "acknowledge", version: 1 };
      expect((await village.send(getTaskRoute, { params: { taskId } })).problem.code).toBe("task-not-found");
      expect((await village.send(actOnTaskRoute, { params: { taskId }, body })).status).toBe(404);
      expect((await attach(village, taskId, { note: "代办" })).status).toBe(404);
    }
    const asSeen = await open(village, mine);
    expect(asSeen.parent).toBeNull();
    expect((await open(town, mine)).parent?.id).toBe(parentTaskId);
    expect((await neighbour.send(getTaskRoute, { params: { taskId: mine } })).status).toBe(404);

    await handIn(village, mine);
    // The county reads it; the township that gave it out judges it.
    expect(await refusal(officer, mine, "accept")).toBe("not-permitted");
    await done(town, mine, "accept");
    for (const { taskId } of receipts) {
      if (taskId !== mine) await done(town, taskId, "cancel", { note: "与其他事项合并" });
    }
    await done(town, parentTaskId, "submit");
    for (const person of [town, townSecretary])
      expect(await refusal(person, parentTaskId, "accept")).toBe("not-permitted");
    const body = {
      title: "再分解",
      year: 2026,
      issuerUnitId: (await town.get(listIssuersRoute)).issuers[0]?.id,
      parentTaskId,
    };
    expect((await town.send(createListRoute, { body })).problem.code).toBe("parent-task-not-open");
    await done(officer, parentTaskId, "accept");
  });
});

describe("逾期由日期和工作日历算出", () => {
  test("时限当天不算，下一个工作日算；问题台账按单位计入；报请即不再逾期", async () => {
    const to = { unit: "柳树镇" };
    // A Saturday: it runs to Monday the 30th.
    const issued = await issueTasks({ drafter: officer, signer: head, to, dueDate: "2026-11-28" });
    const taskId = issued.taskIds[0] ?? "";
    const unitId = issued.receipts[0]?.unitId ?? "";
    const seenAt = async (instant: string) => {
      house.setNow(instant);
      const person = await house.signIn("liushu.zuzhi");
      const { task } = await open(person, taskId);
      const { tasks } = await readLedger(person, { box: "own", state: "overdue" });
      const { units } = await person.get(listProblemsRoute);
      const problem = units.find((unit) => unit.unitId === unitId);
      expect(problem?.overdue ?? 0).toBe(tasks.length);
      return [task.lamp, task.workdaysLate, tasks.some(({ id }) => id === taskId)];
    };
    try {
      expect(await seenAt("2026-11-28T02:00:00Z")).toEqual(["amber", 0, false]);
      expect(await seenAt("2026-11-30T15:59:59Z")).toEqual(["amber", 0, false]);
      expect(await seenAt("2026-11-30T16:00:00Z")).toEqual(["red", 1, true]);
      expect(await seenAt("2026-12-07T02:00:00Z")).toEqual(["red", 5, true]);
      const person = await house.signIn("liushu.zuzhi");
      await handIn(person, taskId);
      expect(await seenAt("2026-12-20T02:00:00Z")).toEqual(["blue", 5, false]);
    } finally {
      house.setNow("2026-11-20T02:00:00Z");
    }
  });
});

describe("台账", () => {
  test.each(["liushu.zuzhi", "zzb.zuzhike", "xianwei.shuji", "liushu.dongyu.shuji"])(
    "%s：工作台每一摞的数目等于台账",
    async (loginName) => {
      const person = await house.signIn(loginName);
      const desk = await person.get(getWorkbenchRoute);
      const count = async (box: string, state: string) => {
        const { tasks, total } = await readLedger(person, { box, state });
        expect(tasks).toHaveLength(total ?? -1);
        return total;
      };
      for (const [pile, box, state] of [
        [desk.overdue, "own", "overdue"],
        [desk.returned, "own", "returned"],
        [desk.dueSoon, "own", "dueSoon"],
        [desk.toAcknowledge, "own", "assigned"],
        [desk.toAccept, "toJudge", "submitted"],
        [desk.unopened, "issued", "unopened"],
      ] as const)
        expect([state, pile.count]).toEqual([state, await count(box, state)]);
      for (const [state, number] of Object.entries(desk.territory))
        expect([state, number]).toEqual([state, await count("below", state)]);
    },
  );

  test("翻页不重不漏；导出的表与台账逐行相同", async () => {
    for (const query of [{}, { state: "open" }, { search: "柳树" }, { year: "2026", state: "closed" }]) {
      const { tasks } = await readLedger(officer, query);
      expect(new Set(tasks.map(({ id }) => id)).size).toBe(tasks.length);
      const read = await readWorkbook((await officer.send(exportTasksRoute, { query })).bytes);
      if (!read.ok) throw new Error(read.problem.code);
      const rows = read.value.sheets[0]?.rows ?? [];
      const from = rows.findIndex((row) => row[0] === "序号") + 1;
      const exported = rows.slice(from).filter((row) => typeof row[0] === "number");
      expect(exported.map((row) => [row[1], row[4], row[9], row[10]])).toEqual(
        tasks.map((task) => [task.title, task.unitName, statusNames[task.status], task.workdaysLate]),
      );
    }
  });

  test("看不懂的筛选和翻页位置当场退回，不出故障", async () => {
    const status = async (query: Query) => (await officer.send(listTasksRoute, { query })).status;
    for (const after of ["x", "2026-11-20", "2026-02-30_019a0000-0000-7000-8000-000000000000"])
      expect(await status({ after })).toBe(400);
    expect(await status({ after: `2026-11-20_${"-".repeat(36)}` })).toBe(400);
    expect(await status({ after: "2026-11-20_019a0000-0000-7000-8000-000000000000" })).toBe(200);
    expect(await status({ state: "late" })).toBe(400);
    expect(await status({ unitId: "柳树镇" })).toBe(400);
    expect(await status({ year: "20x6" })).toBe(400);
    expect(await status({ search: "长".repeat(61) })).toBe(400);
    expect(await status({ search: "\u0000" })).toBe(400);
    for (const search of ["%", "_", "\\", "'; --"])
      expect((await officer.get(listTasksRoute, { query: { search } })).tasks).toEqual([]);
    expect(await status({ origin: "nowhere" })).toBe(200);
  });

  test("别的单位的事项，换着法子筛选也看不到", async () => {
    const all = await readLedger(officer, {});
    const foreign = all.tasks.find(({ unitName }) => unitName === "石桥镇");
    const query = { unitId: foreign?.unitId ?? "" };
    expect((await readLedger(town, query)).tasks).toEqual([]);
    const seen = await readLedger(village, {});
    expect([...new Set(seen.tasks.map(({ unitName }) => unitName))]).toEqual(["东峪村"]);
    const { units } = await village.get(listProblemsRoute);
    expect(units.every(({ unitName }) => unitName === "东峪村")).toBe(true);
  });
});

type Stored = {
  "tasks.task": {
    id: string;
    area_code: string;
    status: string;
    version: number;
    due_date: string;
    submitted_on: string | null;
    closed_on: string | null;
    return_count: number;
    reopen_count: number;
    extension_requested_to: string | null;
    milestones: readonly Milestone[];
    next_milestone_on: string | null;
  };
  "tasks.action": {
    task_id: string;
    sequence: number;
    action: TaskAction;
    entered_on: string;
    happened_on: string | null;
    due_date: string | null;
    milestones: readonly PlannedMilestone[] | null;
    milestone: number | null;
  };
};

test("每个事项存下的状态都等于其经过的折算", async () => {
  await inTerritory(house.database, house.areaCode, async (tx) => {
    const tables = tx.withTables<Stored>();
    const tasks = await tables.selectFrom("tasks.task").selectAll().execute();
    const log = await tables.selectFrom("tasks.action").selectAll().orderBy("sequence").execute();
    expect(tasks.length).toBeGreaterThan(100);
    const byTask = Map.groupBy(log, ({ task_id }) => task_id);
    const day = (text: string | null) => (text === null ? null : plainDate(text));
    for (const task of tasks) {
      const state = foldTask(
        (byTask.get(task.id) ?? []).map((row) => ({
          sequence: row.sequence,
          action: row.action,
          enteredOn: plainDate(row.entered_on),
          happenedOn: day(row.happened_on),
          dueDate: day(row.due_date),
          ...(row.milestones && { milestones: row.milestones }),
          ...(row.milestone !== null && { milestone: row.milestone }),
        })),
      );
      expect({ id: task.id, ...state }).toMatchObject({
        id: task.id,
        status: task.status,
        version: task.version,
        dueDate: task.due_date,
        submittedOn: task.submitted_on,
        closedOn: task.closed_on,
        returnCount: task.return_count,
        reopenCount: task.reopen_count,
        extensionRequestedTo: task.extension_requested_to,
        milestones: task.milestones,
        nextMilestoneOn: task.next_milestone_on,
      });
    }
  });
});
