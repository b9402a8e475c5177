import { addRecent, type FindOption } from "./find-options.ts";

/** Names of the work stay in this window and go with it, and with signing out: a computer may be shared. */
const keptAs = (holdingId: string): string => `panshi:found:${holdingId}`;

export function recallChoices(holdingId: string): readonly FindOption[] {
  try {
    return JSON.parse(window.sessionStorage.getItem(keptAs(holdingId)) ?? "[]") as readonly FindOption[];
  } catch {
    return [];
  }
}

/** Storage may be full or forbidden; then nothing is remembered and finding works on. */
export function keepChoice(holdingId: string, chosen: FindOption): void {
  try {
    const next = addRecent(recallChoices(holdingId), chosen);
    window.sessionStorage.setItem(keptAs(holdingId), JSON.stringify(next));
  } catch {
    // Remembering is not worth a failure.
  }
}
