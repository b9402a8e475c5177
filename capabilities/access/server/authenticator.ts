import { generateSecret, generateURI, verify } from "otplib";
import { renderSVG } from "uqr";
import { v7 as newId } from "uuid";
import type { Tx } from "#platform/database/index.ts";
import type { Installation } from "#platform/http/index.ts";
import type { Account } from "./store/account.ts";
import {
  confirmAuthenticator,
  findAuthenticator,
  findBegunAuthenticator,
  insertAuthenticator,
  removeAuthenticator,
  saveAuthenticatorUse,
} from "./store/factor.ts";

/** RFC 6238 as every app does it: 30 seconds, six digits; one step before and after for clocks that differ. */
const periodSeconds = 30;
const issuer = "磐石";

const placeOf = (id: string): string => `access.authenticator/${id}`;

export interface AuthenticatorPlace {
  readonly tx: Tx;
  readonly areaCode: string;
  readonly installation: Installation;
  readonly now: Date;
}

/** A new secret, kept sealed, for the app on the person's phone; an earlier one that was never confirmed is dropped. */
export async function beginAuthenticator(
  place: AuthenticatorPlace,
  account: Account,
): Promise<{ readonly secret: string; readonly pictureSvg: string }> {
  const { tx, areaCode, now } = place;
  const former = await findBegunAuthenticator(tx, areaCode, account.id);
  if (former) await removeAuthenticator(tx, areaCode, former.id, now);
  const secret = generateSecret();
  const id = newId();
  const sealedSecret = place.installation.secretBox.seal(secret, placeOf(id));
  await insertAuthenticator(tx, areaCode, { id, accountId: account.id, sealedSecret, at: now });
  const address = generateURI({ issuer, label: account.login_name, secret });
  return { secret, pictureSvg: renderSVG(address, { border: 2, ecc: "M" }) };
}

/** The id of the authenticator that this code confirms; null when the code is wrong or nothing was begun. */
export async function confirmByCode(
  place: AuthenticatorPlace,
  accountId: string,
  code: string,
): Promise<string | null> {
  const { tx, areaCode, now } = place;
  const begun = await findBegunAuthenticator(tx, areaCode, accountId);
  const timeStep = begun ? await findTimeStep(place, begun, code) : null;
  if (!begun || timeStep === null) return null;
  const former = await findAuthenticator(tx, areaCode, accountId);
  if (former) await removeAuthenticator(tx, areaCode, former.id, now);
  await confirmAuthenticator(tx, areaCode, begun.id, { at: now, timeStep });
  return begun.id;
}

/** The id of the authenticator that showed this code, which is then used up; null when it is wrong or was used. */
export async function spendCode(
  place: AuthenticatorPlace,
  accountId: string,
  code: string,
): Promise<string | null> {
  const { tx, areaCode, now } = place;
  const authenticator = await findAuthenticator(tx, areaCode, accountId);
  const timeStep = authenticator ? await findTimeStep(place, authenticator, code) : null;
  if (!authenticator || timeStep === null) return null;
  await saveAuthenticatorUse(tx, areaCode, authenticator.id, { at: now, timeStep });
  return authenticator.id;
}

interface Sealed {
  readonly id: string;
  readonly sealed_secret: Buffer;
  readonly last_time_step: number | null;
}

/** The step of time to which a code belongs; null when it is wrong, or of a step that has been used. */
async function findTimeStep(place: AuthenticatorPlace, sealed: Sealed, code: string): Promise<number | null> {
  const secret = place.installation.secretBox.open(sealed.sealed_secret, placeOf(sealed.id));
  if (secret === null || !/^[0-9]{6}$/.test(code)) return null;
  const epoch = Math.floor(place.now.getTime() / 1000);
  const result = await verify({ secret, token: code, epoch, epochTolerance: periodSeconds });
  if (!result.valid) return null;
  const timeStep = Math.floor(epoch / periodSeconds) + result.delta;
  return sealed.last_time_step !== null && timeStep <= sealed.last_time_step ? null : timeStep;
}
