import type { Endpoint } from "#platform/http/index.ts";
import { actOnTask } from "./act-on-task.ts";
import { exportTasks } from "./export-tasks.ts";
import { getTask, listProblems, listTasksEndpoint, openTask, proposeDays } from "./read-tasks.ts";
import { addEvidence, getEvidenceFile, restoreTaskEvidence, withdrawTaskEvidence } from "./task-evidence.ts";

export { createTasks, type TaskDraft, type TaskOriginContext } from "./create-tasks.ts";
export { describeTask } from "./describe-task.ts";
export { type MeasureReading, taskMeasureSource } from "./measures.ts";
export { recordDecomposition } from "./record-decomposition.ts";
export { type Asking, countStates, listTasks, type TaskFilter } from "./store/list-tasks.ts";
export type { ReadTaskTables } from "./tables.ts";

export const taskEndpoints: readonly Endpoint[] = [
  listTasksEndpoint,
  getTask,
  openTask,
  proposeDays,
  actOnTask,
  addEvidence,
  withdrawTaskEvidence,
  restoreTaskEvidence,
  getEvidenceFile,
  exportTasks,
  listProblems,
];
