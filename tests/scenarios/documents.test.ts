import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  changeDocumentRoute,
  editOutlineRoute,
  exportOutlineRoute,
  getDocumentRoute,
  getOriginalRoute,
  listDocumentsRoute,
  undoEditRoute,
  uploadDocumentRoute,
} from "#rooms/directives/contract.ts";
import { applyChange } from "#rooms/directives/web/outline-view.ts";
import { openTestHouse, type Person, type TestHouse } from "./house.ts";

const keyPoints = readFileSync(resolve(import.meta.dirname, "../../samples/documents/01-工作要点.txt"));

let house: TestHouse;
let officer: Person;
beforeAll(async () => {
  house = await openTestHouse();
  officer = await house.signIn("zzb.zuzhike");
});
afterAll(() => house.close());

const upload = (person: Person, content: string | Uint8Array, name = "要点.txt", body: object = {}) =>
  person.send(uploadDocumentRoute, { files: [{ name, content }], body });

const open = (documentId: string, person = officer) =>
  person.get(getDocumentRoute, { params: { documentId } });

let uploads = 0;
/** Each test works on a document of its own. */
async function uploadOwn(text?: string): Promise<string> {
  uploads += 1;
  const words =
    text ??
    `第${uploads}号工作要点\n一、重点任务\n1. 抓实支部。各乡镇党委要在6月底前完成排查，每村至少储备3名后备干部。\n2. 严格督查。要每季度督查一次。`;
  const answer = await upload(officer, words);
  expect(answer.problem).not.toHaveProperty("code");
  return answer.value.documentId;
}

const findClause = async (documentId: string, words: string) => {
  const found = (await open(documentId)).clauses.find(({ text }) => text.includes(words));
  if (!found) throw new Error(`没有“${words}”`);
  return found;
};

const edit = (documentId: string, version: number, change: object, person = officer) =>
  person.send(editOutlineRoute, { params: { documentId }, body: { version, edit: change } });

describe("上传文件", () => {
  test("分解为逐条要求，每条对应原文的行", async () => {
    const answer = await upload(officer, keyPoints, "2023要点.txt");
    expect(answer.status).toBe(200);
    const { document, content, clauses } = await open(answer.value.documentId);
    expect(document).toMatchObject({
      title: "清源县2023年基层党建工作要点",
      documentNumber: "清组发〔2023〕5号",
      year: 2023,
      documentDate: "2023-03-05",
      coverage: { requirements: 13, assigned: 0, unassigned: 13, dropped: 0 },
    });
    const clause = clauses.find(({ heading }) => heading === "整顿软弱涣散党组织");
    expect(content.split("\n")[(clause?.sourceLine ?? 0) - 1]).toContain("整顿软弱涣散党组织");
    expect(clause?.deadlines.map(({ date }) => date)).toContain("2023-11-30");
    const listed = await officer.get(listDocumentsRoute, { query: { year: "2023" } });
    expect(listed.documents[0]).toMatchObject({ id: document.id, coverage: document.coverage });
  });

  test("同一份文件再传，告知并带上原来那份", async () => {
    const documentId = await uploadOwn("同一份文件\n一、要抓好落实。");
    const again = await upload(officer, "同一份文件\n一、要抓好落实。", "改个名字.txt");
    expect(again.status).toBe(409);
    expect(again.problem).toMatchObject({ code: "document-already-there", documentId });
  });

  test("别的单位传同一份文件互不影响，也互相看不到", async () => {
    const documentId = await uploadOwn("两个单位都收到的文件\n一、要抓好落实。");
    const town = await house.signIn("liushu.zuzhi");
    expect((await upload(town, "两个单位都收到的文件\n一、要抓好落实。")).status).toBe(200);
    expect((await town.send(getDocumentRoute, { params: { documentId } })).status).toBe(404);
    expect((await edit(documentId, 1, { kind: "merge", clauseId: documentId }, town)).status).toBe(404);
  });

  test.each([
    ["空文件", "空.txt", new Uint8Array(), "empty-file"],
    [
      "旧版 Word",
      "旧.doc",
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      "old-word-format",
    ],
    ["PDF", "件.pdf", "%PDF-1.7\n", "pdf-not-readable"],
    ["坏掉的 Word", "坏.docx", new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3]), "broken-document"],
  ])("%s不收，说明原因", async (_name, fileName, content, code) => {
    const before = await officer.get(listDocumentsRoute);
    const answer = await upload(officer, content, fileName);
    expect(answer.problem.code).toBe(code);
    expect(await officer.get(listDocumentsRoute)).toEqual(before);
  });

  test("有密级标志的不收，什么都不留下", async () => {
    const answer = await upload(officer, "机密★1年\n\n关于某事的通知\n一、要抓好落实。", "密件名称.txt");
    expect(answer.problem.code).toBe("classified-mark");
    expect(answer.bytes.toString()).not.toContain("密件名称");
    const listed = await officer.get(listDocumentsRoute, { query: { search: "某事" } });
    expect(listed.documents).toEqual([]);
  });

  test("没有选文件、超长的文件，各说各的", async () => {
    const none = await officer.send(uploadDocumentRoute, { body: {} });
    expect(none.problem.code).toBe("file-missing");
    const long = await upload(officer, `长\n${"一、要落实。\n".repeat(200_000)}`);
    expect(long.problem.code).toBe("document-too-long");
  });
});

