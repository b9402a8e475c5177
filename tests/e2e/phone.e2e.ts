import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dayInChina } from "#platform/kernel/plain-date.ts";
import { launchBrowser, phone } from "./browser.ts";
import { startWalking, type Walker } from "./walker.ts";

// A village secretary does everything on his phone.
let browser: Browser;
let walker: Walker;
beforeAll(async () => {
  browser = await launchBrowser();
  walker = await startWalking(browser, phone);
});
afterAll(async () => {
  await walker.leave();
  await browser.close();
});

/** Pixels by which the page is wider than the phone; runs in the page. */
const overflow = (): Promise<number> =>
  walker.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");

describe("村党组织书记用手机", () => {
  test("登录后先看到被退回的事项，打开，附一条说明，再次报请验收", async () => {
    await walker.signIn("liushu.dongyu.shuji");
    await walker.sees("被退回，需重办");
    expect(await overflow()).toBe(0);
    await walker.page.getByRole("link", { name: "村级班子运行情况自评" }).first().click();
    await walker.press("附佐证");
    await walker.setDay("发生日期", dayInChina(new Date()));
    await walker.page.getByLabel("说明").fill("已按退回意见补开会议，逐人自评。");
    await walker.press("上传");
    await walker.sees("佐证已附上");
    await walker.press("报请验收");
    await walker.press("报请验收", walker.dialog());
    await walker.sees("待验收");
    await walker.picture("phone-待验收");
  });

  test.each(["/", "/tasks", "/problems", "/lists", "/directives", "/units", "/standing", "/bulletins"])(
    "%s 没有横向滚动",
    async (path) => {
      await walker.page.goto(path);
      await walker.page.waitForLoadState("networkidle");
      expect(await overflow()).toBe(0);
    },
  );
});
