import { Button } from "antd";
import { type ReactNode, useState } from "react";
import type { ProblemDetails } from "#platform/http/contract.ts";
import { ConfirmAct, ConfirmReason, notify, useCommand } from "#platform/ui/index.ts";
import { takeStepRoute } from "../contract/lists.ts";
import { type ListStep, listStepNames } from "../core/index.ts";
import { type ListDetail, tallyTasks } from "./list-detail.ts";
import { messages } from "./messages.ts";

const leading: ReadonlySet<ListStep> = new Set(["submit", "issue"]);

/** The steps that this person may take now, each with what will follow and for how many. */
export function StepActions({ detail }: { readonly detail: ListDetail }): ReactNode {
  const [chosen, setChosen] = useState<ListStep | null>(null);
  const command = useCommand(takeStepRoute);
  const { list } = detail;
  const close = (): void => {
    setChosen(null);
    command.clear();
  };
  const take = async (step: ListStep, note?: string): Promise<void> => {
    const outcome = await command.run({
      params: { listId: list.id },
      body: { version: list.version, step, ...(note && { note }) },
    });
    if (!outcome.ok) return;
    setChosen(null);
    notify({ text: messages.stepDone[step] });
  };
  return (
    <>
      {detail.steps
        .toSorted((one, other) => Number(leading.has(other)) - Number(leading.has(one)))
        .map((step) => (
          <Button
            key={step}
            type={leading.has(step) ? "primary" : "default"}
            danger={step === "cancel"}
            onClick={() => setChosen(step)}
          >
            {listStepNames[step]}
          </Button>
        ))}
      {chosen && (
        <StepDialog
          step={chosen}
          detail={detail}
          isRunning={command.isRunning}
          problem={command.problem}
          onTake={(note) => void take(chosen, note)}
          onCancel={close}
        />
      )}
    </>
  );
}

function StepDialog(props: {
  readonly step: ListStep;
  readonly detail: ListDetail;
  readonly isRunning: boolean;
  readonly problem: ProblemDetails | null;
  readonly onTake: (note?: string) => void;
  readonly onCancel: () => void;
}): ReactNode {
  const { step, detail } = props;
  const { tasks, units } = tallyTasks(detail.items);
  const consequence = {
    submit: messages.consequences.submit(detail.items.length, units),
    issue: messages.consequences.issue(tasks, units),
    withdraw: messages.consequences.withdraw,
    cancel: messages.consequences.cancel,
    return: messages.consequences.return,
  }[step];
  const common = {
    isOpen: true,
    title: `${listStepNames[step]}：${detail.list.title}`,
    consequence,
    confirmWord: listStepNames[step],
    isDangerous: step === "cancel",
    isRunning: props.isRunning,
    problem: props.problem,
    onCancel: props.onCancel,
  };
  return step === "return" ? (
    <ConfirmReason {...common} reasonLabel={messages.returnNote} onConfirm={props.onTake} />
  ) : (
    <ConfirmAct {...common} onConfirm={() => props.onTake()} />
  );
}
