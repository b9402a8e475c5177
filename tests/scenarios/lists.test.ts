import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readWorkbook } from "#platform/spreadsheets/index.ts";
import { getStandingRoute } from "#rooms/assessments/contract.ts";
import { getDocumentRoute, uploadDocumentRoute } from "#rooms/directives/contract.ts";
import { addCommentRoute, listCommentsRoute } from "#rooms/responsibilities/contract/comments.ts";
import {
  addItemRoute,
  editItemsRoute,
  removeItemsRoute,
  saveItemRoute,
} from "#rooms/responsibilities/contract/items.ts";
import {
  createListRoute,
  exportListRoute,
  getListRoute,
  listIssuersRoute,
  listListsRoute,
  listReceiptsRoute,
  listReceiversRoute,
  takeStepRoute,
} from "#rooms/responsibilities/contract/lists.ts";
import { actOnTaskRoute, getTaskRoute, listTasksRoute, openTaskRoute } from "#rooms/tasks/contract.ts";
import { getWorkbenchRoute } from "#rooms/workbench/contract.ts";
import { openTestHouse, type Person, type TestHouse } from "./house.ts";
import { done, handIn, refusal } from "./tasks-support.ts";

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

const open = (listId: string, person = officer) => person.get(getListRoute, { params: { listId } });

const issuerOf = async (person: Person): Promise<string> =>
  (await person.get(listIssuersRoute)).issuers[0]?.id ?? "";

const create = async (person = officer, body: object = {}): Promise<string> => {
  const issuerUnitId = await issuerOf(person);
  const answer = await person.send(createListRoute, {
    body: { title: "重点任务责任清单", year: 2026, issuerUnitId, ...body },
  });
  if (answer.status !== 200) throw new Error(answer.bytes.toString());
  return answer.value.listId;
};

const addItem = async (listId: string, content: string, person = officer): Promise<string> =>
  (await person.get(addItemRoute, { params: { listId }, body: { content } })).itemId;

const save = (listId: string, itemId: string, body: object, person = officer) =>
  person.send(saveItemRoute, { params: { listId, itemId }, body });

const step = async (listId: string, name: string, person = officer, extra: object = {}) => {
  const { list } = await open(listId, person);
  return person.send(takeStepRoute, {
    params: { listId },
    body: { version: list.version, step: name, ...extra },
  });
};

const receiverNamed = async (listId: string, name: string, person = officer) => {
  const { units } = await person.get(listReceiversRoute, { params: { listId } });
  const unit = units.find((each) => each.name === name);
  if (!unit) throw new Error(`没有${name}：${units.map((each) => each.name).join("、")}`);
  return unit;
};

/** A list with one item that is clear in all three respects, for all townships. */
async function createClear(person = officer): Promise<{ listId: string; itemId: string }> {
  const listId = await create(person);
  const itemId = await addItem(listId, "每村至少储备3名后备干部。", person);
  const body = { version: 1, role: "specificResponsible", dueDate: "2026-12-31", leadKinds: ["township"] };
  const answer = await save(listId, itemId, body, person);
  if (answer.status !== 200) throw new Error(answer.bytes.toString());
  return { listId, itemId };
}

