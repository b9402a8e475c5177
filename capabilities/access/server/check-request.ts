import type { Static } from "typebox";
import type { RequestContext, RouteContract } from "#platform/http/index.ts";
import {
  daysBetween,
  type PlainDate,
  parsePlainDate,
  writeDateInChinese,
} from "#platform/kernel/plain-date.ts";
import { fail, type Result, succeed } from "#platform/kernel/result.ts";
import { unitKindNames } from "#rooms/organizations/core/index.ts";
import { findUnit, isCodeTaken } from "#rooms/organizations/server/index.ts";
import type { requestPayload } from "../contract/administration.ts";
import { longestGrantDays } from "../core/index.ts";
import { findAccount } from "./store/account.ts";
import { findAccountRow } from "./store/administration.ts";
import { findPerson, findPostWords } from "./store/posts.ts";

export type Payload = Static<typeof requestPayload>;

export type CheckingContext = Pick<RequestContext<RouteContract>, "actor" | "tx" | "today">;

type CheckProblem = {
  readonly code:
    | "account-not-found"
    | "person-not-found"
    | "post-not-found"
    | "login-name-taken"
    | "parent-not-found"
    | "unit-code-taken"
    | "day-unknown"
    | "ends-before-start"
    | "grant-too-long"
    | "deputising-without-end";
};

/**
 * What is asked for, in words that the approving administrator reads; refused where it can be told already now. All
 * of it is checked again when it is carried out: the county may have changed meanwhile.
 */
export async function checkRequest(
  context: CheckingContext,
  payload: Payload,
): Promise<Result<string, CheckProblem>> {
  switch (payload.kind) {
    case "openAccount":
      return checkOpening(context, payload);
    case "establishUnit":
      return checkEstablishing(context, payload);
    case "resetPassword": {
      const account = await findAccountRow(context.tx, context.actor.areaCode, payload.accountId);
      if (!account) return fail({ code: "account-not-found" });
      return succeed(`重置${account.person_name}（${account.login_name}）的密码`);
    }
    case "appoint":
      return checkAppointing(context, payload);
    case "grantByName":
      return checkGrant(context, payload);
  }
}

type PayloadOf<Kind extends Payload["kind"]> = Extract<Payload, { readonly kind: Kind }>;

async function checkOpening(
  { tx, actor }: CheckingContext,
  { personName, loginName }: PayloadOf<"openAccount">,
): Promise<Result<string, CheckProblem>> {
  if (await findAccount(tx, actor.areaCode, loginName)) return fail({ code: "login-name-taken" });
  return succeed(`为${personName.trim()}开立账号${loginName}`);
}

async function checkEstablishing(
  { tx, actor }: CheckingContext,
  { name, unitKind, officialCode, parentId, isDraftingForParent }: PayloadOf<"establishUnit">,
): Promise<Result<string, CheckProblem>> {
  const parent = await findUnit(tx, actor.areaCode, parentId);
  if (!parent) return fail({ code: "parent-not-found" });
  if (await isCodeTaken(tx, actor.areaCode, officialCode)) return fail({ code: "unit-code-taken" });
  const drafting = isDraftingForParent ? "，代其起草" : "";
  return succeed(
    `在${parent.name}下设立${name.trim()}（${unitKindNames[unitKind]}，组织代码${officialCode}）${drafting}`,
  );
}

async function checkAppointing(
  { tx, actor }: CheckingContext,
  payload: PayloadOf<"appoint">,
): Promise<Result<string, CheckProblem>> {
  const term = readTerm(payload);
  if (!term.ok) return term;
  if (payload.isDeputising && term.value.to === null) return fail({ code: "deputising-without-end" });
  const person = await findPerson(tx, actor.areaCode, payload.personId);
  if (!person) return fail({ code: "person-not-found" });
  const post = await findPostWords(tx, actor.areaCode, payload.postId);
  if (!post) return fail({ code: "post-not-found" });
  const verb = payload.isDeputising ? "代理" : "担任";
  return succeed(`${person.name}${verb}${post.unit_name}${post.title}，${writeTerm(term.value)}`);
}

async function checkGrant(
  { tx, actor }: CheckingContext,
  payload: PayloadOf<"grantByName">,
): Promise<Result<string, CheckProblem>> {
  const term = readTerm(payload);
  if (!term.ok) return term;
  const { from, to } = term.value;
  if (to !== null && daysBetween(from, to) > longestGrantDays) return fail({ code: "grant-too-long" });
  const person = await findPerson(tx, actor.areaCode, payload.personId);
  if (!person) return fail({ code: "person-not-found" });
  return succeed(`准许${person.name}查看责任清单${payload.subjectId}，${writeTerm(term.value)}`);
}

interface Term {
  readonly from: PlainDate;
  readonly to: PlainDate | null;
}

export function readTerm(payload: {
  readonly from: string;
  readonly to: string | null;
}): Result<Term, { readonly code: "day-unknown" | "ends-before-start" }> {
  const from = parsePlainDate(payload.from);
  const to = payload.to === null ? null : parsePlainDate(payload.to);
  if (!from || (payload.to !== null && !to)) return fail({ code: "day-unknown" });
  if (to !== null && to < from) return fail({ code: "ends-before-start" });
  return succeed({ from, to });
}

const writeTerm = ({ from, to }: Term): string =>
  to === null ? `${writeDateInChinese(from)}起` : `${writeDateInChinese(from)}至${writeDateInChinese(to)}`;
