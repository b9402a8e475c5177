import type { AdministratorKind } from "#rooms/people/core/index.ts";

/** What administrators ask for and another of them approves. */
export const requestKindNames = {
  openAccount: "开立账号",
  establishUnit: "设立单位",
  resetPassword: "重置密码",
  appoint: "授予岗位",
  grantByName: "指名授权",
} as const;

export type RequestKind = keyof typeof requestKindNames;

export const requestStatusNames = {
  pending: "待核准",
  approved: "已核准",
  refused: "未核准",
  withdrawn: "已撤回",
} as const;

export type RequestStatus = keyof typeof requestStatusNames;

interface Sides {
  readonly asks: AdministratorKind;
  readonly decides: AdministratorKind;
}

/**
 * Who asks and who approves. The system administrator opens accounts and sets up units, and grants nothing; the security administrator
 * grants and opens nothing; what one creates the other approves. Source: domain.md §7.1 (三员).
 */
const sidesOf: Readonly<Record<RequestKind, Sides>> = {
  openAccount: { asks: "systemAdministrator", decides: "securityAdministrator" },
  establishUnit: { asks: "systemAdministrator", decides: "securityAdministrator" },
  resetPassword: { asks: "systemAdministrator", decides: "securityAdministrator" },
  appoint: { asks: "securityAdministrator", decides: "systemAdministrator" },
  grantByName: { asks: "securityAdministrator", decides: "systemAdministrator" },
};

export const mayAskFor = (kind: RequestKind, postKind: string): boolean => sidesOf[kind].asks === postKind;

/** Older requests are asked for anew: what was right a month ago may be wrong today. Our own default. */
const requestValidDays = 30;

export interface StandingRequest {
  readonly kind: RequestKind;
  readonly status: RequestStatus;
  readonly askedById: string;
  readonly askedAt: Date;
}

export type RequestProblem = {
  readonly code:
    | "not-permitted"
    | "own-request"
    | "request-decided"
    | "request-too-old"
    | "refusal-without-reason";
};

/** Whether this administrator may approve or refuse a request now. A refusal says why. */
export function findProblemOfDecision(
  request: StandingRequest,
  by: { readonly personId: string; readonly postKind: string },
  decision: { readonly isApproved: boolean; readonly note: string },
  now: Date,
): RequestProblem | null {
  if (request.askedById === by.personId) return { code: "own-request" };
  if (sidesOf[request.kind].decides !== by.postKind) return { code: "not-permitted" };
  if (request.status !== "pending") return { code: "request-decided" };
  if (!decision.isApproved) {
    return decision.note.trim() === "" ? { code: "refusal-without-reason" } : null;
  }
  const ageMs = now.getTime() - request.askedAt.getTime();
  return ageMs > requestValidDays * 86_400_000 ? { code: "request-too-old" } : null;
}

/** Whoever asked may take it back as long as nobody decided. */
export function findProblemOfWithdrawal(request: StandingRequest, personId: string): RequestProblem | null {
  if (request.askedById !== personId) return { code: "not-permitted" };
  return request.status === "pending" ? null : { code: "request-decided" };
}

/** A grant by name is for an occasion, not for good; longer ones are asked for anew. Our own default. */
export const longestGrantDays = 366;
