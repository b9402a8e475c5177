import { sql } from "kysely";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inTerritory } from "#platform/database/index.ts";
import { readWorkbook } from "#platform/spreadsheets/index.ts";
import { actAsRoute, getMeRoute, signInRoute, signOutRoute } from "#rooms/access/contract/session.ts";
import {
  exportAuditRecordsRoute,
  getAuditRecordRoute,
  getChainRoute,
  listActsRoute,
  listAuditRecordsRoute,
  verifyChainRoute,
} from "#rooms/audit/contract.ts";
import { sealArea } from "#rooms/audit/server/index.ts";
import {
  exportTasksRoute,
  getEvidenceFileRoute,
  getTaskRoute,
  openTaskRoute,
} from "#rooms/tasks/contract.ts";
import { openTestHouse, type Person, type TestHouse } from "./house.ts";
import { act, attach, done, issueTasks } from "./tasks-support.ts";

let house: TestHouse;
let auditor: Person;
beforeAll(async () => {
  house = await openTestHouse();
  auditor = await house.signIn("xianwei.shenji");
});
afterAll(() => house.close());

const attempt = (loginName: string, password: string, areaCode = house.areaCode) =>
  house.server.inject({
    method: "POST",
    url: `/api/v1${signInRoute.path}`,
    payload: { areaCode, loginName, password },
  });

const find = async (query: Readonly<Record<string, string>>) =>
  (await auditor.get(listAuditRecordsRoute, { query })).records;

/** Records of a county straight from the table, newest last. */
const rawRecords = async (action: string) => {
  const { rows } = await inTerritory(house.database, house.areaCode, (tx) =>
    sql<{ subject_title: string | null; after: string | null; result: string; account_id: string | null }>`
      SELECT subject_title, after, result, account_id FROM audit.record
      WHERE area_code = ${house.areaCode} AND action = ${action} ORDER BY id`.execute(tx),
  );
  return rows;
};

describe("登录与岗位入审计", () => {
  test("登录、密码错、没有的账号、锁定、退出、换岗位，各留一条", async () => {
    await attempt("liushu.ganshi", "no");
    expect((await rawRecords("access.signIn")).at(-1)).toMatchObject({
      result: "refused",
      subject_title: "liushu.ganshi",
      after: '{"reason":"wrong-name-or-password"}',
    });
    for (let count = 0; count < 5; count += 1) await attempt("liushu.ganshi", "no");
    expect((await rawRecords("access.signIn")).at(-1)).toMatchObject({
      after: '{"reason":"account-locked"}',
    });
    const officer = await house.signIn("zzb.zuzhike");
    const { acting } = await officer.get(getMeRoute);
    await officer.get(actAsRoute, { body: { holdingId: acting.holdingId } });
    await officer.get(signOutRoute);
    const [signedIn] = (await find({ action: "access.signIn", person: "林晓晨" })).toReversed();
    expect(signedIn).toMatchObject({ actionTitle: "登录", result: "done", subjectTitle: "zzb.zuzhike" });
    expect(await find({ action: "access.signOut", person: "林晓晨" })).toHaveLength(1);
    expect((await find({ action: "access.actAs" }))[0]).toMatchObject({
      actionTitle: "换岗位办事",
      postTitle: "组织科科长",
      unitName: "县委组织部",
    });
  });

  test("没有的账号名遮去大半：可能是误填的密码；没有的地区不记", async () => {
    await attempt("my-secret-password", "x");
    const last = (await rawRecords("access.signIn")).at(-1);
    expect(last).toMatchObject({ account_id: null, result: "refused" });
    expect(last?.subject_title).toMatch(/^my-\*+word$/);
    expect((await attempt("zzb.zuzhike", "x", "110101")).statusCode).toBe(401);
    const elsewhere = await inTerritory(house.database, "110101", (tx) =>
      sql`SELECT FROM audit.record WHERE area_code = '110101'`.execute(tx),
    );
    expect(elsewhere.rows).toEqual([]);
  });

  test("没有登录的退出什么也没做，不留记录", async () => {
    const before = (await rawRecords("access.signOut")).length;
    const answer = await house.server.inject({ method: "POST", url: `/api/v1${signOutRoute.path}` });
    expect(answer.statusCode).toBe(200);
    expect(await rawRecords("access.signOut")).toHaveLength(before);
  });
});

