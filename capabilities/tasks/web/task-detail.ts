import type { ResponseOf } from "#platform/http/contract.ts";
import type { getTaskRoute } from "../contract.ts";

export type TaskDetail = ResponseOf<typeof getTaskRoute>;
export type AllowedAction = TaskDetail["allowedActions"][number];
