import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Clause } from "./clause.ts";
import { decompose } from "./index.ts";
import { obliges } from "./modality.ts";

const scraps = [
  "一、",
  "二、",
  "（一）",
  "（二）",
  "1.",
  "2.",
  "（1）",
  "①",
  "②",
  "第一，",
  "第二，",
  "首先，",
  "其次，",
  "最后，",
  "一是",
  "二是",
  "三要",
  "一方面",
  "另一方面",
  "在机关党建方面。",
  "在农村党建方面，",
  "要加强学习。",
  "这些问题",
  "下一步，",
  "同志们：",
  "附件：",
  "目录",
  "“",
  "”",
  "（",
  "）",
  "《",
  "》",
  "：",
  "；",
  "，",
  "。",
  "、",
  "\n",
  "\n\n",
  "　　",
  " ",
  "各村要整改。",
  "推行“三个一”：甲、乙、丙。",
  "每月一次",
  "至少3名",
  "6月底前",
  "责任单位：各村",
  "（牵头单位：县委；完成时限：年底）",
  "2023年3月5日",
  "重点任务",
  "问题",
  "1.5万元",
  "x",
  "\r",
  "\t",
  "|",
  "1，",
  "A.",
  "Ⅰ、",
  "①",
  "【一】",
  "任务一：",
  "问题二：",
  "一个是",
  "再一个是",
  "首先是",
  "建议：",
  "第 一 ，",
  "序号\t工作任务\t责任单位\t完成时限\n",
  "1\t抓学习\t各村\t6月底前\n",
  "序号\n任务\n责任单位\n",
  "【责任单位】各村",
  "2023 年 3 月 5 日",
  "某县委办公室",
  "要在六月底前把各项整改任务逐村逐项落到实处并报镇党委备案审查核",
];
const document = fc
  .array(fc.oneof(fc.constantFrom(...scraps), fc.string({ maxLength: 4 })), { maxLength: 60 })
  .map((parts) => parts.join(""));
const runs = { seed: 20230305, numRuns: 300 };

const childrenOf = (clauses: readonly Clause[], id: string | null): Clause[] =>
  clauses.filter(({ parentId }) => parentId === id);

