import "./steps.css";
import { type FormEvent, type KeyboardEvent, type ReactNode, useId, useState } from "react";
import { messages, stepMessages } from "./messages.ts";
import type { Refused } from "./sign-in.ts";

/** A form of the sign-in page, which carries no antd: its fields, what was refused, one button. */
export function PlainForm(props: {
  readonly confirmWord: string;
  readonly runningWord?: string;
  /** Null when it was done. */
  readonly onConfirm: () => Promise<Refused | null>;
  readonly children: ReactNode;
}): ReactNode {
  const [isRunning, setIsRunning] = useState(false);
  const [refusal, setRefusal] = useState<Refused | null>(null);
  const onSubmit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (isRunning) return;
    setIsRunning(true);
    setRefusal(null);
    const outcome = await props.onConfirm();
    setIsRunning(false);
    setRefusal(outcome);
  };
  return (
    <form className="stack" onSubmit={(event) => void onSubmit(event)} noValidate>
      {props.children}
      {refusal && <RefusalNotice refusal={refusal} />}
      <button type="submit" className="step-button" disabled={isRunning}>
        {isRunning ? (props.runningWord ?? stepMessages.running) : props.confirmWord}
      </button>
    </form>
  );
}

export function RefusalNotice({ refusal }: { readonly refusal: Refused }): ReactNode {
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

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function TextField(
  props: FieldProps & {
    readonly name?: string;
    readonly autoComplete?: string;
    readonly maxLength?: number;
    readonly isFirst?: boolean;
    readonly inputMode?: "numeric" | "text";
    readonly example?: string;
  },
): ReactNode {
  const id = useId();
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {props.label}
      </label>
      <input
        id={id}
        className="control"
        name={props.name}
        autoComplete={props.autoComplete ?? "off"}
        autoCapitalize="none"
        spellCheck={false}
        maxLength={props.maxLength ?? 40}
        inputMode={props.inputMode ?? "text"}
        placeholder={props.example}
        autoFocus={props.isFirst ?? false}
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
      />
    </div>
  );
}

export function PasswordField(
  props: FieldProps & { readonly autoComplete: "current-password" | "new-password"; readonly hint?: string },
): ReactNode {
  const id = useId();
  const [isShown, setIsShown] = useState(false);
  const [hasCapsLock, setHasCapsLock] = useState(false);
  const onKey = (event: KeyboardEvent): void => setHasCapsLock(event.getModifierState("CapsLock"));
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {props.label}
      </label>
      <input
        id={id}
        className="control"
        name="password"
        type={isShown ? "text" : "password"}
        autoComplete={props.autoComplete}
        maxLength={200}
        aria-describedby={props.hint ? `${id}-hint` : undefined}
        value={props.value}
        onKeyUp={onKey}
        onChange={(event) => props.onChange(event.target.value)}
      />
      {props.hint && (
        <div id={`${id}-hint`} className="field-hint">
          {props.hint}
        </div>
      )}
      <label className="step-show soft">
        <input type="checkbox" checked={isShown} onChange={(event) => setIsShown(event.target.checked)} />
        {messages.showPassword}
      </label>
      {hasCapsLock && <div className="field-hint">{messages.capsLock}</div>}
    </div>
  );
}
