import type { Tx } from "#platform/database/index.ts";
import type { Actor } from "#platform/http/index.ts";
import { statusNames } from "../core/index.ts";
import { listAllowedActs } from "./permission.ts";
import { listUnissued } from "./store/read-bulletins.ts";

/** A bulletin that waits for the actor to check or to sign it. */
export interface WaitingBulletin {
  readonly id: string;
  readonly title: string;
  readonly statusName: string;
}

/** 待我核稿、签发的通报: one's own draft is not among them, another must check it. */
export async function listWaitingBulletins(tx: Tx, actor: Actor): Promise<WaitingBulletin[]> {
  const rows = await listUnissued(tx, actor);
  const waiting = rows.filter((row) => {
    const acts = listAllowedActs(actor, row);
    return acts.includes("check") || acts.includes("sign");
  });
  return waiting.map(({ id, title, status }) => ({ id, title, statusName: statusNames[status] }));
}
