import { type Database, inTerritory, type Tx } from "#platform/database/index.ts";
import type { ActingPost, Actor } from "#platform/http/index.ts";
import { dayInChina } from "#platform/kernel/plain-date.ts";
import {
  type Action,
  isSessionAlive,
  isWithin,
  type PostPlace,
  scopeOf,
  sessionLimits,
} from "../core/index.ts";
import { readSessionToken } from "./session-token.ts";
import { findSession, listPostsHeldBy, touchSession } from "./store.ts";

type HeldPostRow = Awaited<ReturnType<typeof listPostsHeldBy>>[number];

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
  if (!acting) return "session-ended";
  if (now.getTime() - session.used_at.getTime() > sessionLimits.touchEveryMs) {
    await touchSession(tx, areaCode, digest, now);
  }
  return {
    areaCode,
    accountId: session.account_id,
    personId: session.person_id,
    personName: acting.person_name,
    sessionDigest: digest.toString("hex"),
    acting: describePost(acting),
    posts: rows.map(describePost),
    ...permissionsOf(acting),
  };
}

/** Every room asks by the name of an action; what that name allows is decided by core/policy alone. */
function permissionsOf(row: HeldPostRow): Pick<Actor, "may" | "scope"> {
  const place: PostPlace = {
    postKind: row.post_kind,
    unit: { id: row.unit_id, path: row.path, systemPath: row.system_path },
    committee:
      row.committee_id && row.committee_path
        ? { id: row.committee_id, path: row.committee_path, systemPath: row.committee_system_path }
        : null,
  };
  const scope = (action: string) => scopeOf(place, action as Action);
  return { scope, may: (action, unit) => isWithin(scope(action), unit) };
}

const describePost = (row: HeldPostRow): ActingPost => ({
  holdingId: row.holding_id,
  postId: row.post_id,
  postTitle: row.post_title,
  postKind: row.post_kind,
  unitId: row.unit_id,
  unitName: row.unit_name,
  unitKind: row.unit_kind,
  unitPath: row.path,
  draftsForId: row.committee_id,
});
