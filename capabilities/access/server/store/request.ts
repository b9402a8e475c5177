import type { Tx } from "#platform/database/index.ts";
import type { RequestStatus } from "../../core/index.ts";
import type { AccessTables } from "../tables.ts";

const tables = (tx: Tx) => tx.withTables<AccessTables>();

export type RequestRow = AccessTables["access.request"];

export const pageSize = 50;

export async function insertRequest(tx: Tx, row: RequestRow): Promise<void> {
  await tables(tx).insertInto("access.request").values(row).execute();
}

const columns = [
  "area_code",
  "id",
  "kind",
  "payload",
  "words",
  "reason",
  "status",
  "asked_at",
  "asked_by_id",
  "asked_by_name",
  "decided_at",
  "decided_by_id",
  "decided_by_name",
  "note",
] as const;

/** The latest first; ids are made in the order of time. One more than a page tells whether more follow. */
export const listRequestRows = (
  tx: Tx,
  area: string,
  filter: { readonly status?: RequestStatus | undefined; readonly after?: string | undefined },
): Promise<RequestRow[]> =>
  tables(tx)
    .selectFrom("access.request")
    .select(columns)
    .where("area_code", "=", area)
    .$if(filter.status !== undefined, (query) => query.where("status", "=", filter.status ?? "pending"))
    .$if(filter.after !== undefined, (query) => query.where("id", "<", filter.after ?? ""))
    .orderBy("id", "desc")
    .limit(pageSize + 1)
    .execute();

/** Held until the transaction ends: of two who decide at once the second sees what the first decided. */
export const lockRequest = (tx: Tx, area: string, requestId: string): Promise<RequestRow | undefined> =>
  tables(tx)
    .selectFrom("access.request")
    .select(columns)
    .where("area_code", "=", area)
    .where("id", "=", requestId)
    .forUpdate()
    .executeTakeFirst();

export const saveDecision = (
  tx: Tx,
  request: Pick<RequestRow, "area_code" | "id">,
  decision: Pick<RequestRow, "status" | "decided_at" | "decided_by_id" | "decided_by_name" | "note">,
) =>
  tables(tx)
    .updateTable("access.request")
    .set(decision)
    .where("area_code", "=", request.area_code)
    .where("id", "=", request.id)
    .execute();

export type GrantRow = AccessTables["access.named_grant"];

export async function insertGrant(tx: Tx, row: GrantRow): Promise<void> {
  await tables(tx).insertInto("access.named_grant").values(row).execute();
}

/** Grants of a person that are good on a day or later. */
export const listStandingGrants = (
  tx: Tx,
  area: string,
  personId: string,
  day: string,
): Promise<GrantRow[]> =>
  tables(tx)
    .selectFrom("access.named_grant")
    .select(["area_code", "id", "person_id", "subject_kind", "subject_id", "granted_from", "granted_to"])
    .select(["reason", "ended_on"])
    .where("area_code", "=", area)
    .where("person_id", "=", personId)
    .where("ended_on", "is", null)
    .where("granted_to", ">=", day)
    .orderBy("granted_from")
    .orderBy("id")
    .execute();

/** True when it was there and had not been taken back already. */
export async function endGrantRow(tx: Tx, area: string, grantId: string, on: string): Promise<boolean> {
  const ended = await tables(tx)
    .updateTable("access.named_grant")
    .set({ ended_on: on })
    .where("area_code", "=", area)
    .where("id", "=", grantId)
    .where("ended_on", "is", null)
    .executeTakeFirst();
  return ended.numUpdatedRows === 1n;
}
