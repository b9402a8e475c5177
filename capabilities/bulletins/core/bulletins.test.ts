import { describe, expect, test } from "vitest";
import type { MeasureRecord, MeasureValue } from "#platform/kernel/measure.ts";
import { plainDate } from "#platform/kernel/plain-date.ts";
import { type Scheme, scoreUnits } from "#rooms/assessments/core/index.ts";
import { taskMeasures } from "#rooms/tasks/core/index.ts";
import {
  type AnnouncedRun,
  composeBulletin,
  findMissing,
  findNextStatus,
  listProblemRows,
  nameCircle,
  proposeNumberPrefix,
  proposeText,
  writeDocumentNumber,
} from "./index.ts";

const measures = taskMeasures.filter(({ use }) => use === "scored");
const scheme: Scheme = {
  code: "test",
  version: 2,
  name: "测试方案",
  source: "测试",
  publishedDecimals: 2,
  group: { name: "乡镇（街道）", unitKinds: ["township"] },
  indicators: measures.map(({ code, kind }) => ({
    measure: code,
    weightBasisPoints: 1_250,
    standardHundredths: 10_000,
    method: kind === "percent" ? { kind: "ratio" } : { kind: "deductPerUnit", deductHundredths: 1_000 },
    floorHundredths: 0,
    capHundredths: 10_000,
    whenNoData: "dropAndRescale",
  })),
  bands: [
    { atLeast: 900_000, word: "90分以上", lamp: "green" },
    { atLeast: 800_000, word: "80分以上", lamp: "green" },
    { atLeast: 0, word: "80分以下", lamp: "red" },
  ],
};

const unitIds = Array.from({ length: 12 }, (_unit, index) => `单位${index + 1}`);

/** Unit n has n records in every measure, of which the first are met; deterministic and uneven. */
function valueOf(unit: number, measure: string, better: "higher" | "lower"): MeasureValue {
  const records: MeasureRecord[] = Array.from({ length: unit }, (_record, index) => {
    const isGood = (index * 7 + unit) % 5 !== 0;
    const numerator = isGood === (better === "higher") ? 1 : 0;
    return {
      kind: "task",
      id: `${unit}-${index}`,
      title: `事项${unit}之${index}`,
      numerator,
      denominator: 1,
      why: "",
    };
  });
  const numerator = records.reduce((sum, record) => sum + record.numerator, 0);
  return { measure, unitId: `单位${unit}`, numerator, denominator: unit, records };
}

const values = unitIds.flatMap((_unit, index) =>
  // The last unit has nothing to count.
  index === 11 ? [] : measures.map(({ code, better }) => valueOf(index + 1, code, better)),
);
const inForce = { scheme, measures };
const run: AnnouncedRun = {
  inForce,
  period: { from: plainDate("2026-07-01"), cutoff: plainDate("2026-09-30") },
  nameOf: new Map(unitIds.map((unitId) => [unitId, unitId])),
  values,
  scores: scoreUnits(
    inForce,
    unitIds.map((unitId) => ({ unitId, values: values.filter((value) => value.unitId === unitId) })),
  ),
  before: null,
};
const text = proposeText({
  periodName: "2026年第三季度",
  groupName: "乡镇（街道）",
  circleKinds: ["township", "subdistrict", "department"],
  numberPrefix: "清组通",
});
const letterhead = {
  signatory: "中共清源县委组织部",
  documentNumber: null,
  date: plainDate("2026-10-12"),
  notice: null,
};
const document = composeBulletin(run, text, letterhead);
const sentences = document.blocks.flatMap((block) =>
  block.kind === "paragraph"
    ? [block.text]
    : block.kind === "heading"
      ? [block.text + (block.body ?? "")]
      : [],
);
const sentenceWith = (words: string): string => sentences.find((sentence) => sentence.includes(words)) ?? "";

