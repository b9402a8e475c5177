import type { ReactNode } from "react";
import { chooseYear, useYear } from "./assessment-year.ts";
import { useMe } from "./me.ts";
import { messages } from "./messages.ts";

const yearsBack = 3;

/** The assessment year in which the pages count; from some years back to the next. */
export function YearSwitcher(): ReactNode {
  const year = useYear();
  const thisYear = Number(useMe().today.slice(0, 4));
  const years = Array.from({ length: yearsBack + 2 }, (_none, index) => thisYear + 1 - index);
  return (
    <select
      className="control"
      aria-label={messages.year}
      value={year}
      onChange={(event) => chooseYear(Number(event.target.value))}
    >
      {(years.includes(year) ? years : [...years, year]).map((each) => (
        <option key={each} value={each}>
          {messages.yearOf(each)}
        </option>
      ))}
    </select>
  );
}
