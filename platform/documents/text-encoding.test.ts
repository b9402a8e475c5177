import fc from "fast-check";
import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { decodeText } from "./text-encoding.ts";

const speech = "同志们：\n今年要重点抓好“三件事”。\n一是每个村至少储备3名后备干部；二是12月底前完成整改。\n";

const decode = (bytes: Uint8Array) => {
  const decoded = decodeText(bytes);
  return decoded.ok ? decoded.value : decoded.problem.code;
};

describe("文本编码", () => {
  test.each([
    ["UTF-8 无签名", iconv.encode(speech, "utf8"), "utf-8"],
    ["UTF-8 有签名", iconv.encode(speech, "utf8", { addBOM: true }), "utf-8"],
    ["GBK", iconv.encode(speech, "gbk"), "gb18030"],
    ["GB18030（含四字节汉字）", iconv.encode(`${speech}㑇𠮷`, "gb18030"), "gb18030"],
    ["UTF-16 小端有签名", iconv.encode(speech, "utf16le", { addBOM: true }), "utf-16le"],
    ["UTF-16 小端无签名", iconv.encode(speech, "utf16le"), "utf-16le"],
    ["UTF-16 大端有签名", iconv.encode(speech, "utf16be", { addBOM: true }), "utf-16be"],
    ["UTF-16 大端无签名", iconv.encode(speech, "utf16be"), "utf-16be"],
  ])("%s", (_name, bytes, encoding) => {
    const decoded = decode(bytes);
    expect(decoded).toMatchObject({ encoding });
    expect(typeof decoded === "string" ? "" : decoded.text.slice(0, speech.length)).toBe(speech);
  });

  test.each([
    ["两个字的 GBK", iconv.encode("党建", "gbk"), "党建"],
    ["以年份结尾的 GBK", iconv.encode("2023年", "gbk"), "2023年"],
    ["碰巧合乎 UTF-8 的 GBK", iconv.encode("联通", "gbk"), "联通"],
    ["只有数字字母", iconv.encode("2023 ok", "utf8"), "2023 ok"],
    ["英文为主的 UTF-16", iconv.encode("report 2023: done", "utf16le"), "report 2023: done"],
    ["最后一个字被截断的 UTF-8", iconv.encode("基层党建", "utf8").subarray(0, -1), "基层党"],
    ["各种换行", iconv.encode("一\r\n二\r三\n四", "utf8"), "一\n二\n三\n四"],
    ["个别控制字符去掉", iconv.encode("第一\u0007条", "utf8"), "第一条"],
  ])("%s", (_name, bytes, text) => expect(decode(bytes)).toMatchObject({ text }));

  test.each([
    ["夹有空字符", iconv.encode("党建\0工作", "utf8"), "binary-content"],
    ["夹有空字符的英文", iconv.encode("abc\0defg", "utf8"), "binary-content"],
    [
      "二进制",
      Uint8Array.from({ length: 4000 }, (_value, index) => (index * index * 31) % 256),
      "binary-content",
    ],
    ["控制字符连篇", Uint8Array.from({ length: 400 }, (_value, index) => 1 + (index % 8)), "binary-content"],
    ["中间损坏的 UTF-8", damage(iconv.encode(speech.repeat(5), "utf8")), "unknown-encoding"],
  ])("拒绝：%s", (_name, bytes, code) => expect(decode(bytes)).toBe(code));

  test("任何中文文本，无论哪种编码写出，读回都一样", () => {
    const anyChinese = fc
      .array(fc.constantFrom(..."党建工作要点责任清单落实整改考核述职，。：；“”（）《》一二三2023年\n"), {
        minLength: 2,
        maxLength: 400,
      })
      .map((characters) => `${characters.join("")}同志们。`);
    const encodings = ["utf8", "gbk", "gb18030", "utf16le", "utf16be"] as const;
    fc.assert(
      fc.property(anyChinese, fc.constantFrom(...encodings), fc.boolean(), (text, encoding, addBOM) => {
        const bytes = iconv.encode(text, encoding, { addBOM: addBOM && encoding.startsWith("utf") });
        expect(decode(bytes)).toMatchObject({ text });
      }),
      { seed: 20261120, numRuns: 300 },
    );
  });
});

function damage(bytes: Uint8Array): Uint8Array {
  const damaged = Uint8Array.from(bytes);
  damaged[Math.floor(bytes.length / 2)] = 0xff;
  return damaged;
}
