import { inTerritory } from "#platform/database/index.ts";
import { type Actor, type Endpoint, endpoint, openEndpoint } from "#platform/http/index.ts";
import { fail, succeed } from "#platform/kernel/result.ts";
import { recordAudit } from "#rooms/audit/server/index.ts";
import type { PostKind } from "#rooms/people/core/index.ts";
import { actAsRoute, getMeRoute, getSignInRoute, getSiteRoute, signOutRoute } from "../contract/session.ts";
import { actionsOf, type SignInStep } from "../core/index.ts";
import { recordAttempt } from "./acting-person.ts";
import { listFactors } from "./factors.ts";
import { findPasskeyPlace } from "./passkey.ts";
import { readSessionToken } from "./session-token.ts";
import { findAccountById, getAccount } from "./store/account.ts";
import { listAreas } from "./store/posts.ts";
import { endSession, findSession, saveActingHolding } from "./store/session.ts";

const getSite = openEndpoint(getSiteRoute, {
  problems: {},
  async run({ database, installation }) {
    const areas = await listAreas(database);
    return succeed({
      areas: areas.map(({ code, name }) => ({ code, name })),
      demo: areas.some((area) => area.demo),
      singleSignOn: installation.identityProvider?.displayName ?? null,
    });
  },
});

const signOut = openEndpoint(signOutRoute, {
  problems: {},
  records: { "access.signOut": "退出登录" },
  async run(context) {
    const { database, sessionToken, setSession, now, trail } = context;
    const token = sessionToken === null ? null : readSessionToken(sessionToken);
    setSession(null);
    const hasEnded =
      token !== null &&
      (await inTerritory(database, token.areaCode, async (tx) => {
        const { areaCode, digest } = token;
        const session = await findSession(tx, areaCode, digest);
        if (!session || session.ended_at) return false;
        await endSession(tx, areaCode, digest, now);
        const account = (await findAccountById(tx, areaCode, session.account_id)) ?? null;
        await recordAttempt(
          tx,
          { ...context, areaCode, account, loginName: null },
          { action: "access.signOut" },
        );
        return true;
      }));
    if (!hasEnded) trail.nothingChanged();
    return succeed({ done: true });
  },
});

const getSignIn = endpoint(getSignInRoute, {
  problems: {},
  async run({ actor, tx, origin }) {
    const account = await getAccount(tx, actor.areaCode, actor.accountId);
    const factors = await listFactors(tx, actor.areaCode, actor.accountId);
    return succeed({
      step: actor.pendingStep as SignInStep | null,
      loginName: account.login_name,
      demo: account.demo,
      hasPasskey: factors.some(({ kind }) => kind === "passkey"),
      hasAuthenticator: factors.some(({ kind }) => kind === "authenticator"),
      passkeysPossible: findPasskeyPlace(origin) !== null,
    });
  },
});

const getMe = endpoint(getMeRoute, {
  problems: {},
  async run({ actor, tx, today }) {
    const posts = actor.posts.map((post) => ({
      holdingId: post.holdingId,
      title: post.postTitle,
      kind: post.postKind,
      unitId: post.unitId,
      unitName: post.unitName,
      unitKind: post.unitKind,
      committeeId: post.draftsForId,
    }));
    const acting = posts.find((post) => post.holdingId === actor.acting.holdingId);
    const session = await findSession(tx, actor.areaCode, Buffer.from(actor.sessionDigest, "hex"));
    if (!acting || !session) return fail({ code: "session-ended" });
    const { former_sign_in_at: formerAt } = session;
    return succeed({
      personName: actor.personName,
      areaCode: actor.areaCode,
      acting,
      posts,
      actions: [...listActions(actor)],
      today,
      signedInAt: session.created_at.toISOString(),
      formerSignIn: formerAt && {
        at: formerAt.toISOString(),
        from: session.former_sign_in_from ?? "",
        failures: session.failures_before ?? 0,
      },
    });
  },
});

/** What the acting post may do somewhere; whoever may read a list by name has lists to read. */
function listActions(actor: Actor): readonly string[] {
  const ofPost = actionsOf(actor.acting.postKind as PostKind).filter((action) => {
    const { paths, systemPaths, unitIds } = actor.scope(action);
    return paths.length + systemPaths.length + unitIds.length > 0;
  });
  return actor.namedSubjects("list").length > 0 ? [...new Set([...ofPost, "list.read"])] : ofPost;
}

const actAs = endpoint(actAsRoute, {
  problems: { "post-not-held": { status: 403, title: "您目前不担任该岗位" } },
  records: { "access.actAs": "换岗位办事" },
  async run(context) {
    const { actor, tx, body } = context;
    const post = actor.posts.find(({ holdingId }) => holdingId === body.holdingId);
    if (!post) return fail({ code: "post-not-held" });
    await saveActingHolding(tx, actor.areaCode, Buffer.from(actor.sessionDigest, "hex"), body.holdingId);
    const nameOf = ({ unitName, postTitle }: typeof post): string => `${unitName}${postTitle}`;
    await recordAudit(tx, context, {
      action: "access.actAs",
      subjectKind: "holding",
      subjectId: post.holdingId,
      subjectTitle: nameOf(post),
      before: { post: nameOf(actor.acting) },
      after: { post: nameOf(post) },
    });
    return succeed({ done: true });
  },
});

export const sessionEndpoints: readonly Endpoint[] = [getSite, signOut, getSignIn, getMe, actAs];
