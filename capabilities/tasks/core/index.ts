export {
  dueSoonThrough,
  isOverdue,
  isSlipped,
  isToDo,
  type LampColor,
  lampOf,
  overdueThrough,
  workdaysLate,
} from "./deadline.ts";
export {
  type ActionCircumstances,
  type ActionProblem,
  type ActionRequest,
  type DecidedAction,
  decideAction,
} from "./decide-action.ts";
export { applyAction, foldTask } from "./fold-task.ts";
export { type MeasuredPeriod, type MeasuredTask, taskMeasures } from "./measures.ts";
export {
  type Milestone,
  maxMilestones,
  type PlannedMilestone,
  proposeMilestoneDays,
} from "./milestones.ts";
export { actionSide, findNextStatus, needsReason } from "./next-status.ts";
export {
  actionNames,
  type LoggedAction,
  originNames,
  statusNames,
  type TaskAction,
  type TaskOrigin,
  type TaskOwner,
  type TaskState,
  type TaskStatus,
} from "./task.ts";
