import { describe, expect, test } from "vitest";
import { decompose } from "./index.ts";

/** “level marker opening”, one for each clause: the outline at a glance. */
const outline = (text: string): string[] =>
  decompose(text).clauses.map(
    ({ level, marker, text: own }) => `${level} ${marker ?? "—"} ${own.slice(0, 6)}`,
  );

describe("少见的序号", () => {
  test.each([
    ["数字加逗号", "1，查台账\n2，补制度\n3，报结果", ["1 1， 查台账", "1 2， 补制度", "1 3， 报结果"]],
    ["数字加半角逗号，句末用点", "1,要统一思想.\n2,要抓落实.", ["1 1, 要统一思想.", "1 2, 要抓落实."]],
    ["汉字加逗号或冒号", "一，查台账\n二，补制度", ["1 一， 查台账", "1 二， 补制度"]],
    [
      "字母",
      "1、抓班子\nA、配齐人\nB、管好人\n2、抓阵地",
      ["1 1、 抓班子", "2 A、 配齐人", "2 B、 管好人", "1 2、 抓阵地"],
    ],
    ["小写字母加括号", "a)查台账\nb)补制度", ["1 a) 查台账", "1 b) 补制度"]],
    ["罗马数字", "Ⅰ、查台账\nⅡ、补制度", ["1 Ⅰ、 查台账", "1 Ⅱ、 补制度"]],
    ["方头括号里的序号", "【一】查台账\n【二】补制度", ["1 【一】 查台账", "1 【二】 补制度"]],
    ["带点的数字符号", "⒈查台账\n⒉补制度", ["1 ⒈ 查台账", "1 ⒉ 补制度"]],
    ["带括号的汉字符号", "㈠查台账\n㈡补制度", ["1 ㈠ 查台账", "1 ㈡ 补制度"]],
    ["圈码后面跟顿号", "①、查台账\n②、补制度", ["1 ①、 查台账", "1 ②、 补制度"]],
    ["圈码紧跟文字，前无停顿", "各村做好①查台账②补制度。", ["1 — 各村做好", "2 ① 查台账", "2 ② 补制度。"]],
    [
      "逗号之后的括号序号",
      "要做到：（1）查台账，（2）补制度。",
      ["1 — 要做到：", "2 （1） 查台账", "2 （2） 补制度。"],
    ],
    [
      "一行里空格隔开的数字",
      "（一）党务工作（15分） 1、查台账 2、补制度\n（二）村务工作",
      ["1 （一） 党务工作（1", "2 1、 查台账", "2 2、 补制度", "1 （二） 村务工作"],
    ],
    [
      "任务加序号",
      "任务一：强基\n1.建支部\n任务二：提质\n1.建阵地",
      ["1 任务一： 强基", "2 1. 建支部", "1 任务二： 提质", "2 1. 建阵地"],
    ],
    ["全角的多级小数", "１．１ 建支部\n１．２ 建阵地", ["1 １．１ 建支部", "1 １．２ 建阵地"]],
    ["序号之后是年份", "1.2024年底前建成\n2.2025年底前达标", ["1 1. 2024年底", "1 2. 2025年底"]],
    ["扫描件的空格", "第 一 ，抓学习。第 二 ，抓队伍。", ["1 第 一 ， 抓学习。", "1 第 二 ， 抓队伍。"]],
    [
      "扫描件里的一是二是",
      "要做到：一 是学文件，二 是谈体会。",
      ["1 — 要做到：", "2 一 是 学文件", "2 二 是 谈体会。"],
    ],
    ["首先是、其次是", "首先是责任要明。其次是作风要实。", ["1 首先是 责任要明。", "1 其次是 作风要实。"]],
    [
      "口语里的一个是、再一个是",
      "下半年怎么干？一个是抓党建。二一个是抓产业。再一个是抓环境。",
      ["1 — 下半年怎么干", "2 一个是 抓党建。", "2 二一个是 抓产业。", "2 再一个是 抓环境。"],
    ],
    [
      "由问题转到要求，另成一列",
      "甲镇。不足：一是学习少；二是督查少。建议：1、要补课；2、要督查。",
      [
        "1 — 甲镇。不足：",
        "2 一是 学习少",
        "2 二是 督查少。",
        "2 — 建议：",
        "3 1、 要补课",
        "3 2、 要督查。",
      ],
    ],
    ["序号自成一行，文字在下一行", "（一）\n查台账\n（二）\n补制度", ["1 （一） 查台账", "1 （二） 补制度"]],
    ["有序号没有文字的不成条", "一、\n二、抓落实", ["1 二、 抓落实"]],
    [
      "三清：口号没有量词",
      "各村要做到“三清”，即清垃圾、清沟渠、清残垣。",
      ["1 — 各村要做到“", "2 — 清垃圾", "2 — 清沟渠", "2 — 清残垣。"],
    ],
    [
      "短清单之后句子接着说",
      "落实“两个必须”：必须到会、必须发言，确保实效。",
      ["1 — 落实“两个必", "2 — 必须到会", "2 — 必须发言"],
    ],
  ])("%s", (_name, text, expected) => expect(outline(text)).toEqual(expected));

  test.each([
    ["两个县名", "A、B两县要结对共建。"],
    ["等级名称", "Ⅰ级响应由县里启动，各村要值守。"],
    ["数字分节号", "1，200元用于维修，各村要公开。"],
    ["书记是职务不是署名", "一、县委书记\n每半年要研究一次。"],
  ])("%s", (_name, text) => {
    const markers = decompose(text).clauses.map(({ marker }) => marker);
    expect(markers).toEqual([text.startsWith("一、") ? "一、" : null]);
  });
});

