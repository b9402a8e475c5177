import "./sign-in.css";
import type { ReactNode } from "react";
import { messages } from "./messages.ts";
import { SignInForm } from "./SignInForm.tsx";
import { StandingWords } from "./StandingWords.tsx";
import { useSite } from "./use-site.ts";

/** The first page anybody sees; plain React, so that it opens fast on a slow line. */
export function SignInPage(): ReactNode {
  const site = useSite();
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
        <SignInForm areas={site.status === "ready" ? site.data.areas : null} />
      </main>
      <StandingWords isDemo={site.status === "ready" && site.data.demo} />
    </div>
  );
}
