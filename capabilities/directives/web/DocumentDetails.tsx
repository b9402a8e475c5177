import { Input } from "antd";
import { type ReactNode, useState } from "react";
import { ConfirmAct, DayInput, Field, fieldErrorsOf, notify, useCommand } from "#platform/ui/index.ts";
import { changeDocumentRoute } from "../contract.ts";
import { messages } from "./messages.ts";
import type { DocumentDetail } from "./outline-view.ts";

/** 文件信息: what the reading of the head got wrong, put right by hand. */
export function DocumentDetails(props: {
  readonly document: DocumentDetail["document"];
  readonly onDone: () => void;
}): ReactNode {
  const { document, onDone } = props;
  const command = useCommand(changeDocumentRoute);
  const [title, setTitle] = useState(document.title);
  const [number, setNumber] = useState(document.documentNumber ?? "");
  const [date, setDate] = useState(document.documentDate ?? "");
  const [year, setYear] = useState(String(document.year));
  const errors = fieldErrorsOf(command.problem);
  const save = async (): Promise<void> => {
    const outcome = await command.run({
      params: { documentId: document.id },
      body: {
        version: document.version,
        title,
        documentNumber: number.trim() === "" ? null : number.trim(),
        documentDate: date === "" ? null : date,
        year: Number(year),
      },
    });
    if (!outcome.ok) return;
    notify({ text: messages.saved });
    onDone();
  };
  return (
    <ConfirmAct
      isOpen
      title={messages.details}
      confirmWord={messages.save}
      isRunning={command.isRunning}
      problem={command.problem}
      onConfirm={() => void save()}
      onCancel={onDone}
    >
      <Field label={messages.titleLabel} isRequired error={errors["title"]}>
        <Input value={title} maxLength={200} onChange={(event) => setTitle(event.target.value)} />
      </Field>
      <Field label={messages.numberLabel} error={errors["documentNumber"]}>
        <Input value={number} maxLength={40} onChange={(event) => setNumber(event.target.value)} />
      </Field>
      <Field label={messages.dateLabel} error={errors["documentDate"]}>
        <DayInput value={date} onChange={setDate} />
      </Field>
      <Field label={messages.year} isRequired hint={messages.yearChangeHint} error={errors["year"]}>
        <Input
          value={year}
          inputMode="numeric"
          maxLength={4}
          onChange={(event) => setYear(event.target.value.replace(/[^0-9]/g, ""))}
        />
      </Field>
    </ConfirmAct>
  );
}
