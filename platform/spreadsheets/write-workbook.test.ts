import { createHash } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { canRender, renderFile } from "#platform/documents/office-rendering.ts";
import { readWorkbook } from "./read-workbook.ts";
import { sampleLedger } from "./sample-ledger.ts";
import { nameSheets } from "./sheet-names.ts";
import { writeWorkbook } from "./write-workbook.ts";

const digest = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

describe("写台账表格", () => {
  test("写出再读回，标题、表头、数字、日期、文字都在原位", async () => {
    const read = await readWorkbook(await writeWorkbook(sampleLedger));
    const sheets = read.ok ? read.value.sheets : [];
    expect(sheets.map((sheet) => sheet.name)).toEqual(["责任清单（2026年）", "说明"]);
    const rows = sheets[0]?.rows ?? [];
    expect(rows[0]?.[0]).toBe("清源县2026年基层党建责任清单");
    expect(rows[1]?.[0]).toBe("演示数据，纯属虚构　导出人：县委组织部科长张三　2026-10-12 09:30");
    expect(sheets[1]?.rows[0]?.[0]).toBe("导出人：县委组织部科长张三　2026-10-12 09:30");
    expect(rows[2]).toEqual(["序号", "任务", "责任单位", "完成时限", "完成率", "备注"]);
    expect(rows[3]?.slice(0, 6)).toEqual([1, expect.any(String), "第1乡", "2026-10-31", 0.5, "'=1+1"]);
    expect(rows.length).toBe(83);
  });

  test("同样的内容写出同样的字节", async () => {
    const first = await writeWorkbook(sampleLedger);
    await setTimeout(2100);
    expect(digest(await writeWorkbook(sampleLedger))).toBe(digest(first));
  });

  test.each([
    ["不合规的字符去掉", ["一/二[三]:四"], ["一 二 三  四"]],
    ["空名补上", ["", "  "], ["表1", "表2"]],
    ["重名区分", ["台账", "台账"], ["台账", "台账（2）"]],
    ["过长截短且不重", ["长".repeat(40), "长".repeat(40)], ["长".repeat(31), `${"长".repeat(28)}（2）`]],
  ])("工作表名：%s", (_name, wanted, named) => expect(nameSheets(wanted)).toEqual(named));

  test.skipIf(!canRender())(
    "能用办公软件打开打印：A4 横排，每页有表头和演示字样",
    { timeout: 180_000 },
    async () => {
      const printed = renderFile(await writeWorkbook(sampleLedger), "ledger.xlsx");
      expect(printed.pageSizePoints.map(Math.round)).toEqual([842, 595]);
      expect(printed.pageCount).toBeGreaterThan(2);
      for (const page of [1, 2]) {
        const words = printed.wordsOfPage(page).map((word) => word.text);
        expect(words).toEqual(expect.arrayContaining(["责任单位", "2026-10-31"]));
        expect(words.some((word) => word.includes("演示数据"))).toBe(true);
      }
    },
  );
});
