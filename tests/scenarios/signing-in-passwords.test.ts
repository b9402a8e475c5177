import { argon2Sync, randomBytes } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { inTerritory } from "#platform/database/index.ts";
import { changePasswordRoute, getAccountRoute } from "#rooms/access/contract/my-account.ts";
import { getMeRoute, getSignInRoute } from "#rooms/access/contract/session.ts";
import { resetPassword, resumeAccount, suspendAccount } from "#rooms/access/server/index.ts";
import { openTestHouse, password, type TestHouse } from "./house.ts";
import { changeAccount, findAccountId, listRecords, openBrowser } from "./visitor.ts";

const start = "2026-11-20T02:00:00Z";
const after = (minutes: number): string => new Date(Date.parse(start) + minutes * 60_000).toISOString();

let house: TestHouse;
const waits: number[] = [];
beforeAll(async () => {
  house = await openTestHouse(start, { wait: async (milliseconds) => void waits.push(milliseconds) });
  for (const loginName of [
    "liushu.ganshi",
    "liushu.zuzhi",
    "liushu.shuji",
    "liushu.fushuji",
    "shiqiao.shuji",
  ]) {
    await changeAccount(house, loginName, sql`demo = false`);
  }
});
afterAll(() => house.close());
beforeEach(() => house.setNow(start));

const inHouse = <Value>(work: Parameters<typeof inTerritory<Record<never, never>, Value>>[2]) =>
  inTerritory(house.database, house.areaCode, work);

describe("连续输错密码", () => {
  const wrong = async (loginName: string, times: number) => {
    let code = "";
    for (let count = 0; count < times; count += 1) {
      code = (await openBrowser(house, { address: "10.9.9.9" }).signIn(loginName, "wrong")).problem.code;
    }
    return code;
  };

  test("第五次起锁定，一次比一次久，期间密码正确也不行，成功一次后从头数", async () => {
    expect(await wrong("shiqiao.shuji", 4)).toBe("wrong-name-or-password");
    expect(await wrong("shiqiao.shuji", 1)).toBe("account-locked");
    const locked = await openBrowser(house).signIn("shiqiao.shuji");
    expect(locked).toMatchObject({ status: 429, problem: { code: "account-locked" } });
    expect(locked.problem.detail).toContain("5分钟");
    house.setNow(after(5));
    expect(await wrong("shiqiao.shuji", 1)).toBe("account-locked");
    house.setNow(after(19));
    expect((await openBrowser(house).signIn("shiqiao.shuji")).status).toBe(429);
    house.setNow(after(20));
    expect((await openBrowser(house).signIn("shiqiao.shuji")).status).toBe(200);
    expect(await wrong("shiqiao.shuji", 4)).toBe("wrong-name-or-password");
  });

  test("没有的账号同样锁定，说法一样", async () => {
    expect(await wrong("nobody.at.all", 4)).toBe("wrong-name-or-password");
    expect(await wrong("nobody.at.all", 1)).toBe("account-locked");
    const unknown = await openBrowser(house).signIn("nobody.at.all", "wrong");
    await wrong("xianwei.shuji", 5);
    const known = await openBrowser(house).signIn("xianwei.shuji", "wrong");
    const { instance: _one, ...saidOfUnknown } = unknown.problem;
    const { instance: _two, ...saidOfKnown } = known.problem;
    expect(saidOfUnknown).toEqual(saidOfKnown);
  });

  test("一起猜五次，与一次一次猜一样算", async () => {
    const guesses = Array.from({ length: 8 }, () => openBrowser(house).signIn("zzb.fubuzhang", "wrong"));
    const codes = (await Promise.all(guesses)).map(({ problem }) => problem.code);
    expect(codes.filter((code) => code === "wrong-name-or-password")).toHaveLength(4);
    expect((await openBrowser(house).signIn("zzb.fubuzhang")).problem.code).toBe("account-locked");
  });

  test("没有的地区什么也不记", async () => {
    const answer = await openBrowser(house).signIn("zzb.zuzhike", password, "990000");
    expect(answer.problem.code).toBe("wrong-name-or-password");
  });

  test("每次失败都有审计；打错的账号名不入审计", async () => {
    const records = await listRecords(house, "access.signIn");
    const refused = records.filter(({ result }) => result === "refused");
    expect(refused.some(({ after: said }) => said["reason"] === "account-locked")).toBe(true);
    expect(JSON.stringify(records)).not.toContain("nobody.at.all");
  });
});

