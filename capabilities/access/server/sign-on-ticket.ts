import { createHash, randomBytes } from "node:crypto";
import type { SecretBox } from "#platform/crypto/index.ts";
import type { Trip } from "#platform/http/index.ts";

/** A person is at the provider's page for a minute or two; after ten the way back is closed. */
const tripMs = 10 * 60_000;

/** What a browser carries to the identity provider and back, sealed: it is ours to read and nobody's to change. */
export interface SignOnTicket extends Trip {
  readonly areaCode: string;
  readonly state: string;
  /** The account that is being linked; null when somebody signs in. */
  readonly linkingAccountId: string | null;
  readonly expiresAtMs: number;
}

const place = "access.signOnTicket";

export const newState = (): string => randomBytes(24).toString("base64url");

export const writeTicket = (
  secretBox: SecretBox,
  ticket: Omit<SignOnTicket, "expiresAtMs">,
  now: Date,
): string =>
  secretBox
    .seal(JSON.stringify({ ...ticket, expiresAtMs: now.getTime() + tripMs }), place)
    .toString("base64url");

/** Null when there is none, it is not ours, or its time is over. */
export function readTicket(secretBox: SecretBox, ticket: string | null, now: Date): SignOnTicket | null {
  const text = ticket === null ? null : secretBox.open(Buffer.from(ticket, "base64url"), place);
  if (text === null) return null;
  const read = JSON.parse(text) as SignOnTicket;
  return read.expiresAtMs > now.getTime() ? read : null;
}

/** Kept with the session that was won on this way, so that no second one is. */
export const tripDigestOf = (ticket: SignOnTicket): Buffer =>
  createHash("sha256").update(`${ticket.state} ${ticket.nonce}`).digest();
