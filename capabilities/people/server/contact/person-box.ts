import { randomBytes } from "node:crypto";
import { createSecretBox, type KeyRing, keyRingOf, type SecretBox } from "#platform/crypto/index.ts";
import type { ContactField } from "../../core/index.ts";
import type { ContactRow } from "./store.ts";

/** Sealed for one row: neither a person's key nor a value of his opens in the row of another. */
const placeOfKey = (area: string, id: string): string => `people.contact/${area}/${id}/key`;
const placeOfField = (area: string, id: string, field: ContactField): string =>
  `people.contact/${area}/${id}/${field}`;

export interface SealedKey {
  readonly sealed_key: Buffer;
  readonly sealing_key: string;
}

/** The person's own key, sealed under the newest of the installation's. */
export function sealPersonKey(ring: KeyRing, area: string, id: string, key: Buffer): SealedKey {
  // Named once: a generation that is added between the two reads must not stand beside what an older one sealed.
  const newest = ring.newest();
  const box = createSecretBox(keyRingOf(newest.bytes));
  return { sealed_key: box.seal(key.toString("base64url"), placeOfKey(area, id)), sealing_key: newest.id };
}

export const makePersonKey = (): Buffer => randomBytes(32);

/** Null when it was destroyed, or the key that sealed it is not there. */
export function openPersonKey(
  ring: KeyRing,
  row: { readonly area_code: string; readonly id: string; readonly sealed_key: Buffer | null },
): Buffer | null {
  if (row.sealed_key === null) return null;
  const text = createSecretBox(ring).open(row.sealed_key, placeOfKey(row.area_code, row.id));
  return text === null ? null : Buffer.from(text, "base64url");
}

const personBox = (key: Buffer): SecretBox => createSecretBox(keyRingOf(key));

export const sealField = (
  key: Buffer,
  of: { readonly area: string; readonly id: string; readonly field: ContactField },
  value: string,
): Buffer => personBox(key).seal(value, placeOfField(of.area, of.id, of.field));

const columnOf = { idNumber: "sealed_id_number", phone: "sealed_phone" } as const;

const sealedFieldOf = (row: ContactRow, field: ContactField): Buffer | null => row[columnOf[field]];

export function openField(key: Buffer, row: ContactRow, field: ContactField): string | null {
  const sealed = sealedFieldOf(row, field);
  return sealed === null ? null : personBox(key).open(sealed, placeOfField(row.area_code, row.id, field));
}
