import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { buildDocx, defineList, numbered, paragraph, zipParts } from "./built-docx.ts";
import { maxTextBytes } from "./document-limits.ts";
import { documentProblems } from "./document-problems.ts";
import { readDocumentText } from "./read-document.ts";

const refusal = async (bytes: Uint8Array, name: string): Promise<string> => {
  const result = await readDocumentText(bytes, name);
  return result.ok ? `读出：${result.value.text.slice(0, 20)}` : result.problem.code;
};

const latin = (text: string): Uint8Array => Buffer.from(text, "latin1");
const compound = (stream: string): Uint8Array =>
  Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(504), Buffer.from(stream, "utf16le")]);
const sound = buildDocx({ body: paragraph("一、总体要求") });
const document = (xml: string): Uint8Array => buildDocx({ others: { "word/document.xml": xml } });
const entity = '<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]>';
const laughs = `<!DOCTYPE w [<!ENTITY a "哈哈哈哈哈哈哈哈">${Array.from(
  { length: 9 },
  (_value, index) => `<!ENTITY a${index + 1} "${`&a${index || ""};`.repeat(10)}">`,
).join("")}]>`;
const opening = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>';
const closing = "</w:body></w:document>";

describe("读取上传文件：拒绝并说明原因", () => {
  test.each<[string, Uint8Array, string, keyof typeof documentProblems]>([
    ["空文件", new Uint8Array(), "a.txt", "empty-file"],
    ["只有空白", latin(" \n\n "), "a.txt", "no-text"],
    ["没有文字的 Word（扫描图片）", buildDocx({ body: "<w:p/>" }), "a.docx", "no-text"],
    ["旧版 Word", compound("WordDocument"), "a.doc", "old-word-format"],
    ["旧版 Word 改名", compound("WordDocument"), "a.docx", "old-word-format"],
    ["WPS 旧格式", compound("Root Entry"), "a.wps", "old-word-format"],
    ["RTF", latin("{\\rtf1\\ansi abc}"), "a.doc", "old-word-format"],
    ["加密的 Word", compound("EncryptedPackage"), "a.docx", "encrypted-document"],
    ["旧版表格", compound("Workbook"), "a.xls", "unknown-format"],
    ["PDF", latin("%PDF-1.7\n%\xe2\xe3\xcf\xd3"), "a.pdf", "pdf-not-readable"],
    ["改名为文本的 PDF", latin("%PDF-1.4 text"), "a.txt", "pdf-not-readable"],
    ["OFD", zipParts({ "OFD.xml": "<ofd/>" }), "a.ofd", "ofd-not-readable"],
    ["网页", latin("<!DOCTYPE html><html></html>"), "a.txt", "unknown-format"],
    ["表格", zipParts({ "xl/workbook.xml": "<workbook/>" }), "a.xlsx", "unknown-format"],
    [
      "图片",
      Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82),
      "a.png",
      "unknown-format",
    ],
    [
      "乱字节冒充 Word",
      Uint8Array.from({ length: 300 }, (_v, i) => (i * 37) % 251),
      "a.docx",
      "not-a-word-document",
    ],
    ["压缩包截断", sound.subarray(0, sound.length - 60), "a.docx", "broken-document"],
    ["压缩包内容损坏", corrupt(sound), "a.docx", "broken-document"],
    ["正文不合 XML", document(`${opening}<w:p>`), "a.docx", "broken-document"],
    [
      "正文编码不对",
      buildDocx({ others: { "word/document.xml": iconv.encode(`<a>${"党建"}</a>`, "gbk") } }),
      "a.docx",
      "broken-document",
    ],
    [
      "标签嵌套过深",
      document(`${opening}${"<w:p>".repeat(5000)}${"</w:p>".repeat(5000)}${closing}`),
      "a.docx",
      "broken-document",
    ],
    [
      "外部实体",
      document(`${entity}${opening}<w:p><w:r><w:t>&a;</w:t></w:r></w:p>${closing}`),
      "a.docx",
      "unsafe-document",
    ],
    [
      "实体膨胀",
      document(`${laughs}${opening}<w:p><w:r><w:t>&a9;</w:t></w:r></w:p>${closing}`),
      "a.docx",
      "unsafe-document",
    ],
    [
      "未声明的实体",
      document(`${opening}<w:p><w:r><w:t>&zz;</w:t></w:r></w:p>${closing}`),
      "a.docx",
      "broken-document",
    ],
    ["路径越界", buildDocx({ others: { "../../etc/cron.d/evil": "x" } }), "a.docx", "unsafe-document"],
    ["绝对路径", buildDocx({ others: { "/etc/evil": "x" } }), "a.docx", "unsafe-document"],
    [
      "大小写不同的同名部件",
      buildDocx({ others: { "word/Document.xml": "<a/>" } }),
      "a.docx",
      "unsafe-document",
    ],
    [
      "部件过多",
      buildDocx({ others: Object.fromEntries(Array.from({ length: 5000 }, (_v, i) => [`x/${i}`, "x"])) }),
      "a.docx",
      "zip-bomb",
    ],
    [
      "单个部件过大",
      buildDocx({ others: { "word/document.xml": new Uint8Array(70 * 1024 * 1024) } }),
      "a.docx",
      "zip-bomb",
    ],
    [
      "整体膨胀过度",
      buildDocx({ others: { "word/media/a.bmp": new Uint8Array(40 * 1024 * 1024) } }),
      "a.docx",
      "zip-bomb",
    ],
    ["谎报大小", understate(50 * 1024 * 1024), "a.docx", "broken-document"],
    ["文字过多", latin("a".repeat(maxTextBytes + 1)), "a.txt", "text-too-long"],
    ["五十兆文字", Buffer.alloc(50 * 1024 * 1024, "党建"), "a.txt", "text-too-long"],
    ["编号膨胀", inflateNumbers(), "a.docx", "text-too-long"],
    ["首页有密级", iconv.encode("机密★1年\n关于某事的通知", "gbk"), "a.txt", "classified-mark"],
    [
      "Word 首页有密级",
      buildDocx({ body: paragraph("绝　密") + paragraph("正文") }),
      "a.docx",
      "classified-mark",
    ],
    [
      "Word 页眉有密级",
      buildDocx({ body: paragraph("正文"), header: paragraph("秘密★5年") }),
      "a.docx",
      "classified-mark",
    ],
  ])("%s", async (_name, bytes, fileName, code) => {
    expect(await refusal(bytes, fileName)).toBe(code);
  });

  test("每种拒绝都有状态码和写明办法的中文说明", () => {
    for (const { status, title } of Object.values(documentProblems)) {
      expect([413, 415, 422]).toContain(status);
      expect(title).toMatch(/请/);
    }
  });

  test("拒绝涉密文件时不带出任何内容", async () => {
    const result = await readDocumentText(Buffer.from("机密★1年\n某专项行动方案"), "专项行动.txt");
    expect(JSON.stringify(result)).toBe('{"ok":false,"problem":{"code":"classified-mark"}}');
  });
});

