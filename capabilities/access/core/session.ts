/** How long a session lives. Source: domain.md §7.1 (idle end, absolute end; values usual in assessments). */
export const sessionLimits = {
  idleMs: 2 * 3_600_000,
  absoluteMs: 12 * 3_600_000,
  touchEveryMs: 60_000,
} as const;

export interface SessionTimes {
  readonly createdAt: Date;
  readonly usedAt: Date;
  readonly endedAt: Date | null;
}

export const isSessionAlive = (session: SessionTimes, now: Date): boolean =>
  session.endedAt === null &&
  now.getTime() - session.usedAt.getTime() < sessionLimits.idleMs &&
  now.getTime() - session.createdAt.getTime() < sessionLimits.absoluteMs;

/** After five failures in a row an account rests for five minutes. Source: domain.md §7.1. */
export const signInLimits = { maxFailures: 5, lockMs: 300_000 } as const;
