import { v7 as newId } from "uuid";
import type { Tx } from "#platform/database/index.ts";
import { addDays, type PlainDate, plainDate } from "#platform/kernel/plain-date.ts";
import { fail, type Result, succeed } from "#platform/kernel/result.ts";
import { type AuditOrigin, recordAudit } from "#rooms/audit/server/index.ts";
import type { UnitKind } from "#rooms/organizations/core/index.ts";
import {
  type Appointment,
  type AppointmentProblem,
  findProblemOfAppointment,
  firstPostsOf,
} from "../core/index.ts";
import {
  findPersonName,
  insertHolding,
  insertPerson,
  insertPosts,
  listStandingHoldings,
  lockHolding,
  lockPost,
  saveLastDay,
} from "./store.ts";

export type AppointingContext = AuditOrigin & { readonly today: PlainDate };

type AppointProblem = AppointmentProblem | { readonly code: "post-not-found" | "person-not-found" };

/** Somebody holds a post from a day on; refused when post or person stand against it (core/appointment.ts). */
export async function appoint(
  tx: Tx,
  context: AppointingContext,
  wanted: Omit<Appointment, "postKind">,
): Promise<Result<string, AppointProblem>> {
  const area = context.actor.areaCode;
  const post = await lockPost(tx, area, wanted.postId);
  if (!post) return fail({ code: "post-not-found" });
  const personName = await findPersonName(tx, area, wanted.personId);
  if (personName === null) return fail({ code: "person-not-found" });
  const standing = await listStandingHoldings(tx, area, wanted, context.today);
  const problem = findProblemOfAppointment({ ...wanted, postKind: post.kind }, standing, context.today);
  if (problem) return fail(problem);
  const id = newId();
  const term = { held_from: wanted.from, held_to: wanted.to, is_deputising: wanted.isDeputising };
  await insertHolding(tx, {
    area_code: area,
    id,
    post_id: wanted.postId,
    person_id: wanted.personId,
    ...term,
  });
  await recordAudit(tx, context, {
    action: "holding.begin",
    subjectKind: "holding",
    subjectId: id,
    after: { person: personName, post: post.title, unitId: post.unit_id, ...term },
  });
  return succeed(id);
}

type EndProblem = { readonly code: "holding-not-found" | "holding-over" | "ends-before-start" };

/** The last day of a holding; yesterday ends it now. Rights and sessions that grow from it end with it. */
export async function endHolding(
  tx: Tx,
  context: AppointingContext,
  ending: { readonly holdingId: string; readonly lastDay: PlainDate; readonly reason: string },
): Promise<Result<null, EndProblem>> {
  const area = context.actor.areaCode;
  const held = await lockHolding(tx, area, ending.holdingId);
  if (!held) return fail({ code: "holding-not-found" });
  const isOver = held.held_to !== null && held.held_to < context.today;
  if (isOver) return fail({ code: "holding-over" });
  const earliest = addDays(context.today, -1);
  // What began today cannot have ended yesterday: then today is its only day.
  const soonest = plainDate(held.held_from) > earliest ? plainDate(held.held_from) : earliest;
  if (ending.lastDay < soonest) return fail({ code: "ends-before-start" });
  await saveLastDay(tx, area, held.id, ending.lastDay);
  await recordAudit(tx, context, {
    action: "holding.end",
    subjectKind: "holding",
    subjectId: held.id,
    before: { held_to: held.held_to },
    after: { held_to: ending.lastDay, reason: ending.reason.trim() },
  });
  return succeed(null);
}

/** What a new unit begins with (core/first-posts.ts), all of it vacant. */
export async function createFirstPosts(
  tx: Tx,
  context: AppointingContext,
  unit: { readonly id: string; readonly kind: UnitKind },
): Promise<void> {
  const area_code = context.actor.areaCode;
  const posts = firstPostsOf(unit.kind).map(({ title, kind, role }, index) => {
    return {
      area_code,
      id: newId(),
      unit_id: unit.id,
      title,
      kind,
      responsibility_role: role,
      ordinal: index + 1,
    };
  });
  await insertPosts(tx, posts);
  await recordAudit(tx, context, {
    action: "post.create",
    subjectKind: "unit",
    subjectId: unit.id,
    after: { posts: posts.map(({ title }) => title) },
  });
}

export async function createPerson(tx: Tx, context: AppointingContext, name: string): Promise<string> {
  const id = newId();
  await insertPerson(tx, { area_code: context.actor.areaCode, id, name });
  await recordAudit(tx, context, {
    action: "person.create",
    subjectKind: "person",
    subjectId: id,
    after: { name },
  });
  return id;
}
