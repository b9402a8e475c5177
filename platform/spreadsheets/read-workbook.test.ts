import { strToU8, unzipSync, zipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { defaultWorkbookLimits, readWorkbook } from "./read-workbook.ts";
import { sampleLedger } from "./sample-ledger.ts";
import { workbookProblems } from "./workbook-problems.ts";
import { writeWorkbook } from "./write-workbook.ts";

const compound = (stream: string): Uint8Array =>
  Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(504), Buffer.from(stream, "utf16le")]);

let sound: Uint8Array;
beforeAll(async () => {
  sound = await writeWorkbook(sampleLedger);
});

const refusal = async (bytes: Uint8Array, limits = defaultWorkbookLimits): Promise<string> => {
  const read = await readWorkbook(bytes, limits);
  return read.ok ? "读出" : read.problem.code;
};

/** The sound workbook with one part added or replaced. */
const withPart = (name: string, content: string | Uint8Array): Uint8Array =>
  zipSync({ ...unzipSync(sound), [name]: typeof content === "string" ? strToU8(content) : content });

const sheetOf = (rows: string): string =>
  `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`;
const firstSheet = "xl/worksheets/sheet1.xml";

describe("读取上传表格：拒绝并说明原因", () => {
  test.each<[string, () => Uint8Array, keyof typeof workbookProblems]>([
    ["空文件", () => new Uint8Array(), "empty-file"],
    ["旧版表格", () => compound("Workbook"), "old-excel-format"],
    ["加密", () => compound("EncryptedPackage"), "encrypted-workbook"],
    ["文本", () => strToU8("序号,任务"), "not-a-workbook"],
    ["Word 文档", () => zipSync({ "word/document.xml": strToU8("<a/>") }), "not-a-workbook"],
    ["截断", () => sound.subarray(0, sound.length - 40), "broken-workbook"],
    ["工作表不合 XML", () => withPart(firstSheet, "<worksheet><sheetData><row"), "broken-workbook"],
    [
      "外部实体",
      () => withPart(firstSheet, `<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>${sheetOf("")}`),
      "unsafe-workbook",
    ],
    ["路径越界", () => withPart("../evil.xml", "<a/>"), "unsafe-workbook"],
    ["压缩炸弹", () => withPart("xl/media/a.bin", new Uint8Array(60 * 1024 * 1024)), "zip-bomb"],
    [
      "行号在百万开外",
      () => withPart(firstSheet, sheetOf('<row r="1048576"><c r="A1048576"><v>1</v></c></row>')),
      "too-many-rows",
    ],
  ])("%s", async (_name, build, code) => expect(await refusal(build())).toBe(code));

  test.each([
    ["文件大小", { maxFileBytes: 100 }, "file-too-large"],
    ["工作表数", { maxSheets: 1 }, "too-many-sheets"],
    ["行数", { maxRowsPerSheet: 20 }, "too-many-rows"],
    ["单元格数", { maxCells: 50 }, "too-many-cells"],
  ])("超过限制：%s", async (_name, limit, code) => {
    expect(await refusal(sound, { ...defaultWorkbookLimits, ...limit })).toBe(code);
  });

  test("空行补齐，行号与表上一致", async () => {
    const bytes = withPart(firstSheet, sheetOf('<row r="3"><c r="B3"><v>7</v></c></row>'));
    const read = await readWorkbook(bytes);
    expect(read.ok && read.value.sheets[0]?.rows).toEqual([[], [], [null, 7]]);
  });
});
