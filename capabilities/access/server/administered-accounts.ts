import { type Actor, endpoint } from "#platform/http/index.ts";
import { parsePlainDate } from "#platform/kernel/plain-date.ts";
import { fail, succeed } from "#platform/kernel/result.ts";
import { recordAudit } from "#rooms/audit/server/index.ts";
import { findUnits } from "#rooms/organizations/server/index.ts";
import { endHolding } from "#rooms/people/server/index.ts";
import {
  endGrantRoute,
  endHoldingRoute,
  findParentsRoute,
  findPostsRoute,
  getAdministeredAccountRoute,
  listAccountsRoute,
  resumeAccountRoute,
  suspendAccountRoute,
} from "../contract/administration.ts";
import { resumeAccount, suspendAccount } from "./administration.ts";
import { administrationProblems } from "./administration-problems.ts";
import {
  type AccountRow,
  findAccountRow,
  findPosts,
  listAccountRows,
  listStandingPosts,
  pageSize,
} from "./store/administration.ts";
import { endGrantRow, listStandingGrants } from "./store/request.ts";

/** Administrators reach the whole area or nothing: their posts stand at its root. */
const may = (actor: Actor, action: string): boolean => actor.scope(action).paths.length > 0;

type StandingPost = Awaited<ReturnType<typeof listStandingPosts>>[number];

const describeAccount = (row: AccountRow, posts: readonly StandingPost[]) => ({
  id: row.id,
  loginName: row.login_name,
  personId: row.person_id,
  personName: row.person_name,
  posts: posts
    .filter(({ person_id }) => person_id === row.person_id)
    .map((post) => ({
      holdingId: post.id,
      unitName: post.unit_name,
      title: post.post_title,
      from: post.held_from,
      to: post.held_to,
      isDeputising: post.is_deputising,
    })),
  isSuspended: row.suspended_at !== null,
  lastSignInAt: row.last_sign_in_at?.toISOString() ?? null,
  demo: row.demo,
});

export const listAccounts = endpoint(listAccountsRoute, {
  problems: administrationProblems,
  async run({ actor, tx, query, now, today }) {
    if (!may(actor, "account.read")) return fail({ code: "not-permitted" });
    const rows = await listAccountRows(tx, actor.areaCode, query, { now, today });
    const shown = rows.slice(0, pageSize);
    const persons = shown.map(({ person_id }) => person_id);
    const posts = await listStandingPosts(tx, actor.areaCode, persons, today);
    const accounts = shown.map((row) => describeAccount(row, posts));
    return succeed({ accounts, next: rows.length > pageSize ? (shown.at(-1)?.login_name ?? null) : null });
  },
});

export const getAdministeredAccount = endpoint(getAdministeredAccountRoute, {
  problems: administrationProblems,
  async run({ actor, tx, params, today }) {
    if (!may(actor, "account.read")) return fail({ code: "not-permitted" });
    const row = await findAccountRow(tx, actor.areaCode, params.accountId);
    if (!row) return fail({ code: "account-not-found" });
    const posts = await listStandingPosts(tx, actor.areaCode, [row.person_id], today);
    const grants = await listStandingGrants(tx, actor.areaCode, row.person_id, today);
    const isSuspended = row.suspended_at !== null;
    return succeed({
      account: describeAccount(row, posts),
      grants: grants.map((grant) => ({
        id: grant.id,
        subjectKind: grant.subject_kind,
        subjectName: grant.subject_id,
        from: grant.granted_from,
        to: grant.granted_to,
        reason: grant.reason,
      })),
      maySuspend: may(actor, "account.suspend") && !isSuspended && row.person_id !== actor.personId,
      mayResume: may(actor, "account.resume") && isSuspended,
      mayGrant: may(actor, "right.grant"),
      mayReset: may(actor, "account.open"),
    });
  },
});

