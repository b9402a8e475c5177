import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addDays, dayInChina } from "#platform/kernel/plain-date.ts";
import { launchBrowser } from "./browser.ts";
import { startWalking, type Walker } from "./walker.ts";

// One record changed through a page changes total and explanation: the score is never typed.
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

async function readTotal(): Promise<number> {
  await walker.page.goto("/standing");
  await walker.page.getByRole("link", { name: "柳树镇" }).first().waitFor();
  const row = walker.page.getByRole("row").filter({ has: walker.page.getByRole("link", { name: "柳树镇" }) });
  const cells = await row.first().getByRole("cell").allInnerTexts();
  return Number(cells.find((cell) => /^\d+\.\d{2}$/.test(cell)));
}

describe("改一条记录，分数跟着变", () => {
  test("把柳树镇一件已办结的事项重新办理，总分下降", async () => {
    await walker.signIn("zzb.zuzhike");
    const before = await readTotal();
    await walker.go("事项台账");
    await walker.page.getByText("我单位交办", { exact: true }).first().click();
    await walker.page.getByLabel("状态").selectOption({ label: "已办结" });
    await walker.page.getByLabel("事项或单位").fill("柳树镇");
    await walker.page.keyboard.press("Enter");
    await walker.page.waitForURL(/search=/);
    // Only a row that already answers the question: the table may still show the one before.
    const closed = walker.page.getByRole("row").filter({ hasText: "柳树镇" }).filter({ hasText: "已办结" });
    await closed.first().getByRole("link").first().click();
    await walker.press("重新办理");
    const dialog = walker.dialog();
    await walker.setDay("新时限", addDays(dayInChina(new Date()), 10), dialog);
    await dialog.getByLabel("理由").fill("回访发现问题没有真正解决");
    await walker.press("重新办理", dialog);
    await walker.sees("已重新办理");
    expect(await readTotal()).toBeLessThan(before);
  });
});
