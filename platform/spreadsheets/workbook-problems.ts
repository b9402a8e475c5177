/** Why a workbook was not read; the titles name the remedy. */
export const workbookProblems = {
  "empty-file": { status: 422, title: "文件是空的（0 字节），请检查后重新选择文件" },
  "file-too-large": { status: 413, title: "表格文件太大，请分成几个文件后再导入" },
  "old-excel-format": {
    status: 415,
    title: "这是旧版 Excel 或 WPS 表格格式（.xls、.et），请打开后另存为 .xlsx 再导入",
  },
  "encrypted-workbook": { status: 422, title: "表格设了打开密码，请去掉密码另存后再导入" },
  "not-a-workbook": { status: 415, title: "文件不是 .xlsx 表格，请用 Excel 或 WPS 另存为 .xlsx 后再导入" },
  "broken-workbook": { status: 422, title: "表格已损坏或不完整，请打开确认无误，另存为新的 .xlsx 再导入" },
  "unsafe-workbook": { status: 422, title: "表格内部含有不安全的内容，请把数据复制到新建的表格后再导入" },
  "zip-bomb": { status: 422, title: "表格解压后异常膨胀，已拒绝读取，请把数据复制到新建的表格后再导入" },
  "too-many-sheets": { status: 413, title: "工作表太多，请删去用不到的工作表后再导入" },
  "too-many-rows": { status: 413, title: "行数太多（末尾的空行也计算在内），请分批导入" },
  "too-many-cells": { status: 413, title: "单元格太多，请删去用不到的列后再导入" },
} as const satisfies Record<string, { status: number; title: string }>;

export type WorkbookProblemCode = keyof typeof workbookProblems;

export type WorkbookProblem = { readonly code: WorkbookProblemCode };