describe("读取上传文件：内容决定格式", () => {
  test.each([
    ["扩展名写成 txt 的 Word", sound, "a.txt", "docx"],
    ["扩展名写成 docx 的文本", Buffer.from("一、总体要求"), "a.docx", "txt"],
    ["没有扩展名的文本", Buffer.from("一、总体要求"), "通知", "txt"],
  ])("%s", async (_name, bytes, fileName, format) => {
    expect(await readDocumentText(bytes, fileName)).toMatchObject({
      ok: true,
      value: { text: "一、总体要求", format },
    });
  });

  test("正文部件换了名字也找得到", async () => {
    const relocated = zipParts({
      "_rels/.rels":
        '<Relationships><Relationship Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/word/document2.xml"/></Relationships>',
      "word/document2.xml": `${opening}${paragraph("正文")}${closing}`,
    });
    expect(await refusal(relocated, "a.docx")).toBe("读出：正文");
  });

  test("十万段的文件读得完，一段不少", async () => {
    const long = buildDocx({ body: paragraph("一是加强基层组织建设，落实责任。").repeat(100_000) });
    const result = await readDocumentText(long, "a.docx");
    expect(result.ok && result.value.text.split("\n").length).toBe(100_000);
  });
});

/** Flips a byte inside the packed main part. */
function corrupt(docx: Uint8Array): Uint8Array {
  const damaged = Uint8Array.from(docx);
  const name = Buffer.from(docx).indexOf("word/document.xml");
  const at = name + "word/document.xml".length + 12;
  damaged[at] = (damaged[at] ?? 0) ^ 0xff;
  return damaged;
}

/** A main part that unpacks to `size` bytes while both directories claim a thousand. */
function understate(size: number): Uint8Array {
  const honest = buildDocx({ others: { "word/document.xml": new Uint8Array(size) } });
  const lying = Buffer.from(honest);
  const written = Buffer.alloc(4);
  written.writeUInt32LE(size);
  const claimed = Buffer.alloc(4);
  claimed.writeUInt32LE(1000);
  for (let at = lying.indexOf(written); at >= 0; at = lying.indexOf(written, at + 4)) claimed.copy(lying, at);
  return lying;
}

/** One table whose list numbers alone would come to gigabytes. */
function inflateNumbers(): Uint8Array {
  const cells = `<w:tc>${numbered("", 1)}</w:tc>`.repeat(20_000);
  const numbering = defineList(1, [["decimal", `%1${"长".repeat(100_000)}`]]);
  return buildDocx({ body: `<w:tbl><w:tr>${cells}</w:tr></w:tbl>`, numbering });
}
