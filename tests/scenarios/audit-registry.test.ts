import { describe, expect, test } from "vitest";
import { mustRecord } from "#platform/http/index.ts";
import { endpoints } from "../../apps/server/endpoints.ts";

/** Acts that leave no record by rule, each with its reason. A new line here is a decision, not a convenience. */
const unrecorded: Readonly<Record<string, string>> = {
  "access.askPasskey": "只取一次性的验证题目，验证的结果才记录",
  "access.beginAuthenticator": "只取待确认的密钥，确认添加时才记录；密码输错的另有记录",
  "access.beginLink": "只去往统一认证，关联成功时才记录；密码输错的另有记录",
  "access.beginPasskey": "只取一次性的验证题目，添加时才记录；密码输错的另有记录",
  "access.beginSingleSignOn": "只去往统一认证，回来登录时才记录",
};

describe("哪些接口必须留下审计记录", () => {
  const obliged = endpoints.filter(mustRecord);

  test("确实看到了接口", () => expect(obliged.length).toBeGreaterThan(30));

  test("每个写入、每个下载都说明留下什么记录，且有中文名称", () => {
    const silent = obliged.filter(({ records }) => {
      const titles = Object.values(records ?? {});
      return titles.length === 0 || titles.some((title) => !/^[\p{Script=Han}：]+$/u.test(title));
    });
    expect(silent.map(({ route }) => route.id)).toEqual([]);
  });

  test("不留记录的只有规定的几个，各有理由", () => {
    const excused = endpoints.flatMap(({ route, unrecorded: reason }) =>
      reason ? [[route.id, reason]] : [],
    );
    expect(Object.fromEntries(excused)).toEqual(unrecorded);
  });

  test("同一操作在各处叫同一个名字", () => {
    const names = new Map<string, Set<string>>();
    for (const { records } of endpoints) {
      for (const [action, title] of Object.entries(records ?? {})) {
        names.set(action, (names.get(action) ?? new Set()).add(title));
      }
    }
    expect([...names].filter(([, titles]) => titles.size > 1)).toEqual([]);
  });
});
