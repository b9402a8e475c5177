import { createHash } from "node:crypto";
import { isIPv6 } from "node:net";
import type { Tx } from "#platform/database/index.ts";
import { countFailure, type GuardCount, isLocked, noFailures, pressureOf } from "../core/index.ts";
import { nobody } from "./acting-person.ts";
import { countAccountFailure } from "./store/account.ts";
import { lockGuard, readGuard, saveGuard } from "./store/guard.ts";

/** 65,536 counters: no table grows with the guesses of strangers, and none of them is kept in plain. */
const bucketOf = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 4);

/** Names that nobody has are counted as those that somebody has, so that they lock alike. */
export const nameKeyOf = (loginName: string, isKnown: boolean): string =>
  isKnown ? `name:${loginName}` : `unknown:${bucketOf(loginName)}`;

/** One household or office: an IPv4 address, or the first half of an IPv6 one. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:([0-9.]+)$/i.exec(address)?.[1];
  if (mapped || !isIPv6(address)) return mapped ?? address;
  const groupsOf = (part: string | undefined): readonly string[] => (part ? part.split(":") : []);
  const [head, tail] = address.split("::").map(groupsOf);
  const groups = head ?? [];
  const missing = tail ? 8 - groups.length - tail.length : 0;
  const full = [...groups, ...Array.from({ length: missing }, () => "0"), ...(tail ?? [])];
  return full.slice(0, 4).join(":");
}

const addressKeyOf = (address: string): string => `address:${bucketOf(networkOf(address))}`;

export const readAddressGuard = (tx: Tx, areaCode: string, address: string): Promise<GuardCount> =>
  readGuard(tx, areaCode, addressKeyOf(address));

/** Whose failure it was and from where. */
export interface Failing {
  readonly areaCode: string;
  readonly loginName: string;
  /** Null when no account has the name. */
  readonly accountId: string | null;
  readonly remoteAddress: string;
  readonly now: Date;
}

/** Counts one failure of a name that is held by `lockGuard`, and of the address; the name's new count. */
export async function saveFailure(tx: Tx, failing: Failing, held: GuardCount): Promise<GuardCount> {
  const { areaCode, now } = failing;
  const { failures, lockedUntilMs } = countFailure(held, now);
  const count = {
    failures,
    lastFailedAt: now,
    lockedUntil: lockedUntilMs === null ? null : new Date(lockedUntilMs),
  };
  await saveGuard(tx, areaCode, nameKeyOf(failing.loginName, failing.accountId !== null), count);
  await countAccountFailure(tx, areaCode, failing.accountId ?? nobody);
  const addressKey = addressKeyOf(failing.remoteAddress);
  const address = await lockGuard(tx, areaCode, addressKey);
  await saveGuard(tx, areaCode, addressKey, {
    failures: pressureOf(address, now) + 1,
    lastFailedAt: now,
    lockedUntil: null,
  });
  return count;
}

export const lockNameGuard = (tx: Tx, failing: Failing): Promise<GuardCount> =>
  lockGuard(tx, failing.areaCode, nameKeyOf(failing.loginName, failing.accountId !== null));

/** After somebody has proved who he is. */
export async function forgiveFailures(tx: Tx, areaCode: string, loginName: string): Promise<void> {
  const key = nameKeyOf(loginName, true);
  const held = await lockGuard(tx, areaCode, key);
  if (held.failures > 0) await saveGuard(tx, areaCode, key, noFailures);
}

/** The refusal of a name that rests, with how long it still does. */
export function lockedProblem(count: GuardCount, now: Date) {
  const minutes = Math.ceil(((count.lockedUntil?.getTime() ?? 0) - now.getTime()) / 60_000);
  const wait = minutes < 120 ? `${minutes}分钟` : `${Math.ceil(minutes / 60)}小时`;
  return {
    code: "account-locked",
    detail: `请${wait}后再试；不是您本人操作的，请联系系统管理员。`,
    lockedUntil: count.lockedUntil?.toISOString() ?? null,
  } as const;
}

/** The refusal of a wrong proof: once more, or not for a while. */
export const refusalAfter = <Code extends string>(count: GuardCount, now: Date, code: Code) =>
  isLocked(count, now) ? lockedProblem(count, now) : ({ code } as const);
