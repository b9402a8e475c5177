import { expect, test } from "vitest";
import { selectRoots } from "./unit-roots.ts";

const unit = (id: string, parentId: string | null) => ({ id, parentId });

test.each([
  ["县级从县委开始", [unit("county", null), unit("town", "county")], ["county"]],
  ["乡镇从本乡镇开始", [unit("town", "county"), unit("village", "town")], ["town"]],
  ["部门兼看两处，两处都是起点", [unit("organ", "county"), unit("school", "education")], ["organ", "school"]],
])("%s", (_name, units, roots) => {
  expect(selectRoots(units).map(({ id }) => id)).toEqual(roots);
});
