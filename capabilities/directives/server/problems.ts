import { documentProblems } from "#platform/documents/index.ts";

/** What may be refused about a document. Of a file that was not read nothing is repeated. */
export const directiveProblems = {
  ...documentProblems,
  "file-missing": { status: 422, title: "请选择一个文件" },
  "document-already-there": { status: 409, title: "这份文件已经上传过" },
  "document-too-long": { status: 413, title: "文件太长，请分成几份再上传" },
  "document-not-found": { status: 404, title: "未找到该文件，或不在您的职责范围内" },
  "clause-not-found": { status: 404, title: "该文件里没有这一条，可能已被并入别的条" },
  "clause-dropped": { status: 409, title: "这一条已剔除，请先恢复再修改" },
  "previous-dropped": { status: 409, title: "上一条已剔除，请先恢复上一条再并入" },
  "nothing-before": { status: 409, title: "这是第一条，没有上一条可并" },
  "part-empty": { status: 422, title: "请把光标放在两段文字之间再拆开" },
  "text-empty": { status: 422, title: "文字不能为空，不需要的条请剔除" },
  "nothing-to-undo": { status: 409, title: "没有可以撤销的修改" },
  "day-unknown": { status: 422, title: "日历里没有这一天，请核对日期" },
} as const;
