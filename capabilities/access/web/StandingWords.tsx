import type { ReactNode } from "react";
import { standingWords } from "./messages.ts";

/** What every page says below: that nothing secret belongs here, and that demo data is invented. */
export function StandingWords({ isDemo }: { readonly isDemo: boolean }): ReactNode {
  return (
    <footer className="standing-words">
      {standingWords.unclassified}
      {isDemo && (
        <>
          {"　"}
          <span className="demo-words">{standingWords.demo}</span>
        </>
      )}
    </footer>
  );
}