describe("办事、导出、被拒入审计", () => {
  test("办理留下前后；首次打开记一次；下载与导出都记；个人号码遮蔽", async () => {
    const [drafter, signer, town] = await Promise.all(
      ["zzb.zuzhike", "zzb.buzhang", "liushu.zuzhi"].map((name) => house.signIn(name)),
    );
    if (!drafter || !signer || !town) throw new Error("not signed in");
    const issued = await issueTasks({ drafter, signer, to: { unit: "柳树镇" } });
    const taskId = issued.taskIds[0] ?? "";
    for (let count = 0; count < 2; count += 1) await town.get(openTaskRoute, { params: { taskId } });
    expect(await find({ action: "task.open", subject: taskId })).toHaveLength(1);
    await done(town, taskId, "acknowledge");
    const files = [{ name: "纪要.txt", content: "会议纪要" }];
    const attached = await attach(town, taskId, { note: "联系人13812345678" }, files);
    const evidenceId = attached.value.ids[0] ?? "";
    await town.send(getEvidenceFileRoute, { params: { taskId, evidenceId } });
    await town.send(exportTasksRoute, { query: { box: "own", search: "13812345678" } });
    expect((await find({ action: "task.downloadEvidence" }))[0]).toMatchObject({
      subjectId: taskId,
      unitName: "柳树镇",
    });
    expect((await rawRecords("task.export")).at(-1)?.after).toContain("138****5678");
    const [acknowledged] = await find({ action: "task.acknowledge", subject: taskId });
    const detail = await auditor.get(getAuditRecordRoute, { params: { recordId: acknowledged?.id ?? "" } });
    expect(detail.record).toMatchObject({
      personName: "沈思琳",
      postTitle: "组织委员",
      actionTitle: "事项：签收",
    });
    expect(detail.fields).toContainEqual({ field: "status", before: "assigned", after: "inProgress" });
  });

  test("无权的、够不着的，都记作被拒，说明缘由和所求", async () => {
    const village = await house.signIn("liushu.dongyu.shuji");
    const someTask = newId();
    expect((await village.send(getTaskRoute, { params: { taskId: someTask } })).status).toBe(404);
    const [refused] = await find({ result: "refused", search: someTask });
    expect(refused).toMatchObject({ action: "tasks.get", actionTitle: expect.stringContaining("一个事项") });
    expect((await village.send(listAuditRecordsRoute)).status).toBe(403);
    expect((await find({ result: "refused", action: "audit.records" }))[0]).toMatchObject({
      unitName: "东峪村",
    });
  });

  test("被拒的办理自己什么也没留下，只留被拒的记录", async () => {
    const [drafter, signer, town] = [
      await house.signIn("zzb.zuzhike"),
      await house.signIn("zzb.buzhang"),
      await house.signIn("liushu.zuzhi"),
    ];
    const { taskIds } = await issueTasks({ drafter, signer, to: { unit: "柳树镇" } });
    const taskId = taskIds[0] ?? "";
    expect((await act(town, taskId, "accept")).status).toBe(403);
    expect(await find({ action: "task.accept", subject: taskId })).toEqual([]);
    expect(await find({ result: "refused", action: "tasks.act", search: taskId })).toHaveLength(1);
  });
});

