const minute = 60_000;

/**
 * After the fifth failure in a row the name rests, and longer after each further one. Five and five minutes are the
 * values usual in assessments of GB/T 22239 (domain.md §7.1); the growth is ours: it makes guessing on for days
 * useless without shutting a forgetful person out for a day at once.
 */
const freeFailures = 4;
const restsMs = [5, 15, 60, 240, 720, 1440].map((minutes) => minutes * minute);
/** Failures a day apart are not "in a row" any more. */
const forgottenAfterMs = 1440 * minute;

export interface GuardCount {
  readonly failures: number;
  readonly lastFailedAt: Date | null;
  readonly lockedUntil: Date | null;
}

export const noFailures: GuardCount = { failures: 0, lastFailedAt: null, lockedUntil: null };

/** How long a name rests after this many failures in a row; 0 while it may be tried again at once. */
export const restAfter = (failures: number): number =>
  failures <= freeFailures ? 0 : (restsMs[Math.min(failures - freeFailures, restsMs.length) - 1] ?? 0);

export const isLocked = (count: GuardCount, now: Date): boolean =>
  count.lockedUntil !== null && count.lockedUntil.getTime() > now.getTime();

export interface CountedFailure {
  readonly failures: number;
  /** Milliseconds since the epoch until which the name rests; null when it does not. */
  readonly lockedUntilMs: number | null;
}

/** One more failure of a name. */
export function countFailure(count: GuardCount, now: Date): CountedFailure {
  const quietSince = Math.max(count.lastFailedAt?.getTime() ?? 0, count.lockedUntil?.getTime() ?? 0);
  const failures = (now.getTime() - quietSince >= forgottenAfterMs ? 0 : count.failures) + 1;
  const rest = restAfter(failures);
  return { failures, lockedUntilMs: rest === 0 ? null : now.getTime() + rest };
}

/** Of a remote address one failure is forgiven every half minute. */
const forgivenEveryMs = 30_000;
const pressureDelays = [
  { from: 101, delayMs: 1000 },
  { from: 51, delayMs: 500 },
  { from: 21, delayMs: 250 },
] as const;

/** The failures of an address that still weigh at this moment. */
export const pressureOf = (count: GuardCount, now: Date): number =>
  count.lastFailedAt === null
    ? 0
    : Math.max(
        0,
        count.failures - Math.floor((now.getTime() - count.lastFailedAt.getTime()) / forgivenEveryMs),
      );

/**
 * How long each attempt from an address waits for its turn. An address is only slowed, never locked out: a whole
 * county office may stand behind one.
 */
export function slowDownOf(count: GuardCount, now: Date): number {
  const pressure = pressureOf(count, now);
  return pressureDelays.find(({ from }) => pressure >= from)?.delayMs ?? 0;
}
