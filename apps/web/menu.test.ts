import { describe, expect, test } from "vitest";
import { searchTextOf } from "#platform/database/search-text.ts";
import { currentEntry, menuOf } from "./menu.ts";
import { findablePages, menuGroups, pages } from "./pages.ts";

const items = [
  { path: "/", title: "今天要办什么" },
  { path: "/lists", title: "责任清单" },
  { path: "/tasks", title: "事项台账" },
];

/** Every right that any page of the menu asks for. */
const everything = pages.flatMap(({ menu }) => menu?.needs ?? []);

describe("主菜单", () => {
  test.each([
    ["首页", "/", "/"],
    ["台账", "/tasks", "/tasks"],
    ["台账里的一项", "/tasks/0151", "/tasks"],
    ["名字相近的别的页面", "/tasksheet", null],
    ["菜单里没有的页面", "/runs/1", null],
  ])("%s点亮哪一项", (_name, pathname, expected) => {
    expect(currentEntry(items, pathname)).toBe(expected);
  });

  test("按工作循环排列，没有页面的组不显示", () => {
    const groups = menuOf(pages, everything).map(({ group }) => group);
    expect(groups).toEqual(menuGroups.filter((group) => groups.includes(group)));
    expect(menuOf(pages, everything).every((group) => group.items.length > 0)).toBe(true);
  });

  test("只列这一岗位能用的：管理员没有业务，业务岗位没有系统管理，审计记录只给审计管理员", () => {
    const own = (actions: readonly string[]) =>
      menuOf(pages, actions).flatMap(({ items }) => items.map(({ title }) => title));
    expect(own(["account.read", "request.read"])).toEqual(["我的账号", "待核准事项", "账号与权限"]);
    expect(own(["audit.read"])).toEqual(["我的账号", "审计记录"]);
    expect(own(["task.read", "list.read"])).not.toContain("账号与权限");
    expect(own([])).toEqual(["我的账号"]);
  });

  test.each(findablePages(pages, everything).map(({ title, initials }) => [title, initials]))(
    "“%s”的拼音首字母是%s",
    (title, initials) => {
      expect(searchTextOf(title).split(" ").at(-1)).toBe(initials);
    },
  );

  test("每个地址只有一个页面", () => {
    expect(new Set(pages.map(({ path }) => path)).size).toBe(pages.length);
  });
});
