import { type Database, inTerritory, type Tx } from "#platform/database/index.ts";
import type { Actor } from "#platform/http/index.ts";
import { dayInChina } from "#platform/kernel/plain-date.ts";
import {
  isPendingTooLong,
  isSessionAlive,
  mustHaveFactor,
  pendingStepOf,
  sessionLimits,
} from "../core/index.ts";
import { describePost, permissionsOf, placeOfPost } from "./acting-person.ts";
import { readSessionToken } from "./session-token.ts";
import { listPostsHeldBy } from "./store/posts.ts";
import { listStandingGrants } from "./store/request.ts";
import { endSession, findSession, touchSession } from "./store/session.ts";

/** The person of a session in the post that he acts in; a session whose posts have all ended is over. */
export async function findActor(
  database: Database,
  sessionToken: string | null,
  now: Date,
): Promise<Actor | "not-signed-in" | "session-ended"> {
  if (sessionToken === null) return "not-signed-in";
  const token = readSessionToken(sessionToken);
  if (!token) return "session-ended";
  return inTerritory(database, token.areaCode, (tx) => findActorIn(tx, token.areaCode, token.digest, now));
}

async function findActorIn(
  tx: Tx,
  areaCode: string,
  digest: Buffer,
  now: Date,
): Promise<Actor | "session-ended"> {
  const session = await findSession(tx, areaCode, digest);
  if (!session) return "session-ended";
  const times = { createdAt: session.created_at, usedAt: session.used_at, endedAt: session.ended_at };
  if (!isSessionAlive(times, now)) return "session-ended";
  const rows = await listPostsHeldBy(tx, areaCode, session.person_id, dayInChina(now));
  const acting = rows.find((row) => row.holding_id === session.acting_holding_id) ?? rows[0];
  const pendingStep = pendingStepOf({
    hasFactor: session.has_factor === true,
    hasPassedFactor: session.factor_passed_at !== null,
    mustChangePassword: session.password_must_change,
    mustHaveFactor: mustHaveFactor(rows.map(placeOfPost), session.demo),
  });
  if (!acting || session.suspended_at || isPendingTooLong(session.created_at, pendingStep, now)) {
    // Ended for good: a post that begins anew does not wake a session of before.
    await endSession(tx, areaCode, digest, now);
    return "session-ended";
  }
  if (now.getTime() - session.used_at.getTime() > sessionLimits.touchEveryMs) {
    await touchSession(tx, areaCode, digest, now);
  }
  const named = await listStandingGrants(tx, areaCode, session.person_id, dayInChina(now));
  return {
    areaCode,
    accountId: session.account_id,
    personId: session.person_id,
    personName: acting.person_name,
    sessionDigest: digest.toString("hex"),
    pendingStep,
    acting: describePost(acting),
    posts: rows.map(describePost),
    ...permissionsOf(acting),
    namedSubjects: (kind) =>
      named
        .filter((grant) => grant.subject_kind === kind && grant.granted_from <= dayInChina(now))
        .map(({ subject_id }) => subject_id),
  };
}
