import { Button, Input } from "antd";
import { type ReactNode, useState } from "react";
import { ConfirmAct, ConfirmReason, DayInput, Field, notify, useCommand } from "#platform/ui/index.ts";
import { actOnTaskRoute } from "../contract.ts";
import { actionNames, needsReason } from "../core/index.ts";
import { consequences, messages } from "./messages.ts";
import type { AllowedAction, TaskDetail } from "./task-detail.ts";

/** The step that moves the work on stands out; the rest stay quiet. */
const leading: ReadonlySet<AllowedAction> = new Set(["acknowledge", "submit", "accept"]);
/** Taken where the steps stand. */
const inMilestoneSection: ReadonlySet<AllowedAction> = new Set(["plan", "reach"]);
const withDueDate: ReadonlySet<AllowedAction> = new Set(["requestExtension", "extend", "reopen"]);
/** An extension is granted to the day that was asked for, unless another is named. */
const mustNameDay = (action: AllowedAction): boolean => withDueDate.has(action) && action !== "extend";
const noteLabels: Partial<Record<AllowedAction, string>> = {
  submit: messages.submitNote,
  accept: messages.acceptNote,
};

/** The buttons of what this person may do now, each with a confirmation that says what follows. */
export function TaskActions({ detail }: { detail: TaskDetail }): ReactNode {
  const [chosen, setChosen] = useState<AllowedAction | null>(null);
  const offered = detail.allowedActions.filter(
    (action) =>
      !inMilestoneSection.has(action) &&
      (action !== "refuseExtension" || detail.extensionRequestedTo !== null),
  );
  return (
    <>
      {offered.map((action) => (
        <Button
          key={action}
          type={leading.has(action) ? "primary" : "default"}
          danger={action === "cancel"}
          onClick={() => setChosen(action)}
        >
          {actionNames[action]}
        </Button>
      ))}
      {chosen && <ActionDialog key={chosen} action={chosen} detail={detail} onDone={() => setChosen(null)} />}
    </>
  );
}

function ActionDialog(props: { action: AllowedAction; detail: TaskDetail; onDone: () => void }): ReactNode {
  const { action, detail, onDone } = props;
  const command = useCommand(actOnTaskRoute);
  const [note, setNote] = useState("");
  const [dueDate, setDueDate] = useState(action === "extend" ? (detail.extensionRequestedTo ?? "") : "");
  const [happenedOn, setHappenedOn] = useState("");
  const [isDayMissing, setIsDayMissing] = useState(false);
  const act = async (reason: string) => {
    const isMissing = mustNameDay(action) && dueDate === "";
    setIsDayMissing(isMissing);
    if (isMissing) return;
    const outcome = await command.run({
      params: { taskId: detail.task.id },
      body: {
        action,
        version: detail.version,
        ...(reason.trim() && { note: reason.trim() }),
        ...(dueDate && { dueDate }),
        ...(happenedOn && { happenedOn }),
      },
    });
    if (!outcome.ok) return;
    notify({ text: `已${actionNames[action]}` });
    onDone();
  };
  const common = {
    isOpen: true,
    title: actionNames[action],
    consequence: consequences[action],
    confirmWord: actionNames[action],
    isRunning: command.isRunning,
    problem: command.problem,
    onCancel: onDone,
  };
  const days = (
    <DayFields
      action={action}
      due={{ day: dueDate, onChange: setDueDate, earliest: detail.task.dueDate, isDayMissing }}
      happened={{ day: happenedOn, onChange: setHappenedOn }}
    />
  );
  if (needsReason.has(action) || action === "report") {
    const isReport = action === "report";
    return (
      <ConfirmReason
        {...common}
        reasonLabel={isReport ? messages.reportNote : messages.reason}
        missingWords={isReport ? messages.reportMissing : undefined}
        onConfirm={(reason) => void act(reason)}
      >
        {days}
      </ConfirmReason>
    );
  }
  return (
    <ConfirmAct {...common} onConfirm={() => void act(note)}>
      {days}
      {noteLabels[action] && (
        <Field label={noteLabels[action]}>
          <Input.TextArea
            rows={4}
            maxLength={5000}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        </Field>
      )}
    </ConfirmAct>
  );
}

interface DayField {
  readonly day: string;
  readonly onChange: (day: string) => void;
}

/** The days that an act asks for. */
function DayFields(props: {
  action: AllowedAction;
  due: DayField & { readonly earliest: string; readonly isDayMissing: boolean };
  happened: DayField;
}): ReactNode {
  const { action, due, happened } = props;
  return (
    <>
      {withDueDate.has(action) && (
        <Field
          label={messages.newDueDate}
          isRequired={mustNameDay(action)}
          error={due.isDayMissing ? messages.newDueDateMissing : undefined}
        >
          <DayInput value={due.day} onChange={due.onChange} earliest={due.earliest} />
        </Field>
      )}
      {action === "submit" && (
        <Field label={messages.doneOn} hint={messages.happenedOnHint}>
          <DayInput value={happened.day} onChange={happened.onChange} />
        </Field>
      )}
    </>
  );
}
