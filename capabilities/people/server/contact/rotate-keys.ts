import { v7 as newId } from "uuid";
import type { KeyRing } from "#platform/crypto/index.ts";
import { type Database, inTerritory, type Tx } from "#platform/database/index.ts";
import { openTrail } from "#platform/http/index.ts";
import { recordAuditUnposted } from "#rooms/audit/server/index.ts";
import type { PeopleTables } from "../tables.ts";
import { openPersonKey, sealPersonKey } from "./person-box.ts";
import { saveContact } from "./store.ts";

const personsPerBatch = 200;
const firstId = "00000000-0000-0000-0000-000000000000";

/** How many persons' keys lie under which generation, by its id. */
export const countSealedUnder = (tx: Tx, area: string) =>
  tx
    .withTables<PeopleTables>()
    .selectFrom("people.contact")
    .select(["sealing_key as keyId"])
    .select((select) => select.fn.countAll<number>().as("persons"))
    .where("area_code", "=", area)
    .where("destroyed_at", "is", null)
    .groupBy("sealing_key")
    .orderBy("sealing_key")
    .execute();

interface Rotation {
  readonly areaCode: string;
  readonly ring: KeyRing;
  /** As whom the console acts. */
  readonly operator: string;
  readonly now: () => Date;
  readonly personsPerBatch?: number;
}

/** `unreadable`: sealed by a key that is not in the ring; left as it is. */
export interface Rotated {
  readonly rewrapped: number;
  readonly unreadable: number;
}

/**
 * Seals every person's key anew under the newest generation; what lies under the person's key is not touched. In
 * batches, each a transaction of its own: a stop half way leaves whole batches, and the next run takes up the rest.
 * Those who change the same data at the same time wait for one batch.
 */
export async function rotateKeys(database: Database, rotation: Rotation): Promise<Rotated> {
  let done: Rotated = { rewrapped: 0, unreadable: 0 };
  for (let after: string | null = firstId; after !== null; ) {
    const from: string = after;
    const batch = await inTerritory(database, rotation.areaCode, (tx) => rewrapBatch(tx, rotation, from));
    after = batch.last;
    done = {
      rewrapped: done.rewrapped + batch.rewrapped,
      unreadable: done.unreadable + batch.unreadable,
    };
  }
  return done;
}

async function rewrapBatch(
  tx: Tx,
  rotation: Rotation,
  after: string,
): Promise<Rotated & { readonly last: string | null }> {
  const { areaCode, ring } = rotation;
  const rows = await tx
    .withTables<PeopleTables>()
    .selectFrom("people.contact")
    .select(["area_code", "id", "sealed_key"])
    .where("area_code", "=", areaCode)
    .where("destroyed_at", "is", null)
    .where("sealing_key", "<>", ring.newest().id)
    .where("id", ">", after)
    .orderBy("id")
    .limit(rotation.personsPerBatch ?? personsPerBatch)
    .forUpdate()
    .execute();
  let rewrapped = 0;
  for (const row of rows) {
    const key = openPersonKey(ring, row);
    if (!key) continue;
    await saveContact(tx, areaCode, row.id, sealPersonKey(ring, areaCode, row.id, key));
    rewrapped += 1;
  }
  if (rewrapped > 0) await recordBatch(tx, rotation, rewrapped);
  return { rewrapped, unreadable: rows.length - rewrapped, last: rows.at(-1)?.id ?? null };
}

const recordBatch = (tx: Tx, { areaCode, operator, now, ring }: Rotation, persons: number) =>
  recordAuditUnposted(
    tx,
    { areaCode, accountId: null, personId: null, personName: operator },
    { now: now(), requestId: newId(), remoteAddress: null, trail: openTrail() },
    {
      action: "contact.rotateKeys",
      subjectKind: "key",
      subjectId: ring.newest().id,
      after: { persons },
    },
  );
