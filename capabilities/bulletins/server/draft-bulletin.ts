import { v7 as newId } from "uuid";
import type { Tx } from "#platform/database/index.ts";
import { endpoint } from "#platform/http/index.ts";
import { fail, type Result, succeed } from "#platform/kernel/result.ts";
import { namePeriod } from "#rooms/assessments/core/index.ts";
import { type FrozenRun, findFrozenRun } from "#rooms/assessments/server/index.ts";
import { type AuditOrigin, recordAudit } from "#rooms/audit/server/index.ts";
import { findUnit, placeOf, type ReadUnit } from "#rooms/organizations/server/index.ts";
import { draftBulletinRoute } from "../contract.ts";
import { type BulletinText, nameCircle, proposeNumberPrefix, proposeText } from "../core/index.ts";
import { bulletinActTitles } from "./act-titles.ts";
import { bulletinProblems } from "./problems.ts";
import { findLastPrefix } from "./store/read-bulletins.ts";
import { insertBulletin, insertStep } from "./store/write-bulletins.ts";

/** Begins a bulletin on a frozen run, with a first text that is whole. */
async function draftBulletin(
  tx: Tx,
  context: AuditOrigin,
  runId: string,
): Promise<Result<string, { readonly code: "run-not-found" | "not-permitted" }>> {
  const { actor } = context;
  const run = await findFrozenRun(tx, actor.areaCode, runId);
  const issuer = run && (await findUnit(tx, actor.areaCode, run.ownerUnitId));
  if (!run || !issuer || !actor.may("standing.read", placeOf(issuer))) return fail({ code: "run-not-found" });
  if (!actor.may("bulletin.draft", placeOf(issuer))) return fail({ code: "not-permitted" });
  const drafter = (await findUnit(tx, actor.areaCode, actor.acting.unitId)) ?? issuer;
  const last = await findLastPrefix(tx, actor.areaCode, issuer.id);
  const text = proposeFrom(run, last?.number_prefix ?? proposeNumberPrefix(issuer.name, drafter.name));
  const row = rowOf(context, { run, issuer, drafter, text });
  await insertBulletin(tx, row);
  await insertStep(tx, firstStep(context, row.id));
  const after = { title: text.title, runId };
  await recordAudit(tx, context, {
    action: "bulletin.draft",
    subjectKind: "bulletin",
    subjectId: row.id,
    subjectTitle: text.title,
    after,
  });
  return succeed(row.id);
}

const proposeFrom = (run: FrozenRun, numberPrefix: string): BulletinText =>
  proposeText({
    periodName: namePeriod(run.period),
    groupName: run.groupName,
    circleKinds: ["township", "subdistrict", "department"],
    numberPrefix,
  });

interface Drafted {
  readonly run: FrozenRun;
  readonly issuer: ReadUnit;
  readonly drafter: ReadUnit;
  readonly text: BulletinText;
}

const rowOf = ({ actor, now }: AuditOrigin, { run, issuer, drafter, text }: Drafted) => ({
  area_code: actor.areaCode,
  id: newId(),
  issuer_unit_id: issuer.id,
  drafter_unit_id: drafter.id,
  run_id: run.id,
  title: text.title,
  body: JSON.stringify(text),
  circle: nameCircle(text.circleKinds),
  status: "draft" as const,
  version: 1,
  drafted_at: now,
  drafted_by_id: actor.personId,
  drafted_by_name: actor.personName,
  author_ids: [actor.personId],
  checked_by_id: null,
  checked_by_name: null,
  checked_at: null,
  signer_id: null,
  signer_name: null,
  signed_on: null,
  number_prefix: text.numberPrefix,
  number_year: null,
  number_serial: null,
  document_number: null,
  issued_document: null,
  sha256: null,
  withdrawn_on: null,
  withdrawn_reason: null,
});

const firstStep = ({ actor, now }: AuditOrigin, bulletinId: string) => ({
  area_code: actor.areaCode,
  bulletin_id: bulletinId,
  sequence: 1,
  act: "draft" as const,
  at: now,
  person_id: actor.personId,
  person_name: actor.personName,
  post_title: actor.acting.postTitle,
  note: null,
});

export const draftBulletinEndpoint = endpoint(draftBulletinRoute, {
  problems: bulletinProblems,
  records: bulletinActTitles,
  async run(context) {
    const drafted = await draftBulletin(context.tx, context, context.body.runId);
    return drafted.ok ? succeed({ bulletinId: drafted.value }) : drafted;
  },
});
