import { type ReactNode, useState } from "react";
import { ConfirmReason, DayInput, Field, notify, useCommand } from "#platform/ui/index.ts";
import { endGrantRoute, endHoldingRoute } from "../../contract/administration.ts";
import { messages } from "./messages.ts";

/** What is taken away: a post from its last day on, or a grant at once. */
export interface Ending {
  readonly kind: "holding" | "grant";
  readonly id: string;
  readonly words: string;
}

export function EndDialog({
  ending,
  onDone,
}: {
  readonly ending: Ending;
  readonly onDone: () => void;
}): ReactNode {
  const [lastDay, setLastDay] = useState("");
  const endHolding = useCommand(endHoldingRoute);
  const endGrant = useCommand(endGrantRoute);
  const isHolding = ending.kind === "holding";
  const command = isHolding ? endHolding : endGrant;
  const end = async (reason: string): Promise<void> => {
    const outcome = isHolding
      ? await endHolding.run({ params: { holdingId: ending.id }, body: { lastDay, reason } })
      : await endGrant.run({ params: { grantId: ending.id }, body: { reason } });
    if (!outcome.ok) return;
    notify({ text: messages.done });
    onDone();
  };
  return (
    <ConfirmReason
      isOpen
      title={`${isHolding ? messages.endHolding : messages.endGrant}：${ending.words}`}
      consequence={isHolding ? messages.endHoldingConsequence : messages.endGrantConsequence}
      confirmWord={isHolding ? messages.endHolding : messages.endGrant}
      isDangerous
      reasonLabel={messages.reason}
      isRunning={command.isRunning}
      problem={command.problem}
      onCancel={onDone}
      onConfirm={(reason) => void end(reason)}
    >
      {isHolding && (
        <Field label={messages.lastDay} isRequired>
          <DayInput value={lastDay} onChange={setLastDay} />
        </Field>
      )}
    </ConfirmReason>
  );
}
