import { v7 as newId } from "uuid";
import type { RequestContext, RouteContract } from "#platform/http/index.ts";
import { fail, type Result, succeed } from "#platform/kernel/result.ts";
import { recordAudit } from "#rooms/audit/server/index.ts";
import { establishUnit } from "#rooms/organizations/server/index.ts";
import { appoint, createFirstPosts, createPerson } from "#rooms/people/server/index.ts";
import { createAccount, resetPassword } from "./administration.ts";
import type { administrationProblems } from "./administration-problems.ts";
import { checkRequest, type Payload, readTerm } from "./check-request.ts";
import { insertGrant, type RequestRow } from "./store/request.ts";

type ApplyContext = Pick<
  RequestContext<RouteContract>,
  "actor" | "tx" | "now" | "today" | "requestId" | "remoteAddress" | "trail"
>;

type ApplyProblem = { readonly code: keyof typeof administrationProblems };

/** Carries out what was approved; the value is a first password to be told once, where one was made. */
export async function applyRequest(
  context: ApplyContext,
  row: RequestRow,
): Promise<Result<string | null, ApplyProblem>> {
  const payload = row.payload as Payload;
  const checked = await checkRequest(context, payload);
  if (!checked.ok) return checked;
  switch (payload.kind) {
    case "openAccount":
      return succeed(await openAccount(context, payload));
    case "establishUnit":
      return establish(context, payload);
    case "resetPassword":
      return succeed(await resetPassword(context.tx, context.actor.areaCode, payload.accountId, context.now));
    case "appoint": {
      const term = readTerm(payload);
      if (!term.ok) return term;
      const { personId, postId, isDeputising } = payload;
      const held = await appoint(context.tx, context, { personId, postId, isDeputising, ...term.value });
      return held.ok ? succeed(null) : held;
    }
    case "grantByName":
      return grantByName(context, payload, row.reason);
  }
}

/** The person is new with the account: whoever is known already has one or is given one by another way. */
async function openAccount(
  context: ApplyContext,
  { personName, loginName }: Extract<Payload, { readonly kind: "openAccount" }>,
): Promise<string> {
  const { tx, actor, now } = context;
  const personId = await createPerson(tx, context, personName.trim());
  const { accountId, password } = await createAccount(tx, actor.areaCode, { personId, loginName }, now);
  await recordAudit(tx, context, {
    action: "account.open",
    subjectKind: "account",
    subjectId: accountId,
    after: { loginName, personName: personName.trim() },
  });
  return password;
}

async function establish(
  context: ApplyContext,
  payload: Extract<Payload, { readonly kind: "establishUnit" }>,
): Promise<Result<null, ApplyProblem>> {
  const { name, fullName, unitKind: kind, officialCode, parentId, isDraftingForParent } = payload;
  const established = await establishUnit(context.tx, context, {
    name: name.trim(),
    fullName: fullName.trim(),
    kind,
    officialCode,
    parentId,
    isDraftingForParent,
  });
  if (!established.ok) return established;
  await createFirstPosts(context.tx, context, { id: established.value, kind });
  return succeed(null);
}

async function grantByName(
  context: ApplyContext,
  payload: Extract<Payload, { readonly kind: "grantByName" }>,
  reason: string,
): Promise<Result<null, ApplyProblem>> {
  const { tx, actor } = context;
  const term = readTerm(payload);
  if (!term.ok) return term;
  if (term.value.to === null) return fail({ code: "day-unknown" });
  const id = newId();
  const { from, to } = term.value;
  await insertGrant(tx, {
    area_code: actor.areaCode,
    id,
    person_id: payload.personId,
    subject_kind: payload.subjectKind,
    subject_id: payload.subjectId,
    granted_from: from,
    granted_to: to,
    reason,
    ended_on: null,
  });
  const { personId, subjectKind, subjectId } = payload;
  await recordAudit(tx, context, {
    action: "grant.begin",
    subjectKind: "grant",
    subjectId: id,
    after: { personId, subjectKind, subjectId, from, to },
  });
  return succeed(null);
}
