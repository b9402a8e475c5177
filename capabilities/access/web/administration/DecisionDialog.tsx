import type { ReactNode } from "react";
import { ConfirmAct, ConfirmReason, notify, useCommand } from "#platform/ui/index.ts";
import { decideRequestRoute, withdrawRequestRoute } from "../../contract/administration.ts";
import { messages } from "./messages.ts";
import type { RequestView } from "./RequestsPage.tsx";

export interface Deciding {
  readonly act: "approve" | "refuse" | "withdraw";
  readonly request: RequestView;
}

/** `onDone` carries the first password that an approval made, to be told once. */
export function DecisionDialog(props: {
  readonly deciding: Deciding;
  readonly onDone: (firstPassword: string | null) => void;
  readonly onCancel: () => void;
}): ReactNode {
  const { deciding, onDone, onCancel } = props;
  const { act, request } = deciding;
  const params = { requestId: request.id };
  const decision = useCommand(decideRequestRoute);
  const withdrawal = useCommand(withdrawRequestRoute);
  const decide = async (note: string): Promise<void> => {
    const isApproved = act === "approve";
    const outcome = await decision.run({ params, body: { isApproved, ...(note && { note }) } });
    if (!outcome.ok) return;
    notify({ text: messages.done });
    onDone(outcome.value.firstPassword);
  };
  const withdraw = async (): Promise<void> => {
    const outcome = await withdrawal.run({ params });
    if (!outcome.ok) return;
    notify({ text: messages.done });
    onDone(null);
  };
  const command = act === "withdraw" ? withdrawal : decision;
  const common = {
    isOpen: true,
    title: `${messages[act]}：${request.words}`,
    confirmWord: messages[act],
    isRunning: command.isRunning,
    problem: command.problem,
    onCancel,
  };
  if (act === "refuse") {
    return (
      <ConfirmReason
        {...common}
        consequence={messages.refuseConsequence}
        reasonLabel={messages.note}
        onConfirm={(note) => void decide(note)}
      />
    );
  }
  return act === "approve" ? (
    <ConfirmAct
      {...common}
      consequence={messages.approveConsequence(request.words)}
      onConfirm={() => void decide("")}
    />
  ) : (
    <ConfirmAct {...common} consequence={messages.withdrawConsequence} onConfirm={() => void withdraw()} />
  );
}
