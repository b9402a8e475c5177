import { endpoint, exportedBy } from "#platform/http/index.ts";
import { fail, succeed } from "#platform/kernel/result.ts";
import { type WorkbookColumn, type WorkbookValue, writeWorkbook } from "#platform/spreadsheets/index.ts";
import { recordAudit } from "#rooms/audit/server/index.ts";
import { exportOutlineRoute, getOriginalRoute } from "../contract.ts";
import { selectCounted } from "../core/index.ts";
import { directiveProblems } from "./problems.ts";
import { listClauses, type StoredClause } from "./store/clauses.ts";
import { findDocument } from "./store/documents.ts";
import { listUses } from "./store/uses.ts";

const columns: readonly WorkbookColumn[] = [
  { title: "序号", kind: "number", width: 6 },
  { title: "层级", kind: "number", width: 6 },
  { title: "原文序号", width: 10 },
  { title: "内容", width: 70 },
  { title: "性质", width: 8 },
  { title: "数量要求", width: 20 },
  { title: "时限", width: 18 },
  { title: "频次", width: 18 },
  { title: "牵头单位", width: 18 },
  { title: "责任单位", width: 18 },
  { title: "配合单位", width: 18 },
  { title: "原文行", kind: "number", width: 8 },
  { title: "状态", width: 12 },
];

export const exportOutline = endpoint(exportOutlineRoute, {
  problems: directiveProblems,
  records: { "directive.export": "导出分解提纲" },
  async run(context) {
    const { actor, tx, params, today } = context;
    const document = await findDocument(tx, actor, params.documentId);
    if (!document) return fail({ code: "document-not-found" });
    const clauses = await listClauses(tx, actor.areaCode, document.id);
    const uses = await listUses(tx, actor.areaCode, [document.id]);
    const used = new Set(uses.map(({ clauseId }) => clauseId));
    const counted = selectCounted(clauses);
    const stateOf = (clause: StoredClause): string => {
      if (clause.dropped) return "已剔除";
      if (used.has(clause.id)) return "已列入清单";
      return counted.has(clause.id) ? "未列入清单" : "";
    };
    const content = await writeWorkbook({
      createdOn: today,
      author: actor.personName,
      exported: exportedBy(context),
      sheets: [
        {
          name: "分解提纲",
          title: `${document.title}（分解提纲）`,
          columns,
          rows: clauses.map((clause, index) => [index + 1, ...cellsOf(clause), stateOf(clause)]),
        },
      ],
    });
    await recordAudit(tx, context, {
      action: "directive.export",
      subjectKind: "document",
      subjectId: document.id,
      subjectTitle: document.title,
    });
    const mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    return succeed({ fileName: `${document.title}分解提纲.xlsx`, mediaType, content });
  },
});

function cellsOf(clause: StoredClause): WorkbookValue[] {
  const named = (role: string): string =>
    clause.organizations.flatMap((unit) => (unit.role === role ? [unit.text] : [])).join("、");
  const deadlines = clause.deadlines.map(({ text, date }) => (date ? `${text}（${date}）` : text));
  return [
    clause.level,
    clause.marker,
    clause.text,
    clause.requirement ? "要求" : "叙述",
    clause.quantities.map(({ text }) => text).join("；"),
    deadlines.join("；"),
    clause.frequencies.map(({ text }) => text).join("；"),
    named("lead"),
    named("responsible"),
    named("assist"),
    clause.sourceLine,
  ];
}

export const getOriginal = endpoint(getOriginalRoute, {
  problems: directiveProblems,
  records: { "directive.download": "下载文件原件" },
  async run(context) {
    const { actor, tx, params, storage } = context;
    const document = await findDocument(tx, actor, params.documentId);
    const content = document && (await storage.read(document.sha256));
    if (!document || !content) return fail({ code: "document-not-found" });
    await recordAudit(tx, context, {
      action: "directive.download",
      subjectKind: "document",
      subjectId: document.id,
      subjectTitle: document.title,
    });
    const mediaType = document.format === "txt" ? "text/plain" : docxMediaType;
    return succeed({ fileName: document.file_name, mediaType, content });
  },
});

const docxMediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
