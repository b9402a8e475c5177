import { useSyncExternalStore } from "react";
import { keep, recall } from "./kept.ts";
import { type Appearance, cssVariablesOf } from "./theme.ts";

const keptAs = "appearance";
const phoneWidth = "(max-width: 640px)";
const listeners = new Set<() => void>();
let current = readKept();

function readKept(): Appearance {
  const kept = recall<Partial<Appearance>>(keptAs, {});
  return { isDark: kept.isDark === true, isLarge: kept.isLarge === true };
}

const isPhone = (): boolean => window.matchMedia(phoneWidth).matches;

/** Writes the choice into the page's root; called before the first paint of every entry. */
export function applyAppearance(): void {
  const root = document.documentElement;
  for (const [name, value] of cssVariablesOf(current, isPhone())) root.style.setProperty(name, value);
  root.dataset["ground"] = current.isDark ? "dark" : "light";
  root.dataset["type"] = current.isLarge ? "large" : "normal";
}

export function chooseAppearance(change: Partial<Appearance>): void {
  current = { ...current, ...change };
  keep(keptAs, current);
  applyAppearance();
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  const query = window.matchMedia(phoneWidth);
  const onWidth = (): void => {
    applyAppearance();
    listener();
  };
  listeners.add(listener);
  query.addEventListener("change", onWidth);
  return () => {
    listeners.delete(listener);
    query.removeEventListener("change", onWidth);
  };
}

export const useAppearance = (): Appearance => useSyncExternalStore(subscribe, () => current);

export const useIsPhone = (): boolean => useSyncExternalStore(subscribe, isPhone);
