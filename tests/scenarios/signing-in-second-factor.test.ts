import { sql } from "kysely";
import { generate } from "otplib";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { inTerritory } from "#platform/database/index.ts";
import { getAccountRoute } from "#rooms/access/contract/my-account.ts";
import {
  addAuthenticatorRoute,
  askPasskeyRoute,
  beginAuthenticatorRoute,
  beginPasskeyRoute,
  checkCodeRoute,
  checkPasskeyRoute,
  removeFactorRoute,
  renewRecoveryCodesRoute,
} from "#rooms/access/contract/second-factor.ts";
import { getMeRoute, getSignInRoute } from "#rooms/access/contract/session.ts";
import { resetPassword } from "#rooms/access/server/index.ts";
import { endpoints } from "../../apps/server/endpoints.ts";
import { openTestHouse, password, type TestHouse } from "./house.ts";
import { changeAccount, findAccountId, listRecords, openBrowser, type Visitor } from "./visitor.ts";

const start = Date.parse("2026-11-20T02:00:00Z");
let now = start;
let house: TestHouse;

/** Time goes on: each code of an authenticator is good once. */
const later = (seconds: number): void => {
  now += seconds * 1000;
  house.setNow(new Date(now).toISOString());
};
const codeOf = (secret: string, secondsAway = 0): Promise<string> =>
  generate({ secret, epoch: Math.floor(now / 1000) + secondsAway });

beforeAll(async () => {
  house = await openTestHouse(new Date(start).toISOString(), { wait: async () => {} });
  for (const loginName of ["zzb.zuzhike", "zzb.zuzhike2", "zzb.buzhang", "xianwei.shuji", "zzb.ganbuke"]) {
    await changeAccount(house, loginName, sql`demo = false`);
  }
});
afterAll(() => house.close());
beforeEach(() => later(60));

/** Signs in for the first time and sets an authenticator up; the browser is in when it is done. */
async function setUp(loginName: string): Promise<{ browser: Visitor; secret: string; codes: string[] }> {
  const browser = openBrowser(house);
  await browser.signIn(loginName);
  const { secret } = await browser.get(beginAuthenticatorRoute, { body: { password } });
  const added = await browser.get(addAuthenticatorRoute, { body: { code: await codeOf(secret) } });
  later(60);
  return { browser, secret, codes: added.recoveryCodes };
}