describe("任务表", () => {
  const header = "序号\t工作任务\t牵头单位\t配合单位\t完成时限";

  test("制表符分栏：一行一条，各栏各归其位", () => {
    const { clauses } = decompose(
      `某县2024年任务清单\n${header}\n1\t每村储备2名骨干\t县委组织部\t各乡镇党委、县财政局\t6月底前\n2\t新建驿站3个\t县住建局\t\t全年`,
    );
    expect(clauses.map(({ marker, requirement }) => [marker, requirement])).toEqual([
      ["1", true],
      ["2", true],
    ]);
    expect(clauses[0]).toMatchObject({
      quantities: [{ comparator: "equal", value: 2, unit: "名", per: "村" }],
      deadlines: [{ text: "6月底前", date: "2024-06-30" }],
      organizations: [
        { text: "县委组织部", role: "lead" },
        { text: "各乡镇党委", role: "assist" },
        { text: "县财政局", role: "assist" },
      ],
    });
    expect(clauses[1]).toMatchObject({
      deadlines: [{ text: "全年", date: "2024-12-31" }],
      organizations: [{ text: "县住建局", role: "lead" }],
    });
  });

  test("竖线分栏，分隔行不成条", () => {
    const { title, clauses } = decompose(
      "| 序号 | 问题 | 整改措施 | 责任人 | 整改时限 |\n|---|---|---|---|---|\n| 1 | 学得少 | 每月学2次 | 张某 | 立行立改 |",
    );
    expect(title).toBeNull();
    expect(clauses).toMatchObject([
      {
        marker: "1",
        heading: "学得少",
        requirement: true,
        frequencies: [{ times: 2, period: "month" }],
        deadlines: [{ text: "立行立改", date: null }],
        organizations: [{ text: "张某", role: "responsible" }],
      },
    ]);
  });

  test("Word 表格：一格一行，空格也占位，格内多段仍归一条", () => {
    const rows = [
      header.split("\t"),
      ["1", "抓学习。", "县委办", "", "3月底前"],
      ["2", "（1）建支部。", "（2）建阵地。", "县委组织部", "各镇党委", "2024.9.30"],
      ["3", "抓督查。", "县纪委", "县委办", "长期坚持"],
    ].flat();
    const { date, clauses } = decompose(`某县2024年任务分解表\n${rows.join("\n")}\n请各单位每月报送进展。`);
    expect(date).toBeNull();
    expect(clauses.map(({ marker, deadlines }) => [marker, deadlines[0]?.date])).toEqual([
      ["1", "2024-03-31"],
      ["2", "2024-09-30"],
      ["3", null],
      [null, undefined],
    ]);
    expect(clauses[1]?.organizations).toEqual([
      { text: "县委组织部", role: "lead" },
      { text: "各镇党委", role: "assist" },
    ]);
  });

  test("只列问题的表是叙述", () => {
    const { clauses } = decompose("序号\t问题\t来源\n1\t学得少\t自查\n2\t查得少\t督查");
    expect(clauses.map(({ requirement }) => requirement)).not.toContain(true);
  });
});

describe("整页按同一宽度断行的文本", () => {
  const words =
    "一是各村党组织要把软弱涣散整顿放在首位，逐个分析、逐村定策，务必在2024年6月底前全部整改到位，并由乡镇党委逐一验收。二是组织部门要每季度调度一次，对进展慢的提醒约谈。";
  const cut = (text: string, width: number): string =>
    text.replace(new RegExp(`(.{${width}})(?=.)`, "g"), "$1\n");

  test.each([31, 34, 37])("每行%i字，与不断行的结果一致", (width) => {
    const whole = decompose(`${words}\n${words}`).clauses;
    const pages = decompose(`${cut(words, width)}\n${cut(words, width)}`).clauses;
    expect(pages.map(({ level, marker, text, deadlines }) => [level, marker, text, deadlines])).toEqual(
      whole.map(({ level, marker, text, deadlines }) => [level, marker, text, deadlines]),
    );
  });
});

describe("标题与落款的几种写法", () => {
  test.each([
    [
      "标题分两行",
      "关于全面推行村级事务公开制度\n议事制度的指导意见\n一、要公开。\n二、要议事。",
      "关于全面推行村级事务公开制度议事制度的指导意见",
    ],
    ["标题字间有空格", "某 县 实 施 方 案\n一、要公开。\n二、要议事。", "某县实施方案"],
  ])("%s", (_name, text, title) => expect(decompose(text).title).toBe(title));

  test.each(["国务院办公厅", "某县公司", "某镇中心校", "某县应急管理局（章）"])(
    "“%s”在日期之上是落款",
    (signer) => {
      expect(outline(`关于报表的通知\n一、各村要报表。\n${signer}\n2024 年 3 月 5 日`)).toEqual([
        "1 一、 各村要报表。",
      ]);
    },
  );

  test("落款之后的附件不并入上一条", () => {
    const { clauses } = decompose(
      "关于评比的通知\n一、各村要报表。\n某县委\n2024年3月5日\n评比细则\n一、每月评一次。",
    );
    expect(clauses.map(({ start, end }, index) => index > 0 || end - start < 12)).not.toContain(false);
  });
});
