import type { ReactNode } from "react";
import { words } from "./words.ts";

/** Which rule decided what stands beside it, in one sentence, with where that rule is written. */
export function Explain(props: { readonly children: ReactNode; readonly source?: ReactNode }): ReactNode {
  return (
    <aside className="explain">
      <span className="explain-head">{words.rule}</span>
      <span>{props.children}</span>
      {props.source && (
        <span className="explain-source">
          {words.source}：{props.source}
        </span>
      )}
    </aside>
  );
}
