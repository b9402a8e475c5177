import { createHash, randomInt } from "node:crypto";
import { v7 as newId } from "uuid";
import type { Tx } from "#platform/database/index.ts";
import { readRecoveryCode, recoveryCodeCount, recoveryCodeSigns, writeRecoveryCode } from "../core/index.ts";
import {
  countRecoveryCodes,
  insertRecoveryCodes,
  spendRecoveryCode,
  withdrawRecoveryCodes,
} from "./store/factor.ts";

interface Owner {
  readonly areaCode: string;
  readonly accountId: string;
  readonly now: Date;
}

const codeLength = 16;
const makeCode = (): string =>
  Array.from({ length: codeLength }, () => recoveryCodeSigns[randomInt(recoveryCodeSigns.length)]).join("");

/** 80 random bits need no slow hash. */
const digestOf = (code: string): Buffer => createHash("sha256").update(code).digest();

/** New codes in the place of all earlier ones; they are told now and never again. */
export async function renewRecoveryCodes(tx: Tx, owner: Owner): Promise<readonly string[]> {
  const { areaCode, accountId, now } = owner;
  await withdrawRecoveryCodes(tx, areaCode, accountId, now);
  const codes = Array.from({ length: recoveryCodeCount }, makeCode);
  await insertRecoveryCodes(
    tx,
    areaCode,
    codes.map((code) => ({ id: newId(), accountId, digest: digestOf(code), at: now })),
  );
  return codes.map(writeRecoveryCode);
}

/** Codes for whoever has none that are good; with his first factor he gets them without asking. */
export const ensureRecoveryCodes = async (tx: Tx, owner: Owner): Promise<readonly string[]> =>
  (await countRecoveryCodes(tx, owner.areaCode, owner.accountId)) > 0 ? [] : renewRecoveryCodes(tx, owner);

/** Whether this is one of the codes; if so it is used up. */
export async function spendTypedCode(tx: Tx, owner: Owner, typed: string): Promise<boolean> {
  const code = readRecoveryCode(typed);
  if (code === null) return false;
  const used = { accountId: owner.accountId, digest: digestOf(code) };
  return spendRecoveryCode(tx, owner.areaCode, used, owner.now);
}
