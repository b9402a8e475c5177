import type { Browser, Locator } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addDays, dayInChina } from "#platform/kernel/plain-date.ts";
import { launchBrowser, phone } from "./browser.ts";
import { startWalking, type Walker } from "./walker.ts";

// What an officer's hands do all day: find, put in order, take back.
const today = dayInChina(new Date());
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

const options = (by: Walker = walker): Locator => by.page.getByRole("option");
const openFind = async (by: Walker = walker): Promise<void> => {
  await by.page.keyboard.press("Control+k");
  await by.page.getByRole("combobox", { name: "查找" }).waitFor();
};

describe("查找", () => {
  test("按Ctrl+K，输入首字母，回车打开；再开时最近打开的在最前", async () => {
    await walker.signIn("zzb.zuzhike");
    await openFind();
    await walker.page.keyboard.type("lsz");
    await options().filter({ hasText: "柳树镇" }).first().waitFor();
    await walker.picture("查找-柳树镇");
    await walker.page.keyboard.press("Enter");
    await walker.page.getByRole("heading", { name: "柳树镇", exact: true }).waitFor();
    await openFind();
    expect(await walker.page.getByRole("group").getByRole("option").first().innerText()).toContain("柳树镇");
    await walker.page.keyboard.press("Escape");
    await walker.page.getByRole("combobox", { name: "查找" }).waitFor({ state: "detached" });
  });

  test("只用方向键也能到页面；没找到时说明原因", async () => {
    await openFind();
    await walker.page.keyboard.type("wttz");
    await options().filter({ hasText: "问题台账" }).waitFor();
    await walker.page.keyboard.press("Enter");
    await walker.page.waitForURL(/\/problems/);
    await openFind();
    await walker.page.keyboard.type("没有这个名字");
    await walker.sees("职责范围内没有找到");
    await walker.page.keyboard.press("Escape");
  });

  test("手机上从放大镜打开，占满屏幕；村里找不到镇里的人", async () => {
    const village = await startWalking(browser, phone);
    await village.signIn("liushu.dongyu.shuji");
    await village.page.getByRole("button", { name: /^查找/ }).click();
    const dialog = village.page.getByRole("dialog");
    expect(await dialog.boundingBox()).toMatchObject({
      x: 0,
      y: 0,
      width: phone.width,
      height: phone.height,
    });
    await village.page.getByRole("combobox", { name: "查找" }).fill("韩振林");
    await village.sees("职责范围内没有找到");
    await village.page.getByRole("combobox", { name: "查找" }).fill("dyc");
    await options(village).filter({ hasText: "东峪村" }).first().waitFor();
    await village.picture("查找-手机");
    await village.leave();
  });
});

describe("清单条目的次序", () => {
  const contents = (): Promise<string[]> => walker.page.locator(".item-words").allInnerTexts();
  const settled = (expected: string[]) =>
    expect.poll(contents, { timeout: 10_000, interval: 100 }).toEqual(expected);

  test("用键盘和“移到”调整次序，刷新后不变；撤销回到原处", async () => {
    const { page } = walker;
    await page.goto("/lists");
    await walker.press("新建清单");
    await walker.press("生成清单");
    for (const content of ["甲", "乙", "丙"]) {
      await walker.press("加一项");
      await page.getByLabel("任务").fill(content);
      await walker.press("完成");
      await page.getByRole("dialog").waitFor({ state: "hidden" });
    }
    await settled(["甲", "乙", "丙"]);
    await page.getByRole("button", { name: "第3项上移" }).focus();
    await page.keyboard.press("Enter");
    await settled(["甲", "丙", "乙"]);
    // The keyboard stays with the item: once more brings it to the top.
    await page.keyboard.press("Enter");
    await settled(["丙", "甲", "乙"]);
    await page.locator('[data-row="0"]').focus();
    await page.keyboard.press("Alt+ArrowDown");
    await settled(["甲", "丙", "乙"]);
    await page.keyboard.press("Alt+ArrowDown");
    await settled(["甲", "乙", "丙"]);
    await page.getByRole("button", { name: "第3项移到……" }).click();
    await page.getByLabel("移到第几项（1至3）").fill("1");
    await page.keyboard.press("Enter");
    await settled(["丙", "甲", "乙"]);
    await walker.picture("清单-次序");
    await page.reload();
    await settled(["丙", "甲", "乙"]);
    await page.getByRole("button", { name: "第1项下移" }).click();
    await settled(["甲", "丙", "乙"]);
    await walker.press("撤销");
    await settled(["丙", "甲", "乙"]);
  });

  test("成批设置可以撤销", async () => {
    await walker.press("全部条目成批设置");
    const dialog = walker.dialog();
    await walker.setDay("时限", addDays(today, 20), dialog);
    await walker.press("应用", dialog);
    await walker.sees("已设置3项");
    await walker.press("撤销");
    await walker.sees("已撤销");
    await expect.poll(() => walker.page.getByText("缺时限").count()).toBe(3);
  });
});