describe("由文件生成责任清单", () => {
  const text = [
    "2026年冬季重点任务",
    "一、重点任务",
    "1. 储备后备干部。每村至少储备3名后备干部。（责任单位：各乡镇党委；协办单位：县委宣传部；完成时限：2026年12月底前）",
    "2. 排查软弱涣散党组织。3月底前完成排查。（责任单位：县某某局）",
    "3. 抓实述职评议。",
  ].join("\n");

  test("每条要求成为一项，带出单位、时限、目标，列为建议；文件随即显示已覆盖", async () => {
    const uploaded = await officer.get(uploadDocumentRoute, { files: [{ name: "任务.txt", content: text }] });
    const listId = await create(officer, { documentId: uploaded.documentId });
    const { items, list } = await open(listId);
    expect(list.documentId).toBe(uploaded.documentId);
    expect(items).toHaveLength(3);
    expect(items[0]).toMatchObject({
      ordinal: 1,
      content: "储备后备干部。每村至少储备3名后备干部。",
      target: "至少储备3名",
      dueDate: "2026-12-31",
      isProposed: true,
      source: { line: 3 },
    });
    expect(items[0]?.leads.map(({ unitName }) => unitName)).toContain("柳树镇");
    expect(items[0]?.leads.every(({ unitKind }) => unitKind === "township")).toBe(true);
    expect(items[0]?.assists.map(({ name }) => name)).toEqual(["县委宣传部"]);
    expect(items[1]).toMatchObject({ dueDate: null, leads: [] });
    expect(items[1]?.remarks).toMatch(/原文时限：3月底前（2026年3月31日，已过）；原文单位：县某某局/);
    const document = await officer.get(getDocumentRoute, { params: { documentId: uploaded.documentId } });
    expect(document.document.coverage).toMatchObject({ requirements: 3, assigned: 3, unassigned: 0 });

    const again = await officer.send(createListRoute, {
      body: {
        title: "再来一份",
        year: 2026,
        issuerUnitId: list.issuerUnitId,
        documentId: uploaded.documentId,
      },
    });
    expect(again.problem.code).toBe("nothing-to-assign");

    await officer.get(removeItemsRoute, {
      params: { listId },
      body: { itemIds: [items[2]?.id], isRemoved: true },
    });
    const after = await officer.get(getDocumentRoute, { params: { documentId: uploaded.documentId } });
    expect(after.document.coverage).toMatchObject({ assigned: 2, unassigned: 1 });
  });

  test("别的文件的条、别的单位的文件不能列入", async () => {
    const one = await officer.get(uploadDocumentRoute, {
      files: [{ name: "甲.txt", content: "甲\n一、要抓好甲。" }],
    });
    const two = await officer.get(uploadDocumentRoute, {
      files: [{ name: "乙.txt", content: "乙\n一、要抓好乙。" }],
    });
    const foreign = await officer.get(getDocumentRoute, { params: { documentId: two.documentId } });
    const body = {
      title: "清单",
      year: 2026,
      issuerUnitId: await issuerOf(officer),
      documentId: one.documentId,
      clauseIds: [foreign.clauses[0]?.id],
    };
    expect((await officer.send(createListRoute, { body })).problem.code).toBe("clause-not-assignable");
    const townBody = { ...body, issuerUnitId: await issuerOf(town), clauseIds: undefined };
    expect((await town.send(createListRoute, { body: townBody })).problem.code).toBe("document-not-found");
  });
});

describe("三明确", () => {
  test("缺什么，逐项说清，不予送签", async () => {
    const listId = await create();
    await addItem(listId, "只有任务");
    const second = await addItem(listId, "");
    await save(listId, second, {
      version: 1,
      dueDate: "2026-11-19",
      role: "dualDuty",
      leadKinds: ["leadingGroup"],
    });
    const answer = await step(listId, "submit");
    expect(answer.status).toBe(422);
    expect(answer.problem).toMatchObject({ code: "not-three-clear" });
    expect(answer.problem.detail).toBe(
      "第1项缺责任单位、缺责任角色（由谁承办）、缺时限；" +
        "第2项缺任务内容、时限2026年11月19日已过、县委党建工作领导小组没有承担该责任角色的岗位。",
    );
    const { items } = await open(listId);
    expect(items[0]?.findings.map(({ code }) => code)).toEqual([
      "lead-missing",
      "role-missing",
      "deadline-missing",
    ]);
  });

  test("看不见的控制字符、过长的文字，当场退回而不是出故障", async () => {
    const { listId, itemId } = await createClear();
    expect((await save(listId, itemId, { version: 2, content: "甲\u0000乙" })).status).toBe(400);
    expect((await save(listId, itemId, { version: 2, content: "长".repeat(5_001) })).status).toBe(400);
    expect((await save(listId, itemId, { version: 2, content: "半个字\ud83d" })).status).toBe(400);
    expect((await save(listId, itemId, { version: 2, role: "boss" })).status).toBe(400);
    expect((await save(listId, itemId, { version: 2, content: "整个字😀" })).status).toBe(200);
  });

  test("空清单不能送签", async () => {
    const listId = await create();
    expect((await step(listId, "submit")).problem.code).toBe("list-empty");
  });

  test("时限是休息日只提醒，不拦", async () => {
    const { listId, itemId } = await createClear();
    await save(listId, itemId, { version: 2, dueDate: "2026-12-27" });
    const { items } = await open(listId);
    expect(items[0]?.findings).toMatchObject([{ code: "deadline-holiday", isWarning: true }]);
    expect((await step(listId, "submit")).status).toBe(200);
  });

  test("日历里没有的日子、不能交办的单位、别的清单的条目，当场拒绝", async () => {
    const { listId, itemId } = await createClear();
    const other = await createClear();
    const township = await receiverNamed(listId, "柳树镇");
    const villageList = await create(townSecretary);
    const { units } = await townSecretary.get(listReceiversRoute, { params: { listId: villageList } });
    const village = units.find(({ kind }) => kind === "village");
    expect((await save(listId, itemId, { version: 2, dueDate: "2026-02-30" })).problem.code).toBe(
      "day-unknown",
    );
    const toVillage = await save(listId, itemId, { version: 2, leadUnitIds: [township.id, village?.id] });
    expect(toVillage.problem.code).toBe("unit-not-instructable");
    const foreign = await save(other.listId, itemId, { version: 2, content: "改" });
    expect(foreign.problem.code).toBe("item-not-found");
    const { list } = await open(other.listId);
    const batch = await officer.send(editItemsRoute, {
      params: { listId: other.listId },
      body: { version: list.version, itemIds: [other.itemId, itemId], dueDate: "2026-12-01" },
    });
    expect(batch.problem.code).toBe("item-not-found");
    expect((await open(other.listId)).items[0]?.dueDate).toBe("2026-12-31");
  });
});

