/** Arithmetic of scores in integers: sums are exact and do not depend on the order in which they are made. */

/** Hundredths of a point: what one indicator scores. 10_000 = 100 points. */
export type Hundredths = number;
/** Hundredths of a percent: the weight of an indicator. 10_000 = the whole. */
export type BasisPoints = number;
/** Ten-thousandths of a point: totals, lost points and gaps. 1_000_000 = 100 points. */
export type TenThousandths = number;

export const fullBasisPoints: BasisPoints = 10_000;
export const fullTotal: TenThousandths = 1_000_000;

/** The whole part of a / b, toward minus infinity; exact where a floating division would not be. */
const divideDown = (a: number, b: number): number => (a - modulo(a, b)) / b;

const modulo = (a: number, b: number): number => ((a % b) + b) % b;

/**
 * a / b to the nearest integer, halves up: (2a + b) / (2b) by integer division. PostgreSQL's `div` on numerics
 * gives the same, so a checker in SQL compares equal. Source: engine.md §7.
 */
export function divideHalfUp(a: number, b: number): number {
  if (!Number.isSafeInteger(2 * a + b) || !Number.isSafeInteger(b) || b <= 0) {
    throw new RangeError(`not a division of safe integers: ${a} / ${b}`);
  }
  return divideDown(2 * a + b, 2 * b);
}

/** The same for numbers beyond 2^53, as products of weights and scores may be on their way. */
export function divideHalfUpLarge(a: bigint, b: bigint): number {
  if (b <= 0n) throw new RangeError(`not a divisor: ${b}`);
  const remainder = (((2n * a + b) % (2n * b)) + 2n * b) % (2n * b);
  return Number((2n * a + b - remainder) / (2n * b));
}

/** A total on the precision that is published: decimals 0 to 4, still in ten-thousandths. */
export function roundTotal(total: TenThousandths, decimals: number): TenThousandths {
  const step = 10 ** (4 - decimals);
  return divideHalfUp(total, step) * step;
}

/** An indicator's score on the precision that is published: decimals 0 to 2 (finer is what it already is). */
export function roundScore(score: Hundredths, decimals: number): Hundredths {
  const step = 10 ** Math.max(0, 2 - decimals);
  return divideHalfUp(score, step) * step;
}

/** "86.25": a scaled integer as people write it, with exactly the decimals that are published. */
export function writeScaled(value: number, scale: number, decimals: number): string {
  const shown = divideHalfUp(value * 10 ** decimals, scale);
  const digits = String(Math.abs(shown)).padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals);
  const sign = shown < 0 ? "-" : "";
  return decimals === 0 ? `${sign}${whole}` : `${sign}${whole}.${digits.slice(-decimals)}`;
}

export const writeTotal = (total: TenThousandths, decimals: number): string =>
  writeScaled(total, 10_000, decimals);

export const writeScore = (score: Hundredths, decimals: number): string =>
  writeScaled(score, 100, Math.min(decimals, 2));

/**
 * Splits a whole into integer parts that add up to it exactly: every share is rounded down, and what is left goes
 * one by one to the largest remainders; equal remainders go by key, so the order of the shares does not matter.
 */
export function apportion(
  shares: readonly { readonly key: string; readonly numerator: bigint }[],
  denominator: bigint,
  whole: number,
): ReadonlyMap<string, number> {
  const parts = shares.map(({ key, numerator }) => {
    const remainder = ((numerator % denominator) + denominator) % denominator;
    return { key, part: Number((numerator - remainder) / denominator), remainder };
  });
  const left = whole - parts.reduce((sum, { part }) => sum + part, 0);
  const byRemainder = [...parts].sort((a, b) =>
    a.remainder === b.remainder ? (a.key < b.key ? -1 : 1) : a.remainder > b.remainder ? -1 : 1,
  );
  return new Map(byRemainder.map(({ key, part }, index) => [key, part + (index < left ? 1 : 0)]));
}
