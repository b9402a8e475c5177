import type { Actor } from "#platform/http/index.ts";

/**
 * Records are read for a whole area or not at all: many stand under no unit (a sign-in, an unknown name). A path of
 * one step is the root of the territory.
 */
export const mayReadAudit = (actor: Actor): boolean =>
  actor.scope("audit.read").paths.some((path) => path !== "" && !path.includes("."));
