import { useSyncExternalStore } from "react";

export interface Notice {
  readonly id: number;
  readonly text: string;
  readonly tone: "done" | "failed" | "plain";
  /** Takes the act back; offered for ten seconds. */
  readonly undo: (() => void) | null;
}

const undoMs = 10_000;
const shownMs = 5_000;
const listeners = new Set<() => void>();
let notices: readonly Notice[] = [];
let nextId = 1;

function set(next: readonly Notice[]): void {
  notices = next;
  for (const listener of listeners) listener();
}

export const dismissNotice = (id: number): void => set(notices.filter((notice) => notice.id !== id));

/** Says below the page what was done; a refusal belongs beside its form instead (ProblemNotice). */
export function notify(notice: {
  readonly text: string;
  readonly tone?: Notice["tone"] | undefined;
  readonly undo?: (() => void) | undefined;
}): void {
  const id = nextId;
  nextId += 1;
  const undo = notice.undo ?? null;
  set([...notices.slice(-2), { id, text: notice.text, tone: notice.tone ?? "done", undo }]);
  window.setTimeout(() => dismissNotice(id), undo ? undoMs : shownMs);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useNotices = (): readonly Notice[] => useSyncExternalStore(subscribe, () => notices);
