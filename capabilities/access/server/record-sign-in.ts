import type { Tx } from "#platform/database/index.ts";
import { maskMiddle } from "#rooms/audit/core/index.ts";
import { type AuditCircumstances, type AuditEntry, recordAuditUnposted } from "#rooms/audit/server/index.ts";
import { findAccountByName, findAccountOfSession, isArea } from "./store.ts";

interface Attempt {
  readonly areaCode: string;
  readonly loginName: string;
  readonly action: string;
  /** The code of why it was refused; null when it was not. */
  readonly refusal: string | null;
}

/**
 * Records an attempt to sign in, or a step of it, also one that failed. A name that nobody has is masked: it may be a
 * password typed into the wrong field. In a territory that does not exist nothing is recorded.
 */
export async function recordSignIn(
  tx: Tx,
  circumstances: AuditCircumstances,
  attempt: Attempt,
): Promise<void> {
  const { areaCode, refusal } = attempt;
  if (!(await isArea(tx, areaCode))) return;
  const loginName = attempt.loginName.trim().toLowerCase();
  const account = await findAccountByName(tx, areaCode, loginName);
  const named = account ? loginName : maskMiddle(loginName);
  const entry: AuditEntry = {
    action: attempt.action,
    subjectKind: "account",
    subjectId: account?.id ?? named,
    subjectTitle: named,
    ...(refusal !== null && { result: "refused", after: { reason: account ? refusal : "unknown-name" } }),
  };
  await recordAuditUnposted(tx, doerOf(areaCode, account), circumstances, entry);
}

/** Records the end of a session; false when there was none to end. */
export async function recordSignOut(
  tx: Tx,
  circumstances: AuditCircumstances,
  { areaCode, digest }: { readonly areaCode: string; readonly digest: Buffer },
): Promise<boolean> {
  const account = await findAccountOfSession(tx, areaCode, digest);
  if (!account) return false;
  await recordAuditUnposted(tx, doerOf(areaCode, account), circumstances, {
    action: "access.signOut",
    subjectKind: "account",
    subjectId: account.id,
    subjectTitle: account.login_name,
  });
  return true;
}

const doerOf = (
  areaCode: string,
  account:
    | { readonly id: string; readonly person_id: string; readonly person_name: string | null }
    | undefined,
) => ({
  areaCode,
  accountId: account?.id ?? null,
  personId: account?.person_id ?? null,
  personName: account?.person_name ?? null,
});
