import { Button, Input } from "antd";
import { type ReactNode, useState } from "react";
import {
  DayInput,
  Field,
  FilePicker,
  fieldErrorsOf,
  notify,
  ProblemNotice,
  useCommand,
  useLeaveGuard,
} from "#platform/ui/index.ts";
import { maxEvidenceBytes, maxEvidenceFiles } from "#rooms/evidence/contract.ts";
import { addEvidenceRoute } from "../contract.ts";
import { messages } from "./messages.ts";

/** Files, a note, or both; the day it happened is asked, never assumed. */
export function EvidenceForm({ taskId, onDone }: { taskId: string; onDone: () => void }): ReactNode {
  const [files, setFiles] = useState<readonly File[]>([]);
  const [title, setTitle] = useState("");
  const [note, setNote] = useState("");
  const [happenedOn, setHappenedOn] = useState("");
  useLeaveGuard(files.length > 0 || [title, note, happenedOn].some((typed) => typed !== ""));
  const command = useCommand(addEvidenceRoute);
  const errors = fieldErrorsOf(command.problem);
  const attach = async (reuse: boolean) => {
    const body = { happenedOn, reuse, ...(title && { title }), ...(note && { note }) };
    const outcome = await command.run({ params: { taskId }, body, files: [...files] });
    if (!outcome.ok) return;
    notify({ text: messages.attached });
    onDone();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void attach(false);
      }}
    >
      <Field
        label={messages.happenedOn}
        isRequired
        hint={messages.happenedOnHint}
        error={errors["happenedOn"]}
      >
        <DayInput value={happenedOn} onChange={setHappenedOn} />
      </Field>
      <Field label={messages.files} hint={messages.filesHint}>
        <FilePicker
          files={files}
          onChange={setFiles}
          maxFiles={maxEvidenceFiles}
          maxBytes={maxEvidenceBytes}
        />
      </Field>
      <Field label={messages.evidenceTitle} hint={messages.evidenceTitleHint} error={errors["title"]}>
        <Input maxLength={200} value={title} onChange={(event) => setTitle(event.target.value)} />
      </Field>
      <Field label={messages.note} error={errors["note"]}>
        <Input.TextArea
          rows={3}
          maxLength={5000}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </Field>
      {command.problem && <ProblemNotice problem={command.problem} onClose={command.clear} />}
      {command.problem?.code === "file-already-there" && (
        <Button onClick={() => void attach(true)}>{messages.reuse}</Button>
      )}{" "}
      <Button type="primary" htmlType="submit" loading={command.isRunning}>
        {messages.attach}
      </Button>{" "}
      <Button onClick={onDone}>{messages.cancelAttach}</Button>
    </form>
  );
}
