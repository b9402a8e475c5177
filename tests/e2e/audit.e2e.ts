import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser, phone } from "./browser.ts";
import { startWalking } from "./walker.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe("审计管理员", () => {
  test("看到封存状态，核验全部记录，找到一条被拒的尝试，看前后对照", async () => {
    const officer = await startWalking(browser);
    await officer.signIn("zzb.zuzhike");
    // The page is not in his menu, and its address leads him nowhere: the attempt is on record.
    expect(await officer.page.getByRole("link", { name: "审计记录" }).count()).toBe(0);
    await officer.page.goto("/audit");
    await officer.sees("您的岗位无权办理此事");
    await officer.leave();

    const auditor = await startWalking(browser);
    await auditor.signIn("xianwei.shenji", "审计记录");
    await auditor.go("审计记录");
    await auditor.sees(/已链接\d+条，最后封存于/);
    await auditor.picture("audit-ledger");
    await auditor.press("核验");
    await auditor.sees(/核验完毕：\d+条逐条相连/);
    await auditor.picture("audit-verified");
    await auditor.page.getByLabel("结果").selectOption({ label: "被拒" });
    await auditor.sees("林晓晨");
    await auditor.page.getByLabel("结果").selectOption({ label: "已办" });
    await auditor.page.getByLabel("操作").selectOption({ label: "登录" });
    await auditor.page.getByRole("table").getByRole("link").first().click();
    await auditor.sees("前后对照");
    await auditor.sees(/第\d+条，封存于/);
    await auditor.picture("audit-record");
    await auditor.leave();
  });

  test("手机上也能看", async () => {
    const auditor = await startWalking(browser, phone);
    await auditor.signIn("xianwei.shenji", "审计记录");
    await auditor.page.goto("/audit");
    await auditor.sees(/已链接\d+条，最后封存于/);
    await auditor.picture("audit-phone");
    const isWide = await auditor.page.evaluate("document.documentElement.scrollWidth > window.innerWidth");
    expect(isWide).toBe(false);
    await auditor.leave();
  });
});
