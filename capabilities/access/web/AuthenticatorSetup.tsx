import { type ReactNode, useState } from "react";
import type { ResponseOf } from "#platform/http/contract.ts";
import { call } from "#platform/ui/client.ts";
import { addAuthenticatorRoute, beginAuthenticatorRoute } from "../contract/second-factor.ts";
import { stepMessages } from "./messages.ts";
import { PasswordField, PlainForm, TextField } from "./PlainForm.tsx";
import type { AddedFactor } from "./passkeys.ts";
import type { Refused } from "./sign-in.ts";

const words = stepMessages.factorSetup;

type Begun = ResponseOf<typeof beginAuthenticatorRoute>;

/** 动态口令: a secret for the app, then its first code. */
export function AuthenticatorSetup(props: {
  readonly asksPassword: boolean;
  /** Another one is there and gives way to this. */
  readonly replaces: boolean;
  readonly onAdded: (added: AddedFactor) => void;
}): ReactNode {
  const [begun, setBegun] = useState<Begun | null>(null);
  return begun ? (
    <FirstCode begun={begun} onAdded={props.onAdded} />
  ) : (
    <Beginning asksPassword={props.asksPassword} replaces={props.replaces} onBegun={setBegun} />
  );
}

function Beginning(props: {
  readonly asksPassword: boolean;
  readonly replaces: boolean;
  readonly onBegun: (begun: Begun) => void;
}): ReactNode {
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const onConfirm = async (): Promise<Refused | null> => {
    const body = { ...(props.asksPassword && { password }), ...(props.replaces && { code: code.trim() }) };
    const outcome = await call(beginAuthenticatorRoute, { body });
    if (!outcome.ok) return outcome.problem;
    props.onBegun(outcome.value);
    return null;
  };
  return (
    <PlainForm
      confirmWord={props.asksPassword ? stepMessages.goOn : words.authenticator}
      onConfirm={onConfirm}
    >
      <p className="soft">{words.authenticatorHint}</p>
      {props.asksPassword && (
        <PasswordField
          label={stepMessages.password}
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
        />
      )}
      {props.replaces && <TextField label={words.oldCode} maxLength={30} value={code} onChange={setCode} />}
    </PlainForm>
  );
}

function FirstCode(props: {
  readonly begun: Begun;
  readonly onAdded: (added: AddedFactor) => void;
}): ReactNode {
  const { secret, pictureSvg } = props.begun;
  const [code, setCode] = useState("");
  const onConfirm = async (): Promise<Refused | null> => {
    const digits = code.replace(/\s/g, "");
    if (!/^[0-9]{6}$/.test(digits)) return words.code;
    const outcome = await call(addAuthenticatorRoute, { body: { code: digits } });
    if (!outcome.ok) return outcome.problem;
    props.onAdded(outcome.value);
    return null;
  };
  return (
    <PlainForm confirmWord={words.confirm} onConfirm={onConfirm}>
      <p>{words.scan}</p>
      <img
        className="step-picture"
        alt={words.picture}
        src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(pictureSvg)}`}
      />
      <p>
        {words.secret}　<code className="step-secret">{(secret.match(/.{1,4}/g) ?? []).join(" ")}</code>
      </p>
      <TextField
        label={words.code}
        autoComplete="one-time-code"
        inputMode="numeric"
        maxLength={8}
        isFirst
        value={code}
        onChange={setCode}
      />
    </PlainForm>
  );
}