describe("草稿随改随存", () => {
  test("两人同时改同一项，后改的被告知；改不同的项互不妨碍", async () => {
    const colleague = await house.signIn("zzb.zuzhike2");
    const { listId, itemId } = await createClear();
    const otherItem = await addItem(listId, "另一项");
    const [one, two] = [
      await save(listId, itemId, { version: 2, content: "甲改的" }, colleague),
      await save(listId, itemId, { version: 2, content: "乙改的" }),
    ];
    expect(one.status).toBe(200);
    expect(two.problem).toMatchObject({ code: "changed-meanwhile", current: { content: "甲改的" } });
    expect(two.problem.detail).toContain("姚梦琳");
    expect((await save(listId, otherItem, { version: 1, content: "不妨碍" })).status).toBe(200);
  });

  test("成批：全部乡镇、责任角色、时限一次定好；再加单位时原来的保留", async () => {
    const listId = await create();
    const itemIds = [await addItem(listId, "第一项"), await addItem(listId, "第二项")];
    let { list } = await open(listId);
    await officer.get(editItemsRoute, {
      params: { listId },
      body: {
        version: list.version,
        itemIds,
        leadKinds: ["township"],
        role: "firstResponsible",
        dueDate: "2026-12-31",
      },
    });
    const subdistrict = await receiverNamed(listId, "临水街道");
    ({ list } = await open(listId));
    await officer.get(editItemsRoute, {
      params: { listId },
      body: { version: list.version, itemIds: [itemIds[1]], leadUnitIds: [subdistrict.id], keepsUnits: true },
    });
    const { items } = await open(listId);
    expect(items[0]?.leads.map(({ unitName }) => unitName)).toEqual(["柳树镇", "石桥镇"].toSorted());
    expect(items[1]?.leads).toHaveLength(3);
    expect(items[1]?.leads.every(({ responsible }) => responsible?.personName)).toBe(true);
    expect((await step(listId, "submit")).status).toBe(200);
  });

  test("个别单位另定责任人；别的单位的岗位不行", async () => {
    const { listId, itemId } = await createClear();
    const township = await receiverNamed(listId, "柳树镇");
    const other = await receiverNamed(listId, "石桥镇");
    const deputy = township.posts.find(({ role }) => role === "mainResponsible");
    const wrong = await save(listId, itemId, {
      version: 2,
      leadPosts: [{ unitId: other.id, postId: deputy?.postId }],
    });
    expect(wrong.problem.code).toBe("post-not-of-unit");
    await save(listId, itemId, { version: 2, leadPosts: [{ unitId: township.id, postId: deputy?.postId }] });
    const lead = (await open(listId)).items[0]?.leads.find(({ unitId }) => unitId === township.id);
    expect(lead).toMatchObject({ isChosen: true, responsible: { personName: "曾永祥" } });
  });

  test("拿掉的项可以放回", async () => {
    const { listId, itemId } = await createClear();
    const remove = (isRemoved: boolean) =>
      officer.get(removeItemsRoute, { params: { listId }, body: { itemIds: [itemId], isRemoved } });
    await remove(true);
    expect((await open(listId)).items).toEqual([]);
    expect((await save(listId, itemId, { version: 3, content: "改" })).problem.code).toBe("item-not-found");
    await remove(false);
    expect((await open(listId)).items).toHaveLength(1);
  });
});

