import { describe, expect, test } from "vitest";
import { buildDocx, defineList, numbered, paragraph } from "./built-docx.ts";
import { canRender, convertToText } from "./office-rendering.ts";
import { readDocumentText } from "./read-document.ts";

const numbering = defineList(1, [
  ["chineseCountingThousand", "%1、"],
  ["chineseCountingThousand", "（%2）"],
  ["decimal", "%3."],
  ["decimal", "（%4）"],
  ["decimalEnclosedCircle", "%5"],
]);

/** Levels as they alternate in real work points, skipped ones among them. */
const levels = [0, 1, 2, 2, 3, 4, 4, 1, 2, 0, 2, 1, 2, 3, 0, 0, 1, 1, 4, 4, 0];

describe("自动编号与办公软件显示的一致", () => {
  test.skipIf(!canRender())("五级编号交错", { timeout: 180_000 }, async () => {
    const body = levels.map((level, index) => numbered(`事项${index}`, 1, level)).join("") + paragraph("完");
    const docx = buildDocx({ body, numbering });
    const read = await readDocumentText(docx, "编号.docx");
    const squeeze = (text: string) =>
      text
        .replace(/^\ufeff/, "")
        .replace(/[ \t]+/g, "")
        .trim();
    expect(squeeze(read.ok ? read.value.text : read.problem.code)).toBe(
      squeeze(convertToText(docx, "a.docx")),
    );
  });
});
