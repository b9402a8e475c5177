import "./steps.css";
import { type ReactNode, useState } from "react";
import { writeMoment } from "#platform/ui/dates.tsx";
import { PageLink } from "#platform/ui/PageLink.tsx";
import { useMe } from "./me.ts";
import { formerSignIn as words } from "./messages.ts";

const seenKey = "panshi:former-sign-in";

/** Once a session: when and from where one signed in before, and whether somebody has tried since. */
export function FormerSignIn(): ReactNode {
  const { formerSignIn, signedInAt } = useMe();
  const [isSeen, setIsSeen] = useState(() => window.sessionStorage.getItem(seenKey) === signedInAt);
  if (!formerSignIn || isSeen) return null;
  const onClose = (): void => {
    window.sessionStorage.setItem(seenKey, signedInAt);
    setIsSeen(true);
  };
  const { at, from, failures } = formerSignIn;
  return (
    <div
      className={failures > 0 ? "former-sign-in former-sign-in-failed no-print" : "former-sign-in no-print"}
      role="status"
    >
      <span>
        {words.words(writeMoment(at), from)}
        {failures > 0 && <strong>{words.failures(failures)}</strong>}
      </span>
      <PageLink to="/account">{words.see}</PageLink>
      <button type="button" className="step-link" onClick={onClose}>
        {words.close}
      </button>
    </div>
  );
}
