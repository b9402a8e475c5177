export type {
  Clause,
  Comparator,
  Deadline,
  Decomposition,
  Frequency,
  Organization,
  Period,
  Quantity,
  Role,
} from "./clause.ts";
export { type Coverage, selectAssignable, selectCounted, tallyCoverage } from "./coverage.ts";
export { decompose } from "./decompose.ts";
export { findDocumentNumber } from "./document-number.ts";
export {
  type EditSetting,
  editOutline,
  type Outline,
  type OutlineClause,
  type OutlineEdit,
  type OutlineEditProblem,
  rereadDeadlines,
} from "./edit-outline.ts";
export { compareOutlines, type OutlineChange, takeBackChange } from "./outline-change.ts";
