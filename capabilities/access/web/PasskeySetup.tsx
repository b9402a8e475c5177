import { type ReactNode, useState } from "react";
import { stepMessages } from "./messages.ts";
import { PasswordField, PlainForm, TextField } from "./PlainForm.tsx";
import { type AddedFactor, addPasskey } from "./passkeys.ts";
import type { Refused } from "./sign-in.ts";

const words = stepMessages.factorSetup;

/** 通行密钥: a name by which its owner will know it, then the browser's own dialog. */
export function PasskeySetup(props: {
  readonly asksPassword: boolean;
  readonly onAdded: (added: AddedFactor) => void;
}): ReactNode {
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const onConfirm = async (): Promise<Refused | null> => {
    const wanted = name.trim() || words.passkeyNameExample;
    const outcome = await addPasskey(wanted, props.asksPassword ? { password } : {});
    if (!outcome.ok) return outcome.problem;
    props.onAdded(outcome.value);
    return null;
  };
  return (
    <PlainForm confirmWord={props.asksPassword ? words.add : words.passkey} onConfirm={onConfirm}>
      <p className="soft">{words.passkeyHint}</p>
      <TextField
        label={words.passkeyName}
        example={words.passkeyNameExample}
        value={name}
        onChange={setName}
      />
      {props.asksPassword && (
        <PasswordField
          label={stepMessages.password}
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
        />
      )}
    </PlainForm>
  );
}
