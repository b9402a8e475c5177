import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { getEvidenceFileRoute, restoreEvidenceRoute, withdrawEvidenceRoute } from "#rooms/tasks/contract.ts";
import { openTestHouse, type Person, type TestHouse } from "./house.ts";
import { attach, done, issueTasks, open } from "./tasks-support.ts";

let house: TestHouse;
let officer: Person;
let town: Person;
let clerk: Person;
let neighbour: Person;
let village: Person;
let fresh: string[];
beforeAll(async () => {
  house = await openTestHouse();
  officer = await house.signIn("zzb.zuzhike");
  town = await house.signIn("liushu.zuzhi");
  clerk = await house.signIn("liushu.ganshi");
  neighbour = await house.signIn("shiqiao.shuji");
  village = await house.signIn("liushu.dongyu.shuji");
  const signer = await house.signIn("zzb.buzhang");
  const issued = await issueTasks({ drafter: officer, signer, to: { unit: "柳树镇" }, count: 10 });
  fresh = [...issued.taskIds];
});
afterAll(() => house.close());

const take = async (): Promise<string> => {
  const taskId = fresh.pop() ?? "";
  await done(town, taskId, "acknowledge");
  return taskId;
};

const download = (person: Person, taskId: string, evidenceId: string) =>
  person.send(getEvidenceFileRoute, { params: { taskId, evidenceId } });

const withdraw = (person: Person, taskId: string, evidenceId: string) =>
  person.send(withdrawEvidenceRoute, { params: { taskId, evidenceId } });

