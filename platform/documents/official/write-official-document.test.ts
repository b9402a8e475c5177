import { createHash } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { readDocumentText } from "../read-document.ts";
import { parseXml } from "../xml-element.ts";
import { sampleBulletin } from "./sample-bulletin.ts";
import { writeOfficialDocument } from "./write-official-document.ts";

const digest = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

const readBack = async (bytes: Uint8Array): Promise<readonly string[]> => {
  const read = await readDocumentText(bytes, "通报.docx");
  return read.ok ? read.value.text.split("\n").filter((line) => line !== "") : [read.problem.code];
};

describe("写公文", () => {
  test("同样的内容写出同样的字节，隔一会儿再写也一样", async () => {
    const first = await writeOfficialDocument(sampleBulletin);
    await setTimeout(2100);
    expect(digest(await writeOfficialDocument(sampleBulletin))).toBe(digest(first));
  });

  test("改一个字，字节就不同", async () => {
    const changed = { ...sampleBulletin, signatory: "中共清源县委办公室" };
    expect(digest(await writeOfficialDocument(changed))).not.toBe(
      digest(await writeOfficialDocument(sampleBulletin)),
    );
  });

  test("各要素依次排列，能原样读回", async () => {
    const lines = await readBack(await writeOfficialDocument(sampleBulletin));
    const expected = [
      "特急",
      "中共清源县委组织部文件",
      "清组通〔2026〕6号",
      "各乡镇党委，县直各单位党组织：",
      "一、总体情况",
      "（一）任务落实。共下达任务418项，按期完成387项。",
      "各乡镇得分及排名",
      "1.逐项明确责任人和时限。",
      "附件：1.问题清单",
      "2.整改要求",
      "中共清源县委组织部",
      "2026年10月12日",
      "附件1",
      "抄送：市委组织部，县委办公室、县人大常委会办公室、县政府办公室、县政协办公室。",
      "中共清源县委组织部办公室\t2026年10月13日印发",
    ];
    expect(lines.filter((line) => expected.includes(line))).toEqual(expected);
  });

  test("文字里的控制字符、尖括号和半个字符不会弄坏文件", async () => {
    const hostile = "甲\u0000\u0008<乙>&\ud800丙\u001b\n丁";
    const bytes = await writeOfficialDocument({
      ...sampleBulletin,
      title: hostile,
      blocks: [{ kind: "paragraph", text: hostile }],
      signatory: hostile,
    });
    expect(await readBack(bytes)).toEqual(expect.arrayContaining(["甲<乙>&丙", "丁"]));
    for (const [name, part] of Object.entries(unzipSync(bytes)))
      if (name.endsWith(".xml")) expect(parseXml(Buffer.from(part).toString("utf8")), name).not.toBeNull();
  });

  test("无文号、无主送、无抄送的稿子也能写", async () => {
    const bytes = await writeOfficialDocument({
      issuerMark: "中共清源县委组织部",
      title: "通报",
      blocks: [],
      signatory: "中共清源县委组织部",
      date: sampleBulletin.date,
    });
    expect(await readBack(bytes)).toEqual([
      "中共清源县委组织部",
      "通报",
      "中共清源县委组织部",
      "2026年10月12日",
    ]);
  });
});
