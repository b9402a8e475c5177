import type { KeyRing } from "#platform/crypto/index.ts";
import { type Endpoint, endpoint } from "#platform/http/index.ts";
import { fail, succeed } from "#platform/kernel/result.ts";
import { findUnit, placeOf } from "#rooms/organizations/server/index.ts";
import { getContactRoute, listUnitContactsRoute } from "../../contract.ts";
import { type ContactField, maskContact } from "../../core/index.ts";
import { contactProblems, findPersonFor, type KnownPerson } from "./permission.ts";
import { openField, openPersonKey } from "./person-box.ts";
import { type ContactRow, findContact, listContactsOf, listPersonsOfUnit } from "./store.ts";

/** What may be shown of a person without a purpose. */
function maskRow(ring: KeyRing, person: KnownPerson, row: ContactRow | undefined) {
  const key = row ? openPersonKey(ring, row) : null;
  const masked = (field: ContactField): string | null => {
    const value = row && key ? openField(key, row, field) : null;
    return value === null ? null : maskContact(field, value);
  };
  return {
    personId: person.id,
    personName: person.name,
    idNumber: masked("idNumber"),
    phone: masked("phone"),
    enteredAt: row?.entered_at.toISOString() ?? null,
    enteredByName: row?.entered_by_name ?? null,
    isReadable: row === undefined || key !== null,
  };
}

const listUnitContacts = endpoint(listUnitContactsRoute, {
  problems: { "unit-not-found": { status: 404, title: "未找到该单位，或不在您的职责范围内" } },
  async run({ actor, tx, params, today, installation }) {
    const unit = await findUnit(tx, actor.areaCode, params.unitId);
    if (!unit || !actor.may("contact.keep", placeOf(unit))) return fail({ code: "unit-not-found" });
    const persons = await listPersonsOfUnit(tx, actor.areaCode, unit.id, today);
    const ids = persons.map(({ person_id }) => person_id);
    const rows = new Map((await listContactsOf(tx, actor.areaCode, ids)).map((row) => [row.person_id, row]));
    const contacts = persons.map(({ person_id: id, person_name: name, isHeld }) => ({
      ...maskRow(installation.personalKeys, { id, name }, rows.get(id)),
      hasLeft: !isHeld,
    }));
    return succeed({ contacts });
  },
});

const getContact = endpoint(getContactRoute, {
  problems: contactProblems,
  async run(context) {
    const { actor, tx, installation } = context;
    const person = await findPersonFor(context);
    if (!person) return fail({ code: "person-not-found" });
    const row = await findContact(tx, actor.areaCode, person.id);
    return succeed(maskRow(installation.personalKeys, person, row));
  },
});

export const readContactEndpoints: readonly Endpoint[] = [listUnitContacts, getContact];
