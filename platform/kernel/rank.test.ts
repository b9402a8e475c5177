import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rankHighestFirst } from "./rank.ts";

const ranksOf = (values: readonly (number | null)[]) => rankHighestFirst(values).map(({ rank }) => rank);

describe("名次", () => {
  test.each([
    ["并列占位", [90, 100, 90, 80], [2, 1, 2, 4]],
    ["全部并列", [7, 7, 7], [1, 1, 1]],
    ["没有数据的不排名，也不垫底", [5, null, 9], [2, null, 1]],
    ["全都没有数据", [null, null], [null, null]],
    ["没有单位", [], []],
  ])("%s", (_name, values, expected) => expect(ranksOf(values)).toEqual(expected));

  test("与第一名的差距", () =>
    expect(rankHighestFirst([900, 1_000, null]).map(({ gapToFirst }) => gapToFirst)).toEqual([100, 0, null]));

  test("名次等于得分更高的个数加一，不因排列而变", () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.integer({ min: 0, max: 20 }))), (values) => {
        const expected = values.map((value) =>
          value === null ? null : 1 + values.filter((other) => other !== null && other > value).length,
        );
        expect(ranksOf(values)).toEqual(expected);
        expect(ranksOf([...values].reverse())).toEqual([...expected].reverse());
      }),
      { seed: 20_261_120, numRuns: 500 },
    );
  });
});
