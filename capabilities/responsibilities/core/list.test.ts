import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { titleOf } from "./list.ts";

describe("事项的题目", () => {
  test.each([
    ["取第一句", "抓实支部。各乡镇党委要完成排查。", "抓实支部"],
    ["只有一句的取整句", "每村至少储备3名后备干部", "每村至少储备3名后备干部"],
    ["以标点开头的取全文", "。抓实支部", "。抓实支部"],
    ["超过六十字的，截到五十九字加省略号", "长".repeat(61), `${"长".repeat(59)}…`],
  ])("%s", (_name, content, title) => expect(titleOf(content)).toBe(title));

  test("截断处正是一个表情或生僻字，也不切成两半", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("字", "😀", "𠮷"), { maxLength: 90 }), (signs) => {
        const title = titleOf(signs.join(""));
        expect(title.isWellFormed()).toBe(true);
        expect([...title].length).toBeLessThanOrEqual(60);
      }),
      { seed: 20261124 },
    );
  });
});
