import { Select } from "antd";
import type { ReactNode } from "react";

/** A choice among what the server finds for the typed words. */
export function FoundChoice(props: {
  readonly id?: string | undefined;
  readonly value: string | undefined;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onSearch: (search: string) => void;
  readonly onChange: (id: string) => void;
}): ReactNode {
  return (
    <Select
      {...(props.id !== undefined && { id: props.id })}
      showSearch
      filterOption={false}
      onSearch={props.onSearch}
      value={props.value || null}
      onChange={(id: string | null) => id !== null && props.onChange(id)}
      options={[...props.options]}
      style={{ width: "100%" }}
    />
  );
}
