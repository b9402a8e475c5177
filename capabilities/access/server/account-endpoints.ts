import { type Endpoint, endpoint } from "#platform/http/index.ts";
import { fail, succeed } from "#platform/kernel/result.ts";
import { recordAudit } from "#rooms/audit/server/index.ts";
import { endOtherSessionsRoute, endSessionRoute, getAccountRoute } from "../contract/my-account.ts";
import { deviceWordsOf } from "../core/index.ts";
import { findPasskeyPlace } from "./passkey.ts";
import { isFactorRequired } from "./pending-step.ts";
import { sessionIdOf } from "./session-token.ts";
import { getAccount } from "./store/account.ts";
import { countRecoveryCodes, findAuthenticator, listPasskeys } from "./store/factor.ts";
import { findLink } from "./store/linked-identity.ts";
import { endOtherSessions, endSession, listLastSignIns, listLiveSessions } from "./store/session.ts";

type SessionRow = Awaited<ReturnType<typeof listLiveSessions>>[number];

const showSession = (row: SessionRow, ownDigest: string) => ({
  id: sessionIdOf(row.token_digest),
  device: deviceWordsOf(row.user_agent),
  remoteAddress: row.remote_address ?? "",
  startedAt: row.created_at.toISOString(),
  usedAt: row.used_at.toISOString(),
  method: row.method ?? "password",
  isThis: row.token_digest.toString("hex") === ownDigest,
});

const momentOf = (date: Date | null): string | null => date?.toISOString() ?? null;

const getAccountPage = endpoint(getAccountRoute, {
  problems: {},
  async run({ actor, tx, now, origin, installation }) {
    const { areaCode, accountId } = actor;
    const account = await getAccount(tx, areaCode, accountId);
    const passkeys = await listPasskeys(tx, areaCode, accountId);
    const authenticator = await findAuthenticator(tx, areaCode, accountId);
    const provider = installation.identityProvider;
    const link = provider ? await findLink(tx, areaCode, accountId, provider.issuer) : undefined;
    const show = (row: SessionRow) => showSession(row, actor.sessionDigest);
    return succeed({
      loginName: account.login_name,
      demo: account.demo,
      mustHaveFactor: await isFactorRequired(tx, areaCode, account, now),
      passwordSetAt: momentOf(account.password_set_at),
      passkeysPossible: findPasskeyPlace(origin) !== null,
      passkeys: passkeys.map(({ id, name, added_at, used_at }) => ({
        id,
        name,
        addedAt: added_at.toISOString(),
        usedAt: momentOf(used_at),
      })),
      authenticator: authenticator?.confirmed_at
        ? {
            id: authenticator.id,
            addedAt: authenticator.confirmed_at.toISOString(),
            usedAt: momentOf(authenticator.used_at),
          }
        : null,
      recoveryCodesLeft: await countRecoveryCodes(tx, areaCode, accountId),
      singleSignOn: provider && {
        name: provider.displayName,
        linkedAt: momentOf(link?.linked_at ?? null),
      },
      sessions: (await listLiveSessions(tx, areaCode, accountId, now)).map(show),
      signIns: (await listLastSignIns(tx, areaCode, accountId)).map(show),
    });
  },
});

const endOne = endpoint(endSessionRoute, {
  problems: {},
  records: { "access.endSession": "账号：结束一处登录" },
  async run(context) {
    const { actor, tx, now, params } = context;
    const sessions = await listLiveSessions(tx, actor.areaCode, actor.accountId, now);
    const wanted = sessions.find((row) => sessionIdOf(row.token_digest) === params.sessionId);
    if (!wanted) return fail({ code: "not-found" });
    await endSession(tx, actor.areaCode, wanted.token_digest, now);
    await recordAudit(tx, context, {
      action: "access.endSession",
      subjectKind: "session",
      subjectId: params.sessionId,
      before: { device: deviceWordsOf(wanted.user_agent), remoteAddress: wanted.remote_address },
    });
    return succeed({ done: true });
  },
});

const endOthers = endpoint(endOtherSessionsRoute, {
  problems: {},
  records: { "access.endOtherSessions": "账号：结束其他登录" },
  async run(context) {
    const { actor, tx, now } = context;
    const kept = { accountId: actor.accountId, digest: Buffer.from(actor.sessionDigest, "hex") };
    await endOtherSessions(tx, actor.areaCode, kept, now);
    await recordAudit(tx, context, {
      action: "access.endOtherSessions",
      subjectKind: "account",
      subjectId: actor.accountId,
    });
    return succeed({ done: true });
  },
});

export const accountEndpoints: readonly Endpoint[] = [getAccountPage, endOne, endOthers];