describe("审计管理员查阅", () => {
  test.each([
    ["县委组织部部长", "zzb.buzhang"],
    ["县委书记", "xianwei.shuji"],
    ["系统管理员", "xianwei.xitong"],
    ["安全管理员", "xianwei.anquan"],
  ])("%s不能查阅、导出、核验", async (_name, loginName) => {
    const person = await house.signIn(loginName);
    const recordId = newId();
    const answers = await Promise.all([
      person.send(listAuditRecordsRoute),
      person.send(exportAuditRecordsRoute),
      person.send(getAuditRecordRoute, { params: { recordId } }),
      person.send(listActsRoute),
      person.send(getChainRoute),
      person.send(verifyChainRoute, { body: {} }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403, 403]);
  });

  test("另两名管理员的作为看得到", async () => {
    expect(await find({ person: "傅明轩" })).not.toEqual([]);
    expect(await find({ person: "陆雪晴" })).not.toEqual([]);
  });

  test("翻页不重不漏，最新的在前", async () => {
    const seen: string[] = [];
    const times: string[] = [];
    // Reading leaves records of its own: the period ends before they begin.
    house.setNow("2026-11-21T02:00:00Z");
    auditor = await house.signIn("xianwei.shenji");
    for (let after: string | null = ""; after !== null; ) {
      const query: Record<string, string> = { to: "2026-11-20", ...(after !== "" && { after }) };
      const page = await auditor.get(listAuditRecordsRoute, { query });
      seen.push(...page.records.map(({ id }) => id));
      times.push(...page.records.map(({ at }) => at));
      after = page.next;
    }
    expect(seen.length).toBeGreaterThan(50);
    expect(new Set(seen).size).toBe(seen.length);
    expect(times).toEqual(times.toSorted().toReversed());
  });

  test.each<[string, Record<string, string>]>([
    ["单位", { unit: "柳树" }],
    ["结果", { result: "refused" }],
    ["任意片段", { search: "柳树镇" }],
    ["百分号不是通配符", { person: "%" }],
    ["以前的日子", { from: "2020-01-01", to: "2020-12-31" }],
  ])("按%s筛选，与逐条比对的结果一致", async (_name, query) => {
    const found = await find(query);
    for (const row of found) {
      if (query["unit"]) expect(row.unitName).toContain(query["unit"]);
      if (query["result"]) expect(row.result).toBe(query["result"]);
    }
    expect(found.length > 0).toBe(query["person"] === undefined && query["from"] === undefined);
  });

  test("按请求编号找到一次办理的全部记录", async () => {
    const [one] = await find({ action: "task.assign" });
    const same = await find({ requestId: one?.requestId ?? "" });
    expect(same.some(({ action }) => action === "list.issue")).toBe(true);
    expect(new Set(same.map(({ requestId }) => requestId)).size).toBe(1);
  });

  test("不存在的日期、坏的翻页位置，说明不予查询", async () => {
    expect((await auditor.send(listAuditRecordsRoute, { query: { from: "2026-02-30" } })).problem.code).toBe(
      "day-unknown",
    );
    expect((await auditor.send(listAuditRecordsRoute, { query: { after: "x" } })).status).toBe(400);
  });

  test("导出写明谁、何时导出；查阅和导出本身也在审计里", async () => {
    const answer = await auditor.send(exportAuditRecordsRoute, { query: { unit: "柳树" } });
    const workbook = await readWorkbook(answer.bytes);
    if (!workbook.ok) throw new Error(workbook.problem.code);
    const words = workbook.value.sheets[0]?.rows.flat().join(" ") ?? "";
    expect(words).toMatch(/共\d+条　导出人：清源县委审计管理员秦向东　2026-11-21 10:00/);
    expect(words).toContain("沈思琳");
    expect((await find({ action: "audit.export" }))[0]).toMatchObject({
      personName: "秦向东",
      actionTitle: "导出审计记录",
    });
    expect(await find({ action: "audit.read", person: "秦向东" })).not.toEqual([]);
  });
});

describe("页面上的链与核验", () => {
  test("状态写明已链接、待封存；核验一段接一段直到核完；改动一条就指出", async () => {
    const before = await auditor.get(getChainRoute);
    expect(before.unsealed).toBeGreaterThan(50);
    await sealArea(house.database, house.areaCode, new Date("2026-11-21T02:00:00Z"));
    const chain = await auditor.get(getChainRoute);
    expect(chain).toMatchObject({ unsealed: 0, sealed: before.sealed + before.unsealed });
    const verified = await auditor.get(verifyChainRoute, { body: {} });
    expect(verified).toMatchObject({ isThrough: true, fault: null, checked: chain.sealed });
    const halfway = await auditor.get(verifyChainRoute, { body: { after: 10 } });
    expect(halfway.checked).toBe(chain.sealed - 10);
    expect((await auditor.send(verifyChainRoute, { body: { after: 100_000 } })).value.fault?.words).toMatch(
      /^第100000条：这一条的封存不见了/,
    );
    const [sealed] = await find({ action: "list.issue" });
    expect(sealed?.sequence).toBeGreaterThan(0);
    await house.asOwner(
      `UPDATE audit.record SET person_name = '别人' WHERE area_code = '${house.areaCode}' AND id = '${sealed?.id}'`,
    );
    const broken = await auditor.get(verifyChainRoute, { body: {} });
    expect(broken.fault).toMatchObject({ sequence: sealed?.sequence, recordId: sealed?.id });
    expect(broken.checked).toBe((sealed?.sequence ?? 0) - 1);
    expect((await rawRecords("audit.verify")).at(-1)?.after).toContain("记录在封存之后被改动");
  });
});
