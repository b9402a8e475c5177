import { describe, expect, test } from "vitest";
import type { Column } from "./column.ts";
import { nextSorting, readSorting, sortRows } from "./sorting.ts";

interface Row {
  readonly name: string;
  readonly late: number | null;
}

const columns: readonly Column<Row>[] = [
  { key: "name", title: "单位", cell: (row) => row.name, sortBy: (row) => row.name },
  { key: "late", title: "逾期（项）", align: "right", cell: (row) => row.late, sortBy: (row) => row.late },
  { key: "note", title: "备注", cell: () => "" },
];
const rows: readonly Row[] = [
  { name: "石桥镇", late: 2 },
  { name: "柳树镇", late: null },
  { name: "大湾乡", late: 5 },
  { name: "竹园乡", late: 2 },
];
const namesBy = (text: string | undefined): string =>
  sortRows(rows, columns, readSorting(text, columns))
    .map(({ name }) => name.slice(0, 1))
    .join("");

describe("台账排序", () => {
  test.each([
    ["没有要求时按台账原样", undefined, "石柳大竹"],
    ["数字从大到小，相同的不动，没有的在最后", "-late", "大石竹柳"],
    ["数字从小到大，没有的仍在最后", "late", "石竹大柳"],
    ["名称按拼音", "name", "大柳石竹"],
    ["不能排序的栏目不理会", "note", "石柳大竹"],
    ["没有的栏目不理会", "-nothing", "石柳大竹"],
  ])("%s", (_name, text, expected) => {
    expect(namesBy(text)).toBe(expected);
  });

  test("按三次：数字先大后小再还原，文字先顺后倒再还原", () => {
    const press = (index: number, times: number): (string | undefined)[] => {
      const column = columns[index] as Column<Row>;
      const seen: (string | undefined)[] = [];
      for (let text: string | undefined, turn = 0; turn < times; turn += 1) {
        text = nextSorting(column, readSorting(text, columns));
        seen.push(text);
      }
      return seen;
    };
    expect(press(1, 3)).toEqual(["-late", "late", undefined]);
    expect(press(0, 3)).toEqual(["name", "-name", undefined]);
  });
});
