import type { BodyOf } from "#platform/http/contract.ts";
import { fail, type Result, succeed } from "#platform/kernel/result.ts";
import { call } from "#platform/ui/client.ts";
import {
  addPasskeyRoute,
  askPasskeyRoute,
  beginPasskeyRoute,
  checkPasskeyRoute,
} from "../contract/second-factor.ts";
import { stepMessages } from "./messages.ts";
import type { Refused, Step } from "./sign-in.ts";

/** Only who uses a passkey fetches what speaks to it. */
const speaker = () => import("@simplewebauthn/browser");

type Assertion = BodyOf<typeof checkPasskeyRoute>["assertion"];

/** Lets the browser ask for a passkey of this account. */
export async function showPasskey(): Promise<Result<Assertion, Refused>> {
  const asked = await call(askPasskeyRoute);
  if (!asked.ok) return fail(asked.problem);
  return inWords(async () => {
    const { startAuthentication } = await speaker();
    const shown = await startAuthentication({ optionsJSON: JSON.parse(asked.value.optionsJson) });
    return shown as Assertion;
  });
}

export async function passByPasskey(): Promise<Result<Step, Refused>> {
  const shown = await showPasskey();
  if (!shown.ok) return shown;
  const outcome = await call(checkPasskeyRoute, { body: { assertion: shown.value } });
  return outcome.ok ? succeed(outcome.value.step) : fail(outcome.problem);
}

export interface AddedFactor {
  readonly step: Step;
  readonly recoveryCodes: readonly string[];
}

export async function addPasskey(
  name: string,
  confirmation: { readonly password?: string },
): Promise<Result<AddedFactor, Refused>> {
  const begun = await call(beginPasskeyRoute, { body: confirmation });
  if (!begun.ok) return fail(begun.problem);
  const made = await inWords(async () => {
    const { startRegistration } = await speaker();
    const attestation = await startRegistration({ optionsJSON: JSON.parse(begun.value.optionsJson) });
    return attestation as BodyOf<typeof addPasskeyRoute>["attestation"];
  });
  if (!made.ok) return made;
  const outcome = await call(addPasskeyRoute, { body: { name, attestation: made.value } });
  return outcome.ok ? outcome : fail(outcome.problem);
}

/** The browser's own refusals, of which it tells no more than a name. */
async function inWords<Value>(ceremony: () => Promise<Value>): Promise<Result<Value, Refused>> {
  if (typeof window.PublicKeyCredential !== "function") return fail(stepMessages.passkeyUnsupported);
  try {
    return succeed(await ceremony());
  } catch (error) {
    const isPresent = error instanceof Error && error.name === "InvalidStateError";
    return fail(isPresent ? stepMessages.passkeyPresent : stepMessages.passkeyCancelled);
  }
}
