import { v7 as newId } from "uuid";
import { type KeyRing, nativeCrypto } from "#platform/crypto/index.ts";
import { type BodyOf, type Endpoint, endpoint, type RequestContext } from "#platform/http/index.ts";
import { fail, type Result, succeed } from "#platform/kernel/result.ts";
import { recordAudit } from "#rooms/audit/server/index.ts";
import { deleteContactRoute, revealContactRoute, setContactRoute } from "../../contract.ts";
import {
  type ContactField,
  contactFieldNames,
  contactFields,
  findProblemOfContact,
  maxRevelationsPerDay,
  tidyContact,
} from "../../core/index.ts";
import { findPersonName } from "../store.ts";
import { contactProblems, findPersonFor, type KnownPerson } from "./permission.ts";
import { makePersonKey, openField, openPersonKey, sealField, sealPersonKey } from "./person-box.ts";
import {
  type ContactRow,
  countRevelations,
  findContact,
  insertContact,
  insertRevelation,
  lockContact,
  saveContact,
} from "./store.ts";

type Typed = { readonly field: ContactField; readonly value: string | null };

/** What was typed, tidied; an empty field says the same as null. */
function readTyped(
  body: BodyOf<typeof setContactRoute>,
): Result<readonly Typed[], { readonly code: "id-number-invalid" | "phone-invalid" }> {
  const typed: Typed[] = [];
  for (const field of contactFields) {
    const text = body[field];
    if (text === undefined) continue;
    const value = tidyContact(text ?? "");
    const problem = value === "" ? null : findProblemOfContact(field, value);
    if (problem) return fail({ code: problem });
    typed.push({ field, value: value === "" ? null : value });
  }
  return succeed(typed);
}

/** The row as it stands with the person's key, or a new one that is in no table yet; null: its key is not there. */
async function holdContact(
  { tx, actor, now }: Pick<RequestContext<typeof setContactRoute>, "tx" | "actor" | "now">,
  ring: KeyRing,
  personId: string,
): Promise<{ readonly row: ContactRow; readonly key: Buffer; readonly isNew: boolean } | null> {
  const area = actor.areaCode;
  // Two who enter the first data of one person at once wait for each other.
  await findPersonName(tx, area, personId);
  const found = await lockContact(tx, area, personId);
  if (found) {
    const key = openPersonKey(ring, found);
    return key && { row: found, key, isNew: false };
  }
  const [id, key] = [newId(), makePersonKey()];
  const row = {
    area_code: area,
    id,
    person_id: personId,
    ...sealPersonKey(ring, area, id, key),
    sealed_id_number: null,
    sealed_phone: null,
    entered_at: now,
    entered_by_name: actor.personName,
    destroyed_at: null,
  };
  return { row, key, isNew: true };
}

const setContact = endpoint(setContactRoute, {
  problems: contactProblems,
  records: { "contact.set": "登记联系方式" },
  async run(context) {
    const { actor, tx, now, trail, installation } = context;
    const person = await findPersonFor(context);
    if (!person) return fail({ code: "person-not-found" });
    const typed = readTyped(context.body);
    if (!typed.ok) return typed;
    const held = await holdContact(context, installation.personalKeys, person.id);
    if (!held) return fail({ code: "contact-unreadable" });
    const { row, key } = held;
    const changed = typed.value.filter(({ field, value }) => openField(key, row, field) !== value);
    if (changed.length === 0) {
      trail.nothingChanged();
      return succeed({ done: false });
    }
    const sealed = changed.map(({ field, value }) => {
      const of = { area: actor.areaCode, id: row.id, field };
      return { field, bytes: value === null ? null : sealField(key, of, value) };
    });
    const columns = {
      ...Object.fromEntries(sealed.map(({ field, bytes }) => [columnOf[field], bytes])),
      entered_at: now,
      entered_by_name: actor.personName,
    };
    if (held.isNew) await insertContact(tx, { ...row, ...columns });
    else await saveContact(tx, actor.areaCode, row.id, columns);
    await recordChange(context, person, sealed);
    return succeed({ done: true });
  },
});

const columnOf = { idNumber: "sealed_id_number", phone: "sealed_phone" } as const;

/** The chain covers the ciphertext by its digest: the record holds no value that would outlive its deletion. */
const recordChange = (
  context: RequestContext<typeof setContactRoute>,
  person: KnownPerson,
  sealed: readonly { readonly field: ContactField; readonly bytes: Buffer | null }[],
): Promise<void> =>
  recordAudit(context.tx, context, {
    action: "contact.set",
    subjectKind: "person",
    subjectId: person.id,
    subjectTitle: person.name,
    after: {
      changes: sealed.map(({ field, bytes }) =>
        bytes === null
          ? `${contactFieldNames[field]}：取消登记`
          : `${contactFieldNames[field]}：已登记，密文摘要${nativeCrypto.digest(bytes)}`,
      ),
    },
  });

const revealContact = endpoint(revealContactRoute, {
  problems: contactProblems,
  records: { "contact.reveal": "查看联系方式完整内容" },
  async run(context) {
    const { actor, tx, today, body, installation } = context;
    const person = await findPersonFor(context);
    if (!person) return fail({ code: "person-not-found" });
    const row = await findContact(tx, actor.areaCode, person.id);
    if (!row) return fail({ code: "contact-not-found" });
    const key = openPersonKey(installation.personalKeys, row);
    if (!key) return fail({ code: "contact-unreadable" });
    const value = openField(key, row, body.field);
    if (value === null) return fail({ code: "contact-not-found" });
    // Softly: of several at the very same moment one too many may pass.
    const revealed = await countRevelations(tx, actor.areaCode, actor.personId, today);
    if (revealed >= maxRevelationsPerDay) return fail({ code: "too-many-revelations" });
    await insertRevelation(tx, {
      area_code: actor.areaCode,
      id: newId(),
      person_id: person.id,
      field: body.field,
      purpose: body.purpose,
      revealed_by: actor.personId,
      revealed_on: today,
    });
    await recordAudit(tx, context, {
      action: "contact.reveal",
      subjectKind: "person",
      subjectId: person.id,
      subjectTitle: person.name,
      after: { item: contactFieldNames[body.field], purpose: body.purpose },
    });
    return succeed({ value });
  },
});

/** The key is destroyed; what it sealed stays as it is and can be read by nobody any more. */
const deleteContact = endpoint(deleteContactRoute, {
  problems: contactProblems,
  records: { "contact.delete": "删除联系方式" },
  async run(context) {
    const { actor, tx, now, body } = context;
    const person = await findPersonFor(context);
    if (!person) return fail({ code: "person-not-found" });
    const row = await lockContact(tx, actor.areaCode, person.id);
    if (!row) return fail({ code: "contact-not-found" });
    const destroyed = { sealed_key: null, sealing_key: null, destroyed_at: now };
    await saveContact(tx, actor.areaCode, row.id, destroyed);
    await recordAudit(tx, context, {
      action: "contact.delete",
      subjectKind: "person",
      subjectId: person.id,
      subjectTitle: person.name,
      after: { reason: body.reason.trim() },
    });
    return succeed({ done: true });
  },
});

export const changeContactEndpoints: readonly Endpoint[] = [setContact, revealContact, deleteContact];
