import { renameSync, rmSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { getDocumentRoute, uploadDocumentRoute } from "#rooms/directives/contract.ts";
import { countRows } from "./changes.ts";
import { openTestHouse, type Person, type TestHouse } from "./house.ts";
import { attach, done, issueTasks, open } from "./tasks-support.ts";

let house: TestHouse;
let officer: Person;
let town: Person;
let taskId: string;
beforeAll(async () => {
  house = await openTestHouse();
  officer = await house.signIn("zzb.zuzhike");
  town = await house.signIn("liushu.zuzhi");
  const signer = await house.signIn("zzb.buzhang");
  const issued = await issueTasks({ drafter: officer, signer, to: { unit: "柳树镇" } });
  taskId = issued.taskIds[0] ?? "";
  await done(town, taskId, "acknowledge");
});
afterAll(() => house.close());

describe("存储目录写不进去", () => {
  test("佐证不入账，文件不收，说明是服务器的事；目录恢复以后照常", async () => {
    const aside = `${house.filesFolder}-aside`;
    const file = { name: "签到表.txt", content: "甲乙丙" };
    const text = { name: "要点.txt", content: "某年要点\n一、要抓好落实。" };
    const before = await countRows(house);
    renameSync(house.filesFolder, aside);
    writeFileSync(house.filesFolder, "");
    try {
      const refused = await attach(town, taskId, {}, [file]);
      expect([refused.status, refused.problem.code]).toEqual([503, "storage-not-writable"]);
      expect(refused.problem.title).toContain("请联系系统管理员");
      const upload = await officer.send(uploadDocumentRoute, { files: [text] });
      expect(upload.problem.code).toBe("storage-not-writable");
      expect(await countRows(house)).toEqual(before);
    } finally {
      rmSync(house.filesFolder);
      renameSync(aside, house.filesFolder);
    }
    expect((await attach(town, taskId, {}, [file])).status).toBe(200);
    expect((await open(town, taskId)).evidence).toHaveLength(1);
    expect((await officer.send(uploadDocumentRoute, { files: [text] })).status).toBe(200);
  });
});

describe("很长的文件", () => {
  const clauses = 6_000;
  const long = Array.from(
    { length: clauses },
    (_none, index) =>
      `${index + 1}. 抓实支部。各乡镇党委要在${(index % 12) + 1}月底前完成排查，每村至少储备3名后备干部，要每季度督查一次。`,
  );

  test("正在读的时候，别人的请求照样答复；六千条都在，要求一条不少", async () => {
    const content = `2026年长清单\n${long.join("\n")}`;
    const idleBefore = performance.eventLoopUtilization();
    let isRead = false;
    let answered = 0;
    const reading = officer
      .send(uploadDocumentRoute, { files: [{ name: "长.txt", content }] })
      .finally(() => {
        isRead = true;
      });
    while (!isRead) {
      const health = await house.server.inject("/api/health/live");
      if (health.statusCode === 200 && !isRead) answered += 1;
      await new Promise((next) => setTimeout(next, 5));
    }
    const { value } = await reading;
    expect(value).toMatchObject({ clauses, requirements: clauses });
    expect(answered).toBeGreaterThan(3);
    // Reading it here instead of apart would leave the loop no rest at all.
    expect(performance.eventLoopUtilization(idleBefore).utilization).toBeLessThan(0.9);
    const { document } = await officer.get(getDocumentRoute, { params: { documentId: value.documentId } });
    expect(document.coverage).toMatchObject({ requirements: clauses, unassigned: clauses });
  });
});
