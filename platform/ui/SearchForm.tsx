import { Button } from "antd";
import { type FormEvent, type ReactNode, useEffect, useId, useState } from "react";
import { DayInput } from "./DayInput.tsx";
import { useFilters } from "./navigation.ts";
import { SavedViews } from "./SavedViews.tsx";
import { words } from "./words.ts";

export interface SearchField {
  readonly key: string;
  readonly label: string;
  readonly kind: "text" | "choice" | "day";
  /** For a choice; "all" is offered by itself. */
  readonly options?: readonly { readonly value: string; readonly label: string }[] | undefined;
  readonly placeholder?: string | undefined;
  /** The word for no choice, when "all" would be wrong. */
  readonly noneLabel?: string | undefined;
}

/** The filters of a page, kept in its address. */
export function SearchForm(props: {
  readonly fields: readonly SearchField[];
  readonly children?: ReactNode;
}): ReactNode {
  const [filters, setFilters] = useFilters(props.fields.map((field) => field.key));
  const hasAny = Object.keys(filters).length > 0;
  const none = Object.fromEntries(props.fields.map((field) => [field.key, undefined]));
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    (document.activeElement as HTMLElement | null)?.blur();
  };
  return (
    <form className="search-form no-print" role="search" onSubmit={onSubmit}>
      {props.fields.map((field) => (
        <SearchControl
          key={field.key}
          field={field}
          value={filters[field.key] ?? ""}
          onChange={(value, replaces) => setFilters({ [field.key]: value || undefined }, { replaces })}
        />
      ))}
      {props.children}
      {hasAny && (
        <Button type="link" onClick={() => setFilters(none)}>
          {words.clearFilters}
        </Button>
      )}
      <SavedViews />
    </form>
  );
}

interface ControlProps {
  readonly field: SearchField;
  readonly value: string;
  readonly onChange: (value: string, replaces: boolean) => void;
}

function SearchControl(props: ControlProps): ReactNode {
  const id = useId();
  const { field } = props;
  return (
    <div className={`search-field search-field-${field.kind}`}>
      <label htmlFor={id}>{field.label}</label>
      {field.kind === "choice" ? (
        <select
          id={id}
          className="control"
          value={props.value}
          onChange={(event) => props.onChange(event.target.value, false)}
        >
          <option value="">{field.noneLabel ?? words.all}</option>
          {field.options?.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      ) : field.kind === "day" ? (
        <DayInput id={id} value={props.value} onChange={(day) => props.onChange(day, true)} />
      ) : (
        <SearchText {...props} id={id} />
      )}
    </div>
  );
}

const typingPauseMs = 350;

/** Asks when typing pauses, on Enter, and when the field is left. */
function SearchText({ field, value, onChange, id }: ControlProps & { readonly id: string }): ReactNode {
  const [text, setText] = useState(value);
  const [known, setKnown] = useState(value);
  if (known !== value) {
    setKnown(value);
    setText(value);
  }
  const isAhead = text.trim() !== value;
  useEffect(() => {
    if (!isAhead) return undefined;
    const timer = window.setTimeout(() => onChange(text.trim(), true), typingPauseMs);
    return () => window.clearTimeout(timer);
  });
  return (
    <input
      id={id}
      type="search"
      className="control"
      value={text}
      placeholder={field.placeholder ?? ""}
      maxLength={60}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => isAhead && onChange(text.trim(), true)}
    />
  );
}