describe("谁看得到，谁能签", () => {
  test("草稿只有起草单位看得到；送签后签发人看得到；承办单位始终看不到清单", async () => {
    const { listId } = await createClear();
    const secretary = await house.signIn("xianwei.shuji");
    const sees = async (person: Person) =>
      (await person.send(getListRoute, { params: { listId } })).status === 200;
    expect(await sees(secretary)).toBe(false);
    await step(listId, "submit");
    expect(await sees(secretary)).toBe(true);
    expect((await step(listId, "issue", head)).status).toBe(200);
    expect(await sees(town)).toBe(false);
    const listed = await town.get(listListsRoute);
    expect(listed.lists.map(({ id }) => id)).not.toContain(listId);
    expect(await house.signIn("liushu.dongyu.shuji").then(sees)).toBe(false);
  });

  test("起草人不能签发；送签后不能再改，撤回后可以；退回须写意见", async () => {
    const { listId, itemId } = await createClear();
    await step(listId, "submit");
    expect((await step(listId, "issue")).problem.code).toBe("not-permitted");
    expect((await save(listId, itemId, { version: 2, content: "改" })).problem.code).toBe("list-not-draft");
    expect((await step(listId, "return", head)).problem.code).toBe("note-missing");
    expect((await step(listId, "return", head, { note: "时限太紧" })).value.status).toBe("draft");
    expect((await open(listId)).list.returnNote).toBe("程嘉宁：时限太紧");
    expect((await save(listId, itemId, { version: 2, content: "改过" })).status).toBe(200);
    await step(listId, "submit");
    expect((await step(listId, "withdraw")).value.status).toBe("draft");
    expect((await step(listId, "issue", head)).problem.code).toBe("step-not-allowed");
  });

  test("签发人看的不是最新一版时不能签", async () => {
    const { listId } = await createClear();
    await step(listId, "submit");
    const { list } = await open(listId, head);
    await step(listId, "withdraw");
    await step(listId, "submit");
    const stale = await head.send(takeStepRoute, {
      params: { listId },
      body: { version: list.version, step: "issue" },
    });
    expect(stale.problem.code).toBe("changed-meanwhile");
  });

  test("部门不以自己的名义签发，乡镇不以县委的名义签发", async () => {
    const { issuers } = await officer.get(listIssuersRoute);
    expect(issuers.map(({ name }) => name)).toEqual(["清源县委"]);
    const body = { title: "清单", year: 2026, issuerUnitId: issuers[0]?.id };
    const village = await house.signIn("liushu.dongyu.shuji");
    expect((await village.send(createListRoute, { body })).problem.code).toBe("issuer-not-allowed");
  });
});

describe("清单分三处看", () => {
  test("本单位起草、待我签发、职责范围内", async () => {
    const { listId } = await createClear();
    await step(listId, "submit");
    const ids = async (person: Person, query: Record<string, string>) =>
      (await person.get(listListsRoute, { query })).lists.map(({ id }) => id);
    const secretary = await house.signIn("xianwei.shuji");
    expect(await ids(officer, { box: "own" })).toContain(listId);
    expect(await ids(officer, { box: "toSign" })).toEqual([]);
    expect(await ids(secretary, { box: "toSign" })).toContain(listId);
    expect(await ids(secretary, { box: "own" })).not.toContain(listId);
    expect(await ids(head, { status: "published" })).not.toContain(listId);
    expect(await ids(town, {})).not.toContain(listId);
  });
});

