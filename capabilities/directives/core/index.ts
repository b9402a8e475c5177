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
export { decompose } from "./decompose.ts";
export { type Coverage, selectAssignable, selectCounted, tallyCoverage } from "./coverage.ts";
export { findDocumentNumber } from "./document-number.ts";
export {
  editOutline,
  type EditSetting,
  type Outline,
  type OutlineClause,
  type OutlineEdit,
  type OutlineEditProblem,
  rereadDeadlines,
} from "./edit-outline.ts";
export { compareOutlines, type OutlineChange, takeBackChange } from "./outline-change.ts";
