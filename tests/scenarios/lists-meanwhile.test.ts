import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addItemRoute, saveItemRoute } from "#rooms/responsibilities/contract/items.ts";
import {
  changeListRoute,
  createListRoute,
  getListRoute,
  listIssuersRoute,
  listReceiptsRoute,
  listReceiversRoute,
  takeStepRoute,
} from "#rooms/responsibilities/contract/lists.ts";
import { listTasksRoute } from "#rooms/tasks/contract.ts";
import { abolishUnit, countRows, endHolding, foundUnitLike } from "./changes.ts";
import { openTestHouse, type Person, type TestHouse } from "./house.ts";
import { done, handIn, issueTasks, open as openTask } from "./tasks-support.ts";

let house: TestHouse;
let officer: Person;
let head: Person;
let town: Person;
let townSecretary: Person;
beforeAll(async () => {
  house = await openTestHouse();
  officer = await house.signIn("zzb.zuzhike");
  head = await house.signIn("zzb.buzhang");
  town = await house.signIn("liushu.zuzhi");
  townSecretary = await house.signIn("liushu.shuji");
});
afterAll(() => house.close());

const issuersOf = async (person: Person) => (await person.get(listIssuersRoute)).issuers;
const open = (listId: string, person = officer) => person.get(getListRoute, { params: { listId } });
const receiversOf = async (listId: string, person = officer) =>
  (await person.get(listReceiversRoute, { params: { listId } })).units;

const create = async (person = officer, body: object = {}) => {
  const issuerUnitId = (await issuersOf(person))[0]?.id;
  const head = { title: "试验清单", year: 2026, issuerUnitId, ...body };
  return (await person.get(createListRoute, { body: head })).listId;
};

async function addItem(listId: string, fields: object, person = officer): Promise<string> {
  const { itemId } = await person.get(addItemRoute, { params: { listId }, body: { content: "抓好落实。" } });
  const body = { version: 1, role: "specificResponsible", dueDate: "2026-12-31", ...fields };
  await person.get(saveItemRoute, { params: { listId, itemId }, body });
  return itemId;
}

const step = async (listId: string, name: string, person = officer, idempotencyKey?: string) => {
  const { list } = await open(listId, person);
  const sending = { params: { listId }, body: { version: list.version, step: name } };
  return person.send(takeStepRoute, { ...sending, ...(idempotencyKey && { idempotencyKey }) });
};

/** Refused, in these words, and nothing of it stays. */
async function expectUnissued(listId: string, words: RegExp): Promise<void> {
  // Signed in anew: the test may have moved the clock.
  const [drafter, signer] = [await house.signIn("zzb.zuzhike"), await house.signIn("zzb.buzhang")];
  const before = [await countRows(house), (await open(listId, drafter)).list];
  const answer = await step(listId, "issue", signer);
  expect(answer.status).toBe(422);
  expect(answer.problem).toMatchObject({ code: "not-three-clear" });
  expect(answer.problem.detail).toMatch(words);
  expect([await countRows(house), (await open(listId, drafter)).list]).toEqual(before);
}

describe("送签以后、签发以前情况变了", () => {
  test("新设的乡镇不会悄悄加进来：发给签发人看到的那些单位", async () => {
    const listId = await create();
    await addItem(listId, { leadKinds: ["township"] });
    await step(listId, "submit");
    await foundUnitLike(house, "柳树镇", "新设镇");
    expect((await step(listId, "issue", head)).value.tasks).toBe(2);
    const { receipts } = await officer.get(listReceiptsRoute, { params: { listId } });
    expect(receipts.map(({ unitName }) => unitName)).not.toContain("新设镇");
    const next = await create();
    await addItem(next, { leadKinds: ["township"] });
    expect((await open(next)).items[0]?.leads.map(({ unitName }) => unitName)).toContain("新设镇");
  });

  test("承办单位撤销了，不予签发，说出是哪个单位", async () => {
    const listId = await create();
    await addItem(listId, { leadKinds: ["township"] });
    await step(listId, "submit");
    await abolishUnit(house, "新设镇", "2026-11-21");
    await expectUnissued(listId, /^第1项签发单位不能直接交办给新设镇（已撤销）。$/);
  });

  test("责任人任职结束了，不予签发，说出是哪个单位；任职到今天为止的，今天仍算在任", async () => {
    const listId = await create();
    const township = (await receiversOf(listId)).find(({ name }) => name === "石桥镇");
    await addItem(listId, { leadUnitIds: [township?.id] });
    const other = await create();
    await addItem(other, { leadUnitIds: [township?.id] });
    for (const id of [listId, other]) await step(id, "submit");
    await endHolding(house, "石桥镇", "organizationOfficer", "2026-11-20");
    expect((await step(other, "issue", head)).status).toBe(200);
    house.setNow("2026-11-20T16:00:00Z");
    try {
      await expectUnissued(listId, /^第1项石桥镇的责任岗位空缺或任职已结束。$/);
    } finally {
      house.setNow("2026-11-20T02:00:00Z");
    }
  });

  test("上级事项已经取消，分解的清单不予签发，一项也不发出", async () => {
    const to = { unit: "柳树镇" };
    const parentTaskId = (await issueTasks({ drafter: officer, signer: head, to })).taskIds[0] ?? "";
    await done(town, parentTaskId, "acknowledge");
    const listId = await create(town, { parentTaskId });
    const itemId = (await open(listId, town)).items[0]?.id ?? "";
    const body = { version: 1, leadKinds: ["village"], dueDate: "2026-12-20" };
    await town.get(saveItemRoute, { params: { listId, itemId }, body });
    await step(listId, "submit", town);
    await done(officer, parentTaskId, "cancel", { note: "任务合并" });
    const before = await countRows(house);
    expect((await step(listId, "issue", townSecretary)).problem.code).toBe("parent-task-not-open");
    expect(await countRows(house)).toEqual(before);
    expect((await open(listId, town)).list.status).toBe("forSignature");
  });
});

