import { Input } from "antd";
import { type ReactNode, useState } from "react";
import type { ProblemDetails } from "#platform/http/contract.ts";
import { ConfirmAct, Field, notify, useCommand } from "#platform/ui/index.ts";
import { removeFactorRoute } from "../../contract/second-factor.ts";
import { accountMessages as messages } from "../messages.ts";
import { showPasskey } from "../passkeys.ts";

export interface ShownFactor {
  readonly id: string;
  readonly kind: "passkey" | "authenticator";
  readonly name: string;
  readonly addedAt: string;
  readonly usedAt: string | null;
}

/** Removal on the strength of the password and of another factor. */
export function RemoveFactor(props: {
  readonly factor: ShownFactor;
  readonly factors: readonly ShownFactor[];
  readonly onClose: () => void;
}): ReactNode {
  const { factor } = props;
  const remove = useCommand(removeFactorRoute);
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const [refusal, setRefusal] = useState<ProblemDetails | null>(null);
  const hasOtherPasskey = props.factors.some(({ id, kind }) => kind === "passkey" && id !== factor.id);
  const onConfirm = async (): Promise<void> => {
    const shown = code.trim() === "" && hasOtherPasskey ? await showPasskey() : null;
    if (shown && !shown.ok) return setRefusal(inProblem(shown.problem));
    setRefusal(null);
    const proof = shown ? { assertion: shown.value } : code.trim() === "" ? {} : { code: code.trim() };
    const outcome = await remove.run({ params: { factorId: factor.id }, body: { password, ...proof } });
    if (!outcome.ok) return;
    notify({ text: messages.removed });
    props.onClose();
  };
  return (
    <ConfirmAct
      isOpen
      isDangerous
      title={messages.removeTitle(factor.name)}
      consequence={messages.removeConsequence}
      confirmWord={messages.remove}
      isRunning={remove.isRunning}
      problem={refusal ?? remove.problem}
      onConfirm={() => void onConfirm()}
      onCancel={props.onClose}
    >
      <Field label={messages.password} isRequired>
        <Input.Password
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </Field>
      <Field label={messages.removeCode} hint={hasOtherPasskey ? messages.removeByPasskey : undefined}>
        <Input
          autoComplete="one-time-code"
          maxLength={30}
          value={code}
          onChange={(event) => setCode(event.target.value)}
        />
      </Field>
    </ConfirmAct>
  );
}

const inProblem = (refused: ProblemDetails | string): ProblemDetails =>
  typeof refused === "string" ? { type: "", code: "passkey-refused", status: 0, title: refused } : refused;
