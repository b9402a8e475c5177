import { v7 as newId } from "uuid";
import type { Tx } from "#platform/database/index.ts";
import type { Actor, Trail } from "#platform/http/index.ts";
import { maskPersonal } from "../core/index.ts";
import type { AuditResult, AuditTables } from "./tables.ts";

/** When, in which request and from where; every endpoint has it at hand. */
export interface AuditCircumstances {
  readonly now: Date;
  readonly requestId: string;
  readonly remoteAddress: string | null;
  readonly trail: Trail;
}

/** Who acts and from where, as every endpoint of signed-in people has it at hand. */
export interface AuditOrigin extends AuditCircumstances {
  readonly actor: Actor;
  readonly remoteAddress: string;
}

/**
 * What was done to what. `before` and `after` hold only the fields that changed. Personal numbers in them are masked
 * and secrets left out whatever the caller gives.
 */
export interface AuditEntry {
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  /** What the subject is called, for a reader who knows no ids. */
  readonly subjectTitle?: string | undefined;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly result?: AuditResult;
}

/** Somebody who acts outside any post: signing in, or at the console. */
export interface Unposted {
  readonly areaCode: string;
  readonly accountId: string | null;
  readonly personId: string | null;
  readonly personName: string | null;
}

interface Doer extends Unposted {
  readonly acting: Actor["acting"] | null;
}

/** Writes the record in the transaction of the act itself: both are there, or neither. */
export const recordAudit = (tx: Tx, origin: AuditOrigin, entry: AuditEntry): Promise<void> =>
  writeRecord(tx, origin.actor, origin, entry);

/** As recordAudit, for acts in no post. */
export const recordAuditUnposted = (
  tx: Tx,
  doer: Unposted,
  circumstances: AuditCircumstances,
  entry: AuditEntry,
): Promise<void> => writeRecord(tx, { ...doer, acting: null }, circumstances, entry);

async function writeRecord(
  tx: Tx,
  { acting, ...doer }: Doer,
  { now, requestId, remoteAddress, trail }: AuditCircumstances,
  entry: AuditEntry,
): Promise<void> {
  await tx
    .withTables<AuditTables>()
    .insertInto("audit.record")
    .values({
      area_code: doer.areaCode,
      id: newId(),
      at: now,
      account_id: doer.accountId,
      person_id: doer.personId,
      person_name: doer.personName,
      holding_id: acting?.holdingId ?? null,
      post_kind: acting?.postKind ?? null,
      post_title: acting?.postTitle ?? null,
      unit_id: acting?.unitId ?? null,
      unit_name: acting?.unitName ?? null,
      action: entry.action,
      subject_kind: entry.subjectKind,
      subject_id: entry.subjectId,
      subject_title: entry.subjectTitle === undefined ? null : String(maskPersonal(entry.subjectTitle)),
      before: writeFields(entry.before),
      after: writeFields(entry.after),
      result: entry.result ?? "done",
      request_id: requestId,
      remote_address: remoteAddress,
    })
    .execute();
  trail.recorded(doer.areaCode);
}

const writeFields = (fields: unknown): string | null =>
  fields === undefined ? null : JSON.stringify(maskPersonal(fields));
