import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  countFailure,
  type GuardCount,
  isLocked,
  noFailures,
  pressureOf,
  restAfter,
  slowDownOf,
} from "./sign-in-guard.ts";

const now = new Date("2026-11-20T02:00:00Z");
const before = (minutes: number): Date => new Date(now.getTime() - minutes * 60_000);

describe("连续输错之后停用多久", () => {
  test.each([
    [1, 0],
    [4, 0],
    [5, 5],
    [6, 15],
    [7, 60],
    [8, 240],
    [9, 720],
    [10, 1440],
    [50, 1440],
  ])("第%i次输错，停用%i分钟", (failures, minutes) => expect(restAfter(failures)).toBe(minutes * 60_000));

  test("输错越多停得越久，最长一天", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), (failures) => {
        expect(restAfter(failures + 1)).toBeGreaterThanOrEqual(restAfter(failures));
        expect(restAfter(failures)).toBeLessThanOrEqual(86_400_000);
      }),
    );
  });

  test.each<[string, Partial<GuardCount>, number, number | null]>([
    ["第一次输错", {}, 1, null],
    ["第五次输错停五分钟", { failures: 4, lastFailedAt: before(1) }, 5, 5],
    ["停用期满再错，停得更久", { failures: 5, lastFailedAt: before(6), lockedUntil: before(1) }, 6, 15],
    ["隔了一天，从头数", { failures: 4, lastFailedAt: before(1440) }, 1, null],
    ["差一分钟不到一天，接着数", { failures: 4, lastFailedAt: before(1439) }, 5, 5],
    [
      "停用一天期满不等于隔了一天",
      { failures: 10, lastFailedAt: before(1441), lockedUntil: before(1) },
      11,
      1440,
    ],
  ])("%s", (_name, count, failures, minutes) => {
    expect(countFailure({ ...noFailures, ...count }, now)).toEqual({
      failures,
      lockedUntilMs: minutes === null ? null : now.getTime() + minutes * 60_000,
    });
  });

  test("停用到点即恢复", () => {
    expect(isLocked({ ...noFailures, lockedUntil: new Date(now.getTime() + 1) }, now)).toBe(true);
    expect(isLocked({ ...noFailures, lockedUntil: now }, now)).toBe(false);
    expect(isLocked(noFailures, now)).toBe(false);
  });
});

describe("同一地址输错多了只放慢", () => {
  test.each([
    [20, 0, 0],
    [21, 0, 250],
    [51, 0, 500],
    [101, 0, 1000],
    [100_000, 0, 1000],
    [21, 1, 0],
    [60, 10, 250],
    [60, 30, 0],
  ])("错%i次，过%i分钟，每次等%i毫秒", (failures, minutes, delay) => {
    const count = { failures, lastFailedAt: before(minutes), lockedUntil: null };
    expect(slowDownOf(count, now)).toBe(delay);
  });

  test("再多也不会停用，时间久了就不再计较", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10_000 }),
        fc.integer({ min: 0, max: 6000 }),
        (failures, minutes) => {
          const count = { failures, lastFailedAt: before(minutes), lockedUntil: null };
          expect(slowDownOf(count, now)).toBeLessThanOrEqual(1000);
          expect(pressureOf(count, now)).toBe(Math.max(0, failures - minutes * 2));
        },
      ),
    );
  });
});
