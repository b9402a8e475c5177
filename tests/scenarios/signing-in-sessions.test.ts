import { sql } from "kysely";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { inTerritory } from "#platform/database/index.ts";
import {
  endOtherSessionsRoute,
  endSessionRoute,
  getAccountRoute,
} from "#rooms/access/contract/my-account.ts";
import { getMeRoute, signOutRoute } from "#rooms/access/contract/session.ts";
import { openTestHouse, type TestHouse } from "./house.ts";
import { listRecords, openBrowser } from "./visitor.ts";

const start = "2026-11-20T02:00:00Z";
let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse(start);
});
afterAll(() => house.close());
beforeEach(() => house.setNow(start));

const phone = {
  address: "10.8.8.8",
  userAgent: "Mozilla/5.0 (Linux; Android 12) Chrome/107 Mobile MicroMessenger/8.0",
};

describe("我在哪些地方登录着", () => {
  test("逐处列出设备、地址和时间，认得出本处；结束一处，那一处立即失效", async () => {
    const desk = openBrowser(house);
    const pocket = openBrowser(house, phone);
    await desk.signIn("liushu.zuzhi");
    await pocket.signIn("liushu.zuzhi");
    const { sessions } = await desk.get(getAccountRoute);
    expect(sessions).toHaveLength(2);
    expect(sessions.find(({ isThis }) => isThis)).toMatchObject({
      device: "Windows电脑，Chrome浏览器",
      remoteAddress: "10.1.2.3",
      method: "password",
    });
    const other = sessions.find(({ isThis }) => !isThis);
    expect(other).toMatchObject({ device: "安卓手机，微信", remoteAddress: "10.8.8.8" });
    await desk.get(endSessionRoute, { params: { sessionId: other?.id ?? "" } });
    expect((await pocket.send(getMeRoute)).problem.code).toBe("session-ended");
    expect((await desk.get(getAccountRoute)).sessions).toHaveLength(1);
    expect(await listRecords(house, "access.endSession")).toContainEqual(
      expect.objectContaining({ result: "done", person_name: "沈思琳" }),
    );
  });

  test("结束其他各处，本处不受影响；别人的不受影响", async () => {
    const [desk, one, two] = [openBrowser(house), openBrowser(house), openBrowser(house)];
    for (const browser of [desk, one, two]) await browser.signIn("liushu.ganshi");
    const colleague = openBrowser(house);
    await colleague.signIn("liushu.fushuji");
    await desk.get(endOtherSessionsRoute);
    expect((await one.send(getMeRoute)).status).toBe(401);
    expect((await two.send(getMeRoute)).status).toBe(401);
    expect((await desk.send(getMeRoute)).status).toBe(200);
    expect((await colleague.send(getMeRoute)).status).toBe(200);
  });

  test("不能结束别人的登录", async () => {
    const secretary = openBrowser(house);
    await secretary.signIn("liushu.shuji");
    const { sessions } = await secretary.get(getAccountRoute);
    const clerk = openBrowser(house);
    await clerk.signIn("liushu.ganshi");
    const answer = await clerk.send(endSessionRoute, { params: { sessionId: sessions[0]?.id ?? "" } });
    expect(answer.status).toBe(404);
    expect((await secretary.send(getMeRoute)).status).toBe(200);
  });

  test("过时和已退出的不再列出，但留在最近登录里", async () => {
    const early = openBrowser(house, phone);
    await early.signIn("jiaoyu.shuji");
    house.setNow("2026-11-20T04:30:00Z");
    const gone = openBrowser(house);
    await gone.signIn("jiaoyu.shuji");
    await gone.get(signOutRoute);
    expect(gone.cookies).toEqual({});
    const desk = openBrowser(house);
    await desk.signIn("jiaoyu.shuji");
    const account = await desk.get(getAccountRoute);
    expect(account.sessions).toHaveLength(1);
    expect(account.signIns.map(({ startedAt }) => startedAt)).toEqual([
      "2026-11-20T04:30:00.000Z",
      "2026-11-20T04:30:00.000Z",
      "2026-11-20T02:00:00.000Z",
    ]);
  });

  test("一直在用，满十二小时也要重新登录", async () => {
    const desk = openBrowser(house);
    await desk.signIn("shiqiao.shuji");
    for (let hour = 1; hour < 12; hour += 1) {
      house.setNow(new Date(Date.parse(start) + hour * 3_600_000).toISOString());
      expect((await desk.send(getMeRoute)).status).toBe(200);
    }
    house.setNow("2026-11-20T14:00:00Z");
    expect((await desk.send(getMeRoute)).problem.code).toBe("session-ended");
  });
});

