import type { Actor } from "#platform/http/index.ts";
import type { FoundDocument } from "./store/documents.ts";

/** A document is worked on by the unit that entered it. */
export const mayEdit = (
  actor: Actor,
  document: Pick<FoundDocument, "unit_id" | "unit_path" | "unit_system_path">,
): boolean =>
  actor.may("directive.edit", {
    id: document.unit_id,
    path: document.unit_path,
    systemPath: document.unit_system_path,
  });
