import { type Milestone, nextMilestoneOn, reach, replan } from "./milestones.ts";
import { findNextStatus } from "./next-status.ts";
import type { LoggedAction, TaskState } from "./task.ts";

/**
 * What a log of actions amounts to. The log begins with "assign" and obeys the state table; one that does not
 * was written past the rules, which is a fault and not a refusal.
 */
export function foldTask(log: readonly LoggedAction[]): TaskState {
  const [first, ...rest] = log;
  if (!first || first.action !== "assign" || !first.dueDate)
    throw new Error("a log begins with assign and a deadline");
  const assigned: TaskState = {
    status: "assigned",
    version: first.sequence,
    assignedOn: first.enteredOn,
    dueDate: first.dueDate,
    submittedOn: null,
    closedOn: null,
    returnCount: 0,
    reopenCount: 0,
    extensionRequestedTo: null,
    milestones: [],
    nextMilestoneOn: null,
  };
  return rest.reduce(applyAction, assigned);
}

/** The state after one more action. */
export function applyAction(state: TaskState, logged: LoggedAction): TaskState {
  const status = findNextStatus(state.status, logged.action);
  if (status === null) throw new Error(`${logged.action} is not allowed in ${state.status}`);
  return { ...state, status, version: logged.sequence, ...changeBy(state, logged) };
}

function changeBy(state: TaskState, logged: LoggedAction): Partial<TaskState> {
  switch (logged.action) {
    case "submit":
      return { submittedOn: logged.enteredOn };
    case "plan":
      return wayOf(replan(state.milestones, logged.milestones ?? []));
    case "reach":
      return wayOf(reach(state.milestones, logged.milestone ?? -1, logged.happenedOn ?? logged.enteredOn));
    case "accept":
      return { closedOn: logged.enteredOn, extensionRequestedTo: null };
    case "return":
      return { submittedOn: null, returnCount: state.returnCount + 1 };
    case "withdraw":
      return { submittedOn: null };
    case "reopen":
      return { submittedOn: null, closedOn: null, reopenCount: state.reopenCount + 1, ...newDueDate(logged) };
    case "requestExtension":
      return { extensionRequestedTo: logged.dueDate };
    case "extend":
      return { extensionRequestedTo: null, ...newDueDate(logged) };
    case "refuseExtension":
      return { extensionRequestedTo: null };
    default:
      return {};
  }
}

const wayOf = (milestones: readonly Milestone[]): Partial<TaskState> => ({
  milestones,
  nextMilestoneOn: nextMilestoneOn(milestones),
});

const newDueDate = (logged: LoggedAction): Partial<TaskState> =>
  logged.dueDate === null ? {} : { dueDate: logged.dueDate };
