import type { Actor } from "#platform/http/index.ts";
import { findNextListStatus, type ListStep, listStepNames, listStepSide } from "../core/index.ts";
import type { FoundList } from "./store/lists.ts";

/** A list is drafted by its unit and signed for its committee. */
export function mayTakeSide(actor: Actor, list: FoundList, side: "drafter" | "signer"): boolean {
  if (side === "drafter") {
    return actor.may("list.draft", {
      id: list.drafter_unit_id,
      path: list.drafter_path,
      systemPath: list.drafter_system_path,
    });
  }
  return actor.may("list.issue", {
    id: list.issuer_unit_id,
    path: list.issuer_path,
    systemPath: list.issuer_system_path,
  });
}

/** 对下级清单提意见: on what was issued below one's own unit, not on what the own unit drafted or issued. */
export const mayCommentOn = (actor: Actor, list: FoundList): boolean =>
  list.status === "published" &&
  ![list.drafter_unit_id, list.issuer_unit_id].includes(actor.acting.unitId) &&
  list.issuer_unit_id !== actor.acting.draftsForId &&
  actor.may("list.comment", {
    id: list.drafter_unit_id,
    path: list.drafter_path,
    systemPath: list.drafter_system_path,
  });

export const mayEditList = (actor: Actor, list: FoundList): boolean =>
  list.status === "draft" && mayTakeSide(actor, list, "drafter");

/** What this person may do with the list now, for the page to offer nothing that will be refused. */
export const listAllowedSteps = (actor: Actor, list: FoundList): ListStep[] =>
  (Object.keys(listStepNames) as ListStep[]).filter(
    (step) => findNextListStatus(list.status, step) !== null && mayTakeSide(actor, list, listStepSide[step]),
  );
