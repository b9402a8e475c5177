import { type ReactNode, useState } from "react";
import { call } from "#platform/ui/client.ts";
import { changePasswordRoute } from "../contract/my-account.ts";
import { stepMessages } from "./messages.ts";
import { PasswordField, PlainForm } from "./PlainForm.tsx";
import type { Refused, Step } from "./sign-in.ts";

const words = stepMessages.passwordChange;

/** A new password; the old one is asked for unless it has just let somebody in. */
export function PasswordChange(props: {
  readonly asksCurrent: boolean;
  readonly onChanged: (step: Step) => void;
}): ReactNode {
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const [again, setAgain] = useState("");
  const onConfirm = async (): Promise<Refused | null> => {
    if (next === "" || again === "" || (props.asksCurrent && current === "")) return words.missing;
    if (next !== again) return words.differs;
    const body = { next, ...(props.asksCurrent && { current }) };
    const outcome = await call(changePasswordRoute, { body });
    if (!outcome.ok) return outcome.problem;
    props.onChanged(outcome.value.step);
    return null;
  };
  return (
    <PlainForm confirmWord={words.confirm} onConfirm={onConfirm}>
      {props.asksCurrent && (
        <PasswordField
          label={words.current}
          autoComplete="current-password"
          value={current}
          onChange={setCurrent}
        />
      )}
      <PasswordField
        label={words.next}
        autoComplete="new-password"
        hint={words.rule}
        value={next}
        onChange={setNext}
      />
      <PasswordField label={words.again} autoComplete="new-password" value={again} onChange={setAgain} />
    </PlainForm>
  );
}
