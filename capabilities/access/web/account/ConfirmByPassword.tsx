import { Input } from "antd";
import { type ReactNode, useState } from "react";
import type { ProblemDetails } from "#platform/http/contract.ts";
import { ConfirmAct, Field } from "#platform/ui/index.ts";
import { accountMessages as messages } from "../messages.ts";

/** An act about one's own account, for which the password is typed once more. */
export function ConfirmByPassword(props: {
  readonly title: string;
  readonly consequence: string;
  readonly confirmWord: string;
  readonly command: { readonly isRunning: boolean; readonly problem: ProblemDetails | null };
  readonly onConfirm: (password: string) => Promise<void>;
  readonly onCancel: () => void;
}): ReactNode {
  const [password, setPassword] = useState("");
  return (
    <ConfirmAct
      isOpen
      title={props.title}
      consequence={props.consequence}
      confirmWord={props.confirmWord}
      isRunning={props.command.isRunning}
      problem={props.command.problem}
      onConfirm={() => void props.onConfirm(password)}
      onCancel={props.onCancel}
    >
      <Field label={messages.password} isRequired>
        <Input.Password
          autoComplete="current-password"
          autoFocus
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </Field>
    </ConfirmAct>
  );
}
