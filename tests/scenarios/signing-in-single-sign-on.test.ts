import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inTerritory } from "#platform/database/index.ts";
import { openIdentityProvider } from "#platform/http/index.ts";
import { beginLinkRoute, getAccountRoute, removeLinkRoute } from "#rooms/access/contract/my-account.ts";
import {
  beginSingleSignOnRoute,
  finishSingleSignOnRoute,
  getMeRoute,
  getSiteRoute,
} from "#rooms/access/contract/session.ts";
import { suspendAccount } from "#rooms/access/server/index.ts";
import { openTestHouse, password, type TestHouse } from "./house.ts";
import { startProvider, type TestProvider } from "./identity-provider.ts";
import { changeAccount, findAccountId, listRecords, openBrowser, type Visitor } from "./visitor.ts";

const origin = "http://localhost:3000";
const redirectAddress = `${origin}/sign-in/single-sign-on`;
let provider: TestProvider;
let house: TestHouse;

const settingsOf = ({ issuer, clientId, clientSecret }: TestProvider) => ({
  issuer,
  clientId,
  clientSecret,
  displayName: "县统一认证平台",
  claim: "sub",
});

beforeAll(async () => {
  provider = await startProvider(redirectAddress);
  const identityProvider = openIdentityProvider(settingsOf(provider));
  house = await openTestHouse("2026-11-20T02:00:00Z", { identityProvider, wait: async () => {} });
});
afterAll(async () => {
  await house.close();
  await provider.close();
});

/** As the sign-in page does: there, through the provider's pages, and back with what it hung on the address. */
async function travel(browser: Visitor, as: string): Promise<URL> {
  const { address } = await browser.get(beginSingleSignOnRoute, { body: { areaCode: house.areaCode } });
  return provider.signIn(address, as);
}
const comeBack = (browser: Visitor, returned: URL | string) =>
  browser.send(finishSingleSignOnRoute, {
    body: { returned: typeof returned === "string" ? returned : returned.search },
  });

async function link(loginName: string, as: string) {
  const browser = openBrowser(house);
  await browser.signIn(loginName);
  const { address } = await browser.get(beginLinkRoute, { body: { password } });
  const answer = await comeBack(browser, await provider.signIn(address, as));
  return { browser, answer };
}

describe("统一认证登录", () => {
  test("登录页知道有统一认证平台，叫什么", async () => {
    expect((await openBrowser(house).get(getSiteRoute)).singleSignOn).toBe("县统一认证平台");
  });

  test("没有绑定的不能登录，也不会自动开户", async () => {
    const count = () =>
      inTerritory(house.database, house.areaCode, async (tx) => {
        const found = await sql<{ count: number }>`SELECT count(*)::int AS count FROM access.account`.execute(
          tx,
        );
        return found.rows[0]?.count;
      });
    const before = await count();
    const browser = openBrowser(house);
    const answer = await comeBack(browser, await travel(browser, "stranger"));
    expect(answer).toMatchObject({ status: 403, problem: { code: "not-linked" } });
    expect(browser.cookies["panshi_session"]).toBeUndefined();
    expect(await count()).toBe(before);
  });

  test("先用密码登录、再输一次密码，绑定；之后可以直接登录", async () => {
    const { browser, answer } = await link("liushu.zuzhi", "staff-0731");
    expect(answer).toMatchObject({ status: 200, value: { linked: true, step: null } });
    expect((await browser.get(getAccountRoute)).singleSignOn).toMatchObject({
      linkedAt: "2026-11-20T02:00:00.000Z",
    });
    const other = openBrowser(house);
    const signedIn = await comeBack(other, await travel(other, "staff-0731"));
    expect(signedIn).toMatchObject({ status: 200, value: { linked: false, step: null } });
    expect((await other.get(getMeRoute)).personName).toBe("沈思琳");
    expect((await other.get(getAccountRoute)).sessions.find(({ isThis }) => isThis)?.method).toBe(
      "singleSignOn",
    );
    expect((await listRecords(house, "access.linkIdentity")).map(({ result }) => result)).toEqual(["done"]);
  });

  test("绑定要输对密码", async () => {
    const browser = openBrowser(house);
    await browser.signIn("liushu.ganshi");
    const answer = await browser.send(beginLinkRoute, { body: { password: "wrong" } });
    expect(answer.problem.code).toBe("wrong-password");
  });

  test("一个统一认证账号只能绑定一个账号", async () => {
    const { answer } = await link("liushu.fushuji", "staff-0731");
    expect(answer).toMatchObject({ status: 409, problem: { code: "identity-taken" } });
  });

  test("解除绑定后不能再用", async () => {
    const { browser } = await link("jiaoyu.yizhong.shuji", "staff-0999");
    await browser.get(removeLinkRoute, { body: { password } });
    const other = openBrowser(house);
    expect((await comeBack(other, await travel(other, "staff-0999"))).problem.code).toBe("not-linked");
  });

  test("统一认证只代替密码：必须有第二重验证的，照样要", async () => {
    await link("zzb.ganbuke", "staff-0002");
    await changeAccount(house, "zzb.ganbuke", sql`demo = false`);
    const browser = openBrowser(house);
    const answer = await comeBack(browser, await travel(browser, "staff-0002"));
    expect(answer.value.step).toBe("factorSetup");
    expect((await browser.send(getMeRoute)).problem.code).toBe("sign-in-incomplete");
  });

  test("停用的、没有任职的，不能登录", async () => {
    await link("shiqiao.shuji", "staff-0100");
    const accountId = await findAccountId(house, "shiqiao.shuji");
    await inTerritory(house.database, house.areaCode, (tx) =>
      suspendAccount(tx, house.areaCode, accountId, new Date()),
    );
    const browser = openBrowser(house);
    expect((await comeBack(browser, await travel(browser, "staff-0100"))).problem.code).toBe(
      "account-suspended",
    );
  });

  test("输错密码锁定期间，统一认证也不能进", async () => {
    await link("jiaoyu.shuji", "staff-0200");
    for (let count = 0; count < 5; count += 1) await openBrowser(house).signIn("jiaoyu.shuji", "wrong");
    const browser = openBrowser(house);
    expect((await comeBack(browser, await travel(browser, "staff-0200"))).problem.code).toBe(
      "account-locked",
    );
  });
});

