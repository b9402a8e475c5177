import { describe, test } from "vitest";
import { decompose } from "./index.ts";

describe("再怪的文字也读得完（快慢在 benchmarks/directives.ts 里量）", () => {
  /** Clauses in order, each after the one before it and within the text. */
  const expectOrdered = (text: string): void => {
    let earliest = 0;
    for (const clause of decompose(text).clauses) {
      if (clause.start < earliest || clause.end > text.length)
        throw new Error(`第${clause.sourceLine}行错位`);
      earliest = clause.start;
    }
  };

  test.each([
    "一是",
    "要",
    "（",
    "“",
    "1.",
    "一是。",
    "一是，二是，",
    "一是。二是。",
    "第一，",
    "1.a。2.b。",
    "：",
    "要加强学习。",
    "在党建方面。要",
    "各乡镇、",
    "（牵头单位：",
    "每",
    "至少",
    "推行“三个一”：每月、",
    "1.\n",
    "1",
    "、",
    "①",
    "\t",
    "A.甲\n",
    "1，甲\n",
    "序号\t任务\t责任单位\n",
    "序号\n任务\n责任单位\n",
    "【责任单位】",
    "责任单位：甲、",
    "一个是",
    "建议：1、甲。2、乙。",
    "甲 乙 ",
  ])("%s 重复十万次", (unit) => {
    expectOrdered(`各村要${unit.repeat(100_000)}`);
  });

  test("括号与引号层层相套", () => {
    const depth = 100_000;
    expectOrdered("（".repeat(depth) + "）".repeat(depth));
    expectOrdered("一是。".repeat(depth / 2) + "二是。".repeat(depth / 2));
  });
});
