import "./assessments.css";
import { Button } from "antd";
import type { ReactNode } from "react";
import { SearchForm, useFilters } from "#platform/ui/index.ts";
import { useYear } from "#rooms/access/web/index.ts";
import { messages } from "./messages.ts";
import { listPeriodChoices, todayInChina } from "./scores.ts";

/** The period, kept in the address: typed, or one of those that are asked most. */
export function PeriodForm(): ReactNode {
  const [filters, setFilters] = useFilters(["from", "cutoff"] as const);
  return (
    <SearchForm
      fields={[
        { key: "from", label: messages.from, kind: "day" },
        { key: "cutoff", label: messages.cutoff, kind: "day" },
      ]}
    >
      <div className="period-choices">
        {listPeriodChoices(todayInChina(), useYear()).map(({ label, from, cutoff }) => (
          <Button
            key={label}
            size="small"
            type={filters.from === from && filters.cutoff === cutoff ? "primary" : "default"}
            onClick={() => setFilters({ from, cutoff })}
          >
            {label}
          </Button>
        ))}
      </div>
    </SearchForm>
  );
}
