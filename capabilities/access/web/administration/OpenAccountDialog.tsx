import { Input } from "antd";
import { type ReactNode, useState } from "react";
import { ConfirmReason, Field, fieldErrorsOf } from "#platform/ui/index.ts";
import { messages } from "./messages.ts";
import { useAsking } from "./use-asking.ts";

export function OpenAccountDialog({ onDone }: { readonly onDone: () => void }): ReactNode {
  const [personName, setPersonName] = useState("");
  const [loginName, setLoginName] = useState("");
  const { ask, isRunning, problem } = useAsking(onDone);
  const errors = fieldErrorsOf(problem);
  return (
    <ConfirmReason
      isOpen
      title={messages.openAccount}
      consequence={messages.openConsequence}
      confirmWord={messages.openAccount}
      reasonLabel={messages.reason}
      isRunning={isRunning}
      problem={problem}
      onCancel={onDone}
      onConfirm={(reason) =>
        void ask({ kind: "openAccount", personName, loginName: loginName.trim() }, reason)
      }
    >
      <Field label={messages.personName} isRequired error={errors["payload.personName"]}>
        <Input maxLength={40} value={personName} onChange={(event) => setPersonName(event.target.value)} />
      </Field>
      <Field
        label={messages.loginName}
        isRequired
        hint={messages.loginHint}
        error={errors["payload.loginName"]}
      >
        <Input
          maxLength={40}
          autoComplete="off"
          value={loginName}
          onChange={(event) => setLoginName(event.target.value)}
        />
      </Field>
    </ConfirmReason>
  );
}
