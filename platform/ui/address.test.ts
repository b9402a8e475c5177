import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { apiAddress, readSearch, safeReturnAddress, writeSearch } from "./address.ts";

const origin = "http://10.1.2.3:3000";

describe("登录后回到哪里", () => {
  test.each([
    ["原来的页面，连同筛选条件", "/tasks?state=overdue", "/tasks?state=overdue"],
    ["没有写，回到首页", null, "/"],
    ["别的网站，回到首页", "https://evil.example/tasks", "/"],
    ["双斜线开头的别的网站，回到首页", "//evil.example/tasks", "/"],
    ["反斜线冒充的别的网站，回到首页", "/\\evil.example", "/"],
    ["夹带制表符的别的网站，回到首页", "/\t/evil.example", "/"],
    ["脚本地址，回到首页", "javascript:alert(1)", "/"],
    ["登录页自己，回到首页", "/sign-in?return=/", "/"],
    ["接口地址，回到首页", "/api/v1/me", "/"],
  ])("%s", (_name, wanted, expected) => {
    expect(safeReturnAddress(wanted, origin)).toBe(expected);
  });

  test("无论地址怎样写，都不会离开本站", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          fc.string().map((text) => `/${text}`),
        ),
        (wanted) => {
          expect(new URL(safeReturnAddress(wanted, origin), origin).origin).toBe(origin);
        },
      ),
      { seed: 20261121, numRuns: 2000 },
    );
  });
});

describe("接口地址", () => {
  test("填入路径参数并编码，空的查询条件不写", () => {
    const query = { state: "overdue", search: "柳树 镇", after: null, year: undefined, kind: "" };
    expect(apiAddress("/tasks/:taskId/evidence/:evidenceId", { taskId: "a/b", evidenceId: "c" }, query)).toBe(
      "/api/v1/tasks/a%2Fb/evidence/c?state=overdue&search=%E6%9F%B3%E6%A0%91+%E9%95%87",
    );
  });

  test("多值条件写作多项", () => {
    expect(apiAddress("/units", {}, { kind: ["village", "school"] })).toBe(
      "/api/v1/units?kind=village&kind=school",
    );
  });
});

test("地址栏里的筛选条件写出去再读回来不变", () => {
  const conditions = fc.dictionary(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }));
  fc.assert(
    fc.property(conditions, (search) => {
      expect(readSearch(writeSearch(search))).toEqual({ ...search });
    }),
    { seed: 20261121 },
  );
});