describe("返回的内容不可信", () => {
  const arrive = async () => {
    const browser = openBrowser(house);
    const returned = await travel(browser, "staff-0731");
    return { browser, returned };
  };

  test("状态码不对", async () => {
    const { browser, returned } = await arrive();
    returned.searchParams.set("state", "another");
    expect((await comeBack(browser, returned)).problem.code).toBe("trip-not-ours");
  });

  test("别人浏览器里的返回地址", async () => {
    const { returned } = await arrive();
    const victim = openBrowser(house);
    expect((await comeBack(victim, returned)).problem.code).toBe("trip-not-ours");
    await travel(victim, "staff-0731");
    expect((await comeBack(victim, returned)).problem.code).toBe("trip-not-ours");
  });

  test("同一返回地址用第二次", async () => {
    const { browser, returned } = await arrive();
    const before = { ...browser.cookies };
    expect((await comeBack(browser, returned)).status).toBe(200);
    expect((await comeBack(browser, returned)).problem.code).toBe("trip-not-ours");
    browser.cookies = before;
    expect((await comeBack(browser, returned)).problem.code).toBe("provider-refused");
  });

  test("改过的授权码", async () => {
    const { browser, returned } = await arrive();
    returned.searchParams.set("code", "made-up");
    expect((await comeBack(browser, returned)).problem.code).toBe("provider-refused");
  });

  test("平台说不同意", async () => {
    const { browser, returned } = await arrive();
    const state = returned.searchParams.get("state") ?? "";
    const iss = encodeURIComponent(provider.issuer);
    const answer = await comeBack(browser, `?error=access_denied&state=${state}&iss=${iss}`);
    expect(answer).toMatchObject({ status: 401, problem: { code: "provider-refused" } });
  });

  test("改过的票据、过了十分钟的票据", async () => {
    const one = await arrive();
    one.browser.cookies["panshi_ticket"] = `${one.browser.cookies["panshi_ticket"]?.slice(0, -4)}AAAA`;
    expect((await comeBack(one.browser, one.returned)).problem.code).toBe("trip-not-ours");
    const two = await arrive();
    house.setNow("2026-11-20T02:10:00Z");
    expect((await comeBack(two.browser, two.returned)).problem.code).toBe("trip-not-ours");
    house.setNow("2026-11-20T02:00:00Z");
  });

  test("绑定途中换了人登录，不绑定", async () => {
    const browser = openBrowser(house);
    await browser.signIn("liushu.fushuji");
    const { address } = await browser.get(beginLinkRoute, { body: { password } });
    const returned = await provider.signIn(address, "staff-0555");
    await browser.signIn("liushu.ganshi");
    expect((await comeBack(browser, returned)).problem.code).toBe("trip-not-ours");
  });
});

describe("平台本身的毛病", () => {
  test("授权码过期", async () => {
    const brief = await startProvider(redirectAddress, 1);
    const identityProvider = openIdentityProvider(settingsOf(brief));
    const trip = await identityProvider.begin(redirectAddress, "the-state");
    if (!trip.ok) throw new Error(trip.problem.code);
    const returned = await brief.signIn(trip.value.address, "anybody");
    await brief.untilExpired(returned.searchParams.get("code") ?? "");
    const finished = await identityProvider.finish(returned.href, { ...trip.value.trip, state: "the-state" });
    expect(finished).toEqual({ ok: false, problem: { code: "provider-refused" } });
    await brief.close();
  });

  test("不相符的nonce和校验码都不认", async () => {
    const identityProvider = openIdentityProvider(settingsOf(provider));
    for (const change of [{ nonce: "another" }, { codeVerifier: "x".repeat(50) }]) {
      const trip = await identityProvider.begin(redirectAddress, "the-state");
      if (!trip.ok) throw new Error(trip.problem.code);
      const returned = await provider.signIn(trip.value.address, "anybody");
      const finished = await identityProvider.finish(returned.href, {
        ...trip.value.trip,
        ...change,
        state: "the-state",
      });
      expect(finished).toEqual({ ok: false, problem: { code: "provider-refused" } });
    }
  });

  test("连不上，说连不上", async () => {
    const gone = await startProvider(redirectAddress);
    await gone.close();
    const identityProvider = openIdentityProvider(settingsOf(gone));
    expect(await identityProvider.begin(redirectAddress, "state")).toEqual({
      ok: false,
      problem: { code: "provider-unreachable" },
    });
  });

  test("没有接入的系统，说没有接入", async () => {
    const plain = await openTestHouse();
    const answer = await openBrowser(plain).send(beginSingleSignOnRoute, {
      body: { areaCode: plain.areaCode },
    });
    expect(answer.problem.code).toBe("no-single-sign-on");
    await plain.close();
  });
});
