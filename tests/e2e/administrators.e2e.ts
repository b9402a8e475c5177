import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser, phone } from "./browser.ts";
import { startWalking, type Walker } from "./walker.ts";

// 三员: one asks, another approves, and none of them sees the business.
let browser: Browser;
let walker: Walker;
beforeAll(async () => {
  browser = await launchBrowser();
  walker = await startWalking(browser);
});
afterAll(async () => {
  await walker.leave();
  await browser.close();
});

const menuWords = async (): Promise<string[]> =>
  walker.page.getByRole("navigation").getByRole("link").allInnerTexts();

describe("系统管理员提出，安全管理员核准", () => {
  test("系统管理员登录后从系统管理开始，菜单里没有业务", async () => {
    await walker.signIn("xianwei.xitong", "待核准事项");
    const entries = await menuWords();
    expect(entries).toContain("账号与权限");
    expect(entries.join()).not.toMatch(/事项台账|责任清单|考核/);
    await walker.go("账号与权限");
    await walker.press("申请开立账号");
    const dialog = walker.dialog();
    await dialog.getByLabel("姓名").fill("新来的");
    await dialog.getByLabel("账号").fill("xinlai.de");
    await dialog.getByLabel("理由").fill("组织科新进人员");
    await walker.press("申请开立账号", dialog);
    await walker.sees("等另一名管理员核准");
    await walker.picture("accounts");
  });

  test("安全管理员核准，初始密码只显示一次；再授予岗位，交系统管理员核准", async () => {
    await walker.signIn("xianwei.anquan", "待核准事项");
    await walker.sees("为新来的开立账号xinlai.de");
    await walker.picture("access-requests");
    await walker.press("核准");
    await walker.press("核准", walker.dialog());
    await walker.page.locator(".first-password").waitFor();
    await walker.picture("first-password");
    await walker.press("已记下", walker.dialog());
    await walker.go("账号与权限");
    await walker.page.getByLabel("姓名、账号或单位").fill("新来的");
    await walker.page.keyboard.press("Enter");
    await walker.page.waitForURL(/search=/);
    await walker.page.getByRole("link", { name: "新来的" }).first().click();
    await walker.press("申请授予岗位");
    const dialog = walker.dialog();
    await dialog.getByLabel("岗位").fill("临水");
    await walker.page
      .locator(".ant-select-dropdown:visible")
      .getByTitle(/组织干事/)
      .first()
      .click();
    await dialog.getByText("代理", { exact: true }).click();
    await walker.setDay("截止日", "2030-12-31", dialog);
    await dialog.getByLabel("理由").fill("干事空缺，暂代");
    await walker.picture("appoint");
    await walker.press("申请授予岗位", dialog);
    await walker.sees("等另一名管理员核准");
  });

  test("系统管理员核准后，岗位出现在账号上；手机上也看得清", async () => {
    await walker.signIn("xianwei.xitong", "待核准事项");
    await walker.press("核准");
    await walker.press("核准", walker.dialog());
    await walker.sees("已办理");
    await walker.page.setViewportSize(phone);
    await walker.page.goto("/accounts?search=新来的");
    await walker.sees("组织干事（代理）");
    await walker.picture("accounts-phone");
    const overflow = await walker.page.evaluate(
      "document.documentElement.scrollWidth - document.documentElement.clientWidth",
    );
    expect(overflow).toBe(0);
  });
});
