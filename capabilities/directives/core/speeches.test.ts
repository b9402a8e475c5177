import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Clause } from "./clause.ts";
import { decompose } from "./index.ts";
import { outlines, type Row, sampleOutlines } from "./speeches/outlines.ts";

const speeches = new URL("../../../../shared/speeches/", import.meta.url);
const samples = new URL("../../../samples/documents/", import.meta.url);

const tellDemands = (clause: Clause): string[] => [
  ...clause.quantities.map(
    ({ comparator, value, max, unit, per }) =>
      `数 ${comparator}/${max === null ? value : `${value}-${max}`}/${unit}/${per ?? ""}`,
  ),
  ...clause.frequencies.map(({ times, period }) => `频 ${times}/${period}`),
  ...clause.deadlines.map(({ date }) => `期 ${date}`),
  ...clause.organizations.filter(({ role }) => role === "responsible").map(({ text }) => `责 ${text}`),
];

/** Openings are cut to the expected length, so that a row shows only what the reader wrote down. */
function compare(clauses: readonly Clause[], rows: readonly Row[]): void {
  const found = clauses.map(({ level, marker, text, requirement }, index) => [
    level,
    marker,
    text.slice(0, rows[index]?.[2].length ?? 12),
    requirement,
  ]);
  expect(found).toEqual(
    rows.map(([level, marker, opening, requirement]) => [level, marker, opening, requirement]),
  );
  rows.forEach(([, , opening, , demands = []], index) => {
    const told = tellDemands(clauses[index] as Clause);
    for (const demand of demands) expect(told, opening).toContain(demand);
  });
}

const read = (folder: URL, name: string): string =>
  readFileSync(new URL(encodeURIComponent(name), folder), "utf8");

describe.skipIf(!existsSync(speeches))("三篇真实讲话逐条对照", () => {
  test.each(Object.entries(outlines))("%s", (name, rows) => {
    compare(decompose(read(speeches, name), { year: 2019 }).clauses, rows);
  });
});

describe("七种编号习惯的样例文件逐条对照", () => {
  test.each(Object.entries(sampleOutlines))("%s", (name, rows) => {
    compare(decompose(read(samples, name)).clauses, rows);
  });

  test.each([
    ["01-工作要点.txt", "清源县2023年基层党建工作要点", 2023, "2023-03-05"],
    ["02-讲话.txt", "在清源县党建工作推进会上的讲话", 2023, "2023-07-12"],
    ["03-实施方案.txt", "清源县村级党组织星级管理实施方案", 2023, "2023-02-20"],
    ["04-通知.txt", "关于做好村（社区）党组织书记县级备案管理工作的通知", 2023, "2023-03-20"],
    ["06-任务分解.txt", "柳河镇2024年党建重点任务责任分解", 2024, "2024-03-12"],
    ["07-乡镇讲话.txt", "在石桥镇半年工作推进会上的讲话", 2024, "2024-07-03"],
    ["05-整改方案.txt", "柳河镇党委关于述职评议考核反馈问题的整改方案", 2023, "2023-03-28"],
  ])("%s 的标题与日期", (name, title, year, date) => {
    expect(decompose(read(samples, name))).toMatchObject({ title, year, date });
  });
});
