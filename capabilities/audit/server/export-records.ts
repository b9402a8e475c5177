import { type ActTitles, type Endpoint, endpoint, exportedBy } from "#platform/http/index.ts";
import { fail, succeed } from "#platform/kernel/result.ts";
import { type WorkbookColumn, writeWorkbook } from "#platform/spreadsheets/index.ts";
import { exportAuditRecordsRoute } from "../contract.ts";
import { mayReadAudit } from "./permission.ts";
import { auditProblems } from "./problems.ts";
import { type ListContext, readFilter } from "./read-filter.ts";
import { recordAudit } from "./record-audit.ts";
import { type ListedRecord, listRecords, type PageKey, type RecordFilter } from "./store/list-records.ts";

const maxExportedRows = 20_000;
const rowsPerQuery = 2000;

const columns: readonly WorkbookColumn[] = [
  { title: "时间", width: 20 },
  { title: "人员", width: 12 },
  { title: "岗位", width: 16 },
  { title: "单位", width: 22 },
  { title: "来自", width: 16 },
  { title: "操作", width: 24 },
  { title: "对象", width: 40 },
  { title: "结果", width: 8 },
  { title: "链上序号", kind: "number", width: 10 },
  { title: "请求编号", width: 38 },
];

export const exportEndpoint = (titlesOf: () => ActTitles): Endpoint =>
  endpoint(exportAuditRecordsRoute, {
    problems: auditProblems,
    records: { "audit.export": "导出审计记录" },
    async run(context) {
      const { actor, tx, query, today } = context;
      if (!mayReadAudit(actor)) return fail({ code: "not-permitted" });
      const period = readFilter(context);
      if (!period.ok) return period;
      const rows = await readAll(context, period.value.filter);
      if (rows === null) return fail({ code: "too-many-rows", detail: `一次最多导出${maxExportedRows}条。` });
      const titles = titlesOf();
      const content = await writeWorkbook({
        createdOn: today,
        author: actor.personName,
        exported: exportedBy(context),
        sheets: [
          {
            name: "审计记录",
            title: "审计记录",
            notice: `共${rows.length}条`,
            columns,
            rows: rows.map((row) => cellsOf(row, titles)),
          },
        ],
      });
      const after = { ...query, rows: rows.length };
      await recordAudit(tx, context, {
        action: "audit.export",
        subjectKind: "audit",
        subjectId: actor.areaCode,
        after,
      });
      const mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
      return succeed({ fileName: `审计记录${today}.xlsx`, mediaType, content });
    },
  });

async function readAll(
  { tx, actor }: Pick<ListContext, "tx" | "actor">,
  filter: RecordFilter,
): Promise<ListedRecord[] | null> {
  const all: ListedRecord[] = [];
  for (let after: PageKey | null = null; ; ) {
    const rows: ListedRecord[] = await listRecords(tx, actor.areaCode, filter, {
      after,
      limit: rowsPerQuery,
    });
    all.push(...rows.slice(0, rowsPerQuery));
    if (all.length > maxExportedRows) return null;
    const last = rows[rowsPerQuery - 1];
    if (rows.length <= rowsPerQuery || !last) return all;
    after = { at: last.at, id: last.id };
  }
}

/** "2026-11-20 10:00:00" in China. */
const writeMoment = (moment: Date): string => moment.toLocaleString("sv-SE", { timeZone: "Asia/Shanghai" });

const resultNames = { done: "已办", refused: "被拒" } as const;

const cellsOf = (row: ListedRecord, titles: ActTitles) => [
  writeMoment(row.at),
  row.person_name,
  row.post_title,
  row.unit_name,
  row.remote_address,
  titles[row.action] ?? row.action,
  row.subject_title ?? `${row.subject_kind} ${row.subject_id}`,
  resultNames[row.result],
  row.sequence,
  row.request_id,
];
