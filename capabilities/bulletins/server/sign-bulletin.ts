import { writeOfficialDocument } from "#platform/documents/index.ts";
import { endpoint } from "#platform/http/index.ts";
import { yearOf } from "#platform/kernel/plain-date.ts";
import { fail, succeed } from "#platform/kernel/result.ts";
import { signBulletinRoute } from "../contract.ts";
import { type BulletinText, findMissing, writeDocumentNumber } from "../core/index.ts";
import { beginAct, finishAct } from "./act-on-bulletin.ts";
import { bulletinActTitles } from "./act-titles.ts";
import { composeFrom } from "./bulletin-content.ts";
import { bulletinProblems } from "./problems.ts";
import { findIssuedOf, listReceivingUnits } from "./store/read-bulletins.ts";
import { insertReceivers, takeNextSerial } from "./store/write-bulletins.ts";

/** 签发: takes the next number, writes the final file, names the receivers; all of it or nothing. */
export const signBulletin = endpoint(signBulletinRoute, {
  problems: bulletinProblems,
  records: bulletinActTitles,
  constraints: { bulletin_one_issued_per_run: "run-already-announced" },
  async run(context) {
    const begun = await beginAct(context, "sign");
    if (!begun.ok) return begun;
    const { row, status } = begun.value;
    const { actor, tx, today, storage } = context;
    const announced = await findIssuedOf(tx, actor.areaCode, row.run_id);
    if (announced) {
      const detail = `${announced.document_number ?? ""}“${announced.title}”已经通报了这次结果。`;
      return fail({ code: "run-already-announced", detail });
    }
    const text = row.body as BulletinText;
    const missing = findMissing(text);
    if (missing.length > 0) return fail({ code: "text-incomplete", detail: `请补充${missing.join("、")}。` });
    const prefix = text.numberPrefix.trim();
    const year = yearOf(today);
    const series = { areaCode: actor.areaCode, issuerUnitId: row.issuer_unit_id, prefix, year };
    const serial = await takeNextSerial(tx, series);
    const documentNumber = writeDocumentNumber(prefix, year, serial);
    const composing = { areaCode: actor.areaCode, runId: row.run_id, drafterUnitId: row.drafter_unit_id };
    const document = await composeFrom(tx, { ...composing, text, documentNumber, date: today });
    // The file is kept under its digest: when the transaction fails after this, nothing points to it.
    const sha256 = await storage.save(await writeOfficialDocument(document));
    const receivers = await listReceivingUnits(tx, actor.areaCode, row.issuer_path, text.circleKinds);
    await insertReceivers(
      tx,
      actor.areaCode,
      row.id,
      receivers.map(({ id }) => id),
    );
    const signed = await finishAct(
      context,
      { act: "sign", row, note: documentNumber },
      {
        status,
        signer_id: actor.personId,
        signer_name: actor.personName,
        signed_on: today,
        number_prefix: prefix,
        number_year: year,
        number_serial: serial,
        document_number: documentNumber,
        issued_document: JSON.stringify(document),
        sha256,
      },
    );
    return succeed({ ...signed, documentNumber });
  },
});
