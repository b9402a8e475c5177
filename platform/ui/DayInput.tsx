import { type ReactNode, useRef, useState } from "react";
import { readDay } from "./read-day.ts";
import { words } from "./words.ts";

/**
 * A day as "YYYY-MM-DD", "" for none: typed as people write days, or picked from the browser's own calendar.
 * The browser's field alone would show the order of its own language, not ours.
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
  const [text, setText] = useState(props.value);
  const [known, setKnown] = useState(props.value);
  if (known !== props.value) {
    setKnown(props.value);
    if ((readDay(text) ?? "") !== props.value) setText(props.value);
  }
  const isUnreadable = text.trim() !== "" && readDay(text) === null;
  const onType = (typed: string): void => {
    setText(typed);
    props.onChange(readDay(typed) ?? "");
  };
  return (
    <span className="day-input">
      <input
        id={props.id}
        type="text"
        inputMode="text"
        className="control"
        value={text}
        maxLength={20}
        placeholder={words.dayExample}
        title={isUnreadable ? words.dayUnreadable : undefined}
        disabled={props.isDisabled}
        aria-label={props.label}
        aria-describedby={props["aria-describedby"]}
        aria-invalid={props["aria-invalid"] ?? (isUnreadable || undefined)}
        aria-required={props["aria-required"]}
        onChange={(event) => onType(event.target.value)}
        onBlur={() => setText(readDay(text) ?? text)}
      />
      <Calendar {...props} onPick={onType} />
    </span>
  );
}

/** Chromium opens its calendar on request from 99 on; before that there is only typing. */
const canShowPicker = typeof HTMLInputElement !== "undefined" && "showPicker" in HTMLInputElement.prototype;

function Calendar(props: {
  readonly value: string;
  readonly earliest?: string | undefined;
  readonly latest?: string | undefined;
  readonly isDisabled?: boolean | undefined;
  readonly onPick: (day: string) => void;
}): ReactNode {
  const picker = useRef<HTMLInputElement>(null);
  if (!canShowPicker) return null;
  return (
    <>
      <input
        ref={picker}
        type="date"
        className="day-picker"
        tabIndex={-1}
        aria-hidden="true"
        value={props.value}
        min={props.earliest}
        max={props.latest}
        onChange={(event) => props.onPick(event.target.value)}
      />
      <button
        type="button"
        className="day-button"
        aria-label={words.pickDay}
        disabled={props.isDisabled}
        onClick={() => picker.current?.showPicker()}
      >
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
          <path d="M2 3.5h12v10H2zM2 6.5h12M5 2v3M11 2v3" fill="none" stroke="currentColor" />
        </svg>
      </button>
    </>
  );
}
