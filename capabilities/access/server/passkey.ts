import { isIP } from "node:net";
import type { generateRegistrationOptions } from "@simplewebauthn/server";
import { v7 as newId } from "uuid";
import type { Tx } from "#platform/database/index.ts";
import type { BodyOf } from "#platform/http/index.ts";
import type { addPasskeyRoute, checkPasskeyRoute } from "../contract/second-factor.ts";
import type { Account } from "./store/account.ts";
import { insertPasskey, listPasskeys, type PasskeyRow, savePasskeyUse } from "./store/factor.ts";
import { saveChallenge, takeChallenge } from "./store/session.ts";

/** Fetched at the first use: as it loads it tries algorithms that Node calls experimental, which Node says aloud. */
const webauthn = () => import("@simplewebauthn/server");

/** EdDSA, ES256 and RS256: what keys of today can do. */
const algorithms = [-8, -7, -257];

const rpName = "磐石";
const challengeMs = 5 * 60_000;

/** Where passkeys belong. */
export interface PasskeyPlace {
  readonly origin: string;
  readonly rpId: string;
}

/** Browsers know passkeys of a name, not of a number, and only by https or on this machine. */
export function findPasskeyPlace(origin: string | null): PasskeyPlace | null {
  if (origin === null) return null;
  const { protocol, hostname } = new URL(origin);
  const isSecure = protocol === "https:" || hostname === "localhost";
  const isName = isIP(hostname.replace(/^\[|\]$/g, "")) === 0;
  return isSecure && isName ? { origin, rpId: hostname } : null;
}

/** Whose ceremony it is and in which session; its challenge is kept with the session and good once. */
export interface Ceremony {
  readonly tx: Tx;
  readonly areaCode: string;
  readonly sessionDigest: Buffer;
  readonly now: Date;
  readonly place: PasskeyPlace;
}

const expiryOf = (now: Date): Date => new Date(now.getTime() + challengeMs);

type Transports = NonNullable<
  NonNullable<Parameters<typeof generateRegistrationOptions>[0]["excludeCredentials"]>[number]["transports"]
>;

const describe = (passkey: PasskeyRow) => ({
  id: passkey.credential_id,
  transports: passkey.transports as Transports,
});

/** The password is the other factor, so that a touch is enough: keys without a fingerprint reader serve as well. */
export async function beginRegistration(
  ceremony: Ceremony,
  account: Account,
  personName: string,
): Promise<string> {
  const { tx, areaCode, place, now } = ceremony;
  const existing = await listPasskeys(tx, areaCode, account.id);
  const options = await (await webauthn()).generateRegistrationOptions({
    rpName,
    rpID: place.rpId,
    userName: account.login_name,
    userDisplayName: personName,
    userID: new Uint8Array(Buffer.from(account.id.replaceAll("-", ""), "hex")),
    attestationType: "none",
    supportedAlgorithmIDs: algorithms,
    excludeCredentials: existing.map(describe),
    authenticatorSelection: { residentKey: "discouraged", userVerification: "preferred" },
  });
  await saveChallenge(tx, areaCode, ceremony.sessionDigest, {
    value: `registration:${options.challenge}`,
    expiresAt: expiryOf(now),
  });
  return JSON.stringify(options);
}

/** Takes a challenge of this purpose; one that was made for the other is used up all the same. */
async function takeFor(ceremony: Ceremony, purpose: "registration" | "check"): Promise<string | null> {
  const { tx, areaCode, sessionDigest, now } = ceremony;
  const challenge = await takeChallenge(tx, areaCode, sessionDigest, now);
  return challenge?.startsWith(`${purpose}:`) ? challenge.slice(purpose.length + 1) : null;
}

/** The id of the new passkey; null when the browser's answer does not hold. */
export async function finishRegistration(
  ceremony: Ceremony,
  account: Account,
  { name, attestation }: BodyOf<typeof addPasskeyRoute>,
): Promise<string | null> {
  const { tx, areaCode, place, now } = ceremony;
  const challenge = await takeFor(ceremony, "registration");
  if (challenge === null) return null;
  const verified = await (await webauthn())
    .verifyRegistrationResponse({
      response: attestation as never,
      expectedChallenge: challenge,
      expectedOrigin: place.origin,
      expectedRPID: place.rpId,
      requireUserVerification: false,
      supportedAlgorithmIDs: algorithms,
    })
    .catch(() => null);
  if (!verified?.verified) return null;
  const { credential } = verified.registrationInfo;
  const id = newId();
  await insertPasskey(tx, areaCode, {
    id,
    account_id: account.id,
    name,
    credential_id: credential.id,
    public_key: Buffer.from(credential.publicKey),
    sign_count: credential.counter,
    transports: credential.transports ?? [],
    rp_id: place.rpId,
    added_at: now,
  });
  return id;
}

export async function beginCheck(ceremony: Ceremony, accountId: string): Promise<string> {
  const { tx, areaCode, place, now } = ceremony;
  const passkeys = await listPasskeys(tx, areaCode, accountId);
  const options = await (await webauthn()).generateAuthenticationOptions({
    rpID: place.rpId,
    allowCredentials: passkeys.filter((passkey) => passkey.rp_id === place.rpId).map(describe),
    userVerification: "preferred",
  });
  await saveChallenge(tx, areaCode, ceremony.sessionDigest, {
    value: `check:${options.challenge}`,
    expiresAt: expiryOf(now),
  });
  return JSON.stringify(options);
}

/** The id of the passkey that signed this session's challenge; null when none of the account's did. */
export async function finishCheck(
  ceremony: Ceremony,
  accountId: string,
  assertion: BodyOf<typeof checkPasskeyRoute>["assertion"],
): Promise<string | null> {
  const { tx, areaCode, place, now } = ceremony;
  const challenge = await takeFor(ceremony, "check");
  const passkeys = await listPasskeys(tx, areaCode, accountId);
  const passkey = passkeys.find(({ credential_id }) => credential_id === assertion.id);
  if (challenge === null || !passkey) return null;
  const verified = await (await webauthn())
    .verifyAuthenticationResponse({
      response: assertion as never,
      expectedChallenge: challenge,
      expectedOrigin: place.origin,
      expectedRPID: place.rpId,
      credential: {
        ...describe(passkey),
        publicKey: new Uint8Array(passkey.public_key),
        counter: passkey.sign_count,
      },
      requireUserVerification: false,
    })
    .catch(() => null);
  if (!verified?.verified) return null;
  const { newCounter } = verified.authenticationInfo;
  await savePasskeyUse(tx, areaCode, passkey.id, { at: now, signCount: newCounter });
  return passkey.id;
}
