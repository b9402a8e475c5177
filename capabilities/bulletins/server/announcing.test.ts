import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freezeRunRoute, getRunRoute } from "#rooms/assessments/contract.ts";
import { openTestHouse, type Person, type TestHouse } from "../../../tests/scenarios/house.ts";
import {
  checkBulletinRoute,
  draftBulletinRoute,
  editBulletinRoute,
  exportBulletinRoute,
  getBulletinFileRoute,
  getBulletinRoute,
  listBulletinsRoute,
  sendBackBulletinRoute,
  signBulletinRoute,
  withdrawBulletinRoute,
} from "../contract.ts";

let house: TestHouse;
let officer: Person;
let colleague: Person;
let head: Person;
let secretary: Person;
let villager: Person;
let runId: string;
beforeAll(async () => {
  house = await openTestHouse();
  officer = await house.signIn("zzb.zuzhike");
  colleague = await house.signIn("zzb.zuzhike2");
  head = await house.signIn("zzb.buzhang");
  secretary = await house.signIn("liushu.shuji");
  villager = await house.signIn("liushu.dongyu.shuji");
  const body = { from: "2026-07-01", cutoff: "2026-09-30" };
  runId = (await officer.get(freezeRunRoute, { body })).runId;
});
afterAll(() => house.close());

const draft = () => officer.get(draftBulletinRoute, { body: { runId } });
const read = (person: Person, bulletinId: string) => person.get(getBulletinRoute, { params: { bulletinId } });

async function issue(): Promise<{ bulletinId: string; documentNumber: string }> {
  const params = await draft();
  await colleague.get(checkBulletinRoute, { params, body: { version: 1 } });
  const signed = await head.get(signBulletinRoute, { params, body: { version: 2 } });
  return { ...params, documentNumber: signed.documentNumber };
}

describe("起草和核稿", () => {
  let params: { bulletinId: string };

  test("草稿由冻结结果生成，名次表与结果一致", async () => {
    params = await draft();
    const { document, bulletin } = await read(officer, params.bulletinId);
    const run = await officer.get(getRunRoute, { params: { runId } });
    const table = document.blocks.find((block) => block.kind === "table");
    expect(bulletin.status).toBe("draft");
    expect(document.documentNumber).toBeUndefined();
    expect(table?.kind === "table" && table.rows.map(([rank, name]) => [rank, name])).toEqual(
      run.rows.map(({ rank, unitName }) => [String(rank), unitName]),
    );
  });

  test("起草的人不能自己核稿", async () => {
    const answer = await officer.send(checkBulletinRoute, { params, body: { version: 1 } });
    expect(answer.problem).toMatchObject({ status: 403, code: "own-writing-not-checked" });
    expect((await read(officer, params.bulletinId)).allowedActs).not.toContain("check");
  });

  test("修改过的人也不能核稿；两人先后修改，后一人被告知", async () => {
    const { text } = await read(colleague, params.bulletinId);
    const body = { version: 1, text: { ...text, goodPractice: "石桥镇逐村过堂，问题当场交办。" } };
    await colleague.get(editBulletinRoute, { params, body });
    const late = await officer.send(editBulletinRoute, { params, body });
    expect(late.problem).toMatchObject({ status: 409, code: "changed-meanwhile" });
    expect(late.problem.detail).toContain("修改");
    const answer = await colleague.send(checkBulletinRoute, { params, body: { version: 2 } });
    expect(answer.problem.code).toBe("own-writing-not-checked");
  });

  test("缺下步要求不能核稿，说明缺什么", async () => {
    const { text } = await read(officer, params.bulletinId);
    await officer.get(editBulletinRoute, { params, body: { version: 2, text: { ...text, nextSteps: " " } } });
    const answer = await head.send(checkBulletinRoute, { params, body: { version: 3 } });
    expect(answer.problem).toMatchObject({ code: "text-incomplete", detail: "请补充下步要求。" });
  });

  test("退回修改要写理由，退回后可再改", async () => {
    const { text } = await read(officer, params.bulletinId);
    await officer.get(editBulletinRoute, {
      params,
      body: { version: 3, text: { ...text, nextSteps: "逐项整改。" } },
    });
    await head.get(checkBulletinRoute, { params, body: { version: 4 } });
    const returned = await head.get(sendBackBulletinRoute, {
      params,
      body: { version: 5, reason: "补充时限" },
    });
    expect(returned.status).toBe("draft");
    expect((await read(officer, params.bulletinId)).steps.at(-1)).toMatchObject({
      act: "sendBack",
      note: "补充时限",
    });
  });

  test("没有核稿不能签发；科室干部不能签发", async () => {
    expect((await head.send(signBulletinRoute, { params, body: { version: 6 } })).problem.code).toBe(
      "act-not-allowed",
    );
    expect((await officer.send(signBulletinRoute, { params, body: { version: 6 } })).status).toBe(403);
  });

  test("签发以前，发送范围内的单位看不到", async () => {
    const answer = await secretary.send(getBulletinRoute, { params });
    expect(answer.problem).toMatchObject({ status: 404, code: "bulletin-not-found" });
  });
});

