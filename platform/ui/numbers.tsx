import type { ReactNode } from "react";
import { PageLink } from "./PageLink.tsx";
import { words } from "./words.ts";

/** A number as it is printed: thousands apart, as many digits as its rule publishes. */
const writeNumber = (value: number, digits = 0): string =>
  value.toLocaleString("zh-CN", { minimumFractionDigits: digits, maximumFractionDigits: digits });

/** A number that opens to what it is made of, with the difference to the last period small beside it. */
export function NumberCell(props: {
  readonly value: number | null;
  readonly digits?: number | undefined;
  readonly difference?: number | null | undefined;
  readonly to?: string | undefined;
  readonly onOpen?: (() => void) | undefined;
  /** What the link says when read aloud. */
  readonly label?: string | undefined;
}): ReactNode {
  if (props.value === null) return <span className="number soft">—</span>;
  const text = writeNumber(props.value, props.digits);
  return (
    <span className="number">
      {props.to ? (
        <PageLink to={props.to} label={props.label && `${props.label}：${text}`}>
          {text}
        </PageLink>
      ) : props.onOpen ? (
        <button type="button" className="link-button" onClick={props.onOpen} aria-label={props.label}>
          {text}
        </button>
      ) : (
        text
      )}
      {props.difference != null && <Difference value={props.difference} digits={props.digits} />}
    </span>
  );
}

/** How much more or less than in the last period: small, with an arrow, and said in words. */
export function Difference(props: {
  readonly value: number;
  readonly digits?: number | undefined;
}): ReactNode {
  const word = props.value > 0 ? words.up : props.value < 0 ? words.down : words.same;
  const sign = props.value > 0 ? "↑" : props.value < 0 ? "↓" : "＝";
  const size = props.value === 0 ? "" : writeNumber(Math.abs(props.value), props.digits);
  return (
    <small className="difference" title={`${word}${size}`}>
      {sign}
      {size}
    </small>
  );
}

/** How many of how many, as a bar and in figures. */
export function Progress(props: {
  readonly done: number;
  readonly total: number;
  readonly label: string;
}): ReactNode {
  return (
    <span className="progress">
      <progress value={props.done} max={Math.max(props.total, 1)} aria-label={props.label} />
      <span className="number">
        {writeNumber(props.done)}/{writeNumber(props.total)}
      </span>
    </span>
  );
}
