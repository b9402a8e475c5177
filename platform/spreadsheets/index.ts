export {
  type ReadSheet,
  type ReadValue,
  type ReadWorkbook,
  readWorkbook,
  type WorkbookLimits,
} from "./read-workbook.ts";
export type { Workbook, WorkbookColumn, WorkbookSheet, WorkbookValue } from "./workbook.ts";
export { type WorkbookProblem, type WorkbookProblemCode } from "./workbook-problems.ts";
export { writeWorkbook } from "./write-apart.ts";
