import { syllablesOf } from "#platform/database/index.ts";

/** A name in Latin letters, for a login name. */
export const latinOf = (name: string): string =>
  syllablesOf(name)
    .join("")
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "");