describe("任职结束，登录随之结束", () => {
  const holdings = (loginName: string) => sql`
    SELECT person_id FROM access.account WHERE area_code = ${house.areaCode} AND login_name = ${loginName}`;
  const endHoldings = (loginName: string, lastDay: string | null) =>
    inTerritory(house.database, house.areaCode, (tx) =>
      sql`UPDATE people.holding SET held_to = ${lastDay}
        WHERE area_code = ${house.areaCode} AND person_id = (${holdings(loginName)})`.execute(tx),
    );

  test("最后一天还在，次日零时（北京时间）起失效；重新任职也不复活", async () => {
    const clerk = openBrowser(house);
    house.setNow("2026-11-20T15:00:00Z");
    await clerk.signIn("liushu.ganshi");
    await endHoldings("liushu.ganshi", "2026-11-20");
    house.setNow("2026-11-20T15:59:00Z");
    expect((await clerk.send(getMeRoute)).status).toBe(200);
    house.setNow("2026-11-20T16:00:00Z");
    expect((await clerk.send(getMeRoute)).problem.code).toBe("session-ended");
    expect((await openBrowser(house).signIn("liushu.ganshi")).problem.code).toBe("no-post-held");
    await endHoldings("liushu.ganshi", null);
    expect((await clerk.send(getMeRoute)).problem.code).toBe("session-ended");
    expect((await openBrowser(house).signIn("liushu.ganshi")).status).toBe(200);
  });

  test("代理到期，只剩本职：登录还在，代理的岗位不见了", async () => {
    await inTerritory(house.database, house.areaCode, (tx) =>
      sql`INSERT INTO people.holding (area_code, id, post_id, person_id, held_from, held_to, is_deputising)
        SELECT ${house.areaCode}, ${newId()}, post.id, (${holdings("liushu.zuzhi")}), '2026-11-01', '2026-11-20', true
        FROM people.post AS post JOIN organizations.read_unit AS unit
          ON unit.area_code = post.area_code AND unit.id = post.unit_id
        WHERE post.area_code = ${house.areaCode} AND unit.name = '柳树镇' AND post.kind = 'secretary'`.execute(
        tx,
      ),
    );
    house.setNow("2026-11-20T15:00:00Z");
    const deputy = openBrowser(house);
    await deputy.signIn("liushu.zuzhi");
    expect((await deputy.get(getMeRoute)).posts.map(({ kind }) => kind).toSorted()).toEqual([
      "organizationOfficer",
      "secretary",
    ]);
    house.setNow("2026-11-20T16:00:00Z");
    expect((await deputy.get(getMeRoute)).posts.map(({ kind }) => kind)).toEqual(["organizationOfficer"]);
  });

  test("只有代理的人，代理到期就退出", async () => {
    await endHoldings("liushu.fushuji", "2026-11-20");
    await inTerritory(house.database, house.areaCode, (tx) =>
      sql`UPDATE people.holding SET is_deputising = true
        WHERE area_code = ${house.areaCode} AND person_id = (${holdings("liushu.fushuji")})`.execute(tx),
    );
    house.setNow("2026-11-20T15:00:00Z");
    const deputy = openBrowser(house);
    await deputy.signIn("liushu.fushuji");
    house.setNow("2026-11-20T16:00:00Z");
    expect((await deputy.send(getMeRoute)).problem.code).toBe("session-ended");
  });
});
