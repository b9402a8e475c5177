import { createElement } from "react";
import { describe, expect, test } from "vitest";
import { type Column, hiddenAtFirst, selectColumns, wordsOfCell } from "./column.ts";
import { workbookOfSeen } from "./export-seen.ts";

interface Row {
  readonly name: string;
  readonly count: number;
}

const columns: readonly Column<Row>[] = [
  {
    key: "name",
    title: "单位",
    cell: (row) => createElement("b", null, row.name),
    text: (row) => row.name,
    isFixed: true,
  },
  { key: "count", title: "项数", align: "right", cell: (row) => row.count },
  { key: "note", title: "备注", cell: (row) => [row.name, "：", row.count], isHiddenAtFirst: true },
];
const row: Row = { name: "柳树镇", count: 3 };

describe("台账栏目", () => {
  test("固定的栏目收不起来，次序按台账原样", () => {
    expect(selectColumns(columns, ["name", "count"]).map(({ key }) => key)).toEqual(["name", "note"]);
  });

  test("有的栏目起初不显示", () => {
    expect(hiddenAtFirst(columns)).toEqual(["note"]);
  });

  test.each([
    ["有文字的按文字", 0, "柳树镇"],
    ["数字照原样", 1, 3],
    ["几段连起来", 2, "柳树镇：3"],
  ])("导出时%s", (_name, index, words) => {
    const column = columns[index];
    expect(column && wordsOfCell(column, row)).toBe(words);
  });
});

test("导出所见：栏目、行与页面一致，写明条数、谁在何时导出", () => {
  const workbook = workbookOfSeen("事项台账", selectColumns(columns, ["note"]), [row], {
    by: "柳树镇组织委员张三",
    at: new Date("2026-11-20T17:00:00Z"),
  });
  const sheet = workbook.sheets[0];
  expect(sheet?.columns.map(({ title }) => title)).toEqual(["单位", "项数"]);
  expect(sheet?.rows).toEqual([["柳树镇", 3]]);
  expect(sheet?.notice).toBe("共1条");
  expect(workbook.createdOn).toBe("2026-11-21");
  expect(workbook.exported.by).toBe("柳树镇组织委员张三");
});
