import { randomInt } from "node:crypto";
import { v7 as newId } from "uuid";
import type { Tx } from "#platform/database/index.ts";
import { hashPassword } from "./password.ts";
import { insertAccount, savePassword, saveSuspension } from "./store/account.ts";
import { endAllSessions } from "./store/session.ts";

/** Without letters and digits that look alike when read from paper. */
const signs = "abcdefghijkmnpqrstuvwxyz23456789";

/** 80 random bits in groups of four; told once and changed at first use. */
const makeFirstPassword = (): string =>
  Array.from(
    { length: 16 },
    (_none, index) => (index > 0 && index % 4 === 0 ? "-" : "") + signs[randomInt(signs.length)],
  ).join("");

/** A new account, with a password that is told once and changed at first use. */
export async function createAccount(
  tx: Tx,
  areaCode: string,
  person: { readonly personId: string; readonly loginName: string },
  now: Date,
): Promise<{ readonly accountId: string; readonly password: string }> {
  const password = makeFirstPassword();
  const accountId = newId();
  await insertAccount(tx, areaCode, { ...person, id: accountId, hash: await hashPassword(password), now });
  return { accountId, password };
}

/** An account that an administrator has shut: out at once, everywhere, until it is opened again. */
export async function suspendAccount(tx: Tx, areaCode: string, accountId: string, now: Date): Promise<void> {
  await saveSuspension(tx, areaCode, accountId, now);
  await endAllSessions(tx, areaCode, accountId, now);
}

export const resumeAccount = (tx: Tx, areaCode: string, accountId: string) =>
  saveSuspension(tx, areaCode, accountId, null);

/** A password that was forgotten: the new one is told once, changed at first use, and ends what the old one opened. */
export async function resetPassword(tx: Tx, areaCode: string, accountId: string, now: Date): Promise<string> {
  const password = makeFirstPassword();
  await savePassword(tx, areaCode, accountId, {
    hash: await hashPassword(password),
    mustChange: true,
    at: now,
  });
  await endAllSessions(tx, areaCode, accountId, now);
  return password;
}
