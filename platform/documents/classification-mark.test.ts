import { describe, expect, test } from "vitest";
import { findClassificationMark } from "./classification-mark.ts";

const body = "关于做好2026年基层党建工作的通知\n各乡镇党委：\n现将有关事项通知如下。\n";

describe("首页密级标志", () => {
  test.each([
    ["机密★1年", "机密"],
    ["秘密★6个月", "秘密"],
    ["绝密★长期", "绝密"],
    ["秘密★启用前", "秘密"],
    ["绝密★启封前", "绝密"],
    ["机密★2030年12月31日", "机密"],
    ["秘密", "秘密"],
    ["绝 密", "绝密"],
    ["机　密", "机密"],
    ["秘\u200b密", "秘密"],
    ["　　　　　　　　　　机密", "机密"],
    ["密级：机密", "机密"],
    ["密 级： 秘 密", "秘密"],
    ["【机密】", "机密"],
    ["（绝密）", "绝密"],
    ["机密级", "机密"],
    ["机密 十年", "机密"],
    ["機密★１０年", "机密"],
    ["000012\n机密★1年\n特急", "机密"],
    ["000012 机密★1年", "机密"],
    ["机密★1年        特急", "机密"],
    ["中共清源县委文件\t\t秘密★1年", "秘密"],
    ["密级：秘密    编号：001", "秘密"],
    ["绝\n密\n★\n长\n期", "绝密"],
  ])("“%s”是密级标志", (line, mark) => {
    expect(findClassificationMark(`${line}\n${body}`)).toBe(mark);
    expect(findClassificationMark(`中共清源县委文件\n\n${line}\n${body}`)).toBe(mark);
  });

  test.each([
    "严守党和国家秘密",
    "秘密工作要加强。",
    "保密工作",
    "机密级计算机不得接入互联网",
    "保守商业秘密",
    "一、秘密文件的管理",
    "不得泄露国家秘密、工作秘密和商业秘密。",
    "密级：公开",
    "密级：",
    "密级：□绝密 □机密 □秘密",
    "秘密战线的历史",
    "内部资料，注意保存",
    "机密、秘密级文件由专人保管",
    "《秘密》",
    "绝密飞行",
  ])("“%s”不是密级标志", (line) => expect(findClassificationMark(`${line}\n${body}`)).toBeNull());

  test("只看首页：第三页上单独成行的两个字不算", () => {
    expect(findClassificationMark(`${body.repeat(60)}秘密\n`)).toBeNull();
  });

  test("很长的一行不是标志，也读得完", () => {
    expect(findClassificationMark(`${"秘密★".repeat(500_000)}\n${" ".repeat(500_000)}机密`)).toBeNull();
  });
});