describe("县级部门不得直接向村派任务", () => {
  test("指名村、按类别选村都当场拒绝，说出是哪个村；先选村再换成县委名义，送不了签", async () => {
    const own = await create(townSecretary);
    const village = (await receiversOf(own, townSecretary)).find(({ name }) => name === "东峪村");
    const listId = await create();
    const { itemId } = await officer.get(addItemRoute, {
      params: { listId },
      body: { content: "抓好落实。" },
    });
    const saveWith = (fields: object) =>
      officer.send(saveItemRoute, { params: { listId, itemId }, body: { version: 1, ...fields } });
    const named = await saveWith({ leadUnitIds: [village?.id] });
    expect(named.problem).toMatchObject({ code: "unit-not-instructable", detail: "不能直接交办给东峪村。" });
    const byKind = await saveWith({ leadKinds: ["village"] });
    expect(byKind.problem).toMatchObject({ detail: "直接下级里没有这一类单位。" });

    await addItem(own, { leadUnitIds: [village?.id], role: "firstResponsible" }, townSecretary);
    const county = (await issuersOf(townSecretary)).find(({ name }) => name === "清源县委");
    const { list } = await open(own, townSecretary);
    const change = { version: list.version, issuerUnitId: county?.id };
    await townSecretary.get(changeListRoute, { params: { listId: own }, body: change });
    const refused = await step(own, "submit", townSecretary);
    expect(refused.problem.detail).toBe("第1项签发单位不能直接交办给东峪村。");
  });

  test("分解本单位事项的清单，只能以本单位的名义签发，建的时候和改的时候都一样", async () => {
    const to = { unit: "柳树镇" };
    const parentTaskId = (await issueTasks({ drafter: officer, signer: head, to })).taskIds[0] ?? "";
    await done(town, parentTaskId, "acknowledge");
    const county = (await issuersOf(town)).find(({ name }) => name === "清源县委");
    const body = { title: "分解", year: 2026, issuerUnitId: county?.id, parentTaskId };
    expect((await town.send(createListRoute, { body })).problem.code).toBe("issuer-not-allowed");
    const listId = await create(town, { parentTaskId });
    const change = await town.send(changeListRoute, {
      params: { listId },
      body: { version: 1, issuerUnitId: county?.id },
    });
    expect(change.problem.code).toBe("issuer-not-allowed");
  });
});

describe("系统党委", () => {
  test("教育系统党委交办给学校，学校办理，系统党委验收；学校所在以外的乡镇看不到", async () => {
    const committee = await house.signIn("jiaoyu.shuji");
    const school = await house.signIn("jiaoyu.yizhong.shuji");
    const to = { unit: "县第一中学" };
    const role = "firstResponsible";
    const { taskIds } = await issueTasks({ drafter: committee, signer: committee, to, role });
    const taskId = taskIds[0] ?? "";
    await handIn(school, taskId);
    const mine = await committee.get(listTasksRoute, { query: { box: "toJudge" } });
    expect(mine.tasks.map(({ id }) => id)).toContain(taskId);
    expect((await openTask(committee, taskId)).allowedActions).toEqual(["accept", "return"]);
    await done(committee, taskId, "accept");
    const seen = await town.get(listTasksRoute, { query: { box: "below", search: "县第一中学" } });
    expect(seen.tasks).toEqual([]);
  });
});

describe("同一次签发发了两遍", () => {
  test("答复相同，事项只发一次", async () => {
    const listId = await create();
    await addItem(listId, { leadKinds: ["township"] });
    await step(listId, "submit");
    const { list } = await open(listId, head);
    const send = () =>
      head.send(takeStepRoute, {
        params: { listId },
        body: { version: list.version, step: "issue" },
        idempotencyKey: "issue-twice-1",
      });
    const answers = [...(await Promise.all([send(), send(), send()])), await send()];
    expect(new Set(answers.map(({ bytes }) => bytes.toString())).size).toBe(1);
    const { receipts } = await officer.get(listReceiptsRoute, { params: { listId } });
    expect(receipts).toHaveLength(answers[0]?.value.tasks ?? -1);
  });
});

test("一项存到一半被拒，文字、单位、版本都没有变", async () => {
  const listId = await create();
  const itemId = await addItem(listId, { leadKinds: ["township"] });
  const before = [await open(listId), await countRows(house)];
  const units = await receiversOf(listId);
  const stranger = units.find(({ kind }) => kind === "subdistrict");
  const postId = stranger?.posts.find(({ personName }) => personName !== null)?.postId;
  const body = { version: 2, content: "改过", leadPosts: [{ unitId: stranger?.id, postId }] };
  const answer = await officer.send(saveItemRoute, { params: { listId, itemId }, body });
  expect(answer.problem).toMatchObject({ code: "post-not-of-unit", detail: "该单位不是这一项的责任单位。" });
  expect([await open(listId), await countRows(house)]).toEqual(before);
});

test("清单名称全是空格的，请填写", async () => {
  const issuerUnitId = (await issuersOf(officer))[0]?.id;
  const answer = await officer.send(createListRoute, { body: { title: " 　", year: 2026, issuerUnitId } });
  expect(answer.problem.code).toBe("title-missing");
});