describe("任何文本都守的规矩", () => {
  test("子条在父条之内，同级互不相交且依次排列", () => {
    fc.assert(
      fc.property(document, (text) => {
        const { clauses } = decompose(text);
        const byId = new Map(clauses.map((clause) => [clause.id, clause]));
        expect(byId.size).toBe(clauses.length);
        for (const clause of clauses) {
          expect(clause.start).toBeLessThanOrEqual(clause.end);
          expect(clause.end).toBeLessThanOrEqual(text.length);
          const parent = clause.parentId === null ? null : byId.get(clause.parentId);
          expect(clause.level).toBe((parent?.level ?? 0) + 1);
          if (parent) expect(parent.start <= clause.start && clause.end <= parent.end).toBe(true);
        }
        for (const id of [null, ...byId.keys()]) {
          const siblings = childrenOf(clauses, id);
          siblings.slice(1).forEach((next, index) => {
            expect((siblings[index] as Clause).end).toBeLessThanOrEqual(next.start);
          });
        }
      }),
      runs,
    );
  });

  test("行号与起点一致，序号与原文一致，次序与原文一致", () => {
    fc.assert(
      fc.property(document, (text) => {
        const { clauses } = decompose(text);
        clauses.forEach((clause, index) => {
          expect(clause.sourceLine).toBe(text.slice(0, clause.start).split("\n").length);
          if (clause.marker !== null) expect(text.startsWith(clause.marker, clause.start)).toBe(true);
          if (index > 0) expect((clauses[index - 1] as Clause).start).toBeLessThanOrEqual(clause.start);
        });
      }),
      runs,
    );
  });

  test("没有空条；首尾不留空白；正文不带序号，也不带子条的字", () => {
    const bare = (words: string): string => words.replace(/[\s；;，,、：:*_#>|]/g, "");
    fc.assert(
      fc.property(document, (text) => {
        const { clauses } = decompose(text);
        for (const clause of clauses) {
          const children = childrenOf(clauses, clause.id);
          expect(clause.start).toBeLessThan(clause.end);
          expect(clause.text.trim() !== "" || children.length > 0).toBe(true);
          const whole = text.slice(clause.start, clause.end);
          expect(whole).toBe(whole.trim());
          let own = "";
          let at = clause.start + (clause.marker?.length ?? 0);
          for (const child of children) {
            own += text.slice(at, child.start);
            at = child.end;
          }
          own += text.slice(at, clause.end);
          // Lines of the frame (a signature, a table's head) may stand within a clause; they are nobody's words.
          for (const line of clause.text.split("\n")) expect(bare(own)).toContain(bare(line));
        }
      }),
      runs,
    );
  });

  test("所读的数量、时限、频次、单位都是该条原文里的字", () => {
    fc.assert(
      fc.property(document, (text) => {
        for (const clause of decompose(text).clauses) {
          const words = text.slice(clause.start, clause.end).replace(/\s/g, "");
          const found = [
            clause.quantities,
            clause.deadlines,
            clause.frequencies,
            clause.organizations,
          ].flat();
          for (const demand of found) expect(words).toContain(demand.text.replace(/\s/g, ""));
          if (!clause.requirement) expect(found).toEqual([]);
        }
      }),
      runs,
    );
  });

  const lines = fc.array(
    fc.constantFrom(
      "一、抓学习",
      "二、抓队伍",
      "（一）建库。各镇应当在6月底前建库，每村储备2名。",
      "（二）轮训。每年至少轮训1次。",
      "1.各村要公开。",
      "2.各镇要督查：一是查台账；二是查现场。",
      "今年以来，工作有了起色。",
      "各支部务必每月25日前报表。（责任单位：各支部；完成时限：年底前）",
    ),
    { minLength: 1, maxLength: 10 },
  );
  /** What an officer sees of the outline: nothing of it may hang on how the page was typed. */
  const seen = (text: string): unknown[] =>
    decompose(text).clauses.map(({ id, marker, requirement, text: own, quantities, deadlines }) => [
      id,
      marker?.normalize("NFKC"),
      requirement,
      own.normalize("NFKC").replace(/\s/g, ""),
      quantities.map(({ comparator, value, unit, per }) => [comparator, value, unit, per]),
      deadlines.map(({ date }) => date),
    ]);

  test.each<[string, (text: string) => string]>([
    ["行首空两格", (text) => text.replace(/^/gm, "　　")],
    ["行末有空格", (text) => text.replace(/$/gm, " ")],
    ["行间空一行", (text) => text.replace(/\n/g, "\n\n")],
    ["标点用半角", (text) => text.replace(/[，；：（）]/g, (sign) => sign.normalize("NFKC"))],
    [
      "数字用全角",
      (text) => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
    ],
    ["数字前后有空格", (text) => text.replace(/(?<=[\u4e00-\u9fff])(\d+)(?=[月日名次])/g, " $1 ")],
  ])("%s，分解的结果不变", (_name, retype) => {
    fc.assert(
      fc.property(lines, (rows) => {
        const text = rows.join("\n");
        expect(seen(retype(text))).toEqual(seen(text));
      }),
      { ...runs, numRuns: 100 },
    );
  });

  test("每一句带要求的话都落在某一条里", () => {
    const line = fc.constantFrom(
      "各村要整改到位。",
      "组织部必须督查。",
      "一、抓学习",
      "（一）抓队伍。各镇应当建库。",
      "一是强化督查。二是各村要公开。",
      "各支部务必报表；各镇不得拖延。",
      "通知",
      "工作回顾",
      "2023年3月5日",
      "同志们：",
      "附件1",
      "1.各村要报表。",
      "今年以来成效明显。",
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const text = lines.join("\n");
        const { clauses } = decompose(text);
        for (const match of text.matchAll(/[^。；\n]+[。；]/g)) {
          if (!obliges(match[0])) continue;
          const covered = clauses.some(
            ({ start, end }) => start <= match.index && match.index + match[0].length <= end,
          );
          const split = clauses.some(
            ({ start }) => start > match.index && start < match.index + match[0].length,
          );
          expect(covered || split, match[0]).toBe(true);
        }
      }),
      runs,
    );
  });

  test("任意字符不致出错", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => void decompose(text)),
      runs,
    );
  });
});
