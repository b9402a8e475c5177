import { describe, expect, test } from "vitest";
import { plainDate } from "#platform/kernel/plain-date.ts";
import { decompose } from "#rooms/directives/core/index.ts";
import { decompositionLedger } from "./decomposition-ledger.ts";
import { type IssuingUnit, selectIssuers } from "./issuer.ts";
import { contentOf, titleOf } from "./list.ts";
import { describeListAsWorkbook } from "./list-ledger.ts";
import { proposeItems, remarkOn } from "./propose-items.ts";

const decomposition = decompose(
  [
    "清源县2026年党建工作要点",
    "一、重点任务",
    "（一）抓好农村党建（牵头单位：县委组织部；完成时限：2026年12月底前）",
    "1. 储备后备干部。每村至少储备3名。（责任单位：各乡镇党委；协办单位：县委宣传部；完成时限：6月底前）",
    "2. 要每月调度一次。",
    "（二）推行“两个一”：每月一次例会、每季一次研判。",
  ].join("\n"),
);

describe("由要求拟出条目", () => {
  const items = proposeItems(decomposition.clauses);

  test("自己写明单位和时限的，照自己的；括号不再留在任务里", () => {
    expect(items.find(({ content }) => content.startsWith("储备"))).toMatchObject({
      content: "储备后备干部。每村至少储备3名。",
      target: "至少储备3名",
      dueDate: "2026-06-30",
      leadNames: ["各乡镇党委"],
      assistNames: ["县委宣传部"],
      sourceLine: 4,
    });
  });

  test("自己没有写明的，照上一级的", () => {
    expect(items.find(({ content }) => content.includes("每月调度"))).toMatchObject({
      leadNames: ["县委组织部"],
      dueDate: "2026-12-31",
      measures: "每月调度一次",
    });
  });

  test("没有标题的小项带上它的标题，才看得懂", () => {
    expect(items.map(({ content }) => content)).toContain("推行“两个一”：每月一次例会");
  });

  test("只选几条就只拟几条", () => {
    const chosen = decomposition.clauses.find(({ text }) => text.includes("每月调度"))?.id ?? "";
    expect(proposeItems(decomposition.clauses, new Set([chosen]))).toHaveLength(1);
  });

  test.each([
    ["没有话说", { dueDate: null, deadlineWords: "" }, [], ""],
    ["时限不是日子", { dueDate: null, deadlineWords: "长期坚持" }, [], "原文时限：长期坚持"],
    [
      "时限已过",
      { dueDate: plainDate("2026-06-30"), deadlineWords: "6月底前" },
      [],
      "原文时限：6月底前（2026年6月30日，已过）",
    ],
    ["时限还早", { dueDate: plainDate("2026-12-31"), deadlineWords: "年底前" }, [], ""],
    [
      "单位对不上",
      { dueDate: null, deadlineWords: "" },
      ["县公安局", "县民政局"],
      "原文单位：县公安局、县民政局（不在可交办的直接下级之列）",
    ],
  ])("备注：%s", (_name, item, unmatched, words) => {
    expect(remarkOn(item, unmatched, plainDate("2026-11-20"))).toBe(words);
  });
});

describe("责任清单的栏目", () => {
  const titles = "序号 来源 任务 目标 措施 责任领导 责任人 责任单位 协办 时限 进度 佐证 完成情况 备注".split(
    " ",
  );

  test("分解结果照责任清单的栏目排", () => {
    const ledger = decompositionLedger(decomposition);
    expect(ledger.title).toBe("清源县2026年党建工作要点责任清单");
    expect(ledger.columns.map(({ title }) => title)).toEqual(titles);
    expect(ledger.rows[0]).toEqual([
      1,
      "上级要点（原文第4行）",
      "储备后备干部。每村至少储备3名。",
      "至少储备3名",
      "",
      "",
      "",
      "各乡镇党委",
      "县委宣传部",
      "2026-06-30（6月底前）",
      "",
      "",
      "",
      "",
    ]);
    expect(ledger.rows.every((row) => row.length === titles.length)).toBe(true);
  });

  test("签发后写明各单位进度、佐证、办结", () => {
    const lead = { leaderName: "韩某", responsibleName: "沈某", evidenceCount: 2 };
    const ledger = describeListAsWorkbook({
      title: "重点任务清单",
      items: [
        {
          origin: "superiorReview",
          sourceLine: null,
          content: "抓好落实",
          target: "",
          measures: "",
          role: "specificResponsible",
          leads: [
            { ...lead, unitName: "柳树镇", status: "closed" },
            { ...lead, unitName: "石桥镇", status: "inProgress", evidenceCount: 0 },
          ],
          assistingNames: [],
          dueDate: plainDate("2026-12-31"),
          remarks: "",
        },
      ],
    });
    expect(ledger.columns.map(({ title }) => title)).toEqual(titles);
    expect(ledger.rows[0]?.slice(5)).toEqual([
      "韩某、韩某",
      "具体责任人：沈某、沈某",
      "柳树镇、石桥镇",
      "",
      "2026-12-31",
      "办理中1，已办结1",
      "2份",
      "办结1/2",
      "",
    ]);
  });
});

describe("事项的名称与内容", () => {
  test.each([
    ["选优配强带头人。4月底前完成。", "选优配强带头人"],
    [
      "抓好城市党建：建成驿站12个，每个不少于60平方米；按月调度",
      "抓好城市党建：建成驿站12个，每个不少于60平方米",
    ],
    ["。没有第一句", "。没有第一句"],
    ["字".repeat(80), `${"字".repeat(59)}…`],
  ])("%s", (content, title) => expect(titleOf(content)).toBe(title));

  test("目标、措施另起一行", () => {
    expect(contentOf({ content: "抓好落实", target: "达到100%", measures: "" })).toBe(
      "抓好落实\n目标：达到100%",
    );
  });
});

describe("以谁的名义签发", () => {
  const committee: IssuingUnit = { id: "县委", kind: "countyCommittee" };
  const township: IssuingUnit = { id: "镇", kind: "township" };
  const department: IssuingUnit = { id: "部", kind: "department" };
  type Units = Parameters<typeof selectIssuers<IssuingUnit>>[0];
  test.each<[string, Units, string[]]>([
    ["部门代党委起草", { own: department, draftsFor: committee, parent: committee }, ["县委"]],
    [
      "没有代起草关系的部门，只能以上级党委名义",
      { own: department, draftsFor: null, parent: committee },
      ["县委"],
    ],
    [
      "乡镇以自己的名义，也可报县委签发",
      { own: township, draftsFor: null, parent: committee },
      ["镇", "县委"],
    ],
    ["县委没有上级", { own: committee, draftsFor: null, parent: null }, ["县委"]],
  ])("%s", (_name, units, ids) => {
    expect(selectIssuers(units).map(({ id }) => id)).toEqual(ids);
  });
});
