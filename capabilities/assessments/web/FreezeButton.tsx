import { Button, Input } from "antd";
import { type ReactNode, useState } from "react";
import { ConfirmAct, Field, notify, useCommand, useGo } from "#platform/ui/index.ts";
import { freezeRunRoute } from "../contract.ts";
import { messages } from "./messages.ts";
import { type Standing, todayInChina } from "./scores.ts";

/** 冻结: says what will be kept before it is kept, then leads to it. */
export function FreezeButton({ standing }: { standing: Standing }): ReactNode {
  const [isOpen, setIsOpen] = useState(false);
  const [title, setTitle] = useState("");
  const command = useCommand(freezeRunRoute);
  const go = useGo();
  const { from, cutoff, periodName, unitCount, rankedCount } = standing;
  const freeze = async () => {
    const outcome = await command.run({
      body: { from, cutoff, ...(title.trim() && { title: title.trim() }) },
    });
    if (!outcome.ok) return;
    notify({ text: messages.frozen });
    go(`/runs/${outcome.value.runId}`);
  };
  return (
    <>
      <Button type="primary" onClick={() => setIsOpen(true)}>
        {messages.freeze}
      </Button>
      <ConfirmAct
        isOpen={isOpen}
        title={messages.freezeTitle}
        consequence={
          <>
            <p>{messages.freezeWhat(periodName, unitCount, rankedCount)}</p>
            {cutoff === todayInChina() && <p>{messages.freezeCutoffToday}</p>}
          </>
        }
        confirmWord={messages.freeze}
        isRunning={command.isRunning}
        problem={command.problem}
        onConfirm={() => void freeze()}
        onCancel={() => {
          command.clear();
          setIsOpen(false);
        }}
      >
        <Field label={messages.runTitle}>
          <Input
            value={title}
            maxLength={200}
            placeholder={`${periodName}${standing.scheme.groupName}考核结果`}
            onChange={(event) => setTitle(event.target.value)}
          />
        </Field>
      </ConfirmAct>
    </>
  );
}
