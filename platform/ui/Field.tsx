import { cloneElement, isValidElement, type ReactElement, type ReactNode, useId } from "react";
import { words } from "./words.ts";

interface ControlProps {
  readonly id?: string;
  readonly "aria-describedby"?: string | undefined;
  readonly "aria-invalid"?: boolean | undefined;
  readonly "aria-required"?: boolean | undefined;
}

/** One control under its label, with its error beside it. */
export function Field(props: {
  readonly label: string;
  readonly isRequired?: boolean | undefined;
  readonly error?: string | undefined;
  readonly hint?: ReactNode;
  readonly children: ReactElement | ReactNode;
}): ReactNode {
  const id = useId();
  const child = props.children;
  const hasNote = Boolean(props.error) || Boolean(props.hint);
  const linked: ControlProps = {
    "aria-describedby": hasNote ? `${id}-note` : undefined,
    "aria-invalid": props.error ? true : undefined,
    "aria-required": props.isRequired,
  };
  const ownId = isValidElement<ControlProps>(child) ? (child.props.id ?? id) : id;
  return (
    <div className="field">
      <label className="field-label" htmlFor={ownId}>
        {props.label}
        {props.isRequired && (
          <span className="field-required" aria-hidden="true" title={words.required}>
            *
          </span>
        )}
      </label>
      {isValidElement<ControlProps>(child) ? cloneElement(child, { id: ownId, ...linked }) : child}
      {hasNote && (
        <div id={`${id}-note`} className={props.error ? "field-error" : "field-hint"}>
          {props.error ?? props.hint}
        </div>
      )}
    </div>
  );
}