describe("签发、编号、定稿", () => {
  let issued: { bulletinId: string; documentNumber: string };

  test("编号从1起，发送范围内的乡镇可读，村里不可读", async () => {
    issued = await issue();
    expect(issued.documentNumber).toBe("清组通〔2026〕1号");
    const seen = await read(secretary, issued.bulletinId);
    expect(seen.document.documentNumber).toBe("清组通〔2026〕1号");
    expect(seen.allowedActs).toEqual([]);
    expect((await secretary.get(listBulletinsRoute)).bulletins.map(({ id }) => id)).toEqual([
      issued.bulletinId,
    ]);
    expect(
      (await villager.send(getBulletinRoute, { params: { bulletinId: issued.bulletinId } })).status,
    ).toBe(404);
    expect((await villager.get(listBulletinsRoute)).bulletins).toEqual([]);
  });

  test("下载的就是定稿，逐字节相同", async () => {
    const { bulletinId } = issued;
    const first = await secretary.send(getBulletinFileRoute, { params: { bulletinId } });
    const second = await officer.send(getBulletinFileRoute, { params: { bulletinId } });
    const { sha256 } = await read(officer, bulletinId);
    expect(createHash("sha256").update(first.bytes).digest("hex")).toBe(sha256);
    expect(second.bytes.equals(first.bytes)).toBe(true);
  });

  test("签发后不能再改", async () => {
    const { bulletinId } = issued;
    const { text, version } = await read(officer, bulletinId);
    const answer = await officer.send(editBulletinRoute, { params: { bulletinId }, body: { version, text } });
    expect(answer.problem).toMatchObject({ status: 409, code: "act-not-allowed" });
  });

  test("同一结果不能通报两次；没签成的不占号", async () => {
    const params = await draft();
    await colleague.get(checkBulletinRoute, { params, body: { version: 1 } });
    const answer = await head.send(signBulletinRoute, { params, body: { version: 2 } });
    expect(answer.problem).toMatchObject({ status: 409, code: "run-already-announced" });
  });

  test("撤回要写理由，原件仍在；重新签发用下一个号，中间不空号", async () => {
    const { bulletinId } = issued;
    const { version } = await read(head, bulletinId);
    const params = { bulletinId };
    const withdrawn = await head.get(withdrawBulletinRoute, {
      params,
      body: { version, reason: "附件有误" },
    });
    expect(withdrawn.status).toBe("withdrawn");
    expect(await read(secretary, bulletinId)).toMatchObject({
      withdrawnReason: "附件有误",
      withdrawnOn: "2026-11-20",
    });
    expect((await secretary.send(getBulletinFileRoute, { params })).status).toBe(200);
    expect((await issue()).documentNumber).toBe("清组通〔2026〕2号");
  });

  test("两份通报同时签发，号码相连，不重不漏", async () => {
    const quarters = [
      { from: "2026-01-01", cutoff: "2026-03-31" },
      { from: "2026-04-01", cutoff: "2026-06-30" },
    ];
    const drafts: { bulletinId: string }[] = [];
    for (const body of quarters) {
      const params = await officer.get(draftBulletinRoute, {
        body: await officer.get(freezeRunRoute, { body }),
      });
      await colleague.get(checkBulletinRoute, { params, body: { version: 1 } });
      drafts.push(params);
    }
    const signed = await Promise.all(
      drafts.map((params) => head.get(signBulletinRoute, { params, body: { version: 2 } })),
    );
    expect(signed.map(({ documentNumber }) => documentNumber).sort()).toEqual([
      "清组通〔2026〕3号",
      "清组通〔2026〕4号",
    ]);
  });

  test("台账工作簿", async () => {
    const file = await secretary.send(exportBulletinRoute, { params: { bulletinId: issued.bulletinId } });
    expect(file.bytes.subarray(0, 2).toString()).toBe("PK");
  });
});
