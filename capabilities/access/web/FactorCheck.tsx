import { type ReactNode, useState } from "react";
import { call } from "#platform/ui/client.ts";
import { checkCodeRoute } from "../contract/second-factor.ts";
import { stepMessages } from "./messages.ts";
import { PlainForm, RefusalNotice, TextField } from "./PlainForm.tsx";
import { passByPasskey } from "./passkeys.ts";
import type { Refused, Step } from "./sign-in.ts";

const words = stepMessages.factorCheck;

/** 第二重验证: a code of the authenticator or a recovery code, or a passkey. */
export function FactorCheck(props: {
  readonly hasAuthenticator: boolean;
  readonly hasPasskey: boolean;
  readonly onPassed: (step: Step) => void;
}): ReactNode {
  const [code, setCode] = useState("");
  const onConfirm = async (): Promise<Refused | null> => {
    if (code.trim().length < 6) return words.missingCode;
    const outcome = await call(checkCodeRoute, { body: { code: code.trim() } });
    if (!outcome.ok) return outcome.problem;
    props.onPassed(outcome.value.step);
    return null;
  };
  return (
    <>
      <h2 className="step-title">{words.title}</h2>
      {props.hasPasskey && <PasskeyButton onPassed={props.onPassed} />}
      <PlainForm confirmWord={words.confirm} onConfirm={onConfirm}>
        <p>{props.hasAuthenticator ? words.byCode : words.byRecoveryCode}</p>
        <TextField
          label={words.code}
          autoComplete="one-time-code"
          maxLength={30}
          isFirst={!props.hasPasskey}
          value={code}
          onChange={setCode}
        />
      </PlainForm>
    </>
  );
}

function PasskeyButton({ onPassed }: { readonly onPassed: (step: Step) => void }): ReactNode {
  const [refusal, setRefusal] = useState<Refused | null>(null);
  const onPress = async (): Promise<void> => {
    setRefusal(null);
    const outcome = await passByPasskey();
    if (outcome.ok) onPassed(outcome.value);
    else setRefusal(outcome.problem);
  };
  return (
    <div className="stack step-other">
      <button type="button" className="step-button" autoFocus onClick={() => void onPress()}>
        {words.passkey}
      </button>
      {refusal && <RefusalNotice refusal={refusal} />}
    </div>
  );
}
