import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { es2023Lists } from "./language-gaps.ts";

const list = fc.array(fc.integer({ min: -9, max: 9 }));
const isPositive = (value: unknown): boolean => Number(value) > 0;
const descending = (one: unknown, other: unknown): number => Number(other) - Number(one);
const always = { seed: 20261121 };

describe("旧浏览器补上的列表方法与新浏览器自带的一样", () => {
  test("从后往前找", () => {
    fc.assert(
      fc.property(list, (numbers) => {
        expect(es2023Lists.findLast.call(numbers, isPositive)).toBe(numbers.findLast(isPositive));
        expect(es2023Lists.findLastIndex.call(numbers, isPositive)).toBe(numbers.findLastIndex(isPositive));
      }),
      always,
    );
  });

  test("倒排、排序，都不动原来的列表", () => {
    fc.assert(
      fc.property(list, (numbers) => {
        const before = [...numbers];
        expect(es2023Lists.toReversed.call(numbers)).toEqual(numbers.toReversed());
        expect(es2023Lists.toSorted.call(numbers, descending)).toEqual(numbers.toSorted(descending));
        expect(numbers).toEqual(before);
      }),
      always,
    );
  });

  test("换一段、换一个", () => {
    const place = fc.integer({ min: -12, max: 12 });
    fc.assert(
      fc.property(list, place, (numbers, at) => {
        expect(es2023Lists.toSpliced.call(numbers, at, 2, 7)).toEqual(numbers.toSpliced(at, 2, 7));
        const native = attempt(() => numbers.with(at, 7));
        expect(attempt(() => es2023Lists.with.call(numbers, at, 7))).toEqual(native);
      }),
      always,
    );
  });
});

function attempt(act: () => unknown): unknown {
  try {
    return act();
  } catch (error) {
    return (error as Error).name;
  }
}
