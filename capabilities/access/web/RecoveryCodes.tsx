import type { ReactNode } from "react";
import { stepMessages } from "./messages.ts";

const words = stepMessages.recoveryCodes;

/** Told once: whoever leaves this page without them makes new ones. */
export function RecoveryCodes(props: {
  readonly codes: readonly string[];
  readonly onKept: () => void;
}): ReactNode {
  return (
    <section className="stack" aria-label={words.title}>
      <h2 className="step-title">{words.title}</h2>
      <p>{words.explain}</p>
      <ol className="recovery-codes">
        {props.codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <div className="stack no-print">
        <button type="button" className="step-button step-button-second" onClick={() => window.print()}>
          {words.print}
        </button>
        <button type="button" className="step-button" onClick={props.onKept}>
          {words.kept}
        </button>
      </div>
    </section>
  );
}
