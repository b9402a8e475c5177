import { type FormEvent, type KeyboardEvent, type ReactNode, useId, useState } from "react";
import type { ProblemDetails } from "#platform/http/contract.ts";
import { safeReturnAddress } from "#platform/ui/address.ts";
import { recall } from "#platform/ui/kept.ts";
import { messages } from "./messages.ts";
import { areaCodeOf, signIn } from "./sign-in.ts";
import type { Site } from "./use-site.ts";

/** Null while the areas are still being asked for: the fields are there at once, the area follows. */
export function SignInForm({ areas }: { readonly areas: Site["areas"] | null }): ReactNode {
  const [chosenArea, setChosenArea] = useState(() => recall("area", ""));
  const [loginName, setLoginName] = useState("");
  const [password, setPassword] = useState("");
  const [isRunning, setIsRunning] = useState(false);
  const [refusal, setRefusal] = useState<ProblemDetails | string | null>(null);

  const onSubmit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (isRunning) return;
    setIsRunning(true);
    const outcome = await signIn({ areas, chosenArea, loginName, password });
    if (outcome === null) {
      const wanted = new URLSearchParams(window.location.search).get("return");
      window.location.replace(safeReturnAddress(wanted, window.location.origin));
      return;
    }
    setIsRunning(false);
    setRefusal(outcome);
  };

  return (
    <form className="stack" onSubmit={(event) => void onSubmit(event)} noValidate>
      {areas && areas.length > 1 && (
        <AreaField areas={areas} value={areaCodeOf(areas, chosenArea)} onChange={setChosenArea} />
      )}
      <NameField value={loginName} onChange={setLoginName} />
      <PasswordField value={password} onChange={setPassword} />
      {refusal && <Refusal refusal={refusal} />}
      <button type="submit" className="sign-in-button" disabled={isRunning}>
        {isRunning ? messages.signingIn : messages.signIn}
      </button>
    </form>
  );
}

function Refusal({ refusal }: { readonly refusal: ProblemDetails | string }): ReactNode {
  const title = typeof refusal === "string" ? refusal : refusal.title;
  const detail = typeof refusal === "string" ? undefined : refusal.detail;
  return (
    <div className="problem" role="alert">
      <div>
        <strong>{title}</strong>
        {detail && <p>{detail}</p>}
      </div>
    </div>
  );
}

interface TextProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function AreaField(props: TextProps & { readonly areas: Site["areas"] }): ReactNode {
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

function NameField({ value, onChange }: TextProps): ReactNode {
  const id = useId();
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {messages.loginName}
      </label>
      <input
        id={id}
        className="control"
        name="username"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={40}
        autoFocus
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}

function PasswordField({ value, onChange }: TextProps): ReactNode {
  const id = useId();
  const [isShown, setIsShown] = useState(false);
  const [hasCapsLock, setHasCapsLock] = useState(false);
  const onKey = (event: KeyboardEvent): void => setHasCapsLock(event.getModifierState("CapsLock"));
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {messages.password}
      </label>
      <input
        id={id}
        className="control"
        name="password"
        type={isShown ? "text" : "password"}
        autoComplete="current-password"
        maxLength={200}
        value={value}
        onKeyUp={onKey}
        onChange={(event) => onChange(event.target.value)}
      />
      <label className="sign-in-show soft">
        <input type="checkbox" checked={isShown} onChange={(event) => setIsShown(event.target.checked)} />
        {messages.showPassword}
      </label>
      {hasCapsLock && <div className="field-hint">{messages.capsLock}</div>}
    </div>
  );
}
