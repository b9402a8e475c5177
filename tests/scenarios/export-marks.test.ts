import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readWorkbook } from "#platform/spreadsheets/index.ts";
import { freezeRunRoute } from "#rooms/assessments/contract.ts";
import { draftBulletinRoute, getBulletinFileRoute } from "#rooms/bulletins/contract.ts";
import { uploadDocumentRoute } from "#rooms/directives/contract.ts";
import { listListsRoute } from "#rooms/responsibilities/contract/lists.ts";
import { endpoints } from "../../apps/server/endpoints.ts";
import { openTestHouse, type Person, type TestHouse } from "./house.ts";

/** Downloads that are no workbook of ours, each with the reason why it carries no mark in a sheet. */
const exempt: Readonly<Record<string, string>> = {
  "tasks.evidenceFile": "佐证原件，逐字节取回",
  "directives.original": "文件原件，逐字节取回",
  "bulletins.file": "印发的通报是定稿公文，人人一份相同，摘要可核；草稿另有标记（下面单独核对）",
};

const mark = "2026-11-20 10:00";
let house: TestHouse;
let officer: Person;
let auditor: Person;
let bulletinId: string;
let calls: Readonly<
  Record<string, { readonly by: Person; readonly params?: Readonly<Record<string, string>> }>
>;

beforeAll(async () => {
  house = await openTestHouse();
  officer = await house.signIn("zzb.zuzhike");
  auditor = await house.signIn("xianwei.shenji");
  const { runId } = await officer.get(freezeRunRoute, { body: { from: "2026-04-01", cutoff: "2026-06-30" } });
  ({ bulletinId } = await officer.get(draftBulletinRoute, { body: { runId } }));
  const { documentId } = await officer.get(uploadDocumentRoute, {
    body: {},
    files: [{ name: "要点.txt", content: "一、要抓好落实。" }],
  });
  const { lists } = await officer.get(listListsRoute);
  calls = {
    "tasks.export": { by: officer },
    "directives.export": { by: officer, params: { documentId } },
    "responsibilities.export": { by: officer, params: { listId: lists[0]?.id ?? "" } },
    "assessments.exportRun": { by: officer, params: { runId } },
    "bulletins.ledger": { by: officer, params: { bulletinId } },
    "audit.export": { by: auditor },
  };
});
afterAll(() => house.close());

const downloads = endpoints.filter(({ route }) => route.download);

describe("导出的表格写明谁在何时导出", () => {
  test("每一处下载都在这里：要么核对标记，要么写明为什么没有", () => {
    const listed = [...Object.keys(calls), ...Object.keys(exempt)].toSorted();
    expect(downloads.map(({ route }) => route.id).toSorted()).toEqual(listed);
  });

  test.each(downloads.map(({ route }) => route).filter(({ id }) => !(id in exempt)))(
    "$summary",
    async (route) => {
      const call = calls[route.id];
      if (!call) throw new Error(`${route.id}没有列出`);
      const answer = await call.by.send(route, { ...(call.params && { params: call.params as never }) });
      expect(answer.status).toBe(200);
      const read = await readWorkbook(answer.bytes);
      const words = read.ok ? read.value.sheets[0]?.rows.slice(0, 2).flat().join(" ") : "";
      expect(words).toMatch(/导出人：\S+/);
      expect(words).toContain(mark);
    },
  );

  test("通报草稿写明谁在何时导出", async () => {
    const draft = await officer.send(getBulletinFileRoute, { params: { bulletinId } });
    const parts = Object.values(unzipSync(draft.bytes)).map((part) => strFromU8(part));
    expect(parts.join("\n").replace(/<[^>]*>/g, "")).toMatch(/导出人：\S+\s+2026-11-20 10:00/);
  });
});
