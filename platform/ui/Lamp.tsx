import type { ReactNode } from "react";

export type LampColour = "green" | "amber" | "red" | "grey" | "blue";

/** Green on course, amber due soon, red overdue, grey not started, blue waiting for another; never without a word. */
export function Lamp(props: { readonly colour: LampColour; readonly word: string }): ReactNode {
  return (
    <span className={`lamp lamp-${props.colour}`}>
      <span className="lamp-light" aria-hidden="true" />
      {props.word}
    </span>
  );
}
