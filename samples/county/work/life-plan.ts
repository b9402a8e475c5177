import { openRandom } from "../random.ts";

/** Where a task stops for now, although its day would let it go on. */
type Fate =
  | "unopened"
  | "inProgress"
  | "waiting"
  | "returned"
  | "extensionRequested"
  | "extended"
  | "overdue"
  | "reopened"
  | "cancelled";

/** How a task will go, before it is known how far it got by today. */
export interface LifePlan {
  readonly fate: Fate | null;
  /** Null: nobody opened it. */
  readonly opensAfterWorkdays: number | null;
  readonly acknowledgesAfterWorkdays: number;
  readonly reports: number;
  readonly extension: "granted" | "refused" | null;
  /** The share of the time that is used up when it is handed in. */
  readonly usedShare: number;
  readonly lateWorkdays: number;
  readonly isStuck: boolean;
  readonly withdraws: boolean;
  readonly returns: number;
  readonly judgedAfterWorkdays: number;
  readonly reopens: boolean;
}

/**
 * Fixed courses of single tasks, "duty/unit", so that a guide and a test find one of every kind. The wave of a duty
 * is in content/.
 */
const fates: Readonly<Record<string, Fate>> = {
  "venue-safety/liushu": "unopened",
  "care/liushu": "inProgress",
  "project/liushu": "waiting",
  "winter/liushu": "returned",
  "weak/liushu": "extensionRequested",
  "weak/shiqiao": "extended",
  "training/shiqiao": "overdue",
  "training/liushu": "reopened",
  "instructor/linshui": "cancelled",
  "election-self/liushu.dongyu": "returned",
  "own-winter/liushu.dongyu": "unopened",
  "own-winter/liushu.hejiawan": "waiting",
  "model-posts-self/jiaoyu.yizhong": "inProgress",
};

/** By then everybody has come round, however late: nobody leaves a task lying for half a year. */
const longestStuckDays = 80;

/** Tasks of the last fortnight may lie unopened. */
const recentDays = 14;

export interface LifeFacts {
  readonly dutyKey: string;
  readonly unitKey: string;
  readonly taskKey: string;
  readonly carelessness: number;
  readonly ageInDays: number;
  readonly overdueDays: number;
}

export function planLife(seed: string, facts: LifeFacts): LifePlan {
  const { carelessness } = facts;
  const random = openRandom(`${seed}/life/${facts.taskKey}`);
  const fate = fates[`${facts.dutyKey}/${facts.unitKey}`] ?? null;
  const isIgnored = facts.ageInDays <= recentDays && random.chance(0.12 + carelessness * 0.5);
  const delay = random.integer(0, 1 + Math.round(carelessness * 5));
  const staysUnopened = fate === "unopened" || (fate === null && isIgnored);
  const opensAfter = fate === null ? delay : 0;
  const isLate = random.chance(carelessness * 0.55);
  const wasStuck = random.chance(carelessness * 0.1);
  const isStuck = wasStuck && facts.overdueDays <= longestStuckDays;
  const lateByAtMost = wasStuck ? 45 : 3 + Math.round(carelessness * 24);
  const cancels = random.chance(0.006);
  return {
    fate: fate ?? (cancels ? "cancelled" : null),
    opensAfterWorkdays: staysUnopened ? null : opensAfter,
    acknowledgesAfterWorkdays: fate === null ? random.integer(0, 1) : 0,
    reports: random.integer(0, 2),
    extension: random.chance(0.04 + carelessness * 0.08)
      ? random.chance(0.75)
        ? "granted"
        : "refused"
      : null,
    usedShare: 0.5 + random.next() * 0.5,
    lateWorkdays: isLate || wasStuck ? random.integer(1, lateByAtMost) : 0,
    isStuck: fate === "inProgress" || fate === "overdue" || (fate === null && isStuck),
    withdraws: random.chance(0.015),
    returns: countReturns(random.next(), random.next(), carelessness),
    judgedAfterWorkdays: random.integer(1, 4),
    reopens: fate === "reopened" || random.chance(0.01 + carelessness * 0.14),
  };
}

const countReturns = (first: number, second: number, carelessness: number): number => {
  if (first >= 0.03 + carelessness * 0.5) return 0;
  return second < carelessness * 0.3 ? 2 : 1;
};
