import type { ReactNode } from "react";

/**
 * A day as "YYYY-MM-DD", "" for none. The browser's own field: it speaks the reader's language, opens the
 * phone's own wheel of days, and costs nothing to load.
 */
export function DayInput(props: {
  readonly id?: string | undefined;
  readonly value: string;
  readonly onChange: (day: string) => void;
  readonly earliest?: string | undefined;
  readonly latest?: string | undefined;
  readonly isDisabled?: boolean | undefined;
  readonly label?: string | undefined;
  readonly "aria-describedby"?: string | undefined;
  readonly "aria-invalid"?: boolean | undefined;
  readonly "aria-required"?: boolean | undefined;
}): ReactNode {
  return (
    <input
      id={props.id}
      type="date"
      className="control day-input"
      value={props.value}
      min={props.earliest}
      max={props.latest ?? "9999-12-31"}
      disabled={props.isDisabled}
      aria-label={props.label}
      aria-describedby={props["aria-describedby"]}
      aria-invalid={props["aria-invalid"]}
      aria-required={props["aria-required"]}
      onChange={(event) => props.onChange(event.target.value)}
    />
  );
}
