import { lazy, type ReactNode, Suspense, useEffect, useState } from "react";
import { useMe } from "#rooms/access/web/index.ts";
import { messages } from "./messages.ts";
import { findablePages, pages } from "./pages.ts";

const load = () => import("#rooms/workbench/web/index.ts");
const FindDialog = lazy(async () => ({ default: (await load()).FindDialog }));
/** Once the page itself is there, so that what is typed right after Ctrl+K is not lost. */
const loadAfterMs = 1_000;

/** The search box of the brand bar: opens by a click or Ctrl+K; what it opens comes after the page. */
export function Find(): ReactNode {
  const [isOpen, setIsOpen] = useState(false);
  const { actions } = useMe();
  useEffect(() => {
    const timer = window.setTimeout(() => void load().catch(() => {}), loadAfterMs);
    return () => window.clearTimeout(timer);
  }, []);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey)) return;
      if (event.altKey || event.shiftKey) return;
      // The browser's own Ctrl+K goes to its address field.
      event.preventDefault();
      setIsOpen(true);
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
  return (
    <>
      <button
        type="button"
        className="find-button"
        aria-label={messages.find}
        aria-keyshortcuts="Control+K"
        aria-haspopup="dialog"
        onClick={() => setIsOpen(true)}
      >
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
          <path
            d="M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9m3.3 7.8 3.4 3.4"
            fill="none"
            stroke="currentColor"
          />
        </svg>
        <span className="find-words">{messages.findHint}</span>
        <kbd>Ctrl K</kbd>
      </button>
      {isOpen && (
        <Suspense>
          <FindDialog pages={findablePages(pages, actions)} onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