describe("必须使用第二重验证的人", () => {
  test("还没有设置的，先引到设置；设置好才进得来，恢复码只给这一次", async () => {
    const officer = openBrowser(house);
    expect((await officer.signIn("zzb.zuzhike")).value.step).toBe("factorSetup");
    expect((await officer.send(getMeRoute)).problem).toMatchObject({ step: "factorSetup" });
    const before = { ...officer.cookies };
    const begun = await officer.get(beginAuthenticatorRoute, { body: {} });
    expect(begun.secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(begun.pictureSvg).toMatch(/^<svg/);
    expect((await officer.send(addAuthenticatorRoute, { body: { code: "000000" } })).problem.code).toBe(
      "wrong-code",
    );
    const added = await officer.get(addAuthenticatorRoute, { body: { code: await codeOf(begun.secret) } });
    expect(added.step).toBeNull();
    expect(added.recoveryCodes).toHaveLength(10);
    expect(new Set(added.recoveryCodes).size).toBe(10);
    expect((await officer.get(getMeRoute)).personName).toBe("林晓晨");
    expect((await officer.get(getAccountRoute)).recoveryCodesLeft).toBe(10);
    officer.cookies = before;
    expect((await officer.send(getMeRoute)).problem.code).toBe("session-ended");
  });

  test("演示账号不要求", async () => {
    const demo = openBrowser(house);
    expect((await demo.signIn("zzb.fubuzhang")).value.step).toBeNull();
    expect(await demo.get(getAccountRoute)).toMatchObject({ demo: true, mustHaveFactor: false });
  });

  test("乡镇干部不要求，自己设置了就要验", async () => {
    const { secret } = await setUp("liushu.zuzhi");
    const again = openBrowser(house);
    expect((await again.signIn("liushu.zuzhi")).value.step).toBe("factorCheck");
    expect((await again.get(checkCodeRoute, { body: { code: await codeOf(secret) } })).step).toBeNull();
  });

  test("密钥在库里是密文，恢复码只存摘要", async () => {
    const { secret, codes } = await setUp("zzb.zuzhike2");
    const stored = await inTerritory(house.database, house.areaCode, (tx) =>
      sql<{ content: string }>`
        SELECT encode(sealed_secret, 'escape') AS content FROM access.authenticator
        UNION ALL SELECT encode(code_digest, 'escape') FROM access.recovery_code
        UNION ALL SELECT response::text FROM app.command
        UNION ALL SELECT coalesce(after::text, '') FROM audit.record`.execute(tx),
    );
    const all = stored.rows.map(({ content }) => content).join("\n");
    expect(stored.rows.length).toBeGreaterThan(20);
    for (const shown of [secret, ...codes]) {
      expect(all).not.toContain(shown);
      expect(all).not.toContain(shown.replaceAll("-", ""));
    }
  });
});

describe("动态口令", () => {
  let secret = "";
  beforeAll(async () => {
    ({ secret } = await setUp("zzb.buzhang"));
  });
  const arrive = async (): Promise<Visitor> => {
    const browser = openBrowser(house);
    await browser.signIn("zzb.buzhang");
    return browser;
  };
  const tryCode = async (code: string) => (await arrive()).send(checkCodeRoute, { body: { code } });

  test("一个口令只能用一次", async () => {
    const code = await codeOf(secret);
    expect((await tryCode(code)).status).toBe(200);
    expect((await tryCode(code)).problem.code).toBe("wrong-code");
    expect((await tryCode(await codeOf(secret, 30))).status).toBe(200);
  });

  test("同时送来两次，只有一次通过", async () => {
    const browsers = [await arrive(), await arrive()];
    const code = await codeOf(secret);
    const answers = await Promise.all(browsers.map((each) => each.send(checkCodeRoute, { body: { code } })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 422]);
  });

  test.each([
    ["前一个周期的", -30, 200],
    ["后一个周期的", 30, 200],
    ["再前一个周期的", -60, 422],
    ["再后一个周期的", 60, 422],
  ])("%s", async (_name, secondsAway, status) => {
    later(300);
    expect((await tryCode(await codeOf(secret, secondsAway))).status).toBe(status);
  });

  test("通过之后换新凭证，通过之前的凭证作废", async () => {
    later(300);
    const browser = await arrive();
    const before = { ...browser.cookies };
    await browser.get(checkCodeRoute, { body: { code: await codeOf(secret) } });
    expect((await browser.get(getMeRoute)).personName).toBe("程嘉宁");
    browser.cookies = before;
    expect((await browser.send(getMeRoute)).problem.code).toBe("session-ended");
  });

  test("猜口令五次锁定；中间输对密码也不清零", async () => {
    later(300);
    const codes: string[] = [];
    for (let count = 0; count < 5; count += 1) codes.push((await tryCode("000000")).problem.code);
    expect(codes).toEqual([...Array.from({ length: 4 }, () => "wrong-code"), "account-locked"]);
    expect((await openBrowser(house).signIn("zzb.buzhang")).problem.code).toBe("account-locked");
    later(301);
    expect((await tryCode(await codeOf(secret))).status).toBe(200);
  });

  test("只输了密码的登录，半小时后作废", async () => {
    later(300);
    const browser = await arrive();
    later(29 * 60);
    expect((await browser.get(getSignInRoute)).step).toBe("factorCheck");
    later(60);
    expect((await browser.send(getSignInRoute)).problem.code).toBe("session-ended");
  });

  test("审计里有谁用什么方式通过、谁没有通过", async () => {
    const records = await listRecords(house, "access.passFactor");
    const done = records.filter(({ result, person_name }) => result === "done" && person_name === "程嘉宁");
    expect(done.at(-1)?.after).toMatchObject({ kind: "authenticator" });
    expect(
      records.some(({ result, after }) => result === "refused" && after["reason"] === "wrong-code"),
    ).toBe(true);
  });
});

describe("恢复码和更换", () => {
  test("恢复码用一次少一个；重新生成后旧的作废", async () => {
    const { browser, codes } = await setUp("xianwei.shuji");
    const [first = "", second = ""] = codes;
    const other = openBrowser(house);
    await other.signIn("xianwei.shuji");
    const typed = first.toUpperCase().replaceAll("-", " ");
    expect((await other.get(checkCodeRoute, { body: { code: typed } })).step).toBeNull();
    const again = openBrowser(house);
    await again.signIn("xianwei.shuji");
    expect((await again.send(checkCodeRoute, { body: { code: first } })).problem.code).toBe("wrong-code");
    expect((await browser.get(getAccountRoute)).recoveryCodesLeft).toBe(9);
    expect((await browser.send(renewRecoveryCodesRoute, { body: { password: "wrong" } })).problem.code).toBe(
      "wrong-password",
    );
    const renewed = await browser.get(renewRecoveryCodesRoute, { body: { password } });
    expect(renewed.recoveryCodes).toHaveLength(10);
    expect((await again.send(checkCodeRoute, { body: { code: second } })).problem.code).toBe("wrong-code");
    expect(
      (await again.get(checkCodeRoute, { body: { code: renewed.recoveryCodes[0] ?? "" } })).step,
    ).toBeNull();
  });

  test("必须使用的，最后一种方式不能移除；手机丢了，凭恢复码进来换一个", async () => {
    const { codes, secret: lost } = await setUp("zzb.ganbuke");
    const browser = openBrowser(house);
    await browser.signIn("zzb.ganbuke");
    await browser.get(checkCodeRoute, { body: { code: codes[0] ?? "" } });
    const { authenticator } = await browser.get(getAccountRoute);
    const removal = {
      params: { factorId: authenticator?.id ?? "" },
      body: { password, code: codes[1] ?? "" },
    };
    expect((await browser.send(removeFactorRoute, removal)).problem.code).toBe("last-factor-stays");
    const withPasswordOnly = await browser.send(beginAuthenticatorRoute, { body: { password } });
    expect(withPasswordOnly.problem.code).toBe("proof-missing");
    const { secret } = await browser.get(beginAuthenticatorRoute, {
      body: { password, code: codes[2] ?? "" },
    });
    await browser.get(addAuthenticatorRoute, { body: { code: await codeOf(secret) } });
    later(60);
    const again = openBrowser(house);
    await again.signIn("zzb.ganbuke");
    expect((await again.send(checkCodeRoute, { body: { code: await codeOf(lost) } })).problem.code).toBe(
      "wrong-code",
    );
    expect((await again.get(checkCodeRoute, { body: { code: await codeOf(secret) } })).step).toBeNull();
  });

  test("不要求的可以移除，要密码和一个口令；移除后恢复码一并作废", async () => {
    const { browser, secret } = await setUp("liushu.fushuji");
    const { authenticator } = await browser.get(getAccountRoute);
    const params = { factorId: authenticator?.id ?? "" };
    const remove = (body: { password: string; code?: string }) =>
      browser.send(removeFactorRoute, { params, body });
    expect((await remove({ password: "wrong", code: await codeOf(secret) })).problem.code).toBe(
      "wrong-password",
    );
    expect((await remove({ password })).problem.code).toBe("proof-missing");
    expect((await remove({ password, code: "000000" })).problem.code).toBe("proof-missing");
    expect((await remove({ password, code: await codeOf(secret) })).status).toBe(200);
    expect(await browser.get(getAccountRoute)).toMatchObject({ authenticator: null, recoveryCodesLeft: 0 });
    expect((await openBrowser(house).signIn("liushu.fushuji")).value.step).toBeNull();
  });

  test("不能移除别人的", async () => {
    const { browser } = await setUp("liushu.shuji");
    const { authenticator } = await browser.get(getAccountRoute);
    const other = openBrowser(house);
    await other.signIn("liushu.ganshi");
    const removal = { params: { factorId: authenticator?.id ?? "" }, body: { password, code: "000000" } };
    expect((await other.send(removeFactorRoute, removal)).status).toBe(404);
  });
});

describe("通行密钥的关口", () => {
  const fake = {
    id: "AAAA",
    rawId: "AAAA",
    type: "public-key",
    response: { clientDataJSON: "e30", authenticatorData: "AAAA", signature: "AAAA" },
    clientExtensionResults: {},
  } as const;

  test("伪造的应答不通过，计入输错次数", async () => {
    await setUp("jiaoyu.shuji");
    const browser = openBrowser(house);
    await browser.signIn("jiaoyu.shuji");
    await browser.get(askPasskeyRoute);
    const answer = await browser.send(checkPasskeyRoute, { body: { assertion: fake } });
    expect(answer).toMatchObject({ status: 422, problem: { code: "passkey-refused" } });
  });

  test("用IP地址访问时不能用，说明原因", async () => {
    const browser = openBrowser(house, { host: "127.0.0.1:3000" });
    await browser.signIn("liushu.ganshi");
    expect((await browser.get(getAccountRoute)).passkeysPossible).toBe(false);
    const answer = await browser.send(beginPasskeyRoute, { body: { password } });
    expect(answer.problem.code).toBe("passkeys-not-possible");
  });
});

describe("登录没有完成，哪里都到不了", () => {
  const stepsOpenTo: Record<string, readonly string[]> = {
    factorCheck: ["access.askPasskey", "access.checkCode", "access.checkPasskey", "access.signInState"],
    passwordChange: ["access.changePassword", "access.signInState"],
    factorSetup: [
      "access.addAuthenticator",
      "access.addPasskey",
      "access.beginAuthenticator",
      "access.beginPasskey",
      "access.signInState",
    ],
  };
  /** Reached by strangers as well. */
  const open = [
    "access.beginSingleSignOn",
    "access.finishSingleSignOn",
    "access.signIn",
    "access.signOut",
    "access.site",
  ];
  const waiting: Record<string, Visitor> = {};
  beforeAll(async () => {
    await setUp("shiqiao.shuji");
    const accountId = await findAccountId(house, "liushu.dongyu.shuji");
    const first = await inTerritory(house.database, house.areaCode, (tx) =>
      resetPassword(tx, house.areaCode, accountId, new Date(now)),
    );
    const arrive = async (step: string, loginName: string, typed?: string) => {
      const browser = openBrowser(house);
      expect((await browser.signIn(loginName, typed)).value.step).toBe(step);
      waiting[step] = browser;
    };
    await arrive("factorCheck", "shiqiao.shuji");
    await arrive("passwordChange", "liushu.dongyu.shuji", first);
    await changeAccount(house, "zzb.fubuzhang", sql`demo = false`);
    await arrive("factorSetup", "zzb.fubuzhang");
  });

  test("登录前就能到的只有这几处", () => {
    const found = endpoints.filter(({ kind }) => kind === "open").map(({ route }) => route.id);
    expect(found.toSorted()).toEqual(open);
    expect(endpoints.length).toBeGreaterThan(50);
  });

  test.each(Object.keys(stepsOpenTo))("停在%s的登录，逐个地址试过", async (step) => {
    const reached: string[] = [];
    for (const { kind, route } of endpoints) {
      if (kind === "open") continue;
      const path = route.path.replace(/:[A-Za-z]+/g, newId());
      const answer = await house.server.inject({
        method: route.method,
        url: `/api/v1${path}`,
        cookies: waiting[step]?.cookies ?? {},
        ...(route.method === "POST" && { payload: {} }),
      });
      const isKeptOut = answer.statusCode === 403 && answer.json().code === "sign-in-incomplete";
      if (!isKeptOut) reached.push(route.id);
    }
    expect(reached.toSorted()).toEqual(stepsOpenTo[step]);
  });
});
