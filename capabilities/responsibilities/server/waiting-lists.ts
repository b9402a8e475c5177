import type { Tx } from "#platform/database/index.ts";
import type { Actor } from "#platform/http/index.ts";
import { listLists, pageSize } from "./store/lists.ts";

/** A list that waits for the actor's signature. */
export interface WaitingList {
  readonly id: string;
  readonly title: string;
  readonly drafterName: string;
}

/** 待我签发的清单, the newest first, one page at most. */
export async function listWaitingForSignature(tx: Tx, actor: Actor): Promise<WaitingList[]> {
  const rows = await listLists(tx, actor, { box: "toSign" });
  return rows.slice(0, pageSize).map(({ id, title, drafter_name }) => ({
    id,
    title,
    drafterName: drafter_name,
  }));
}
