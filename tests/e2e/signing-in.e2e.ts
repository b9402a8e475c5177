import { generate } from "otplib";
import type { Browser, BrowserContext, CDPSession, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { keepPicture, launchBrowser, phone, wide } from "./browser.ts";
import { openRealHouse, type RealHouse } from "./real-house.ts";

// The three administrators on their first day: what they were given at the console, and what the pages ask of them.
let house: RealHouse;
let browser: Browser;
/** Of the audit administrator, kept from one test to the next. */
let recoveryCodes: readonly string[] = [];
beforeAll(async () => {
  house = await openRealHouse();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

const chosen = "后山的柿子红了三回啦";

async function openPage(
  viewport: { width: number; height: number } = wide,
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({
    viewport,
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    baseURL: house.address,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  return { context, page };
}

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

async function typePassword(page: Page, loginName: string, password: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("账号").fill(loginName);
  await page.getByLabel("密码", { exact: true }).fill(password);
  await press(page, "登录");
}

async function choosePassword(page: Page): Promise<void> {
  await page.getByLabel("新密码", { exact: true }).fill(chosen);
  await page.getByLabel("再输一次新密码").fill(chosen);
  await press(page, "修改密码");
}

/** A security key that is plugged in: the browser's own, without a person to touch it. */
async function plugIn(page: Page): Promise<{ cdp: CDPSession; authenticatorId: string }> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("WebAuthn.enable");
  const { authenticatorId } = await cdp.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "usb",
      hasResidentKey: false,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return { cdp, authenticatorId };
}

describe("系统管理员第一天：动态口令", () => {
  let secret = "";
  let recoveryCode = "";

  test("初始密码登录，改密码，设置验证器，存好恢复码，进入系统", async () => {
    const { context, page } = await openPage();
    await typePassword(page, "sysadmin", house.passwords["sysadmin"] ?? "");
    await page.getByRole("heading", { name: "修改密码" }).waitFor();
    await page.getByLabel("新密码", { exact: true }).fill("sysadmin2026");
    await page.getByLabel("再输一次新密码").fill("sysadmin2026");
    await press(page, "修改密码");
    await page.getByRole("alert").getByText("新密码太常见").waitFor();
    await choosePassword(page);
    await page.getByRole("heading", { name: "设置第二重验证" }).waitFor();
    await keepPicture(page, "sign-in-设置第二重验证");
    await press(page, "用手机验证器（动态口令）");
    await page.getByAltText("供验证器扫描的二维码").waitFor();
    secret = ((await page.locator("code").textContent()) ?? "").replaceAll(" ", "");
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    await keepPicture(page, "sign-in-验证器");
    await page.getByLabel("验证器显示的六位口令").fill(await generate({ secret }));
    await press(page, "完成设置");
    await page.getByRole("heading", { name: "恢复码" }).waitFor();
    const codes = await page.locator(".recovery-codes code").allTextContents();
    expect(codes).toHaveLength(10);
    recoveryCode = codes[0] ?? "";
    await keepPicture(page, "sign-in-恢复码");
    await press(page, "已经存好，继续");
    await page.getByRole("heading", { name: "待核准事项" }).waitFor();
    await context.close();
  });

  test("没有走完就打开别的页面，回到没走完的那一步", async () => {
    const { context, page } = await openPage();
    await typePassword(page, "sysadmin", chosen);
    await page.getByRole("heading", { name: "第二重验证" }).waitFor();
    await page.goto("/tasks");
    await page.getByRole("heading", { name: "第二重验证" }).waitFor();
    expect(new URL(page.url()).pathname).toBe("/sign-in");
    await context.close();
  });

  test("手机上登录，输恢复码，看到上次登录；账号页没有横向滚动", async () => {
    const { context, page } = await openPage(phone);
    await typePassword(page, "sysadmin", chosen);
    await page.getByLabel("动态口令或恢复码").fill("000000");
    await press(page, "验证");
    await page.getByRole("alert").getByText("口令或恢复码不正确").waitFor();
    await page.getByLabel("动态口令或恢复码").fill(recoveryCode);
    await press(page, "验证");
    await page.getByText("上次登录：").waitFor();
    await page.getByText("登录失败1次").waitFor();
    await page.getByRole("link", { name: "查看最近登录" }).click();
    await page.getByRole("heading", { name: "我的账号" }).waitFor();
    await page.getByText("还有9个没有用过").waitFor();
    await page.getByText("最近登录").first().waitFor();
    await keepPicture(page, "account-phone");
    const overflow = await page.evaluate(
      "document.documentElement.scrollWidth - document.documentElement.clientWidth",
    );
    expect(overflow).toBe(0);
    await context.close();
  });
});

describe("安全管理员第一天：通行密钥", () => {
  test("设置安全密钥，退出，再用它登录；再加一个，移除一个", async () => {
    const { context, page } = await openPage();
    const { cdp, authenticatorId } = await plugIn(page);
    await typePassword(page, "secadmin", house.passwords["secadmin"] ?? "");
    await choosePassword(page);
    await page.getByLabel("给这个通行密钥起个名字").fill("蓝色的钥匙");
    await press(page, "用通行密钥");
    await page.getByRole("heading", { name: "恢复码" }).waitFor();
    const codes = await page.locator(".recovery-codes code").allTextContents();
    await press(page, "已经存好，继续");
    await page.getByRole("heading", { name: "待核准事项" }).waitFor();
    await page.getByRole("button", { name: "退出登录" }).click();
    await page.getByLabel("账号").waitFor();
    await typePassword(page, "secadmin", chosen);
    await press(page, "用通行密钥验证");
    await page.getByRole("heading", { name: "待核准事项" }).waitFor();
    const { credentials } = await cdp.send("WebAuthn.getCredentials", { authenticatorId });
    expect(credentials[0]?.signCount).toBeGreaterThan(1);

    await page.goto("/account");
    await page.getByText("蓝色的钥匙").waitFor();
    await press(page, "设置动态口令");
    await page.locator(".account-form").getByLabel("密码", { exact: true }).fill(chosen);
    await press(page, "继续");
    const secret = ((await page.locator("code").textContent()) ?? "").replaceAll(" ", "");
    await page.getByLabel("验证器显示的六位口令").fill(await generate({ secret }));
    await press(page, "完成设置");
    await page.getByText("已添加").waitFor();
    await keepPicture(page, "account-wide");
    await page
      .getByRole("row", { name: /蓝色的钥匙/ })
      .getByRole("button", { name: /移\s?除/ })
      .click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("密码").fill(chosen);
    await dialog.getByLabel("动态口令或恢复码").fill(codes[1] ?? "");
    await dialog.getByRole("button", { name: /移\s?除/ }).click();
    await page.getByText("已移除").waitFor();
    await page.getByText("蓝色的钥匙").waitFor({ state: "detached" });
    await context.close();
  });

  test("拔掉了安全密钥，说没有完成，可以用恢复码", async () => {
    const { context, page } = await openPage();
    await plugIn(page);
    await typePassword(page, "audadmin", house.passwords["audadmin"] ?? "");
    await choosePassword(page);
    await press(page, "用通行密钥");
    await page.getByRole("heading", { name: "恢复码" }).waitFor();
    recoveryCodes = await page.locator(".recovery-codes code").allTextContents();
    await context.close();
    const other = await openPage();
    await plugIn(other.page);
    await typePassword(other.page, "audadmin", chosen);
    await press(other.page, "用通行密钥验证");
    await other.page.getByRole("alert").getByText("没有完成").waitFor();
    await other.page.getByLabel("动态口令或恢复码").fill(recoveryCodes[0] ?? "");
    await press(other.page, "验证");
    await other.page.getByRole("heading", { name: "审计记录" }).waitFor();
    await other.context.close();
  });
});

describe("审计管理员用统一认证登录", () => {
  /** The provider's own two pages: who it is, and that he agrees. */
  async function passProvider(page: Page, as: string): Promise<void> {
    await page.locator('input[name="login"]').fill(as);
    await page.locator('input[name="password"]').fill("any");
    await page.locator('button[type="submit"]').click();
    await page.locator('button[type="submit"]').click();
  }

  test("没有绑定的，说明要先绑定", async () => {
    const { context, page } = await openPage();
    await page.goto("/sign-in");
    await press(page, "用县统一认证平台登录");
    await passProvider(page, "audit-staff");
    await page.getByRole("alert").getByText("还没有与本系统账号绑定").waitFor();
    expect(new URL(page.url()).search).toBe("");
    await context.close();
  });

  test("在我的账号中绑定，退出后从平台登录，仍要第二重验证，然后回到原来要去的页面", async () => {
    const { context, page } = await openPage();
    await typePassword(page, "audadmin", chosen);
    await page.getByRole("heading", { name: "第二重验证" }).waitFor();
    await page.getByLabel("动态口令或恢复码").fill(recoveryCodes[1] ?? "");
    await press(page, "验证");
    await page.getByRole("heading", { name: "审计记录" }).waitFor();
    await page.goto("/account");
    await page.getByRole("button", { name: /^绑\s?定$/ }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("密码").fill(chosen);
    await dialog.getByRole("button", { name: /^绑\s?定$/ }).click();
    await passProvider(page, "audit-staff");
    await page.getByText("绑定时间").waitFor();
    await page.getByRole("button", { name: "退出登录" }).click();
    await page.getByLabel("账号").waitFor();
    await page.goto("/sign-in?return=%2Funits");
    await press(page, "用县统一认证平台登录");
    // The provider knows him still, and asks only whether he agrees.
    await page.locator('button[type="submit"]').click();
    await page.getByRole("heading", { name: "第二重验证" }).waitFor();
    await page.getByLabel("动态口令或恢复码").fill(recoveryCodes[2] ?? "");
    await press(page, "验证");
    await page.waitForURL("**/units");
    await context.close();
  });
});
