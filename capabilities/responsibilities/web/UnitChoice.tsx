import { Select } from "antd";
import { type ReactNode, useState } from "react";
import { useView } from "#platform/ui/index.ts";
import { listUnitsRoute } from "#rooms/organizations/contract.ts";
import { type UnitKind, unitKindNames } from "#rooms/organizations/core/index.ts";
import type { Receivers } from "./list-detail.ts";
import { messages } from "./messages.ts";

const kindPrefix = "kind:";

/** Receivers by kind and one by one; a whole kind becomes its units as soon as it is chosen. */
export function ReceiverChoice(props: {
  readonly id?: string;
  readonly receivers: Receivers;
  readonly value: readonly string[];
  readonly onChange: (unitIds: string[]) => void;
}): ReactNode {
  const { receivers, value } = props;
  const below = receivers.filter(({ isIssuer }) => !isIssuer);
  const own = receivers.filter(({ isIssuer }) => isIssuer);
  const kinds = [...new Set(below.map(({ kind }) => kind))];
  const unitsOf = (kind: string): string[] => below.filter((unit) => unit.kind === kind).map(({ id }) => id);
  const options = [
    {
      label: messages.kinds,
      options: kinds.map((kind) => ({
        value: `${kindPrefix}${kind}`,
        label: messages.allOfKind(unitKindNames[kind as UnitKind] ?? kind, unitsOf(kind).length),
      })),
    },
    { label: messages.units, options: below.map(({ id, name }) => ({ value: id, label: name })) },
    {
      label: messages.ownUnit,
      options: own.map(({ id, name }) => ({ value: id, label: messages.ownPlan(name) })),
    },
  ];
  const onChange = (chosen: string[]): void => {
    const units = chosen.flatMap((one) =>
      one.startsWith(kindPrefix) ? unitsOf(one.slice(kindPrefix.length)) : [one],
    );
    props.onChange([...new Set(units)]);
  };
  return (
    <Select
      {...(props.id !== undefined && { id: props.id })}
      mode="multiple"
      value={[...value]}
      options={options}
      onChange={onChange}
      optionFilterProp="label"
      placeholder={messages.chooseUnits}
      maxTagCount={8}
      style={{ width: "100%" }}
    />
  );
}

interface NamedUnit {
  readonly id: string;
  readonly name: string;
}

/** Any unit in one's reach, found by name, pinyin or initials. */
export function AssistChoice(props: {
  readonly id?: string;
  readonly value: readonly NamedUnit[];
  readonly onChange: (unitIds: string[]) => void;
}): ReactNode {
  const [search, setSearch] = useState("");
  const found = useView(
    listUnitsRoute,
    { query: { search } },
    { isEnabled: search.trim() !== "", keepsFormer: true },
  );
  const units = found.status === "ready" ? found.data.units : [];
  const known = new Map([...props.value, ...units].map((unit) => [unit.id, unit.name]));
  return (
    <Select
      {...(props.id !== undefined && { id: props.id })}
      mode="multiple"
      value={props.value.map(({ id }) => id)}
      options={[...known].map(([value, label]) => ({ value, label }))}
      filterOption={false}
      onSearch={setSearch}
      onChange={props.onChange}
      placeholder={messages.searchUnits}
      style={{ width: "100%" }}
    />
  );
}