describe("修改提纲", () => {
  test("改文字后重新读出时限，撤销后恢复原样", async () => {
    const documentId = await uploadOwn();
    const before = await open(documentId);
    const clause = await findClause(documentId, "抓实支部");
    const answer = await edit(documentId, 1, {
      kind: "text",
      clauseId: clause.id,
      text: "9月底前完成排查。",
    });
    expect(answer.value).toMatchObject({ version: 2, added: [], removedIds: [] });
    const edited = await findClause(documentId, "9月底前");
    expect(edited).toMatchObject({ edited: true, heading: null });
    expect(edited.deadlines[0]?.date).toMatch(/-09-30$/);
    await officer.get(undoEditRoute, { params: { documentId }, body: { version: 2 } });
    expect((await open(documentId)).clauses).toEqual(before.clauses);
    const twice = await officer.send(undoEditRoute, { params: { documentId }, body: { version: 3 } });
    expect(twice.problem.code).toBe("nothing-to-undo");
  });

  test.each([
    ["并入上一条", "严格督查", (clauseId: string) => ({ kind: "merge", clauseId })],
    ["拆开", "抓实支部", (clauseId: string) => ({ kind: "split", clauseId, position: 5 })],
    ["剔除", "抓实支部", (clauseId: string) => ({ kind: "drop", clauseId })],
    ["标为叙述", "抓实支部", (clauseId: string) => ({ kind: "requirement", clauseId, requirement: false })],
  ])("%s，撤销后恢复原样", async (_name, words, change) => {
    const documentId = await uploadOwn();
    const before = await open(documentId);
    const clause = await findClause(documentId, words);
    const edited = await edit(documentId, 1, change(clause.id));
    expect(edited.status).toBe(200);
    const after = await open(documentId);
    expect(after.clauses).not.toEqual(before.clauses);
    expect(after.lastEdit).not.toBeNull();
    // A page that was open need not read the whole document again.
    expect(applyChange(before, edited.value)).toEqual(after);
    expect(edited.value.changed.length + edited.value.added.length).toBeLessThan(before.clauses.length);
    const undone = await officer.get(undoEditRoute, { params: { documentId }, body: { version: 2 } });
    const restored = await open(documentId);
    expect(restored.clauses).toEqual(before.clauses);
    expect(applyChange(after, undone)).toEqual(restored);
    expect(applyChange(before, undone)).toBeNull();
  });

  test("拆开又并回去，一字不差", async () => {
    const documentId = await uploadOwn();
    const before = await findClause(documentId, "抓实支部");
    await edit(documentId, 1, { kind: "split", clauseId: before.id, position: 5 });
    const second = await findClause(documentId, "各乡镇党委要");
    expect(second.text).toMatch(/^各乡镇党委要/);
    await edit(documentId, 2, { kind: "merge", clauseId: second.id });
    expect((await findClause(documentId, "抓实支部")).text).toBe(before.text);
  });

  test("剔除的条不再计入要求，可以恢复", async () => {
    const documentId = await uploadOwn();
    const clause = await findClause(documentId, "抓实支部");
    await edit(documentId, 1, { kind: "drop", clauseId: clause.id });
    expect((await open(documentId)).document.coverage).toMatchObject({ requirements: 1, dropped: 1 });
    await edit(documentId, 2, { kind: "takeBack", clauseId: clause.id });
    expect((await open(documentId)).document.coverage).toMatchObject({ requirements: 2, dropped: 0 });
  });

  test("两人同时改，后改的被告知前一人做了什么", async () => {
    const documentId = await uploadOwn();
    const colleague = await house.signIn("zzb.zuzhike2");
    const clause = await findClause(documentId, "抓实支部");
    const change = { kind: "drop", clauseId: clause.id };
    const answers = await Promise.all([
      edit(documentId, 1, change, colleague),
      edit(documentId, 1, { ...change, kind: "merge" }, officer),
    ]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    const refused = answers.find(({ status }) => status === 409);
    expect(refused?.problem).toMatchObject({ code: "changed-meanwhile" });
    expect(refused?.problem.detail).toMatch(/(林晓晨|姚梦琳)于11月20日10:00/);
  });

  test("别的文件的条、不存在的条、看错的版本都不改", async () => {
    const documentId = await uploadOwn();
    const other = await findClause(await uploadOwn(), "抓实支部");
    const answer = await edit(documentId, 1, { kind: "drop", clauseId: other.id });
    expect(answer.problem.code).toBe("clause-not-found");
    expect((await edit(documentId, 1, { kind: "burn", clauseId: other.id })).status).toBe(400);
  });

  test("看不见的控制字符、半个字，当场退回", async () => {
    const documentId = await uploadOwn();
    const { id: clauseId } = await findClause(documentId, "抓实支部");
    expect((await edit(documentId, 1, { kind: "text", clauseId, text: "甲\u0000乙" })).status).toBe(400);
    expect((await edit(documentId, 1, { kind: "text", clauseId, text: "半个字\ud83d要抓" })).status).toBe(
      400,
    );
    expect((await upload(officer, "控制\u0000字符\n一、要抓好落实。")).status).toBeLessThan(500);
  });

  test("改年份，没有改过的条按新年份读时限", async () => {
    const documentId = await uploadOwn();
    const changed = await officer.get(changeDocumentRoute, {
      params: { documentId },
      body: { version: 1, year: 2027, title: "改过的标题" },
    });
    expect(changed).toEqual({ version: 2 });
    const { document } = await open(documentId);
    expect(document).toMatchObject({ year: 2027, title: "改过的标题" });
    expect((await findClause(documentId, "抓实支部")).deadlines[0]?.date).toBe("2027-06-30");
    const wrong = await officer.send(changeDocumentRoute, {
      params: { documentId },
      body: { version: 2, documentDate: "2027-02-30" },
    });
    expect(wrong.problem.code).toBe("day-unknown");
  });
});

describe("导出", () => {
  test("提纲导出为工作簿，原文件原样取回", async () => {
    const documentId = await uploadOwn("可以取回的文件\n一、要抓好落实。");
    const workbook = await officer.send(exportOutlineRoute, { params: { documentId } });
    expect(workbook.bytes.subarray(0, 2).toString()).toBe("PK");
    const original = await officer.send(getOriginalRoute, { params: { documentId } });
    expect(original.bytes.toString()).toBe("可以取回的文件\n一、要抓好落实。");
  });
});
