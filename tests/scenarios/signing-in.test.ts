import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { actAsRoute, getMeRoute, signInRoute, signOutRoute } from "#rooms/access/contract/session.ts";
import { getUnitRoute, listUnitsRoute } from "#rooms/organizations/contract.ts";
import { openTestHouse, type TestHouse } from "./house.ts";

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

const attempt = (loginName: string, password: string) =>
  house.server.inject({
    method: "POST",
    url: `/api/v1${signInRoute.path}`,
    payload: { areaCode: house.areaCode, loginName, password },
  });

describe("登录", () => {
  test("登录后知道我是谁、以什么岗位办事", async () => {
    const officer = await house.signIn("zzb.zuzhike");
    const me = await officer.get(getMeRoute);
    expect(me).toMatchObject({
      areaCode: house.areaCode,
      today: "2026-11-20",
      acting: { kind: "sectionOfficer" },
    });
  });

  test("密码错与账号不存在说法相同", async () => {
    const wrong = await attempt("zzb.zuzhike", "no");
    const unknown = await attempt("nobody.at.all", "no");
    expect(wrong.statusCode).toBe(401);
    expect(unknown.json().title).toBe(wrong.json().title);
  });

  test("连续输错五次锁定五分钟，期间密码正确也不行，过后恢复", async () => {
    for (let count = 0; count < 5; count += 1) await attempt("liushu.shuji", "no");
    expect((await attempt("liushu.shuji", "scenario password")).json()).toMatchObject({
      code: "account-locked",
    });
    house.setNow("2026-11-20T02:05:01Z");
    expect((await attempt("liushu.shuji", "scenario password")).statusCode).toBe(200);
    house.setNow("2026-11-20T02:00:00Z");
  });

  test("退出后原来的登录失效", async () => {
    const officer = await house.signIn("zzb.zuzhike");
    await officer.send(signOutRoute);
    expect((await officer.send(getMeRoute)).problem).toMatchObject({ code: "session-ended" });
  });

  test("两小时不用即失效", async () => {
    const officer = await house.signIn("zzb.zuzhike");
    house.setNow("2026-11-20T04:00:01Z");
    expect((await officer.send(getMeRoute)).problem.code).toBe("session-ended");
    house.setNow("2026-11-20T02:00:00Z");
  });

  test("不能冒用别人的岗位", async () => {
    const officer = await house.signIn("liushu.zuzhi");
    const head = await house.signIn("zzb.buzhang");
    const { acting } = await head.get(getMeRoute);
    const answer = await officer.send(actAsRoute, { body: { holdingId: acting.holdingId } });
    expect(answer.problem).toMatchObject({ code: "post-not-held" });
  });
});

describe("各看各的范围", () => {
  test("乡镇只看到本乡镇及所辖，县里看到全县", async () => {
    const county = await house.signIn("zzb.zuzhike");
    const town = await house.signIn("liushu.zuzhi");
    const all = await county.get(listUnitsRoute);
    const own = await town.get(listUnitsRoute);
    expect(all.units.some((unit) => unit.kind === "countyCommittee")).toBe(true);
    expect(own.units.some((unit) => unit.kind === "countyCommittee")).toBe(false);
    expect(own.units[0]?.name).toBe("柳树镇");
    const other = all.units.find((unit) => unit.parentName === "清源县委" && unit.id !== own.units[0]?.id);
    const answer = await town.send(getUnitRoute, { params: { unitId: other?.id ?? "" } });
    expect(answer.status).toBe(404);
  });

  test("按名称片段和拼音首字母都能找到", async () => {
    const county = await house.signIn("zzb.zuzhike");
    const names = async (search: string) =>
      (await county.get(listUnitsRoute, { query: { search } })).units.map((unit) => unit.name);
    expect(await names("柳树")).toContain("柳树镇");
    expect(await names("lsz")).toContain("柳树镇");
    expect(await names("%")).toEqual([]);
  });
});
