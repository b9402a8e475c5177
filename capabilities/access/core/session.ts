/**
 * How long a session lives. Source: domain.md §7.1 (idle end, absolute end; values usual in assessments).
 * `pendingMs`: how long the steps after the password may take; setting up a phone takes some minutes.
 */
export const sessionLimits = {
  idleMs: 2 * 3_600_000,
  absoluteMs: 12 * 3_600_000,
  pendingMs: 30 * 60_000,
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

/** What can still stand between the right password and everything else, in the order in which it is asked for. */
export const signInSteps = ["factorCheck", "passwordChange", "factorSetup"] as const;

export type SignInStep = (typeof signInSteps)[number];

export interface SignInFacts {
  readonly hasFactor: boolean;
  readonly hasPassedFactor: boolean;
  readonly mustChangePassword: boolean;
  readonly mustHaveFactor: boolean;
}

/**
 * The step that comes next; null when signing in is complete. Who somebody is comes first: a password that another
 * has learnt must not be enough to choose a new one. Source: GB/T 22239 身份鉴别 (domain.md §7.1).
 */
export function pendingStepOf(facts: SignInFacts): SignInStep | null {
  if (facts.hasFactor && !facts.hasPassedFactor) return "factorCheck";
  if (facts.mustChangePassword) return "passwordChange";
  if (facts.mustHaveFactor && !facts.hasFactor) return "factorSetup";
  return null;
}

/** A session that waits for its second factor lives only minutes: it stands for a password, not for a person. */
export const isPendingTooLong = (createdAt: Date, step: SignInStep | null, now: Date): boolean =>
  step === "factorCheck" && now.getTime() - createdAt.getTime() >= sessionLimits.pendingMs;
