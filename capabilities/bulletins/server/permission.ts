import type { Actor } from "#platform/http/index.ts";
import { type BulletinAct, type BulletinStatus, findNextStatus } from "../core/index.ts";

/** A bulletin as permission sees it: its issuer, its state, and who wrote in it. */
export interface PlacedBulletin {
  readonly issuer_unit_id: string;
  readonly issuer_path: string;
  readonly issuer_system_path: string | null;
  readonly status: BulletinStatus;
  readonly author_ids: readonly string[];
}

/** 起草、核稿、签发 are three rights; who may sign may also send back and withdraw. */
const rightFor = {
  draft: ["bulletin.draft"],
  edit: ["bulletin.draft"],
  check: ["bulletin.check"],
  sendBack: ["bulletin.check", "bulletin.sign"],
  sign: ["bulletin.sign"],
  withdraw: ["bulletin.sign"],
} as const satisfies Record<BulletinAct, readonly string[]>;

export function mayAct(actor: Actor, bulletin: PlacedBulletin, act: BulletinAct): boolean {
  const issuer = {
    id: bulletin.issuer_unit_id,
    path: bulletin.issuer_path,
    systemPath: bulletin.issuer_system_path,
  };
  // A draft is the drafters' own; what has gone out is taken back by whoever may sign.
  const rights = act === "withdraw" && bulletin.status === "draft" ? rightFor.edit : rightFor[act];
  return rights.some((right) => actor.may(right, issuer));
}

const pageActs = ["edit", "check", "sendBack", "sign", "withdraw"] as const;

/** What this person may do with it now; whoever wrote in it does not check it. */
export const listAllowedActs = (actor: Actor, bulletin: PlacedBulletin): readonly BulletinAct[] =>
  pageActs.filter(
    (act) =>
      findNextStatus(bulletin.status, act) !== null &&
      mayAct(actor, bulletin, act) &&
      (act !== "check" || !bulletin.author_ids.includes(actor.personId)),
  );
