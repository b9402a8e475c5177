import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readWorkbook } from "#platform/spreadsheets/index.ts";
import {
  addItemRoute,
  editItemsRoute,
  moveItemRoute,
  removeItemsRoute,
  saveItemRoute,
  undoItemsRoute,
} from "#rooms/responsibilities/contract/items.ts";
import {
  createListRoute,
  exportListRoute,
  getListRoute,
  listIssuersRoute,
  listReceiversRoute,
  takeStepRoute,
} from "#rooms/responsibilities/contract/lists.ts";
import { openTestHouse, type Person, type TestHouse } from "./house.ts";

let house: TestHouse;
let officer: Person;
let head: Person;
beforeAll(async () => {
  house = await openTestHouse();
  officer = await house.signIn("zzb.zuzhike");
  head = await house.signIn("zzb.buzhang");
});
afterAll(() => house.close());

const open = (listId: string) => officer.get(getListRoute, { params: { listId } });
const versionOf = async (listId: string): Promise<number> => (await open(listId)).list.version;
const order = async (listId: string): Promise<string> =>
  (await open(listId)).items.map(({ content }) => content).join("");

/** A draft with one item per character. */
async function draftOf(contents: string): Promise<{ listId: string; itemIds: string[] }> {
  const { issuers } = await officer.get(listIssuersRoute);
  const { listId } = await officer.get(createListRoute, {
    body: { title: "次序与撤销", year: 2026, issuerUnitId: issuers[0]?.id },
  });
  const itemIds: string[] = [];
  for (const content of contents) {
    itemIds.push((await officer.get(addItemRoute, { params: { listId }, body: { content } })).itemId);
  }
  return { listId, itemIds };
}

const move = async (listId: string, itemId: string, place: number, version?: number) =>
  officer.send(moveItemRoute, {
    params: { listId, itemId },
    body: { version: version ?? (await versionOf(listId)), place },
  });

describe("调整清单条目的次序", () => {
  test("移到第几位就在第几位，序号跟着变，再打开还是这个次序", async () => {
    const { listId, itemIds } = await draftOf("甲乙丙丁");
    await move(listId, itemIds[3] ?? "", 1);
    expect(await order(listId)).toBe("丁甲乙丙");
    await move(listId, itemIds[0] ?? "", 3);
    expect(await order(listId)).toBe("丁乙甲丙");
    expect((await open(listId)).items.map(({ ordinal }) => ordinal)).toEqual([1, 2, 3, 4]);
  });

  test("导出的工作簿按页面上的次序", async () => {
    const { listId, itemIds } = await draftOf("甲乙丙");
    await move(listId, itemIds[2] ?? "", 1);
    const { bytes } = await officer.send(exportListRoute, { params: { listId } });
    const workbook = await readWorkbook(new Uint8Array(bytes));
    if (!workbook.ok) throw new Error(workbook.problem.code);
    const words = JSON.stringify(workbook.value);
    const places = ["丙", "甲", "乙"].map((content) => words.indexOf(`"${content}"`));
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places.toSorted((a, b) => a - b)).toEqual(places);
  });

  test("拿掉的项放回时回到原来的位置附近，不与别的项争序号", async () => {
    const { listId, itemIds } = await draftOf("甲乙丙丁");
    const remove = (isRemoved: boolean) =>
      officer.get(removeItemsRoute, { params: { listId }, body: { itemIds: [itemIds[1]], isRemoved } });
    await remove(true);
    await move(listId, itemIds[3] ?? "", 1);
    expect(await order(listId)).toBe("丁甲丙");
    await remove(false);
    expect(await order(listId)).toBe("丁乙甲丙");
  });

  test("别人刚改过清单的，先看再移；别的清单的条目移不动；送签后移不动", async () => {
    const { listId, itemIds } = await draftOf("甲乙");
    const old = await versionOf(listId);
    await move(listId, itemIds[1] ?? "", 1);
    expect((await move(listId, itemIds[1] ?? "", 2, old)).problem.code).toBe("changed-meanwhile");
    const other = await draftOf("丙");
    expect((await move(listId, other.itemIds[0] ?? "", 1)).problem.code).toBe("item-not-found");
    expect((await move(listId, itemIds[0] ?? "", 0)).problem.code).toBe("invalid-request");
    const answer = await head.send(moveItemRoute, {
      params: { listId, itemId: itemIds[0] ?? "" },
      body: { version: await versionOf(listId), place: 2 },
    });
    expect(answer.status).toBe(200);
    await setClear(listId, itemIds);
    await officer.get(takeStepRoute, {
      params: { listId },
      body: { version: await versionOf(listId), step: "submit" },
    });
    expect((await move(listId, itemIds[0] ?? "", 2)).problem.code).toBe("list-not-draft");
  });
});

async function setClear(listId: string, itemIds: readonly string[]): Promise<number> {
  const { version } = await officer.get(editItemsRoute, {
    params: { listId },
    body: {
      version: await versionOf(listId),
      itemIds,
      leadKinds: ["township"],
      role: "firstResponsible",
      dueDate: "2026-12-31",
    },
  });
  return version;
}

const undo = (listId: string, version: number) =>
  officer.send(undoItemsRoute, { params: { listId }, body: { version } });

describe("撤销成批设置", () => {
  test("每一项回到自己原来的单位、责任人、角色、时限", async () => {
    const { listId, itemIds } = await draftOf("甲乙");
    const { units } = await officer.get(listReceiversRoute, { params: { listId } });
    const township = units.find(({ name }) => name === "柳树镇");
    const save = (body: object) =>
      officer.get(saveItemRoute, { params: { listId, itemId: itemIds[0] ?? "" }, body });
    const { version } = await save({
      version: 1,
      leadUnitIds: [township?.id],
      role: "mainResponsible",
      dueDate: "2026-12-01",
    });
    const deputy = township?.posts.find(({ role }) => role === "mainResponsible");
    await save({ version, leadPosts: [{ unitId: township?.id, postId: deputy?.postId }] });
    const before = (await open(listId)).items;
    const made = await setClear(listId, itemIds);
    expect((await open(listId)).items.map(({ leads }) => leads.length)).not.toEqual([1, 0]);
    expect((await undo(listId, made)).status).toBe(200);
    const withoutVersions = (items: typeof before) => items.map(({ version: _version, ...item }) => item);
    expect(withoutVersions((await open(listId)).items)).toEqual(withoutVersions(before));
  });

  test("撤销一次后不能再撤；其后有人改过的不能撤", async () => {
    const { listId, itemIds } = await draftOf("甲");
    const first = await setClear(listId, itemIds);
    expect((await undo(listId, first)).status).toBe(200);
    expect((await undo(listId, first)).problem.code).toBe("nothing-to-undo");
    const second = await setClear(listId, itemIds);
    const [item] = (await open(listId)).items;
    await officer.get(saveItemRoute, {
      params: { listId, itemId: item?.id ?? "" },
      body: { version: item?.version ?? 0, content: "后来改的" },
    });
    expect((await undo(listId, second)).problem.code).toBe("nothing-to-undo");
    expect((await open(listId)).items[0]).toMatchObject({ content: "后来改的", dueDate: "2026-12-31" });
  });
});
