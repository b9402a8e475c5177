import { useSyncExternalStore } from "react";
import { useMe } from "./me.ts";

const keptAs = "panshi:year";
const listeners = new Set<() => void>();

/** Per window, so that two years can be looked at side by side. */
function readYear(): number | null {
  const year = Number(window.sessionStorage.getItem(keptAs));
  return Number.isInteger(year) && year >= 2000 && year <= 2100 ? year : null;
}

export function chooseYear(year: number): void {
  window.sessionStorage.setItem(keptAs, String(year));
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The assessment year that the pages show: the one chosen above, else the year of the server's today. */
export function useYear(): number {
  const { today } = useMe();
  return useSyncExternalStore(subscribe, readYear) ?? Number(today.slice(0, 4));
}
