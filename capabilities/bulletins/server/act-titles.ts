import type { ActTitles } from "#platform/http/index.ts";
import { actNames } from "../core/index.ts";

/** Acts on a bulletin as the audit calls them. */
export const bulletinActTitles: ActTitles = Object.fromEntries(
  Object.entries(actNames).map(([act, name]) => [`bulletin.${act}`, `通报：${name}`]),
);
