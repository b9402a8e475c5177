import type { ProblemDetails, ResponseOf } from "#platform/http/contract.ts";
import { fail, type Result, succeed } from "#platform/kernel/result.ts";
import { safeReturnAddress } from "#platform/ui/address.ts";
import { call } from "#platform/ui/client.ts";
import { keep } from "#platform/ui/kept.ts";
import { beginSingleSignOnRoute, getSiteRoute, signInRoute } from "../contract/session.ts";
import { messages } from "./messages.ts";
import type { Site } from "./use-site.ts";

type Areas = Site["areas"];

/** The area chosen, else the first: most systems have only one. */
export const areaCodeOf = (areas: Areas, chosen: string): string =>
  areas.find((area) => area.code === chosen)?.code ?? areas[0]?.code ?? "";

export type Step = ResponseOf<typeof signInRoute>["step"];
export type Refused = ProblemDetails | string;

interface SignInFields {
  readonly areas: Areas | null;
  readonly chosenArea: string;
  readonly loginName: string;
  readonly password: string;
}

/** The step that comes next. Whoever types faster than the areas arrive is not held up: they are asked for. */
export async function signIn(form: SignInFields): Promise<Result<Step, Refused>> {
  if (form.loginName.trim() === "") return fail(messages.missingName);
  if (form.password === "") return fail(messages.missingPassword);
  const area = await settleArea(form.areas, form.chosenArea);
  if (!area.ok) return area;
  const body = { areaCode: area.value, loginName: form.loginName.trim(), password: form.password };
  const outcome = await call(signInRoute, { body });
  return outcome.ok ? succeed(outcome.value.step) : fail(outcome.problem);
}

async function settleArea(areas: Areas | null, chosenArea: string): Promise<Result<string, Refused>> {
  const site = areas ? null : await call(getSiteRoute);
  if (site && !site.ok) return fail(site.problem);
  const areaCode = areaCodeOf(areas ?? site?.value.areas ?? [], chosenArea);
  if (areaCode === "") return fail(messages.noArea);
  keep("area", areaCode);
  return succeed(areaCode);
}

/** Off to the unit's own sign-on; comes back only when that was refused. */
export async function leaveForSingleSignOn(areas: Areas | null, chosenArea: string): Promise<Refused | null> {
  const area = await settleArea(areas, chosenArea);
  if (!area.ok) return area.problem;
  const outcome = await call(beginSingleSignOnRoute, { body: { areaCode: area.value } });
  if (!outcome.ok) return outcome.problem;
  window.sessionStorage.setItem(returnKey, wantedAddress());
  window.location.assign(outcome.value.address);
  return null;
}

const returnKey = "panshi:return";

const wantedAddress = (): string => {
  const wanted = new URLSearchParams(window.location.search).get("return");
  return safeReturnAddress(wanted ?? window.sessionStorage.getItem(returnKey), window.location.origin);
};

/** In: to where one wanted to go. */
export function leaveSignIn(): void {
  const wanted = wantedAddress();
  window.sessionStorage.removeItem(returnKey);
  window.location.replace(wanted);
}
