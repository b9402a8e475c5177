import type { Unit } from "./unit.ts";

/**
 * Whether a committee may give this unit a task: only to units directly below it, in the territorial or in the
 * system tree. A village or community takes tasks from its township or subdistrict alone, never from a county
 * department or a system committee. Source: domain.md §4.5 (减负规定：部门不得直接向村派发任务).
 */
export function mayInstruct(issuer: Pick<Unit, "id">, receiver: Omit<Unit, "name">): boolean {
  if (receiver.parentId === issuer.id) return true;
  if (receiver.kind === "village" || receiver.kind === "community") return false;
  return receiver.systemParentId === issuer.id;
}

/**
 * Whether a list in the name of a committee may give this unit a task: those it may instruct, and itself. What a unit
 * puts on its own list is its work plan (工作计划). Source: features.md row 27.
 */
export const mayAssign = (issuer: Pick<Unit, "id">, receiver: Omit<Unit, "name">): boolean =>
  receiver.id === issuer.id || mayInstruct(issuer, receiver);