export const findPostsToGrant = endpoint(findPostsRoute, {
  problems: administrationProblems,
  async run({ actor, tx, query, today }) {
    if (!may(actor, "right.grant")) return fail({ code: "not-permitted" });
    const rows = await findPosts(tx, actor.areaCode, query.search, today);
    const posts = rows.map((row) => ({
      id: row.id,
      unitName: row.unit_name,
      title: row.title,
      holderName: row.holder_name,
    }));
    return succeed({ posts });
  },
});

const parentsShown = 20;

export const findParents = endpoint(findParentsRoute, {
  problems: administrationProblems,
  async run({ actor, tx, query }) {
    const scope = actor.scope("unit.establish");
    if (scope.paths.length === 0) return fail({ code: "not-permitted" });
    const rows = await findUnits(tx, actor.areaCode, scope, { name: query.search, limit: parentsShown });
    const units = rows.map(({ id, name, parent_name }) => ({ id, name, parentName: parent_name }));
    return succeed({ units });
  },
});

export const suspend = endpoint(suspendAccountRoute, {
  problems: administrationProblems,
  records: { "account.suspend": "账号：停用" },
  async run(context) {
    const { actor, tx, params, body, now } = context;
    if (!may(actor, "account.suspend")) return fail({ code: "not-permitted" });
    const row = await findAccountRow(tx, actor.areaCode, params.accountId);
    if (!row) return fail({ code: "account-not-found" });
    if (row.person_id === actor.personId) return fail({ code: "own-account" });
    if (row.suspended_at !== null) return fail({ code: "already-suspended" });
    await suspendAccount(tx, actor.areaCode, row.id, now);
    const after = { loginName: row.login_name, reason: body.reason.trim() };
    await recordAudit(tx, context, {
      action: "account.suspend",
      subjectKind: "account",
      subjectId: row.id,
      after,
    });
    return succeed({ done: true });
  },
});

export const resume = endpoint(resumeAccountRoute, {
  problems: administrationProblems,
  records: { "account.resume": "账号：恢复" },
  async run(context) {
    const { actor, tx, params, body } = context;
    if (!may(actor, "account.resume")) return fail({ code: "not-permitted" });
    const row = await findAccountRow(tx, actor.areaCode, params.accountId);
    if (!row) return fail({ code: "account-not-found" });
    if (row.suspended_at === null) return fail({ code: "not-suspended" });
    await resumeAccount(tx, actor.areaCode, row.id);
    const after = { loginName: row.login_name, reason: body.reason.trim() };
    await recordAudit(tx, context, {
      action: "account.resume",
      subjectKind: "account",
      subjectId: row.id,
      after,
    });
    return succeed({ done: true });
  },
});

export const endHeldPost = endpoint(endHoldingRoute, {
  problems: administrationProblems,
  records: { "holding.end": "任职：结束" },
  async run(context) {
    const { actor, tx, params, body } = context;
    if (!may(actor, "right.grant")) return fail({ code: "not-permitted" });
    const lastDay = parsePlainDate(body.lastDay);
    if (!lastDay) return fail({ code: "day-unknown" });
    const ended = await endHolding(tx, context, {
      holdingId: params.holdingId,
      lastDay,
      reason: body.reason,
    });
    return ended.ok ? succeed({ done: true }) : ended;
  },
});

export const endGrant = endpoint(endGrantRoute, {
  problems: administrationProblems,
  records: { "grant.end": "指名授权：收回" },
  async run(context) {
    const { actor, tx, params, body, today } = context;
    if (!may(actor, "right.grant")) return fail({ code: "not-permitted" });
    if (!(await endGrantRow(tx, actor.areaCode, params.grantId, today)))
      return fail({ code: "grant-not-found" });
    const after = { reason: body.reason.trim() };
    await recordAudit(tx, context, {
      action: "grant.end",
      subjectKind: "grant",
      subjectId: params.grantId,
      after,
    });
    return succeed({ done: true });
  },
});
