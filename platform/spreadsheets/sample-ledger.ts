import { plainDate } from "#platform/kernel/plain-date.ts";
import type { Workbook } from "./workbook.ts";

/** A made-up ledger with every kind of column, for tests. */
export const sampleLedger: Workbook = {
  createdOn: plainDate("2026-10-12"),
  author: "中共清源县委组织部",
  exported: { by: "县委组织部科长张三", at: new Date("2026-10-12T01:30:00Z") },
  sheets: [
    {
      name: "责任清单（2026年）",
      title: "清源县2026年基层党建责任清单",
      notice: "演示数据，纯属虚构",
      columns: [
        { title: "序号", kind: "number", width: 6 },
        { title: "任务", width: 40 },
        { title: "责任单位", width: 16 },
        { title: "完成时限", kind: "date" },
        { title: "完成率", kind: "number" },
        { title: "备注" },
      ],
      rows: Array.from({ length: 80 }, (_value, index) => [
        index + 1,
        "每个村至少储备3名后备干部，建立台账并按季度更新",
        `第${index + 1}乡`,
        plainDate("2026-10-31"),
        0.5,
        index === 0 ? "=1+1" : null,
      ]),
    },
    { name: "说明", columns: [{ title: "项目" }, { title: "内容" }], rows: [["口径", "按验收通过计"]] },
  ],
};
