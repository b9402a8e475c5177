import type { Tx } from "#platform/database/index.ts";
import { writeOfficialDocument } from "#platform/documents/index.ts";
import { endpoint, exportedBy } from "#platform/http/index.ts";
import { writeExportMark } from "#platform/kernel/export-mark.ts";
import { fail, succeed } from "#platform/kernel/result.ts";
import { type WorkbookSheet, writeWorkbook } from "#platform/spreadsheets/index.ts";
import { rankSheet } from "#rooms/assessments/server/index.ts";
import { type AuditOrigin, recordAudit } from "#rooms/audit/server/index.ts";
import { exportBulletinRoute, getBulletinFileRoute } from "../contract.ts";
import { listProblemRows } from "../core/index.ts";
import { demoNotice, findRunWithValues, type RunWithValues } from "./bulletin-content.ts";
import { bulletinProblems } from "./problems.ts";
import { readDocument } from "./read-bulletins.ts";
import { findReadableBulletin, isDemoArea, type ReadableBulletin } from "./store/read-bulletins.ts";

const docxType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const xlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

const nameFile = ({ title, document_number, status }: ReadableBulletin, ending: string): string => {
  const mark = document_number === null ? "（草稿）" : status === "withdrawn" ? "（已撤回）" : "";
  return `${document_number ?? ""}${title}${mark}${ending}`;
};

const recordDownload = (context: AuditOrigin & { readonly tx: Tx }, row: ReadableBulletin, action: string) =>
  recordAudit(context.tx, context, {
    action,
    subjectKind: "bulletin",
    subjectId: row.id,
    subjectTitle: row.title,
    after: { documentNumber: row.document_number },
  });

/** What went out is given back byte for byte; a draft is written anew from what it says now. */
export const getBulletinFile = endpoint(getBulletinFileRoute, {
  problems: bulletinProblems,
  records: { "bulletin.download": "下载通报" },
  async run(context) {
    const { actor, tx, params, storage } = context;
    const row = await findReadableBulletin(tx, actor, params.bulletinId);
    if (!row) return fail({ code: "bulletin-not-found" });
    const fileName = nameFile(row, ".docx");
    await recordDownload(context, row, "bulletin.download");
    if (row.sha256 !== null) {
      const content = await storage.read(row.sha256);
      return content ? succeed({ fileName, mediaType: docxType, content }) : fail({ code: "file-missing" });
    }
    const document = await readDocument(context, row);
    // A draft says who took it out; what was issued is one document for everybody, and its digest is public.
    const notice = [document.notice, writeExportMark(exportedBy(context))].filter(Boolean).join("　");
    const content = await writeOfficialDocument({ ...document, notice });
    return succeed({ fileName, mediaType: docxType, content });
  },
});

/** 台账: ranks and problems of the run that is announced, in one workbook. */
export const exportBulletin = endpoint(exportBulletinRoute, {
  problems: bulletinProblems,
  records: { "bulletin.export": "导出通报台账" },
  async run(context) {
    const { actor, tx, params } = context;
    const row = await findReadableBulletin(tx, actor, params.bulletinId);
    const run = row && (await findRunWithValues(tx, actor.areaCode, row.run_id));
    if (!row || !run) return fail({ code: "bulletin-not-found" });
    await recordDownload(context, row, "bulletin.export");
    const notice = (await isDemoArea(tx, actor.areaCode)) ? demoNotice : undefined;
    const ranks = rankSheet(run, () => true, run.before);
    const content = await writeWorkbook({
      createdOn: run.frozenOn,
      author: run.frozenByName,
      exported: exportedBy(context),
      sheets: [
        { ...ranks, notice: [notice, ranks.notice].filter(Boolean).join("　") },
        problemSheet(run, notice),
      ],
    });
    return succeed({ fileName: nameFile(row, "台账.xlsx"), mediaType: xlsxType, content });
  },
});

const problemSheet = (run: RunWithValues, notice: string | undefined): WorkbookSheet => ({
  name: "问题台账",
  title: `${run.title}问题台账`,
  notice,
  columns: [
    { title: "序号", kind: "number", width: 6 },
    { title: "单位", width: 20 },
    { title: "问题", width: 22 },
    { title: "事项", width: 50 },
    { title: "情况", width: 60 },
  ],
  rows: listProblemRows(run).map(({ unitName, kind, record }, index) => [
    index + 1,
    unitName,
    kind,
    record.title,
    record.why,
  ]),
});
