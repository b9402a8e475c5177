import type { ReactNode } from "react";
import { useFilters } from "./navigation.ts";

export interface AddressTab {
  readonly value: string;
  readonly label: string;
  readonly count?: number | undefined;
}

/** A choice among few views of one page, kept in the address; the first is the one without a word there. */
export function AddressTabs(props: {
  readonly name: string;
  /** What is chosen among, for those who listen. */
  readonly label?: string | undefined;
  readonly items: readonly AddressTab[];
}): ReactNode {
  const [filters, setFilters] = useFilters([props.name]);
  const first = props.items[0]?.value;
  const current = filters[props.name] ?? first;
  return (
    <div className="tabs no-print" role="group" aria-label={props.label}>
      {props.items.map((item) => (
        <button
          key={item.value}
          type="button"
          className="tab"
          aria-pressed={item.value === current}
          onClick={() => setFilters({ [props.name]: item.value === first ? undefined : item.value })}
        >
          {item.label}
          {item.count !== undefined && <span className="tab-count">{item.count}</span>}
        </button>
      ))}
    </div>
  );
}