describe("同一地址", () => {
  test("错得多了只是变慢，不锁地址；别的地址不受影响", async () => {
    const office = { address: "172.16.8.1" };
    for (let count = 0; count < 21; count += 1) {
      await openBrowser(house, office).signIn(`guessed.name${count}`, "wrong");
    }
    waits.length = 0;
    expect((await openBrowser(house, office).signIn("liushu.dongyu.shuji")).status).toBe(200);
    expect(waits).toEqual([250]);
    expect((await openBrowser(house, { address: "172.16.8.2" }).signIn("liushu.dongyu.shuji")).status).toBe(
      200,
    );
    expect(waits).toEqual([250]);
  });
});

describe("上一次登录", () => {
  test("登录后看到上次何时、从何处登录，其后失败几次", async () => {
    const first = openBrowser(house, { address: "10.1.1.1" });
    await first.signIn("jiaoyu.shuji");
    expect((await first.get(getMeRoute)).formerSignIn).toBeNull();
    await openBrowser(house, { address: "10.6.6.6" }).signIn("jiaoyu.shuji", "wrong");
    await openBrowser(house, { address: "10.6.6.6" }).signIn("jiaoyu.shuji", "wrong");
    house.setNow(after(30));
    const second = openBrowser(house, { address: "10.2.2.2" });
    await second.signIn("jiaoyu.shuji");
    expect((await second.get(getMeRoute)).formerSignIn).toEqual({
      at: "2026-11-20T02:00:00.000Z",
      from: "10.1.1.1",
      failures: 2,
    });
    const third = openBrowser(house);
    await third.signIn("jiaoyu.shuji");
    expect((await third.get(getMeRoute)).formerSignIn).toMatchObject({ from: "10.2.2.2", failures: 0 });
  });
});

describe("初次使用和重置之后", () => {
  test("先改密码，改之前什么也办不了，改后原密码失效", async () => {
    const accountId = await findAccountId(house, "liushu.ganshi");
    const first = await inHouse((tx) => resetPassword(tx, house.areaCode, accountId, new Date(start)));
    const clerk = openBrowser(house);
    expect((await clerk.signIn("liushu.ganshi", first)).value).toEqual({ step: "passwordChange" });
    expect((await clerk.send(getMeRoute)).problem).toMatchObject({
      code: "sign-in-incomplete",
      step: "passwordChange",
    });
    const changed = await clerk.send(changePasswordRoute, { body: { next: "后山的柿子红了三回啦" } });
    expect(changed).toMatchObject({ status: 200, value: { step: null } });
    expect((await clerk.get(getMeRoute)).personName).toBe("宋佳宁");
    expect((await openBrowser(house).signIn("liushu.ganshi", first)).status).toBe(401);
    expect((await openBrowser(house).signIn("liushu.ganshi", "后山的柿子红了三回啦")).value.step).toBeNull();
  });

  test("重置密码结束各处登录", async () => {
    const officer = openBrowser(house);
    await officer.signIn("liushu.zuzhi");
    const accountId = await findAccountId(house, "liushu.zuzhi");
    const first = await inHouse((tx) => resetPassword(tx, house.areaCode, accountId, new Date(start)));
    expect((await officer.send(getMeRoute)).problem.code).toBe("session-ended");
    expect(first).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/);
    const again = openBrowser(house);
    await again.signIn("liushu.zuzhi", first);
    await again.get(changePasswordRoute, { body: { next: password } });
  });
});

