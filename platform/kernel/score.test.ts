import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { apportion, divideHalfUp, divideHalfUpLarge, roundScore, roundTotal, writeTotal } from "./score.ts";

const seeded = { seed: 20_261_120, numRuns: 500 };

describe("整数四舍五入", () => {
  test.each([
    [1, 2, 1],
    [1, 3, 0],
    [2, 3, 1],
    [5, 10, 1],
    [4, 10, 0],
    [0, 7, 0],
    [-1, 2, 0],
    [-3, 2, -1],
  ])("%d除以%d得%d", (a, b, expected) => expect(divideHalfUp(a, b)).toBe(expected));

  test("与任意精度整数的结果一致", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.integer({ min: 1, max: 1e9 }), (a, b) => {
        const x = 2n * BigInt(a) + BigInt(b);
        const y = 2n * BigInt(b);
        const exact = (x - (((x % y) + y) % y)) / y;
        expect(BigInt(divideHalfUp(a, b))).toBe(exact);
        expect(divideHalfUpLarge(BigInt(a), BigInt(b))).toBe(Number(exact));
      }),
      seeded,
    );
  });

  test("超出安全整数或除数不为正，是程序错误", () => {
    expect(() => divideHalfUp(2 ** 53, 3)).toThrow(RangeError);
    expect(() => divideHalfUp(1, 0)).toThrow(RangeError);
    expect(() => divideHalfUpLarge(1n, 0n)).toThrow(RangeError);
  });
});

describe("按公布的位数取整", () => {
  test("总分取两位小数", () => expect(roundTotal(862_549, 2)).toBe(862_500));
  test("总分恰为一半进一", () => expect(roundTotal(862_550, 2)).toBe(862_600));
  test("总分取整数", () => expect(roundTotal(865_000, 0)).toBe(870_000));
  test("指标得分取一位小数", () => expect(roundScore(8_625, 1)).toBe(8_630));
  test("写成文字", () => {
    expect(writeTotal(862_549, 2)).toBe("86.25");
    expect(writeTotal(1_000_000, 2)).toBe("100.00");
    expect(writeTotal(500, 1)).toBe("0.1");
    expect(writeTotal(-12_345, 2)).toBe("-1.23");
    expect(writeTotal(865_000, 0)).toBe("87");
  });
});

describe("把总数分到各项", () => {
  test("各项之和等于总数，且与次序无关", () => {
    const share = fc.record({
      key: fc.string({ minLength: 1, maxLength: 6 }),
      numerator: fc.bigInt({ min: 0n, max: 1_000_000n }),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(share, { selector: (entry) => entry.key, minLength: 1, maxLength: 12 }),
        fc.bigInt({ min: 1n, max: 997n }),
        (shares, denominator) => {
          const sum = shares.reduce((total, { numerator }) => total + numerator, 0n);
          const whole = divideHalfUpLarge(sum, denominator);
          const parts = apportion(shares, denominator, whole);
          expect([...parts.values()].reduce((total, part) => total + part, 0)).toBe(whole);
          expect(new Map([...apportion([...shares].reverse(), denominator, whole)].sort())).toEqual(
            new Map([...parts].sort()),
          );
        },
      ),
      seeded,
    );
  });
});
