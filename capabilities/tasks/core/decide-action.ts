import type { PlainDate } from "#platform/kernel/plain-date.ts";
import { fail, type Result, succeed } from "#platform/kernel/result.ts";
import { applyAction } from "./fold-task.ts";
import {
  findProblemOfPlan,
  findProblemOfReaching,
  isMovingPastStep,
  type MilestoneProblem,
  type PlannedMilestone,
} from "./milestones.ts";
import { actionSide, findNextStatus, needsReason } from "./next-status.ts";
import type { LoggedAction, TaskAction, TaskState, TaskStatus } from "./task.ts";

/** What somebody wants to do with a task. */
export interface ActionRequest {
  readonly action: TaskAction;
  readonly note: string | null;
  readonly happenedOn: PlainDate | null;
  readonly dueDate: PlainDate | null;
  readonly personId: string;
  readonly milestones?: readonly PlannedMilestone[];
  readonly milestone?: number;
}

/** What the rules must know besides the state itself. */
export interface ActionCircumstances {
  readonly today: PlainDate;
  /** Who handed in the submission that stands; the same person never accepts it. */
  readonly submittedById: string | null;
  /** Whoever judges holds a post in the unit that does the work, in whichever post he acts. */
  readonly isOwnUnitsWork: boolean;
  readonly evidenceCount: number;
  /** Tasks of units below that grew out of this one and are neither closed nor cancelled. */
  readonly openBelowCount: number;
}

export type ActionProblem =
  | { readonly code: "action-not-allowed"; readonly status: TaskStatus; readonly action: TaskAction }
  | { readonly code: "reason-missing" }
  | { readonly code: "date-in-future" }
  | { readonly code: "happened-before-assigned" }
  | { readonly code: "evidence-missing" }
  | { readonly code: "own-work-not-accepted" }
  | { readonly code: "own-unit-not-judged" }
  | { readonly code: "tasks-below-open"; readonly openBelowCount: number }
  | { readonly code: "deadline-missing" }
  | { readonly code: "deadline-not-later" }
  | { readonly code: "no-extension-requested" }
  | MilestoneProblem;

export interface DecidedAction {
  readonly logged: LoggedAction;
  readonly state: TaskState;
}

/**
 * Decides whether an action may be taken now, and what the task is afterwards. Whoever belongs to the unit that does
 * the work neither accepts it nor gives it more time.
 * Source: features.md rows 24 (three-clear), 51 (accepted by another person), 54 (no silent closure).
 */
export function decideAction(
  state: TaskState,
  request: ActionRequest,
  circumstances: ActionCircumstances,
): Result<DecidedAction, ActionProblem> {
  const problem = findProblem(state, request, circumstances);
  if (problem) return fail(problem);
  const logged: LoggedAction = {
    sequence: state.version + 1,
    action: request.action,
    enteredOn: circumstances.today,
    happenedOn: request.happenedOn,
    dueDate: dueDateOf(state, request),
    ...(request.action === "plan" && request.milestones && { milestones: request.milestones }),
    ...(request.action === "reach" && request.milestone !== undefined && { milestone: request.milestone }),
  };
  return succeed({ logged, state: applyAction(state, logged) });
}

function findProblem(
  state: TaskState,
  request: ActionRequest,
  circumstances: ActionCircumstances,
): ActionProblem | null {
  const { action } = request;
  if (findNextStatus(state.status, action) === null) {
    return { code: "action-not-allowed", status: state.status, action };
  }
  const isReasonDue =
    needsReason.has(action) || (action === "plan" && isMovingPastStep(state, circumstances.today));
  if (isReasonDue && !request.note?.trim()) return { code: "reason-missing" };
  if (request.happenedOn !== null && request.happenedOn > circumstances.today)
    return { code: "date-in-future" };
  if (action === "submit" && request.happenedOn !== null && request.happenedOn < state.assignedOn) {
    return { code: "happened-before-assigned" };
  }
  return (
    findProblemOfJudging(request, circumstances) ??
    findProblemOfMilestones(state, request, circumstances.today) ??
    findProblemOfDeadline(state, request, circumstances.today)
  );
}

function findProblemOfMilestones(
  state: TaskState,
  { action, milestones, milestone }: ActionRequest,
  today: PlainDate,
): ActionProblem | null {
  if (action === "plan") return findProblemOfPlan(state, milestones ?? [], today);
  return action === "reach" ? findProblemOfReaching(state, milestone ?? -1) : null;
}

function findProblemOfJudging(
  request: ActionRequest,
  circumstances: ActionCircumstances,
): ActionProblem | null {
  if (request.action === "submit" && circumstances.evidenceCount === 0) return { code: "evidence-missing" };
  // A task below may have been reopened since this one was handed in.
  const isWhole = request.action === "submit" || request.action === "accept";
  if (request.action === "accept" && circumstances.submittedById === request.personId) {
    return { code: "own-work-not-accepted" };
  }
  if (actionSide[request.action] === "issuer" && circumstances.isOwnUnitsWork) {
    return { code: "own-unit-not-judged" };
  }
  if (isWhole && circumstances.openBelowCount > 0) {
    return { code: "tasks-below-open", openBelowCount: circumstances.openBelowCount };
  }
  return null;
}

function findProblemOfDeadline(
  state: TaskState,
  request: ActionRequest,
  today: PlainDate,
): ActionProblem | null {
  const { action } = request;
  if (action === "refuseExtension" && state.extensionRequestedTo === null)
    return { code: "no-extension-requested" };
  if (action !== "requestExtension" && action !== "extend" && action !== "reopen") return null;
  const dueDate = dueDateOf(state, request);
  if (dueDate === null) return { code: "deadline-missing" };
  if (action === "reopen") return dueDate < today ? { code: "deadline-not-later" } : null;
  return dueDate <= state.dueDate || dueDate < today ? { code: "deadline-not-later" } : null;
}

/** Granting without naming a day grants what was asked for. */
const dueDateOf = (state: TaskState, request: ActionRequest): PlainDate | null =>
  request.dueDate ?? (request.action === "extend" ? state.extensionRequestedTo : null);
