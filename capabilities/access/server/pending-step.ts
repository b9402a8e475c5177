import type { Tx } from "#platform/database/index.ts";
import { dayInChina } from "#platform/kernel/plain-date.ts";
import { mustHaveFactor, pendingStepOf, type SignInStep } from "../core/index.ts";
import { placeOfPost } from "./acting-person.ts";
import { listFactors } from "./factors.ts";
import type { Account } from "./store/account.ts";
import { listPostsHeldBy } from "./store/posts.ts";

/** Whether the posts that somebody holds today ask for a second factor. */
export async function isFactorRequired(
  tx: Tx,
  areaCode: string,
  account: Account,
  now: Date,
): Promise<boolean> {
  const posts = await listPostsHeldBy(tx, areaCode, account.person_id, dayInChina(now));
  return mustHaveFactor(posts.map(placeOfPost), account.demo);
}

/** What still stands before an account, as it is now in the database. */
export async function findPendingStep(
  tx: Tx,
  areaCode: string,
  account: Account,
  { hasPassedFactor, now }: { readonly hasPassedFactor: boolean; readonly now: Date },
): Promise<SignInStep | null> {
  const factors = await listFactors(tx, areaCode, account.id);
  return pendingStepOf({
    hasFactor: factors.length > 0,
    hasPassedFactor,
    mustChangePassword: account.password_must_change,
    mustHaveFactor: await isFactorRequired(tx, areaCode, account, now),
  });
}
