import { afterAll, beforeAll, expect, test } from "vitest";
import type { RouteContract } from "#platform/http/contract.ts";
import { listRequestsRoute } from "#rooms/access/contract/administration.ts";
import { freezeRunRoute } from "#rooms/assessments/contract.ts";
import { draftBulletinRoute, editBulletinRoute } from "#rooms/bulletins/contract.ts";
import { undoEditRoute, uploadDocumentRoute } from "#rooms/directives/contract.ts";
import { openTestHouse, type Sending, type TestHouse } from "./house.ts";

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

async function expectRefused(
  loginName: string,
  route: RouteContract,
  sending: Sending<RouteContract>,
): Promise<void> {
  const answer = await (await house.signIn(loginName)).send(route, sending);
  expect(answer.status).toBe(400);
  expect(answer.problem.code).toBe("invalid-request");
}

test("翻页的位置不是编号：不予查询，不成故障", () =>
  expectRefused("xianwei.xitong", listRequestsRoute, { query: { after: "\uFEFF" } }));

test.each([1e308, 3_000_000_000])("版本大到存不下（%d）：填写有误，不成故障", async (version) => {
  const officer = await house.signIn("zzb.zuzhike");
  const files = [{ name: "要点.txt", content: `一、要抓好第${version}项落实。` }];
  const { documentId } = await officer.get(uploadDocumentRoute, { body: {}, files });
  await expectRefused("zzb.zuzhike", undoEditRoute, { params: { documentId }, body: { version } } as never);
});

test("通报的标题、代字只有空格：填写有误，不成故障", async () => {
  const officer = await house.signIn("zzb.zuzhike");
  const { runId } = await officer.get(freezeRunRoute, { body: { from: "2026-04-01", cutoff: "2026-06-30" } });
  const { bulletinId } = await officer.get(draftBulletinRoute, { body: { runId } });
  const text = {
    title: "标题",
    circleKinds: [],
    goodPractice: "",
    nextSteps: "",
    copyTo: "",
    numberPrefix: "清组通",
  };
  for (const blank of [{ title: "  " }, { numberPrefix: " " }]) {
    const body = { version: 1, text: { ...text, ...blank } };
    await expectRefused("zzb.zuzhike", editBulletinRoute, { params: { bulletinId }, body } as never);
  }
});
