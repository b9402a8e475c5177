import type { ProblemDetails } from "#platform/http/contract.ts";
import { call } from "#platform/ui/client.ts";
import { keep } from "#platform/ui/kept.ts";
import { getSiteRoute, signInRoute } from "../contract/session.ts";
import { messages } from "./messages.ts";
import type { Site } from "./use-site.ts";

type Areas = Site["areas"];

/** The area chosen, else the first: most systems have only one. */
export const areaCodeOf = (areas: Areas, chosen: string): string =>
  areas.find((area) => area.code === chosen)?.code ?? areas[0]?.code ?? "";

/** Signs in; null when it is done. Whoever types faster than the areas arrive is not held up: they are asked for. */
export async function signIn(form: {
  readonly areas: Areas | null;
  readonly chosenArea: string;
  readonly loginName: string;
  readonly password: string;
}): Promise<ProblemDetails | string | null> {
  if (form.loginName.trim() === "") return messages.missingName;
  if (form.password === "") return messages.missingPassword;
  const site = form.areas ? null : await call(getSiteRoute);
  if (site && !site.ok) return site.problem;
  const areaCode = areaCodeOf(form.areas ?? site?.value.areas ?? [], form.chosenArea);
  if (areaCode === "") return messages.noArea;
  const body = { areaCode, loginName: form.loginName.trim(), password: form.password };
  const outcome = await call(signInRoute, { body });
  if (!outcome.ok) return outcome.problem;
  keep("area", areaCode);
  return null;
}