describe("佐证入账", () => {
  test("文件原样保存，记下指纹；看得到事项的能下载，看不到的不能", async () => {
    const taskId = await take();
    const bytes = Uint8Array.from({ length: 70_000 }, (_none, index) => (index * 31) % 256);
    const answer = await attach(clerk, taskId, { happenedOn: "2026-11-01" }, [
      { name: "签到表.pdf", content: bytes },
    ]);
    const evidenceId = answer.value.ids[0] ?? "";
    const [item] = (await open(officer, taskId)).evidence;
    expect(item).toMatchObject({
      kind: "file",
      title: "签到表.pdf",
      happenedOn: "2026-11-01",
      enteredAt: "2026-11-20T02:00:00.000Z",
      enteredLate: true,
      enteredByName: "宋佳宁",
      sizeBytes: 70_000,
      sha256: createHash("sha256").update(bytes).digest("hex"),
    });
    for (const person of [town, officer]) {
      const file = await download(person, taskId, evidenceId);
      expect(file.bytes.equals(Buffer.from(bytes))).toBe(true);
    }
    for (const person of [neighbour, village])
      expect((await download(person, taskId, evidenceId)).problem.code).toBe("task-not-found");
  });

  test("将来的日子、不存在的日子、空文件、空表单、过长的说明，都不入账", async () => {
    const taskId = await take();
    const file = (content: string) => [{ name: "a.txt", content }];
    const code = async (body: object, files: { name: string; content: string }[] = []) =>
      (await attach(town, taskId, body, files)).problem.code;
    expect(await code({ note: "明天", happenedOn: "2026-11-21" })).toBe("evidence-in-future");
    expect(await code({ happenedOn: "2026-11-21" }, file("明天"))).toBe("evidence-in-future");
    expect(await code({ note: "哪天", happenedOn: "2026-02-30" })).toBe("invalid-request");
    expect(await code({}, file(""))).toBe("file-empty");
    expect(await code({})).toBe("nothing-attached");
    expect(await code({ note: " 　" })).toBe("nothing-attached");
    expect(await code({ note: "长".repeat(5_001) })).toBe("invalid-request");
    expect(await code({ title: "长".repeat(201), note: "有" })).toBe("invalid-request");
    const many = Array.from({ length: 11 }, (_none, index) => ({
      name: `${index}.txt`,
      content: `${index}`,
    }));
    expect((await attach(town, taskId, {}, many)).status).toBe(413);
    const mixed = [...file("好的"), { name: "空.txt", content: "" }];
    expect(await code({}, mixed)).toBe("file-empty");
    expect((await open(town, taskId)).evidence).toEqual([]);
  });

  test("同一文件传两次，告知已在哪个事项；引用则挂上原来那份", async () => {
    const [first, second] = [await take(), await take()];
    const file = [{ name: "照片.jpg", content: "同样的内容" }];
    const original = await attach(town, first, { title: "活动照片" }, file);
    const again = await attach(clerk, second, {}, [{ name: "改了名.jpg", content: "同样的内容" }]);
    expect([again.status, again.problem.code]).toEqual([409, "file-already-there"]);
    expect(again.problem.detail).toContain("“改了名.jpg”与已有佐证“活动照片”（2026年11月20日）是同一文件");
    expect(again.problem.detail).toContain((await open(town, first)).task.title);
    const reused = await attach(clerk, second, { reuse: true }, file);
    expect(reused.value.ids).toEqual(original.value.ids);
    expect((await open(town, second)).evidence).toHaveLength(1);
    await withdraw(town, first, original.value.ids[0] ?? "");
    expect((await open(town, first)).evidence).toEqual([]);
    expect((await download(town, second, original.value.ids[0] ?? "")).status).toBe(200);
  });

  test("同时传两次同一文件，只入账一份", async () => {
    const [first, second] = [await take(), await take()];
    const file = [{ name: "同时.txt", content: "同时上传" }];
    const answers = await Promise.all([attach(town, first, {}, file), attach(clerk, second, {}, file)]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  });

  test("说明可作佐证，题目取前三十字，不截断字符", async () => {
    const taskId = await take();
    const note = `${"字".repeat(29)}😀以下不取`;
    await attach(town, taskId, { note });
    const [item] = (await open(town, taskId)).evidence;
    expect(item).toMatchObject({ kind: "note", note, fileName: null, sha256: null });
    expect(item?.title.isWellFormed() && !item.title.includes("\ufffd")).toBe(true);
    expect((await download(town, taskId, item?.id ?? "")).problem.code).toBe("evidence-not-found");
  });
});

test("取下的佐证可以放回，次序和录入人照旧；没取下的、报请之后的、别的单位的放不回", async () => {
  const taskId = await take();
  const { value } = await attach(clerk, taskId, { note: "第一份" });
  await attach(town, taskId, { note: "第二份" });
  const evidenceId = value.ids[0] ?? "";
  const restore = (person: Person) => person.send(restoreEvidenceRoute, { params: { taskId, evidenceId } });
  const before = (await open(town, taskId)).evidence;
  expect((await restore(town)).problem.code).toBe("evidence-not-found");
  await withdraw(town, taskId, evidenceId);
  expect((await open(town, taskId)).evidence).toHaveLength(1);
  expect((await restore(officer)).problem.code).toBe("not-permitted");
  expect((await restore(town)).status).toBe(200);
  expect((await open(town, taskId)).evidence).toEqual(before);
  await withdraw(town, taskId, evidenceId);
  await done(town, taskId, "submit");
  expect((await restore(town)).problem.code).toBe("evidence-sealed");
});

test("报请之后佐证封存；退回后又可增减；取下两次、别的事项的佐证，未找到", async () => {
  const taskId = await take();
  const { value } = await attach(town, taskId, { note: "完成情况" });
  const evidenceId = value.ids[0] ?? "";
  expect((await withdraw(officer, taskId, evidenceId)).problem.code).toBe("not-permitted");
  expect((await attach(officer, taskId, { note: "代附" })).problem.code).toBe("not-permitted");
  await done(town, taskId, "submit");
  expect((await attach(town, taskId, { note: "补" })).problem.code).toBe("evidence-sealed");
  expect((await withdraw(town, taskId, evidenceId)).problem.code).toBe("evidence-sealed");
  await done(officer, taskId, "return", { note: "不全" });
  await attach(town, taskId, { note: "补充" });
  expect((await withdraw(town, taskId, evidenceId)).status).toBe(200);
  expect((await withdraw(town, taskId, evidenceId)).problem.code).toBe("evidence-not-found");
  expect((await open(town, taskId)).evidence.map(({ note }) => note)).toEqual(["补充"]);
  const own = (await open(town, taskId)).evidence[0]?.id ?? "";
  expect((await withdraw(town, await take(), own)).problem.code).toBe("evidence-not-found");
});
