import { type ReactNode, useState } from "react";
import { AuthenticatorSetup } from "./AuthenticatorSetup.tsx";
import { stepMessages } from "./messages.ts";
import { PasskeySetup } from "./PasskeySetup.tsx";
import type { AddedFactor } from "./passkeys.ts";
import { RecoveryCodes } from "./RecoveryCodes.tsx";
import type { Step } from "./sign-in.ts";

const words = stepMessages.factorSetup;

/** Whoever must have a second factor and has none chooses one, and keeps his recovery codes. */
export function FactorSetup(props: {
  readonly passkeysPossible: boolean;
  readonly onReady: (step: Step) => void;
}): ReactNode {
  const [added, setAdded] = useState<AddedFactor | null>(null);
  if (added) {
    return <RecoveryCodes codes={added.recoveryCodes} onKept={() => props.onReady(added.step)} />;
  }
  return (
    <>
      <h2 className="step-title">{words.title}</h2>
      <p>{words.why}</p>
      <div className="stack">
        <AuthenticatorSetup asksPassword={false} replaces={false} onAdded={setAdded} />
        <hr className="step-rule" />
        {props.passkeysPossible ? (
          <PasskeySetup asksPassword={false} onAdded={setAdded} />
        ) : (
          <p className="soft">{words.passkeyImpossible}</p>
        )}
      </div>
    </>
  );
}
