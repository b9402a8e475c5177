import type { Tx } from "#platform/database/index.ts";
import type { AccessTables } from "../tables.ts";

const tables = (tx: Tx) => tx.withTables<AccessTables>();

export interface Identity {
  readonly issuer: string;
  readonly subject: string;
}

export const findLinkedAccount = (tx: Tx, areaCode: string, identity: Identity) =>
  tables(tx)
    .selectFrom("access.linked_identity")
    .select(["id", "account_id"])
    .where("area_code", "=", areaCode)
    .where("issuer", "=", identity.issuer)
    .where("subject", "=", identity.subject)
    .where("removed_at", "is", null)
    .executeTakeFirst();

export const findLink = (tx: Tx, areaCode: string, accountId: string, issuer: string) =>
  tables(tx)
    .selectFrom("access.linked_identity")
    .select(["id", "linked_at"])
    .where("area_code", "=", areaCode)
    .where("account_id", "=", accountId)
    .where("issuer", "=", issuer)
    .where("removed_at", "is", null)
    .executeTakeFirst();

export const insertLink = (
  tx: Tx,
  areaCode: string,
  link: Identity & { readonly id: string; readonly accountId: string; readonly at: Date },
) =>
  tables(tx)
    .insertInto("access.linked_identity")
    .values({
      area_code: areaCode,
      id: link.id,
      account_id: link.accountId,
      issuer: link.issuer,
      subject: link.subject,
      linked_at: link.at,
      used_at: null,
      removed_at: null,
    })
    .execute();

const link = (tx: Tx, areaCode: string, id: string) =>
  tables(tx).updateTable("access.linked_identity").where("area_code", "=", areaCode).where("id", "=", id);

export const saveLinkUse = (tx: Tx, areaCode: string, id: string, at: Date) =>
  link(tx, areaCode, id).set({ used_at: at }).execute();

export const removeLink = (tx: Tx, areaCode: string, id: string, at: Date) =>
  link(tx, areaCode, id).set({ removed_at: at }).execute();
