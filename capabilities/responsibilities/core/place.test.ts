import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { moveToPlace } from "./place.ts";

const list = ["甲", "乙", "丙", "丁"];

describe("调整条目次序", () => {
  test.each([
    ["上移一位", "丙", 2, "甲丙乙丁"],
    ["下移一位", "乙", 3, "甲丙乙丁"],
    ["移到第一", "丁", 1, "丁甲乙丙"],
    ["移到最后", "甲", 4, "乙丙丁甲"],
    ["超过最后就是最后", "甲", 99, "乙丙丁甲"],
    ["小于一就是第一", "丙", 0, "丙甲乙丁"],
    ["原地不动", "乙", 2, "甲乙丙丁"],
    ["不在清单里的不动", "戊", 1, "甲乙丙丁"],
  ])("%s", (_name, moved, place, expected) => {
    expect(moveToPlace(list, moved, place).join("")).toBe(expected);
  });

  test("一项不多一项不少，其余各项先后不变，移回原处就是原样", () => {
    const anyMove = fc
      .uniqueArray(fc.integer(), { minLength: 1, maxLength: 30 })
      .chain((order) =>
        fc.tuple(fc.constant(order), fc.nat(order.length - 1), fc.integer({ min: 1, max: order.length })),
      );
    fc.assert(
      fc.property(anyMove, ([order, from, place]) => {
        const moved = order[from] as number;
        const after = moveToPlace(order, moved, place);
        expect(after[place - 1]).toBe(moved);
        expect(after.filter((id) => id !== moved)).toEqual(order.filter((id) => id !== moved));
        expect(moveToPlace(after, moved, from + 1)).toEqual(order);
      }),
    );
  });
});
