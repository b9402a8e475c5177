import { useSyncExternalStore } from "react";

const listeners = new Set<() => void>();
let dirtyForms = 0;
let hasEndedWithDirtyForm = false;

/** A form with words in it that are not saved yet; the answer takes it away again. */
export function holdDirtyForm(): () => void {
  dirtyForms += 1;
  return () => {
    dirtyForms -= 1;
  };
}

const hasDirtyForm = (): boolean => dirtyForms > 0;

export const signInAddress = (): string =>
  `/sign-in?return=${encodeURIComponent(window.location.pathname + window.location.search)}`;

/** The session is over: to the sign-in page and back, but never over the head of an unsaved form. */
export function endSession(): void {
  if (window.location.pathname.startsWith("/sign-in")) return;
  if (!hasDirtyForm()) {
    window.location.replace(signInAddress());
    return;
  }
  setEnded(true);
}

export function setEnded(hasEnded: boolean): void {
  if (hasEnded === hasEndedWithDirtyForm) return;
  hasEndedWithDirtyForm = hasEnded;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** True while the session is over and an unsaved form still stands on the page. */
export const useHasSessionEnded = (): boolean => useSyncExternalStore(subscribe, () => hasEndedWithDirtyForm);
