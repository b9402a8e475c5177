import { type ReactNode, useEffect, useRef, useState } from "react";
import { call } from "#platform/ui/client.ts";
import { finishSingleSignOnRoute } from "../contract/session.ts";
import { messages } from "./messages.ts";
import { RefusalNotice } from "./PlainForm.tsx";
import type { Refused, Step } from "./sign-in.ts";

export const isSingleSignOnReturn = (): boolean => window.location.pathname === "/sign-in/single-sign-on";

/** The identity provider has sent the browser back: what it hung on the address is handed over, once. */
export function SingleSignOnReturn({ onSignedIn }: { readonly onSignedIn: (step: Step) => void }): ReactNode {
  const [refusal, setRefusal] = useState<Refused | null>(null);
  const isHandedOver = useRef(false);
  useEffect(() => {
    if (isHandedOver.current) return;
    isHandedOver.current = true;
    const returned = window.location.search;
    // The code must not stay in the history of the browser.
    window.history.replaceState(null, "", "/sign-in");
    void call(finishSingleSignOnRoute, { body: { returned } }).then((outcome) => {
      if (!outcome.ok) setRefusal(outcome.problem);
      else if (outcome.value.linked) window.location.replace("/account");
      else onSignedIn(outcome.value.step);
    });
  }, [onSignedIn]);
  if (!refusal) return <p role="status">{messages.returning}</p>;
  return (
    <div className="stack">
      <RefusalNotice refusal={refusal} />
      <a href="/sign-in">{messages.backToSignIn}</a>
    </div>
  );
}
