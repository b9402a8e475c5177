import { describe, expect, test } from "vitest";
import { commonProblems } from "#platform/http/problem.ts";
import { endpoints } from "../../apps/server/endpoints.ts";

const tables = [...endpoints.map(({ problems }) => problems), commonProblems];
const problems = tables.flatMap((table) => Object.entries(table));

describe("每一种拒绝都说得清", () => {
  test("确实看到了全部房间的拒绝", () => {
    expect(endpoints.length).toBeGreaterThan(40);
    expect(new Set(problems.map(([code]) => code)).size).toBeGreaterThan(80);
  });

  test("每个代码都有中文说法：以中文起头，不夹代码，一行说完", () => {
    for (const [code, { title }] of problems) {
      expect([code, title]).toEqual([code, expect.stringMatching(/^[\u4e00-\u9fff]/)]);
      expect([code, title]).toEqual([code, expect.not.stringMatching(/[a-z]-[a-z]|undefined|null|\n/)]);
      expect([code, title.length <= 60]).toEqual([code, true]);
    }
  });

  test("代码是小写英文加连字符，状态都是拒绝的状态", () => {
    for (const [code, { status }] of problems) {
      expect(code).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
      expect(status >= 400 && status < 600).toBe(true);
    }
  });

  test("数据库约束换成的代码，都在本处的拒绝表里", () => {
    for (const endpoint of endpoints) {
      if (endpoint.kind === "open") continue;
      const known = Object.keys({ ...commonProblems, ...endpoint.problems });
      for (const code of Object.values(endpoint.constraints)) expect(known).toContain(code);
    }
  });
});
