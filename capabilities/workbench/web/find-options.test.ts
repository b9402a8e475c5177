import { describe, expect, test } from "vitest";
import { addRecent, type FindOption, sectionsOf } from "./find-options.ts";

const pages = [
  { path: "/", title: "今天要办什么", initials: "jtybsm" },
  { path: "/tasks", title: "事项台账", initials: "sxtz" },
];
const unit = (id: string, title: string) => ({ id, opensId: id, title, note: "清源县委" });
const option = (id: string, title: string): FindOption => ({
  kind: "unit",
  title,
  note: "清源县委",
  to: `/units/${id}`,
});

describe("查找框列出什么", () => {
  test("没输入时先列最近打开的，再列各页面", () => {
    const recent = [option("1", "柳树镇")];
    const sections = sectionsOf(" ", { pages, groups: [], recent });
    expect(sections.map(({ kind }) => kind)).toEqual(["recent", "page"]);
    expect(sections[1]?.options.map(({ title }) => title)).toEqual(["今天要办什么", "事项台账"]);
  });

  test("没有最近打开的就不列这一类", () => {
    expect(sectionsOf("", { pages, groups: [], recent: [] }).map(({ kind }) => kind)).toEqual(["page"]);
  });

  test.each([
    ["页面名称片段", "台账"],
    ["页面首字母", "sxt"],
    ["大写首字母", "SX"],
  ])("按%s找到页面", (_name, typed) => {
    const [section] = sectionsOf(typed, { pages, groups: [], recent: [] });
    expect(section?.options.map(({ to }) => to)).toEqual(["/tasks"]);
  });

  test("选过的排在同类最前，其余次序不变", () => {
    const groups = [
      {
        kind: "unit" as const,
        found: [unit("1", "甲镇"), unit("2", "乙镇"), unit("3", "丙镇")],
        hasMore: false,
      },
    ];
    const [section] = sectionsOf("镇", { pages, groups, recent: [option("3", "丙镇")] });
    expect(section?.options.map(({ title }) => title)).toEqual(["丙镇", "甲镇", "乙镇"]);
  });

  test("还有更多的，带着同样的条件去台账", () => {
    const groups = [{ kind: "unit" as const, found: [unit("1", "甲镇")], hasMore: true }];
    const [section] = sectionsOf("甲&乙 ", { pages, groups, recent: [] });
    expect(section?.ledger).toBe("/units?search=%E7%94%B2%26%E4%B9%99");
  });

  test("人员打开所在单位", () => {
    const found = [{ id: "任职", opensId: "单位", title: "韩振林", note: "柳树镇党委书记" }];
    const groups = [{ kind: "person" as const, found, hasMore: true }];
    const [section] = sectionsOf("hzl", { pages, groups, recent: [] });
    expect(section?.options[0]?.to).toBe("/units/单位");
    expect(section?.ledger).toBeNull();
  });

  test("最近打开的各记一次，新的在前，最多八条", () => {
    const many = Array.from({ length: 10 }, (_, index) => option(String(index), `第${index}村`));
    const recent = many.reduce<readonly FindOption[]>(addRecent, []);
    expect(recent).toHaveLength(8);
    expect(
      addRecent(recent, option("5", "第5村"))
        .map(({ title }) => title)
        .slice(0, 2),
    ).toEqual(["第5村", "第9村"]);
  });
});