describe("签发", () => {
  test("每个单位一个事项，交给责任人；同时签两次只成一次", async () => {
    const { listId, itemId } = await createClear();
    await step(listId, "submit");
    const { list } = await open(listId, head);
    const deputy = await house.signIn("zzb.fubuzhang");
    const body = { version: list.version, step: "issue" };
    const answers = await Promise.all(
      [head, deputy].map((person) => person.send(takeStepRoute, { params: { listId }, body })),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    const issued = await open(listId);
    expect(issued.list).toMatchObject({ status: "published", signedOn: "2026-11-20" });
    expect(issued).toMatchObject({ mayEdit: false, steps: [] });
    const { receipts, unopened } = await officer.get(listReceiptsRoute, { params: { listId } });
    expect(receipts.map(({ unitName }) => unitName).toSorted()).toEqual(["柳树镇", "石桥镇"].toSorted());
    expect(receipts.every((receipt) => receipt.itemId === itemId && receipt.status === "assigned")).toBe(
      true,
    );
    expect(unopened.map(({ tasks }) => tasks)).toEqual([1, 1]);

    const mine = receipts.find(({ unitName }) => unitName === "柳树镇");
    expect(mine).toMatchObject({ ownerName: "沈思琳", dueDate: "2026-12-31", lamp: "grey" });
    const taskId = mine?.taskId ?? "";
    await town.get(openTaskRoute, { params: { taskId } });
    await town.get(actOnTaskRoute, { params: { taskId }, body: { action: "acknowledge", version: 1 } });
    const later = await officer.get(listReceiptsRoute, { params: { listId } });
    expect(later.unopened.map(({ unitName }) => unitName)).toEqual(["石桥镇"]);
    expect(later.receipts.find((receipt) => receipt.taskId === taskId)).toMatchObject({
      status: "inProgress",
      openedAt: "2026-11-20T02:00:00.000Z",
      acknowledgedAt: "2026-11-20T02:00:00.000Z",
    });
    const workbook = await officer.send(exportListRoute, { params: { listId } });
    const read = await readWorkbook(workbook.bytes);
    if (!read.ok) throw new Error(read.problem.code);
    const cells = JSON.stringify(read.value);
    for (const word of ["责任领导", "佐证", "具体责任人：沈思琳", "办理中1", "办结0/2"])
      expect(cells).toContain(word);
  });

  test("送签后时限到了期，签发时拦住", async () => {
    const { listId, itemId } = await createClear();
    await save(listId, itemId, { version: 2, dueDate: "2026-11-20" });
    await step(listId, "submit");
    house.setNow("2026-11-20T16:30:00Z");
    const person = await house.signIn("zzb.buzhang");
    const answer = await step(listId, "issue", person);
    house.setNow("2026-11-20T02:00:00Z");
    expect(answer.problem.detail).toBe("第1项时限2026年11月20日已过。");
  });
});

describe("分解到下级", () => {
  test("乡镇把事项分解给村，事项挂在上级事项下，上级看得到经过", async () => {
    const { listId } = await createClear();
    await step(listId, "submit");
    await step(listId, "issue", head);
    const { receipts } = await officer.get(listReceiptsRoute, { params: { listId } });
    const parentTaskId = receipts.find(({ unitName }) => unitName === "柳树镇")?.taskId ?? "";
    const body = { title: "柳树镇落实清单", year: 2026, issuerUnitId: await issuerOf(town), parentTaskId };
    expect((await town.send(createListRoute, { body })).problem.code).toBe("parent-task-not-open");
    await town.get(actOnTaskRoute, {
      params: { taskId: parentTaskId },
      body: { action: "acknowledge", version: 1 },
    });
    const foreign = { ...body, parentTaskId: receipts.find(({ unitName }) => unitName === "石桥镇")?.taskId };
    expect((await town.send(createListRoute, { body: foreign })).problem.code).toBe("task-not-found");

    const below = (await town.get(createListRoute, { body })).listId;
    const { items } = await open(below, town);
    expect(items[0]).toMatchObject({ content: "每村至少储备3名后备干部。", dueDate: "2026-12-31" });
    await save(
      below,
      items[0]?.id ?? "",
      { version: 1, leadKinds: ["village"], dueDate: "2027-01-29" },
      town,
    );
    expect((await open(below, town)).items[0]?.findings).toMatchObject([
      { code: "deadline-after-parent", isWarning: true },
    ]);
    await save(below, items[0]?.id ?? "", { version: 2, dueDate: "2026-12-20" }, town);
    await step(below, "submit", town);
    const answer = await step(below, "issue", townSecretary);
    expect(answer.value).toMatchObject({ status: "published", tasks: 3 });
    const parent = await officer.get(getTaskRoute, { params: { taskId: parentTaskId } });
    expect(parent.below).toHaveLength(3);
    expect(parent.log.at(-1)).toMatchObject({
      action: "decompose",
      note: "签发“柳树镇落实清单”，分解为3个事项，交3个单位办理",
    });
    const village = await house.signIn("liushu.dongyu.shuji");
    const mine = await village.get(listTasksRoute, { query: { box: "own", state: "assigned" } });
    expect(mine.tasks.map(({ issuerName }) => issuerName)).toContain("柳树镇");
  });
});

describe("本单位工作计划", () => {
  let planId: string;

  test("乡镇在上级清单之外给自己列计划，选成类单位时不会把自己带进去", async () => {
    planId = await create(town, { title: "柳树镇党委工作计划" });
    const { units } = await town.get(listReceiversRoute, { params: { listId: planId } });
    const own = units.find(({ isIssuer }) => isIssuer);
    expect(own?.name).toBe("柳树镇");
    const itemId = await addItem(planId, "每季度分析研判一次基层党建。", town);
    const refused = await save(planId, itemId, { version: 1, leadKinds: ["township"] }, town);
    expect(refused.problem.code).toBe("unit-not-instructable");
    const fields = { role: "specificResponsible", dueDate: "2026-12-31", leadUnitIds: [own?.id] };
    expect((await save(planId, itemId, { version: 1, ...fields }, town)).status).toBe(200);
    await step(planId, "submit", town);
    expect((await step(planId, "issue", townSecretary)).value).toMatchObject({ tasks: 1 });
  });

  test("自己给自己列的事项，本人不能验收，书记和上级都可以；不计入考核", async () => {
    const { receipts } = await town.get(listReceiptsRoute, { params: { listId: planId } });
    const taskId = receipts[0]?.taskId ?? "";
    await handIn(town, taskId);
    expect(await refusal(town, taskId, "accept")).toBe("own-work-not-accepted");
    const neighbour = await house.signIn("shiqiao.shuji");
    expect((await neighbour.send(getTaskRoute, { params: { taskId } })).status).toBe(404);
    expect((await officer.get(getTaskRoute, { params: { taskId } })).allowedActions).toContain("accept");
    const score = async () => {
      const { rows } = await officer.get(getStandingRoute);
      return rows.find(({ unitName }) => unitName === "柳树镇")?.indicators;
    };
    const before = await score();
    await done(townSecretary, taskId, "accept");
    expect(await score()).toEqual(before);
  });

  test("上级对下级签发的清单提意见，起草单位工作台收到，答复一次；别的单位看不到", async () => {
    const params = { listId: planId };
    const view = await officer.get(listCommentsRoute, { params });
    expect(view).toEqual({ comments: [], mayComment: true, mayAnswer: false });
    expect((await town.get(listCommentsRoute, { params })).mayComment).toBe(false);
    const text = "计划里没有村级后备干部，请补上。";
    const { id } = await officer.get(addCommentRoute, { params, body: { text } });
    const desk = await town.get(getWorkbenchRoute);
    expect(desk.commentsToAnswer.papers).toEqual([
      { id: planId, title: "柳树镇党委工作计划", note: "县委组织部" },
    ]);
    const neighbour = await house.signIn("shiqiao.shuji");
    expect((await neighbour.send(addCommentRoute, { params, body: { text } })).status).toBe(404);
    expect((await town.send(addCommentRoute, { params, body: { text } })).problem.code).toBe("not-permitted");
    const answer = { text: "已列入十二月计划。", answerTo: id };
    expect((await officer.send(addCommentRoute, { params, body: answer })).problem.code).toBe(
      "not-permitted",
    );
    const both = await Promise.all([1, 2].map(() => town.send(addCommentRoute, { params, body: answer })));
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const { comments } = await officer.get(listCommentsRoute, { params });
    expect(comments).toMatchObject([{ text, answer: { text: "已列入十二月计划。" } }]);
    expect((await town.get(getWorkbenchRoute)).commentsToAnswer.count).toBe(0);
  });

  test.each([
    ["没有内容", { text: "  " }, 422],
    ["答复的不是这份清单的意见", { text: "好", answerTo: "018f0000-0000-7000-8000-000000000000" }, 404],
  ])("%s，不能提交", async (_name, body, status) => {
    const person = "answerTo" in body ? town : officer;
    expect((await person.send(addCommentRoute, { params: { listId: planId }, body })).status).toBe(status);
  });
});

test("演示县的清单都打得开", async () => {
  const { lists } = await officer.get(listListsRoute);
  expect(lists.length).toBeGreaterThan(3);
  for (const { id, itemCount } of lists) expect((await open(id)).items).toHaveLength(itemCount);
});