describe("自己修改密码", () => {
  test.each([
    ["太短", "qx7-ktw2m", "password-too-short"],
    ["常见密码加年份", "Woaizhongguo2026", "password-too-common"],
    ["含有账号", "x-liushu.shuji-x", "password-has-login-name"],
    ["含有本人姓名拼音", "hanzhenlin-9-oaks", "password-has-known-name"],
    ["含有单位名称拼音", "9-oaks-liushuzhen", "password-has-known-name"],
    ["含有单位名称去掉“镇”字的拼音", "9-oaks-of-liushu", "password-has-known-name"],
    ["与原密码相同", password, "password-unchanged"],
  ])("不许：%s", async (_name, next, code) => {
    const secretary = openBrowser(house);
    await secretary.signIn("liushu.shuji");
    const answer = await secretary.send(changePasswordRoute, { body: { current: password, next } });
    expect(answer).toMatchObject({ status: 422, problem: { code } });
  });

  test("改后别处登录全部结束，本处换新凭证继续", async () => {
    const here = openBrowser(house);
    const elsewhere = openBrowser(house);
    await here.signIn("liushu.fushuji");
    await elsewhere.signIn("liushu.fushuji");
    const before = { ...here.cookies };
    const body = { current: password, next: "后山的柿子红了四回啦" };
    await here.get(changePasswordRoute, { body });
    expect((await elsewhere.send(getMeRoute)).problem.code).toBe("session-ended");
    expect((await here.get(getAccountRoute)).sessions).toHaveLength(1);
    here.cookies = before;
    expect((await here.send(getMeRoute)).problem.code).toBe("session-ended");
    expect(await listRecords(house, "access.changePassword")).toContainEqual(
      expect.objectContaining({ result: "done", person_name: "曾永祥", after: null }),
    );
  });

  test("原密码输错五次也锁定，错的次数不会因拒绝而不算", async () => {
    const clerk = openBrowser(house);
    await clerk.signIn("liushu.ganshi", "后山的柿子红了三回啦");
    const codes: string[] = [];
    for (let count = 0; count < 5; count += 1) {
      const body = { current: "wrong", next: "后山的柿子红了五回啦" };
      codes.push((await clerk.send(changePasswordRoute, { body })).problem.code);
    }
    expect(codes).toEqual([...Array.from({ length: 4 }, () => "wrong-password"), "account-locked"]);
  });

  test("演示账号的密码不能改", async () => {
    const officer = openBrowser(house);
    await officer.signIn("zzb.zuzhike");
    const body = { current: password, next: "后山的柿子红了六回啦" };
    expect((await officer.send(changePasswordRoute, { body })).problem.code).toBe("demo-account");
  });
});

describe("停用账号", () => {
  test("立即退出各处，密码正确也进不来；恢复后照常", async () => {
    const secretary = openBrowser(house);
    await secretary.signIn("liushu.dongyu.shuji");
    const accountId = await findAccountId(house, "liushu.dongyu.shuji");
    await inHouse((tx) => suspendAccount(tx, house.areaCode, accountId, new Date(start)));
    expect((await secretary.send(getMeRoute)).problem.code).toBe("session-ended");
    expect((await openBrowser(house).signIn("liushu.dongyu.shuji")).problem.code).toBe("account-suspended");
    const guess = await openBrowser(house).signIn("liushu.dongyu.shuji", "wrong");
    expect(guess.problem.code).toBe("wrong-name-or-password");
    await inHouse((tx) => resumeAccount(tx, house.areaCode, accountId));
    expect((await openBrowser(house).signIn("liushu.dongyu.shuji")).status).toBe(200);
  });
});

describe("旧的密码摘要", () => {
  const cheapHash = (): string => {
    const salt = randomBytes(16);
    const settings = { memory: 1024, passes: 1, parallelism: 1, tagLength: 32 };
    const tag = argon2Sync("argon2id", { message: password, nonce: salt, ...settings });
    return ["argon2id", 1024, 1, salt.toString("base64url"), tag.toString("base64url")].join("$");
  };
  const hashOf = (loginName: string) =>
    inHouse(async (tx) => {
      const found = await sql<{ password_hash: string }>`
        SELECT password_hash FROM access.account
        WHERE area_code = ${house.areaCode} AND login_name = ${loginName}`.execute(tx);
      return found.rows[0]?.password_hash ?? "";
    });

  test("成本低的，登录成功时换成现行成本；登录失败不换", async () => {
    await changeAccount(house, "jiaoyu.yizhong.shuji", sql`password_hash = ${cheapHash()}`);
    await openBrowser(house).signIn("jiaoyu.yizhong.shuji", "wrong");
    expect(await hashOf("jiaoyu.yizhong.shuji")).toMatch(/^argon2id\$1024\$1\$/);
    const both = [openBrowser(house), openBrowser(house)];
    const answers = await Promise.all(both.map((each) => each.signIn("jiaoyu.yizhong.shuji")));
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const renewed = await hashOf("jiaoyu.yizhong.shuji");
    expect(renewed).toMatch(/^argon2id\$19456\$2\$/);
    expect((await openBrowser(house).signIn("jiaoyu.yizhong.shuji")).status).toBe(200);
    expect(await hashOf("jiaoyu.yizhong.shuji")).toBe(renewed);
    expect((await both[0]?.get(getSignInRoute))?.step).toBeNull();
  });
});
