import { v7 as newId } from "uuid";
import { constraintOf, type Database, inTerritory } from "#platform/database/index.ts";
import type { Trail } from "#platform/http/index.ts";
import { fail, type Result, succeed } from "#platform/kernel/result.ts";
import { recordAudit } from "#rooms/audit/server/index.ts";
import { findActor } from "./find-actor.ts";
import type { SignOnTicket } from "./sign-on-ticket.ts";
import { findLink, type Identity, insertLink } from "./store/linked-identity.ts";

interface Linking {
  readonly database: Database;
  readonly sessionToken: string | null;
  readonly now: Date;
  readonly requestId: string;
  readonly remoteAddress: string;
  readonly trail: Trail;
}

/** Links an identity to the account whose password was confirmed before the trip, in the same browser. */
export async function linkIdentity(
  context: Linking,
  ticket: SignOnTicket,
  identity: Identity,
): Promise<Result<null, { readonly code: "trip-not-ours" | "identity-taken" }>> {
  const { database, now } = context;
  const actor = await findActor(database, context.sessionToken, now);
  const isSame = typeof actor !== "string" && actor.accountId === ticket.linkingAccountId;
  if (!isSame || actor.pendingStep !== null) return fail({ code: "trip-not-ours" });
  const { areaCode, accountId } = actor;
  try {
    await inTerritory(database, areaCode, async (tx) => {
      if (await findLink(tx, areaCode, accountId, identity.issuer)) {
        context.trail.nothingChanged();
        return;
      }
      await insertLink(tx, areaCode, { ...identity, id: newId(), accountId, at: now });
      await recordAudit(
        tx,
        { ...context, actor },
        {
          action: "access.linkIdentity",
          subjectKind: "account",
          subjectId: accountId,
          after: { issuer: identity.issuer },
        },
      );
    });
    return succeed(null);
  } catch (error) {
    if (constraintOf(error) === "linked_identity_subject_once") return fail({ code: "identity-taken" });
    throw error;
  }
}
