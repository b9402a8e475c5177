import type { ResponseOf } from "#platform/http/contract.ts";
import type { getAdministeredAccountRoute, listAccountsRoute } from "../../contract/administration.ts";

export type AccountRow = ResponseOf<typeof listAccountsRoute>["accounts"][number];
export type AccountDetail = ResponseOf<typeof getAdministeredAccountRoute>;
export type AccountState = "suspended" | "neverUsed" | "unused90" | "withoutPost" | "deputising";
