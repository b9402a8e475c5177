import { startTransition, useEffect, useState } from "react";
import { flushSync } from "react-dom";

/** More than fill any window. */
const rowsAtFirst = 120;
const rowsAtOnce = 240;

const onIdle = (act: () => void): (() => void) => {
  // Safari has no idle callbacks.
  if (typeof requestIdleCallback !== "function") {
    const timer = setTimeout(act, 50);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(act, { timeout: 1_000 });
  return () => cancelIdleCallback(handle);
};

/**
 * How many rows of a long list to draw now: those that fill the window at once, the rest while the browser has nothing
 * else to do, so that in the end all are there to be searched for. At least `needed`; on paper all.
 */
export function useGrowing(total: number, needed: number): number {
  const [drawn, setDrawn] = useState(rowsAtFirst);
  useEffect(() => {
    if (drawn >= total) return;
    return onIdle(() => startTransition(() => setDrawn(drawn + rowsAtOnce)));
  }, [drawn, total]);
  useEffect(() => {
    const drawAll = (): void => flushSync(() => setDrawn(Number.MAX_SAFE_INTEGER));
    window.addEventListener("beforeprint", drawAll);
    return () => window.removeEventListener("beforeprint", drawAll);
  }, []);
  return Math.min(total, Math.max(drawn, needed));
}
