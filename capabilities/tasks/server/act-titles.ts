import type { ActTitles } from "#platform/http/index.ts";
import { actionNames } from "../core/index.ts";

/** Acts on a task as the audit calls them. */
export const taskActTitles: ActTitles = Object.fromEntries(
  Object.entries(actionNames).map(([action, name]) => [`task.${action}`, `事项：${name}`]),
);