describe("通报里的数字都出自考核结果", () => {
  const ranked = run.scores.filter(({ rank }) => rank !== null);
  const published = ranked.map(({ total }) => Math.round((total ?? 0) / 100) / 100);

  test("考核和排名的单位数", () => {
    expect(sentenceWith("进行了考核")).toContain("对12个乡镇（街道）");
    expect(sentenceWith("参加排名")).toContain("参加排名的11个，另有1个没有可统计的事项，不参加排名");
  });

  test("平均、最高、最低", () => {
    const mean = published.reduce((sum, total) => sum + total, 0) / published.length;
    const written = /平均得分([\d.]+)分，最高([\d.]+)分，最低([\d.]+)分/.exec(sentenceWith("平均得分"));
    expect(Math.abs(Number(written?.[1]) - mean)).toBeLessThan(0.0051);
    expect(Number(written?.[2])).toBeCloseTo(Math.max(...published), 6);
    expect(Number(written?.[3])).toBeCloseTo(Math.min(...published), 6);
  });

  test("各分数段的个数之和等于排名单位数", () => {
    const counts = [...sentenceWith("平均得分").matchAll(/的(\d+)个/g)]
      .slice(1)
      .map((match) => Number(match[1]));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(ranked.length);
  });

  test("名次表每行与结果逐项相同", () => {
    const table = document.blocks.find((block) => block.kind === "table");
    const rows = table?.kind === "table" ? table.rows : [];
    expect(rows).toHaveLength(ranked.length);
    for (const [rank, name, total, gap] of rows) {
      const score = run.scores.find(({ unitId }) => unitId === name);
      expect(Number(rank)).toBe(score?.rank);
      expect(Number(total)).toBeCloseTo(Math.round((score?.total ?? 0) / 100) / 100, 6);
      expect(Number(gap)).toBeCloseTo((score?.gapToFirst ?? 0) / 10_000, 6);
    }
  });

  test("上期没有冻结结果，不写升降", () => {
    expect(sentenceWith("相比")).toBe("");
    const table = document.blocks.find((block) => block.kind === "table");
    expect(table?.kind === "table" && table.columns.map(({ title }) => title)).not.toContain("比上期");
  });

  test("上期有冻结结果，写明升降，与两期名次相减一致", () => {
    // In the period before, everybody stood where the mirror image of this one has him.
    const flipped = run.scores.map((score) => ({
      ...score,
      rank: score.rank === null ? null : ranked.length + 1 - score.rank,
    }));
    const period = { from: plainDate("2026-04-01"), cutoff: plainDate("2026-06-30") };
    const compared = composeBulletin({ ...run, before: { period, scores: flipped } }, text, letterhead);
    const table = compared.blocks.find((block) => block.kind === "table");
    for (const row of table?.kind === "table" ? table.rows : []) {
      const places = ranked.length + 1 - 2 * Number(row[0]);
      expect(row.at(-1)).toBe(places === 0 ? "持平" : places > 0 ? `升${places}位` : `降${-places}位`);
    }
    const words = compared.blocks.flatMap((block) => (block.kind === "paragraph" ? [block.text] : []));
    expect(words.find((sentence) => sentence.startsWith("与2026年第二季度相比"))).toMatch(
      /名次变化最大的是.+上升10位，.+下降10位。/,
    );
  });

  test("每项指标的总体数等于各单位之和", () => {
    for (const { code, name } of measures) {
      const found = values.filter(({ measure }) => measure === code);
      const outOf = found.reduce((sum, { denominator }) => sum + denominator, 0);
      const counted = found.reduce((sum, { numerator }) => sum + numerator, 0);
      expect(sentenceWith(`${name}（权重12.50%）`)).toMatch(
        new RegExp(`统计${outOf}项，(其中${counted}项|合计${counted}个工作日)`),
      );
    }
  });

  test("各单位问题项数与问题台账、与冻结的记录一致", () => {
    const written = [...sentences.join("").matchAll(/(\d+)项，为“/g)].map((match) => Number(match[1]));
    const ledger = listProblemRows(run);
    expect(written.reduce((sum, count) => sum + count, 0)).toBe(ledger.length);
    const overdue = values.filter(({ measure }) => measure === "overdueOpen");
    expect(ledger.filter(({ kind }) => kind === "逾期未办结")).toHaveLength(
      overdue.reduce((sum, { numerator }) => sum + numerator, 0),
    );
  });

  test("附件两份：指标得分和名次、问题台账", () =>
    expect(document.attachments.map(({ title }) => title)).toEqual(["各项指标得分情况表", "问题台账"]));
});

describe("写法", () => {
  test("没有好的做法就没有这一部分，序号不跳", () =>
    expect(sentences.filter((sentence) => /^[一二三四五]、/.test(sentence))).toEqual([
      "一、总体情况",
      "二、各项指标情况",
      "三、存在问题",
      "四、下步要求",
    ]));

  test("没有数据时照实说明，不排名", () => {
    const empty: AnnouncedRun = {
      ...run,
      values: [],
      scores: scoreUnits(inForce, [{ unitId: "单位1", values: [] }]),
    };
    const blocks = composeBulletin(empty, text, letterhead).blocks;
    expect(JSON.stringify(blocks)).toContain("考核期内没有可统计的事项，本期不排名。");
    expect(JSON.stringify(blocks)).toContain("本期没有逾期、退回和重新办理的事项。");
  });

  test.each([
    [["township", "subdistrict", "department"] as const, "各乡镇党委、各街道党工委，县委各部门"],
    [["department", "township"] as const, "各乡镇党委，县委各部门"],
    [[], ""],
  ])("发送范围%#", (kinds, expected) => expect(nameCircle([...kinds])).toBe(expected));

  test("机关代字和发文字号", () => {
    expect(proposeNumberPrefix("清源县委", "县委组织部")).toBe("清组通");
    expect(proposeNumberPrefix("中共清源县委", "清源县委")).toBe("清委通");
    expect(writeDocumentNumber("清组通", 2026, 6)).toBe("清组通〔2026〕6号");
  });

  test("缺什么说什么", () =>
    expect(findMissing({ ...text, title: " ", nextSteps: "", circleKinds: [] })).toEqual([
      "标题",
      "发送范围",
      "下步要求",
    ]));
});

describe("通报的状态", () => {
  test.each([
    ["draft", "check", "checked"],
    ["draft", "sign", null],
    ["checked", "edit", null],
    ["checked", "sendBack", "draft"],
    ["checked", "sign", "issued"],
    ["issued", "edit", null],
    ["issued", "withdraw", "withdrawn"],
    ["withdrawn", "sign", null],
  ] as const)("%s时%s", (status, act, expected) => expect(findNextStatus(status, act)).toBe(expected));
});
