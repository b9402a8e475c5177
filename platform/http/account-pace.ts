import type { Actor } from "./actor.ts";

/**
 * How many requests an account may send in a minute, from however many addresses. Counted in memory, for this process:
 * the table of one minute is dropped with it.
 */
export function openPace(perMinute: number, clock: () => Date): (actor: Actor) => boolean {
  let minute = 0;
  const counts = new Map<string, number>();
  return ({ areaCode, accountId }) => {
    const now = Math.floor(clock().getTime() / 60_000);
    if (now !== minute) {
      minute = now;
      counts.clear();
    }
    const key = `${areaCode} ${accountId}`;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count <= perMinute;
  };
}
