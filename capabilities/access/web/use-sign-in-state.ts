import { useCallback, useEffect, useState } from "react";
import type { ResponseOf } from "#platform/http/contract.ts";
import { call } from "#platform/ui/client.ts";
import { getSignInRoute } from "../contract/session.ts";
import { leaveSignIn, type Step } from "./sign-in.ts";

export type SignInState = ResponseOf<typeof getSignInRoute>;

/** Where signing in stands; null: at its beginning. `advance` goes on to a step, or in when there is none left. */
export function useSignInState(): {
  readonly state: SignInState | null;
  readonly advance: (step: Step) => void;
} {
  const [state, setState] = useState<SignInState | null>(null);
  useEffect(() => void findUnfinished().then(setState), []);
  const advance = useCallback((step: Step): void => {
    if (step === null) leaveSignIn();
    else void findUnfinished().then(setState);
  }, []);
  return { state, advance };
}

async function findUnfinished(): Promise<SignInState | null> {
  const outcome = await call(getSignInRoute);
  return outcome.ok && outcome.value.step !== null ? outcome.value : null;
}
