import { type ReactNode, useId, useState } from "react";
import { recall } from "#platform/ui/kept.ts";
import { messages } from "./messages.ts";
import { PasswordField, PlainForm, RefusalNotice, TextField } from "./PlainForm.tsx";
import { areaCodeOf, leaveForSingleSignOn, type Refused, type Step, signIn } from "./sign-in.ts";
import type { Site } from "./use-site.ts";

/** Null while the site is still being asked for: the fields are there at once, the area follows. */
export function SignInForm(props: {
  readonly site: Site | null;
  readonly onSignedIn: (step: Step) => void;
}): ReactNode {
  const areas = props.site?.areas ?? null;
  const [chosenArea, setChosenArea] = useState(() => recall("area", ""));
  const [loginName, setLoginName] = useState("");
  const [password, setPassword] = useState("");
  const onConfirm = async (): Promise<Refused | null> => {
    const outcome = await signIn({ areas, chosenArea, loginName, password });
    if (!outcome.ok) return outcome.problem;
    setPassword("");
    props.onSignedIn(outcome.value);
    return null;
  };
  return (
    <>
      <PlainForm confirmWord={messages.signIn} runningWord={messages.signingIn} onConfirm={onConfirm}>
        {areas && areas.length > 1 && (
          <AreaField areas={areas} value={areaCodeOf(areas, chosenArea)} onChange={setChosenArea} />
        )}
        <TextField
          label={messages.loginName}
          name="username"
          autoComplete="username"
          isFirst
          value={loginName}
          onChange={setLoginName}
        />
        <PasswordField
          label={messages.password}
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
        />
      </PlainForm>
      {props.site?.singleSignOn && (
        <SingleSignOnButton
          name={props.site.singleSignOn}
          onLeave={() => leaveForSingleSignOn(areas, chosenArea)}
        />
      )}
    </>
  );
}

function SingleSignOnButton(props: {
  readonly name: string;
  readonly onLeave: () => Promise<Refused | null>;
}): ReactNode {
  const [refusal, setRefusal] = useState<Refused | null>(null);
  return (
    <div className="stack step-other">
      <button
        type="button"
        className="step-button step-button-second"
        onClick={() => void props.onLeave().then(setRefusal)}
      >
        {messages.singleSignOn(props.name)}
      </button>
      {refusal && <RefusalNotice refusal={refusal} />}
    </div>
  );
}

function AreaField(props: {
  readonly areas: Site["areas"];
  readonly value: string;
  readonly onChange: (value: string) => void;
}): ReactNode {
  const id = useId();
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {messages.area}
      </label>
      <select
        id={id}
        className="control"
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
      >
        {props.areas.map((area) => (
          <option key={area.code} value={area.code}>
            {area.name}
          </option>
        ))}
      </select>
    </div>
  );
}
