import "./sign-in.css";
import { type ReactNode, useCallback, useState } from "react";
import { messages } from "./messages.ts";
import { SignInForm } from "./SignInForm.tsx";
import { SignInSteps } from "./SignInSteps.tsx";
import { isSingleSignOnReturn, SingleSignOnReturn } from "./SingleSignOnReturn.tsx";
import { StandingWords } from "./StandingWords.tsx";
import type { Step } from "./sign-in.ts";
import { useSignInState } from "./use-sign-in-state.ts";
import { useSite } from "./use-site.ts";

/** The first page anybody sees; plain React, so that it opens fast on a slow line. */
export function SignInPage(): ReactNode {
  const site = useSite();
  const { state, advance } = useSignInState();
  const [isReturning, setIsReturning] = useState(isSingleSignOnReturn);
  const onReturned = useCallback(
    (step: Step): void => {
      setIsReturning(false);
      advance(step);
    },
    [advance],
  );
  const isDemo = site.status === "ready" && site.data.demo;
  return (
    <div className="sign-in">
      <main className="sign-in-card">
        <h1 className="sign-in-product">{messages.product}</h1>
        <p className="soft">{messages.productLine}</p>
        {site.status === "failed" && (
          <div className="problem" role="alert">
            <div>
              <strong>{site.problem.title}</strong>
              <p>{site.problem.detail}</p>
            </div>
            <button type="button" className="sign-in-retry" onClick={site.retry}>
              {messages.retry}
            </button>
          </div>
        )}
        {isReturning ? (
          <SingleSignOnReturn onSignedIn={onReturned} />
        ) : state ? (
          <SignInSteps state={state} onStep={advance} />
        ) : (
          <SignInForm site={site.status === "ready" ? site.data : null} onSignedIn={advance} />
        )}
        {isDemo && !state && <p className="soft sign-in-exempt">{messages.demoExempt}</p>}
      </main>
      <StandingWords isDemo={isDemo} />
    </div>
  );
}
