import { v7 as newId } from "uuid";
import { endpoint, type RequestContext } from "#platform/http/index.ts";
import { fail, succeed } from "#platform/kernel/result.ts";
import { recordAudit } from "#rooms/audit/server/index.ts";
import {
  askRequestRoute,
  decideRequestRoute,
  listRequestsRoute,
  withdrawRequestRoute,
} from "../contract/administration.ts";
import {
  findProblemOfDecision,
  findProblemOfWithdrawal,
  mayAskFor,
  type RequestKind,
  type StandingRequest,
} from "../core/index.ts";
import { administrationProblems } from "./administration-problems.ts";
import { applyRequest } from "./apply-request.ts";
import { checkRequest, type Payload } from "./check-request.ts";
import {
  insertRequest,
  listRequestRows,
  lockRequest,
  pageSize,
  type RequestRow,
  saveDecision,
} from "./store/request.ts";

export const askRequest = endpoint(askRequestRoute, {
  problems: administrationProblems,
  records: { "access.ask": "权限：提出申请" },
  async run(context) {
    const { actor, tx, body, now } = context;
    const payload = body.payload as Payload;
    if (!mayAskFor(payload.kind, actor.acting.postKind)) return fail({ code: "not-permitted" });
    const reason = body.reason.trim();
    if (reason === "") return fail({ code: "reason-missing" });
    const checked = await checkRequest(context, payload);
    if (!checked.ok) return checked;
    const id = newId();
    await insertRequest(tx, {
      area_code: actor.areaCode,
      id,
      kind: payload.kind,
      payload: JSON.stringify(payload),
      words: checked.value,
      reason,
      status: "pending",
      asked_at: now,
      asked_by_id: actor.personId,
      asked_by_name: actor.personName,
      decided_at: null,
      decided_by_id: null,
      decided_by_name: null,
      note: null,
    });
    const after = { kind: payload.kind, words: checked.value, reason };
    await recordAudit(tx, context, { action: "access.ask", subjectKind: "request", subjectId: id, after });
    return succeed({ requestId: id });
  },
});

const standingOf = (row: RequestRow): StandingRequest => ({
  kind: row.kind as RequestKind,
  status: row.status,
  askedById: row.asked_by_id,
  askedAt: row.asked_at,
});

export const listRequests = endpoint(listRequestsRoute, {
  problems: administrationProblems,
  async run({ actor, tx, query, now }) {
    if (actor.scope("request.read").paths.length === 0) return fail({ code: "not-permitted" });
    const rows = await listRequestRows(tx, actor.areaCode, query);
    const by = { personId: actor.personId, postKind: actor.acting.postKind };
    const requests = rows.slice(0, pageSize).map((row) => ({
      id: row.id,
      kind: row.kind,
      words: row.words,
      reason: row.reason,
      status: row.status,
      askedAt: row.asked_at.toISOString(),
      askedByName: row.asked_by_name,
      decidedAt: row.decided_at?.toISOString() ?? null,
      decidedByName: row.decided_by_name,
      note: row.note,
      mayDecide: findProblemOfDecision(standingOf(row), by, { isApproved: false, note: "…" }, now) === null,
      mayWithdraw: findProblemOfWithdrawal(standingOf(row), actor.personId) === null,
    }));
    return succeed({ requests, next: rows.length > pageSize ? (requests.at(-1)?.id ?? null) : null });
  },
});

export const decideRequest = endpoint(decideRequestRoute, {
  problems: administrationProblems,
  constraints: {
    account_login_once: "login-name-taken",
    unit_version_code_once: "unit-code-taken",
    holding_one_holder: "post-held",
  },
  records: {
    "access.approved": "权限：核准申请",
    "access.refused": "权限：不核准申请",
    "account.open": "账号：开立",
    "unit.establish": "单位：设立",
    "post.create": "岗位：设置",
    "person.create": "人员：新建",
    "holding.begin": "任职：开始",
    "grant.begin": "指名授权：开始",
  },
  async run(context) {
    const { actor, tx, params, body, now } = context;
    const row = await lockRequest(tx, actor.areaCode, params.requestId);
    if (!row || actor.scope("request.read").paths.length === 0) return fail({ code: "request-not-found" });
    const by = { personId: actor.personId, postKind: actor.acting.postKind };
    const decision = { isApproved: body.isApproved, note: body.note ?? "" };
    const problem = findProblemOfDecision(standingOf(row), by, decision, now);
    if (problem) return fail(problem);
    const applied = body.isApproved ? await applyRequest(context, row) : succeed(null);
    if (!applied.ok) return applied;
    const status = body.isApproved ? "approved" : "refused";
    await saveOutcome(context, row, { status, note: decision.note.trim() || null });
    return succeed({ status, firstPassword: applied.value });
  },
});

export const withdrawRequest = endpoint(withdrawRequestRoute, {
  problems: administrationProblems,
  records: { "access.withdrawn": "权限：撤回申请" },
  async run(context) {
    const { actor, tx, params } = context;
    const row = await lockRequest(tx, actor.areaCode, params.requestId);
    if (!row || actor.scope("request.read").paths.length === 0) return fail({ code: "request-not-found" });
    const problem = findProblemOfWithdrawal(standingOf(row), actor.personId);
    if (problem) return fail(problem);
    await saveOutcome(context, row, { status: "withdrawn", note: null });
    return succeed({ done: true });
  },
});

async function saveOutcome(
  context: Pick<
    RequestContext<typeof withdrawRequestRoute>,
    "actor" | "tx" | "now" | "requestId" | "remoteAddress" | "trail"
  >,
  row: RequestRow,
  outcome: Pick<RequestRow, "status" | "note">,
): Promise<void> {
  const { actor, tx, now } = context;
  const decided = { decided_at: now, decided_by_id: actor.personId, decided_by_name: actor.personName };
  await saveDecision(tx, row, { ...outcome, ...decided });
  await recordAudit(tx, context, {
    action: `access.${outcome.status}`,
    subjectKind: "request",
    subjectId: row.id,
    before: { status: row.status },
    after: { kind: row.kind, words: row.words, ...outcome },
  });
}
