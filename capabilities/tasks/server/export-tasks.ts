import type { RequestContext } from "#platform/http/index.ts";
import { endpoint, exportedBy } from "#platform/http/index.ts";
import { fail, succeed } from "#platform/kernel/result.ts";
import { type WorkbookColumn, type WorkbookValue, writeWorkbook } from "#platform/spreadsheets/index.ts";
import { recordAudit } from "#rooms/audit/server/index.ts";
import { exportTasksRoute } from "../contract.ts";
import { originNames, statusNames } from "../core/index.ts";
import { describeTask } from "./describe-task.ts";
import { taskProblems } from "./problems.ts";
import { listTasks, type PageKey, type TaskListRow } from "./store/list-tasks.ts";

/** More than this is no ledger that a person reads; the filter has to be narrowed. */
const maxExportedRows = 20_000;
const rowsPerQuery = 2_000;

const columns: readonly WorkbookColumn[] = [
  { title: "序号", kind: "number", width: 6 },
  { title: "事项", width: 40 },
  { title: "任务内容", width: 60 },
  { title: "来源", width: 10 },
  { title: "承办单位", width: 20 },
  { title: "责任人", width: 22 },
  { title: "交办单位", width: 20 },
  { title: "交办日期", kind: "date", width: 12 },
  { title: "时限", kind: "date", width: 12 },
  { title: "状态", width: 10 },
  { title: "超期（工作日）", kind: "number", width: 10 },
  { title: "报请日期", kind: "date", width: 12 },
  { title: "办结日期", kind: "date", width: 12 },
  { title: "退回（次）", kind: "number", width: 8 },
  { title: "重办（次）", kind: "number", width: 8 },
];

type Context = RequestContext<typeof exportTasksRoute>;

export const exportTasks = endpoint(exportTasksRoute, {
  problems: { ...taskProblems, "too-many-rows": { status: 422, title: "导出的事项过多，请缩小筛选范围" } },
  records: { "task.export": "导出事项台账" },
  async run(context) {
    const rows = await readAll(context);
    if (rows === null) return fail({ code: "too-many-rows", detail: `一次最多导出${maxExportedRows}项。` });
    const { today, actor } = context;
    const content = await writeWorkbook({
      createdOn: today,
      author: actor.personName,
      exported: exportedBy(context),
      sheets: [
        {
          name: "事项台账",
          title: "事项台账",
          columns,
          rows: rows.map((row, index) => [index + 1, ...cellsOf(row, context)]),
        },
      ],
    });
    await recordAudit(context.tx, context, {
      action: "task.export",
      subjectKind: "unit",
      subjectId: actor.acting.unitId,
      subjectTitle: actor.acting.unitName,
      after: { ...context.query, rows: rows.length },
    });
    const mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    return succeed({ fileName: `事项台账${today}.xlsx`, mediaType, content });
  },
});

async function readAll(context: Context): Promise<TaskListRow[] | null> {
  const all: TaskListRow[] = [];
  for (let after: PageKey | null = null; ; ) {
    const rows = await listTasks(context.tx, context, context.query, { after, limit: rowsPerQuery });
    all.push(...rows.slice(0, rowsPerQuery));
    if (all.length > maxExportedRows) return null;
    const last = rows[rowsPerQuery - 1];
    if (rows.length <= rowsPerQuery || !last) return all;
    after = { dueDate: last.due_date, id: last.id };
  }
}

function cellsOf(row: TaskListRow, { today, calendar }: Context): WorkbookValue[] {
  const task = describeTask(row, today, calendar);
  return [
    task.title,
    row.content,
    originNames[row.origin],
    task.unitName,
    `${task.ownerName}（${task.ownerPost}）`,
    task.issuerName,
    task.assignedOn,
    task.dueDate,
    statusNames[task.status],
    task.workdaysLate,
    task.submittedOn,
    task.closedOn,
    task.returnCount,
    task.reopenCount,
  ];
}
