import { Button } from "antd";
import { type ReactNode, useState } from "react";
import { Section } from "#platform/ui/index.ts";
import { useCommand } from "#platform/ui/views.ts";
import { renewRecoveryCodesRoute } from "../../contract/second-factor.ts";
import { accountMessages as messages } from "../messages.ts";
import { ConfirmByPassword } from "./ConfirmByPassword.tsx";

export function RecoveryCodesSection(props: {
  readonly left: number;
  readonly onRenewed: (codes: readonly string[]) => void;
}): ReactNode {
  const [isOpen, setIsOpen] = useState(false);
  const renew = useCommand(renewRecoveryCodesRoute);
  const onConfirm = async (password: string): Promise<void> => {
    const outcome = await renew.run({ body: { password } });
    if (!outcome.ok) return;
    setIsOpen(false);
    props.onRenewed(outcome.value.recoveryCodes);
  };
  return (
    <Section
      title={messages.recoveryCodes}
      actions={<Button onClick={() => setIsOpen(true)}>{messages.renewCodes}</Button>}
    >
      <p>{messages.recoveryCodesLeft(props.left)}</p>
      {isOpen && (
        <ConfirmByPassword
          title={messages.renewCodes}
          consequence={messages.renewConsequence}
          confirmWord={messages.renewCodes}
          command={renew}
          onConfirm={onConfirm}
          onCancel={() => setIsOpen(false)}
        />
      )}
    </Section>
  );
}
