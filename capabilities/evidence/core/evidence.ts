import type { PlainDate } from "#platform/kernel/plain-date.ts";
import { fail, type Result, succeed } from "#platform/kernel/result.ts";

/** What an evidence claims before it is accepted into the ledger. */
export interface EvidenceClaim {
  readonly kind: "file" | "note";
  readonly title: string;
  readonly happenedOn: PlainDate;
  readonly sizeBytes: number | null;
}

export type EvidenceProblem = { readonly code: "evidence-in-future" } | { readonly code: "file-empty" };

/** 佐证 happened on or before the day it is entered; a file has content. Later entry is shown as 补录, not forbidden. */
export function checkEvidence(
  claim: EvidenceClaim,
  today: PlainDate,
): Result<EvidenceClaim, EvidenceProblem> {
  if (claim.happenedOn > today) return fail({ code: "evidence-in-future" });
  if (claim.kind === "file" && (claim.sizeBytes ?? 0) === 0) return fail({ code: "file-empty" });
  return succeed(claim);
}

/** Days between the event and its entry from which an entry is called 补录 (entered afterwards). */
export const enteredLateAfterDays = 7;
