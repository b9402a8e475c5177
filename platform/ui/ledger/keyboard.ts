import { type KeyboardEvent, useState } from "react";

export type LedgerKey = "down" | "up" | "open" | "choose" | "moveDown" | "moveUp";

const keyMeanings: Readonly<Record<string, LedgerKey>> = {
  j: "down",
  J: "down",
  ArrowDown: "down",
  k: "up",
  K: "up",
  ArrowUp: "up",
  Enter: "open",
  x: "choose",
  X: "choose",
};

/** With Alt the row itself moves. */
const moveMeanings: Readonly<Record<string, LedgerKey>> = { ArrowDown: "moveDown", ArrowUp: "moveUp" };

/** What a key means on a row; null leaves it to the browser (a letter in a field, Enter on a button). */
export function meaningOfKey(event: {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly isOnRow: boolean;
}): LedgerKey | null {
  if (!event.isOnRow || event.ctrlKey || event.metaKey) return null;
  if (event.altKey) return moveMeanings[event.key] ?? null;
  return keyMeanings[event.key] ?? null;
}

/** The row that the keyboard stands on, and the handler of the table body; one stop for Tab, j and k inside. */
export function useLedgerKeys(
  count: number,
  acts: {
    readonly open: (index: number) => void;
    readonly choose: (index: number) => void;
    readonly move: ((index: number, by: -1 | 1) => void) | null;
  },
): {
  readonly current: number;
  readonly onFocusRow: (index: number) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
} {
  const [wanted, setWanted] = useState(0);
  const current = Math.min(wanted, Math.max(count - 1, 0));
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const target = event.target as HTMLElement;
    const { key, ctrlKey, metaKey, altKey } = event;
    const isOnRow = target.dataset["row"] !== undefined;
    const meaning = meaningOfKey({ key, ctrlKey, metaKey, altKey, isOnRow });
    if (meaning === null) return;
    const by = { moveUp: -1, moveDown: 1 } as const;
    if (meaning === "moveUp" || meaning === "moveDown") {
      if (!acts.move) return;
      event.preventDefault();
      acts.move(Number(target.dataset["row"]), by[meaning]);
      return;
    }
    event.preventDefault();
    const index = Number(target.dataset["row"]);
    if (meaning === "open") acts.open(index);
    else if (meaning === "choose") acts.choose(index);
    else
      focusRow(event.currentTarget, Math.min(Math.max(index + (meaning === "down" ? 1 : -1), 0), count - 1));
  };
  return { current, onFocusRow: setWanted, onKeyDown };
}

function focusRow(body: HTMLElement, index: number): void {
  const row = body.querySelector<HTMLElement>(`[data-row="${index}"]`);
  row?.focus();
  row?.scrollIntoView({ block: "nearest" });
}
