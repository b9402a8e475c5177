import { Checkbox, Input, Select } from "antd";
import { type ReactNode, useState } from "react";
import { ConfirmReason, Field, fieldErrorsOf, useView } from "#platform/ui/index.ts";
import { type EstablishedKind, unitKindNames } from "#rooms/organizations/core/index.ts";
import { findParentsRoute } from "../../contract/administration.ts";
import { FoundChoice } from "./FoundChoice.tsx";
import { messages } from "./messages.ts";
import { useAsking } from "./use-asking.ts";

const { countyCommittee: _, ...establishedKindNames } = unitKindNames;
const kindOptions = Object.entries(establishedKindNames).map(([value, label]) => ({
  value: value as EstablishedKind,
  label,
}));

/** 设立单位: asked for here, approved by the other administrator. */
export function EstablishDialog({ onDone }: { readonly onDone: () => void }): ReactNode {
  const [unit, setUnit] = useState({
    name: "",
    fullName: "",
    unitKind: "village" as EstablishedKind,
    officialCode: "",
    parentId: "",
    isDraftingForParent: false,
  });
  const { ask, isRunning, problem } = useAsking(onDone);
  const errors = fieldErrorsOf(problem);
  const change = (changed: Partial<typeof unit>): void => setUnit({ ...unit, ...changed });
  const text = (key: "name" | "fullName" | "officialCode", label: string, hint?: string): ReactNode => (
    <Field label={label} isRequired error={errors[`payload.${key}`]} {...(hint !== undefined && { hint })}>
      <Input
        maxLength={key === "fullName" ? 120 : 60}
        autoComplete="off"
        value={unit[key]}
        onChange={(event) => change({ [key]: event.target.value })}
      />
    </Field>
  );
  return (
    <ConfirmReason
      isOpen
      title={messages.establish}
      consequence={messages.establishConsequence}
      confirmWord={messages.establish}
      reasonLabel={messages.reason}
      isRunning={isRunning}
      problem={problem}
      onCancel={onDone}
      onConfirm={(reason) =>
        void ask({ kind: "establishUnit", ...unit, officialCode: unit.officialCode.trim() }, reason)
      }
    >
      <Field label={messages.parent} isRequired hint={messages.parentHint} error={errors["payload.parentId"]}>
        <ParentChoice value={unit.parentId} onChange={(parentId) => change({ parentId })} />
      </Field>
      <Field label={messages.unitKind} isRequired>
        <Select
          value={unit.unitKind}
          options={kindOptions}
          onChange={(unitKind) => change({ unitKind })}
          style={{ width: "100%" }}
        />
      </Field>
      {text("name", messages.unitName)}
      {text("fullName", messages.fullName)}
      {text("officialCode", messages.officialCode, messages.officialCodeHint)}
      <Checkbox
        checked={unit.isDraftingForParent}
        onChange={(event) => change({ isDraftingForParent: event.target.checked })}
      >
        {messages.draftsForParent}
      </Checkbox>
    </ConfirmReason>
  );
}

function ParentChoice(props: {
  readonly id?: string;
  readonly value: string;
  readonly onChange: (parentId: string) => void;
}): ReactNode {
  const [search, setSearch] = useState("");
  const found = useView(
    findParentsRoute,
    { query: { search: search.trim() } },
    { isEnabled: search.trim() !== "", keepsFormer: true },
  );
  const units = found.status === "ready" ? found.data.units : [];
  return (
    <FoundChoice
      id={props.id}
      value={props.value}
      onSearch={setSearch}
      onChange={props.onChange}
      options={units.map(({ id, name, parentName }) => ({
        value: id,
        label: messages.below(name, parentName),
      }))}
    />
  );
}
