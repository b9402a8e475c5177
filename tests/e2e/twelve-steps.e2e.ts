import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addDays, dayInChina } from "#platform/kernel/plain-date.ts";
import { launchBrowser } from "./browser.ts";
import { startWalking, type Walker } from "./walker.ts";

// The first ten minutes of README.md, step by step. Each test goes on where the one before it stopped.
const speech = resolve(import.meta.dirname, "../../samples/documents/02-讲话.txt");
const dueDate = addDays(dayInChina(new Date()), 30);
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

describe("头十分钟：从讲话到通报", () => {
  test("一、县委组织部组织科科长登录，工作台列出要办的事", async () => {
    await walker.signIn("zzb.zuzhike");
    await walker.sees("职责范围内的事项");
    await walker.picture("01-工作台");
  });

  test("二、在“文件分解”上传一篇讲话", async () => {
    await walker.go("文件分解");
    await walker.page.locator('input[type="file"]').setInputFiles(speech);
    await walker.press("上传并分解");
    await walker.sees(/要求\d+条，已列入清单0条/);
    await walker.picture("02-文件分解");
  });

  test("三、看提纲，一键生成责任清单", async () => {
    await walker.page
      .getByRole("link", { name: "生成责任清单" })
      .or(walker.page.getByRole("button", { name: "生成责任清单" }))
      .first()
      .click();
    await walker.press("生成清单");
    await walker.sees("还有");
    await walker.picture("03-责任清单");
  });

  test("四、成批填写责任单位、责任角色、时限，做到三明确", async () => {
    await walker.press("全部条目成批设置");
    const dialog = walker.dialog();
    await walker.choose("责任单位", "全部乡镇党委", dialog);
    await walker.choose("责任角色", "具体责任人", dialog);
    await walker.setDay("时限", dueDate, dialog);
    await walker.picture("04-成批设置");
    await walker.press("应用", dialog);
    await walker.sees("可以送签");
  });

  test("五、送签", async () => {
    await walker.press("送签");
    await walker.press("送签", walker.dialog());
    await walker.sees("已送签");
    await walker.picture("05-送签");
  });

  test("六、部长登录签发，一次交办到各乡镇", async () => {
    const list = walker.page.url();
    await walker.signIn("zzb.buzhang");
    await walker.page.goto(list);
    await walker.press("签发");
    await walker.press("签发", walker.dialog());
    await walker.sees("签收情况");
    await walker.picture("06-签发");
  });

  test("七、柳树镇组织委员登录，打开事项并签收", async () => {
    await walker.signIn("liushu.zuzhi");
    await walker.go("事项台账");
    await walker.page.getByLabel("状态").selectOption({ label: "待签收" });
    await walker.page.getByRole("row").filter({ hasText: "待签收" }).last().getByRole("link").first().click();
    await walker.press("签收");
    await walker.press("签收", walker.dialog());
    await walker.sees("办理中");
    await walker.picture("07-签收");
  });

  test("八、附上佐证，报请验收", async () => {
    await walker.press("附佐证");
    await walker.setDay("发生日期", today);
    await walker.page.locator('input[type="file"]').setInputFiles({
      name: "会议纪要.txt",
      mimeType: "text/plain",
      buffer: Buffer.from("柳树镇党委专题研究会议纪要\n一、明确任务分工。"),
    });
    await walker.press("上传");
    await walker.sees("佐证（1）");
    await walker.press("报请验收");
    await walker.press("报请验收", walker.dialog());
    await walker.sees("待验收");
    await walker.picture("08-报请验收");
  });

  test("九、组织科科长验收通过（本人报请不得本人验收）", async () => {
    const task = walker.page.url();
    await walker.signIn("zzb.zuzhike");
    await walker.page.goto(task);
    await walker.press("验收通过");
    await walker.press("验收通过", walker.dialog());
    await walker.sees("已办结");
    await walker.picture("09-验收");
  });

  test("十、在“考核名次”点开柳树镇的得分看依据，冻结结果", async () => {
    await walker.go("考核名次");
    await walker.page.getByRole("link", { name: "柳树镇" }).first().click();
    await walker.sees("失分最多的指标");
    await walker.picture("10-得分依据");
    await walker.page.goBack();
    await walker.press("冻结结果");
    await walker.press("冻结结果", walker.dialog());
    await walker.sees("结果已冻结");
    await walker.picture("10-冻结结果");
  });

  test("十一、用冻结的结果起草通报", async () => {
    await walker.go("季度通报");
    await walker.press("起草通报");
    await walker.press("起草通报", walker.dialog());
    await walker.sees("草稿已生成");
    await walker.picture("11-起草通报");
  });

  test("十二、部长核稿、签发，下载公文", async () => {
    const bulletin = walker.page.url();
    await walker.signIn("zzb.buzhang");
    await walker.page.goto(bulletin);
    await walker.press("核稿");
    await walker.press("核稿", walker.dialog());
    await walker.press("签发");
    await walker.press("签发", walker.dialog());
    await walker.sees(/已签发，文号/);
    await walker.picture("12-签发通报");
    const saved = walker.page.waitForEvent("download");
    await walker.press("下载公文（.docx）");
    const path = await (await saved).path();
    expect(readFileSync(path).subarray(0, 2).toString()).toBe("PK");
  });
});
