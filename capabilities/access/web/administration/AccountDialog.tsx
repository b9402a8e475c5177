import type { ReactNode } from "react";
import { ConfirmReason, notify, useCommand } from "#platform/ui/index.ts";
import { resumeAccountRoute, suspendAccountRoute } from "../../contract/administration.ts";
import { AppointDialog } from "./AppointDialog.tsx";
import type { AccountRow } from "./account-views.ts";
import { GrantDialog } from "./GrantDialog.tsx";
import { messages } from "./messages.ts";
import { useAsking } from "./use-asking.ts";

export type AccountAct = "appoint" | "grant" | "reset" | "suspend" | "resume";

interface ActProps {
  readonly account: AccountRow;
  readonly onDone: () => void;
}

/** The dialog of one act; each says what will follow and asks for a reason. */
export function AccountDialog({ act, ...rest }: ActProps & { readonly act: AccountAct }): ReactNode {
  switch (act) {
    case "appoint":
      return <AppointDialog {...rest} />;
    case "grant":
      return <GrantDialog {...rest} />;
    case "reset":
      return <ResetDialog {...rest} />;
    case "suspend":
    case "resume":
      return <SuspensionDialog act={act} {...rest} />;
  }
}

function ResetDialog({ account, onDone }: ActProps): ReactNode {
  const { ask, isRunning, problem } = useAsking(onDone);
  return (
    <ConfirmReason
      isOpen
      title={`${messages.reset}：${account.personName}`}
      consequence={messages.resetConsequence}
      confirmWord={messages.reset}
      reasonLabel={messages.reason}
      isRunning={isRunning}
      problem={problem}
      onCancel={onDone}
      onConfirm={(reason) => void ask({ kind: "resetPassword", accountId: account.id }, reason)}
    />
  );
}

function SuspensionDialog(props: ActProps & { readonly act: "suspend" | "resume" }): ReactNode {
  const { act, account, onDone } = props;
  const command = useCommand(act === "suspend" ? suspendAccountRoute : resumeAccountRoute);
  const run = async (reason: string): Promise<void> => {
    const outcome = await command.run({ params: { accountId: account.id }, body: { reason } });
    if (!outcome.ok) return;
    notify({ text: messages.done });
    onDone();
  };
  const consequence = act === "suspend" ? messages.suspendConsequence : messages.resumeConsequence;
  return (
    <ConfirmReason
      isOpen
      title={`${messages[act]}：${account.personName}`}
      consequence={consequence(account.personName)}
      confirmWord={messages[act]}
      isDangerous={act === "suspend"}
      reasonLabel={messages.reason}
      isRunning={command.isRunning}
      problem={command.problem}
      onCancel={onDone}
      onConfirm={(reason) => void run(reason)}
    />
  );
}