describe("别人先办了", () => {
  test("后办的被告知；关掉提示，页面已是最新，不再能办", async () => {
    const { page } = walker;
    await page.goto("/tasks?box=issued&state=submitted");
    await page.getByRole("row").nth(1).getByRole("link").first().click();
    await page.getByRole("button", { name: "退回重办" }).waitFor();
    const other = await page.context().newPage();
    await other.goto(page.url());
    await other.getByRole("button", { name: "验收通过" }).click();
    await other.getByRole("dialog").getByRole("button", { name: "验收通过" }).click();
    await other.getByText("已办结").first().waitFor();
    await other.close();
    await walker.press("退回重办");
    await walker.dialog().getByLabel("理由").fill("还要补充");
    await walker.press("退回重办", walker.dialog());
    await walker.sees("请查看后再办");
    await walker.press("取消", walker.dialog());
    await walker.sees("已办结");
    await page.getByRole("button", { name: "退回重办" }).waitFor({ state: "detached" });
  });

  test("登录失效时填了一半的清单还在，提示在新窗口登录", async () => {
    const { page } = walker;
    await page.goto("/lists?create=1");
    await page.getByLabel("清单名称").fill("填了一半的清单");
    await page.context().clearCookies();
    await walker.press("生成清单");
    await walker.sees("您填写的内容还在本页");
    expect(await page.getByLabel("清单名称").inputValue()).toBe("填了一半的清单");
    await walker.signIn("zzb.zuzhike");
  });
});

describe("台账", () => {
  test("点栏目名排序，地址里记着，返回时还在", async () => {
    const { page } = walker;
    await page.goto("/problems");
    await page.getByRole("button", { name: "未办结合计（项）" }).click();
    await page.waitForURL(/sort=-open/);
    const heads = await page.locator("thead th").allInnerTexts();
    const column = heads.findIndex((head) => head.startsWith("未办结合计")) + 1;
    const counts = await page.locator(`tbody tr td:nth-child(${column})`).allInnerTexts();
    const numbers = counts.map(Number);
    expect(numbers.length).toBeGreaterThan(10);
    expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
    await page.getByRole("row").nth(1).getByRole("link").first().click();
    await page.waitForURL(/\/tasks/);
    await page.goBack();
    await page.waitForURL(/sort=-open/);
  });

  test("常用查询连同所在的页签一起记住", async () => {
    const { page } = walker;
    await page.goto("/tasks?box=below&state=overdue");
    await walker.press("常用查询");
    await page.getByLabel("给这组条件起个名字").fill("全县逾期");
    await page.keyboard.press("Enter");
    await page.goto("/tasks");
    await walker.press("常用查询");
    await walker.press("全县逾期");
    await page.waitForURL("**/tasks?box=below&state=overdue");
  });
});
