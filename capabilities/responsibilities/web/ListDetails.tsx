import { Input, Select } from "antd";
import { type ReactNode, useState } from "react";
import { ConfirmAct, Field, fieldErrorsOf, notify, useCommand, useView } from "#platform/ui/index.ts";
import { changeListRoute, listIssuersRoute } from "../contract/lists.ts";
import type { ListDetail } from "./list-detail.ts";
import { messages } from "./messages.ts";

/** 清单信息: name, year and issuer of a draft. */
export function ListDetails(props: {
  readonly list: ListDetail["list"];
  readonly onDone: () => void;
}): ReactNode {
  const { list, onDone } = props;
  const command = useCommand(changeListRoute);
  const issuers = useView(listIssuersRoute);
  const [title, setTitle] = useState(list.title);
  const [year, setYear] = useState(String(list.year));
  const [issuerUnitId, setIssuerUnitId] = useState(list.issuerUnitId);
  const errors = fieldErrorsOf(command.problem);
  const offered = issuers.status === "ready" ? issuers.data.issuers : [];
  const known = offered.some(({ id }) => id === list.issuerUnitId)
    ? offered
    : [...offered, { id: list.issuerUnitId, name: list.issuerName }];
  const save = async (): Promise<void> => {
    const outcome = await command.run({
      params: { listId: list.id },
      body: { version: list.version, title, year: Number(year), issuerUnitId },
    });
    if (!outcome.ok) return;
    notify({ text: messages.detailsSaved });
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
      <Field label={messages.name} isRequired error={errors["title"]}>
        <Input value={title} maxLength={200} onChange={(event) => setTitle(event.target.value)} />
      </Field>
      <Field label={messages.year} isRequired error={errors["year"]}>
        <Input
          value={year}
          inputMode="numeric"
          maxLength={4}
          onChange={(event) => setYear(event.target.value.replace(/[^0-9]/g, ""))}
        />
      </Field>
      <Field label={messages.issuer} isRequired hint={messages.issuerHint}>
        <Select
          value={issuerUnitId}
          options={known.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setIssuerUnitId}
        />
      </Field>
    </ConfirmAct>
  );
}
