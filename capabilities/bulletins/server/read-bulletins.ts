import { endpoint, type RequestContext, type ResponseOf } from "#platform/http/index.ts";
import { fail, succeed } from "#platform/kernel/result.ts";
import { findCounty } from "#rooms/assessments/server/index.ts";
import { placeOf } from "#rooms/organizations/server/index.ts";
import { getBulletinRoute, listBulletinsRoute } from "../contract.ts";
import type { BulletinDocument, BulletinText } from "../core/index.ts";
import { composeFrom } from "./bulletin-content.ts";
import { listAllowedActs, mayAct } from "./permission.ts";
import { bulletinProblems } from "./problems.ts";
import {
  type BulletinListRow,
  countReceivers,
  findReadableBulletin,
  listBulletins,
  listSteps,
  pageSize,
  type ReadableBulletin,
} from "./store/read-bulletins.ts";

const summarize = (row: BulletinListRow) => ({
  id: row.id,
  title: row.title,
  status: row.status,
  documentNumber: row.document_number,
  circle: row.circle,
  draftedByName: row.drafted_by_name,
  draftedAt: row.drafted_at.toISOString(),
  signerName: row.signer_name,
  signedOn: row.signed_on,
});

export const listBulletinsEndpoint = endpoint(listBulletinsRoute, {
  problems: bulletinProblems,
  async run({ actor, tx, query }) {
    const after = query.after ?? null;
    if (after !== null && !/^[0-9a-f-]{36}$/.test(after))
      return fail({ code: "invalid-request", detail: "翻页位置无效" });
    const rows = await listBulletins(tx, actor, query, after);
    const bulletins = rows.slice(0, pageSize).map(summarize);
    const next = rows.length > pageSize ? (bulletins.at(-1)?.id ?? null) : null;
    const county = await findCounty(tx, actor.areaCode);
    return succeed({
      bulletins,
      next,
      mayDraft: county ? actor.may("bulletin.draft", placeOf(county)) : false,
    });
  },
});

/** What it reads like now: as it went out, or as it would go out today. */
export async function readDocument(
  { tx, actor, today }: Pick<RequestContext<typeof getBulletinRoute>, "tx" | "actor" | "today">,
  row: ReadableBulletin,
): Promise<BulletinDocument> {
  if (row.issued_document !== null) return row.issued_document as BulletinDocument;
  return composeFrom(tx, {
    areaCode: actor.areaCode,
    runId: row.run_id,
    drafterUnitId: row.drafter_unit_id,
    text: row.body as BulletinText,
    documentNumber: null,
    date: today,
  });
}

export const getBulletin = endpoint(getBulletinRoute, {
  problems: bulletinProblems,
  async run(context) {
    const { actor, tx, params } = context;
    const row = await findReadableBulletin(tx, actor, params.bulletinId);
    if (!row) return fail({ code: "bulletin-not-found" });
    const steps = await listSteps(tx, actor.areaCode, row.id);
    const document = await readDocument(context, row);
    return succeed({
      bulletin: summarize(row),
      version: row.version,
      runId: row.run_id,
      runTitle: row.run_title,
      text: textOnWire(row.body as BulletinText),
      document: documentOnWire(document),
      checkedByName: row.checked_by_name,
      sha256: row.sha256,
      withdrawnOn: row.withdrawn_on,
      withdrawnReason: row.withdrawn_reason,
      receiverCount: await countReceivers(tx, actor.areaCode, row.id),
      steps: steps.map(({ sequence, act, at, person_name, post_title, note }) => ({
        sequence,
        act,
        at: at.toISOString(),
        personName: person_name,
        postTitle: post_title,
        note,
      })),
      allowedActs: [...listAllowedActs(actor, row)],
      isOwnWriting: row.author_ids.includes(actor.personId) && mayAct(actor, row, "check"),
    });
  },
});

type DocumentOnWire = ResponseOf<typeof getBulletinRoute>["document"];

const textOnWire = (text: BulletinText) => ({ ...text, circleKinds: [...text.circleKinds] });

/** The same content; the wire's types are those of JSON, which knows neither readonly nor days. */
const documentOnWire = (document: BulletinDocument): DocumentOnWire =>
  structuredClone<unknown>(document) as DocumentOnWire;
