import type { Actor } from "#platform/http/index.ts";
import { actionSide, findNextStatus, type TaskAction, type TaskStatus } from "../core/index.ts";

/** A task as permission sees it: the unit that does it and the committee that issued it. */
export interface PlacedTask {
  readonly unit_id: string;
  readonly unit_path: string;
  readonly unit_system_path: string | null;
  readonly issuer_unit_id: string;
  readonly issuer_path: string;
  readonly issuer_system_path: string | null;
  readonly unit_parent_id: string | null;
}

/** The owner's side works on it, the issuer's side judges it; who holds posts on both sides only works on it. */
export function mayTake(actor: Actor, task: PlacedTask, side: "owner" | "issuer"): boolean {
  if (side === "owner") {
    return actor.may("task.do", {
      id: task.unit_id,
      path: task.unit_path,
      systemPath: task.unit_system_path,
    });
  }
  const issuer = { id: task.issuer_unit_id, path: task.issuer_path, systemPath: task.issuer_system_path };
  if (actor.may("task.judge", issuer)) return true;
  // What a unit set itself is judged by the unit above too: where one person does everything, nobody else could.
  const above = task.unit_id === task.issuer_unit_id ? task.unit_parent_id : null;
  return above !== null && actor.may("task.judge", { id: above, path: pathAbove(task.unit_path) });
}

const pathAbove = (path: string): string => path.slice(0, Math.max(path.lastIndexOf("."), 0));

/** Actions that a person takes on the task's page; assigning and decomposing happen in the lists. */
const takenOnPage = (Object.keys(actionSide) as TaskAction[]).filter(
  (action): action is Exclude<TaskAction, "assign" | "decompose"> =>
    action !== "assign" && action !== "decompose",
);

/**
 * Whether the person belongs to the unit that does the work, in whichever of his posts he acts. What a unit set itself
 * (its own work plan) is judged in the unit too, and counts in no assessment.
 */
export const isOwnUnitsWork = (actor: Actor, task: Pick<PlacedTask, "unit_id" | "issuer_unit_id">): boolean =>
  task.unit_id !== task.issuer_unit_id && actor.posts.some(({ unitId }) => unitId === task.unit_id);

/** What this person may do with the task now, for the page to offer nothing that will be refused. */
export const listAllowedActions = (actor: Actor, task: PlacedTask & { readonly status: TaskStatus }) =>
  takenOnPage.filter(
    (action) =>
      findNextStatus(task.status, action) !== null &&
      mayTake(actor, task, actionSide[action]) &&
      !(actionSide[action] === "issuer" && isOwnUnitsWork(actor, task)),
  );
