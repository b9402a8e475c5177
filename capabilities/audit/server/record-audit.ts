import { v7 as newId } from "uuid";
import type { Tx } from "#platform/database/index.ts";
import type { Actor } from "#platform/http/index.ts";

type AuditTables = {
  "audit.record": {
    area_code: string;
    id: string;
    at: Date;
    account_id: string;
    person_name: string;
    post_title: string;
    unit_id: string;
    action: string;
    subject_kind: string;
    subject_id: string;
    before: string | null;
    after: string | null;
    result: "done" | "refused";
    request_id: string;
    remote_address: string | null;
  };
};

/** Who acts and from where, as every endpoint has it at hand. */
export interface AuditOrigin {
  readonly actor: Actor;
  readonly now: Date;
  readonly requestId: string;
  readonly remoteAddress: string;
}

/** What was done to what. `before` and `after` hold only the fields that changed, personal ones masked. */
export interface AuditEntry {
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly result?: "done" | "refused";
}

/** Writes the record in the transaction of the act itself: both are there, or neither. */
export async function recordAudit(tx: Tx, origin: AuditOrigin, entry: AuditEntry): Promise<void> {
  const { actor } = origin;
  await tx
    .withTables<AuditTables>()
    .insertInto("audit.record")
    .values({
      area_code: actor.areaCode,
      id: newId(),
      at: origin.now,
      account_id: actor.accountId,
      person_name: actor.personName,
      post_title: actor.acting.postTitle,
      unit_id: actor.acting.unitId,
      action: entry.action,
      subject_kind: entry.subjectKind,
      subject_id: entry.subjectId,
      before: entry.before === undefined ? null : JSON.stringify(entry.before),
      after: entry.after === undefined ? null : JSON.stringify(entry.after),
      result: entry.result ?? "done",
      request_id: origin.requestId,
      remote_address: origin.remoteAddress,
    })
    .execute();
}
