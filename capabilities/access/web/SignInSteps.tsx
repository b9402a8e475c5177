import type { ReactNode } from "react";
import { call } from "#platform/ui/client.ts";
import { signOutRoute } from "../contract/session.ts";
import { FactorCheck } from "./FactorCheck.tsx";
import { FactorSetup } from "./FactorSetup.tsx";
import { stepMessages } from "./messages.ts";
import { PasswordChange } from "./PasswordChange.tsx";
import type { Step } from "./sign-in.ts";
import type { SignInState } from "./use-sign-in-state.ts";

/** What still has to be done after the password, one step at a time. */
export function SignInSteps(props: {
  readonly state: SignInState;
  readonly onStep: (step: Step) => void;
}): ReactNode {
  const { state, onStep } = props;
  return (
    <div className="stack">
      <p className="soft">{stepMessages.account(state.loginName)}</p>
      {state.step === "factorCheck" && <FactorCheck {...state} onPassed={onStep} />}
      {state.step === "passwordChange" && (
        <>
          <h2 className="step-title">{stepMessages.passwordChange.title}</h2>
          <p>{stepMessages.passwordChange.first}</p>
          <PasswordChange asksCurrent={false} onChanged={onStep} />
        </>
      )}
      {state.step === "factorSetup" && (
        <FactorSetup passkeysPossible={state.passkeysPossible} onReady={onStep} />
      )}
      <button type="button" className="step-link no-print" onClick={() => void startOver()}>
        {stepMessages.startOver}
      </button>
    </div>
  );
}

async function startOver(): Promise<void> {
  await call(signOutRoute);
  window.location.replace("/sign-in");
}
