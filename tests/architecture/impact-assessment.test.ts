import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { personalData, personalDataPrinciples } from "#rooms/people/core/index.ts";

const root = resolve(import.meta.dirname, "../..");
const lines = readFileSync(resolve(root, "docs/operations/impact-assessment.md"), "utf8").split("\n");

test("影响评估与页面“个人信息说明”是同一份文字，不多一行，不少一行", () => {
  const rows = personalData.map(
    ({ what, why, rule, kept, seenBy }) => `| ${[what, why, rule, kept, seenBy].join(" | ")} |`,
  );
  const head = lines.indexOf("| 内容 | 用途 | 依据 | 保存多久 | 谁看得到 |");
  expect(lines.slice(head + 2, head + 2 + rows.length + 1)).toEqual([...rows, ""]);
  for (const principle of personalDataPrinciples) expect(lines).toContain(`- ${principle}`);
});
