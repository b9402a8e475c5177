import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { canRender, type Rendering, renderFile } from "#platform/documents/office-rendering.ts";
import { freezeRunRoute } from "#rooms/assessments/contract.ts";
import {
  checkBulletinRoute,
  draftBulletinRoute,
  exportBulletinRoute,
  getBulletinFileRoute,
  signBulletinRoute,
} from "#rooms/bulletins/contract.ts";
import { exportTasksRoute } from "#rooms/tasks/contract.ts";
import { openTestHouse, type Person, type TestHouse } from "./house.ts";

let house: TestHouse;
let officer: Person;
beforeAll(async () => {
  house = await openTestHouse();
  officer = await house.signIn("zzb.zuzhike");
});
afterAll(() => house.close());

async function issueBulletin(): Promise<{ bulletinId: string }> {
  const colleague = await house.signIn("zzb.zuzhike2");
  const head = await house.signIn("zzb.buzhang");
  const { runId } = await officer.get(freezeRunRoute, { body: { from: "2026-07-01", cutoff: "2026-09-30" } });
  const params = await officer.get(draftBulletinRoute, { body: { runId } });
  await colleague.get(checkBulletinRoute, { params, body: { version: 1 } });
  await head.get(signBulletinRoute, { params, body: { version: 2 } });
  return params;
}

/** All words of each page, run together. */
const readPages = (paper: Rendering): string[] =>
  Array.from({ length: paper.pageCount }, (_page, index) =>
    paper
      .wordsOfPage(index + 1)
      .map((word) => word.text)
      .join(""),
  );

describe.skipIf(!canRender())("印到纸上", () => {
  test("签发的通报是A4、页码齐全、文号在首页，台账能打开", async () => {
    const params = await issueBulletin();
    const file = await officer.send(getBulletinFileRoute, { params });
    const paper = renderFile(file.bytes, "通报.docx");
    const [width, height] = paper.pageSizePoints;
    expect(width).toBeCloseTo(595.3, 0);
    expect(height).toBeCloseTo(841.9, 0);
    const pages = readPages(paper);
    expect(pages.length).toBeGreaterThan(2);
    expect(pages[0]).toContain("清组通〔2026〕1号");
    expect(pages.map((text, index) => text.includes(`—${index + 1}—`))).toEqual(pages.map(() => true));
    const ledger = await officer.send(exportBulletinRoute, { params });
    expect(readPages(renderFile(ledger.bytes, "台账.xlsx")).join("")).toContain("柳树镇");
  });

  test("事项台账能在办公软件里打开，内容在纸上", async () => {
    const ledger = await officer.send(exportTasksRoute, { query: { box: "issued" } });
    const text = readPages(renderFile(ledger.bytes, "事项台账.xlsx")).join("");
    expect(text).toContain("事项台账");
    expect(text).toContain("柳树镇");
  });
});
