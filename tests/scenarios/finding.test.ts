import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { getUnitRoute } from "#rooms/organizations/contract.ts";
import { findRoute } from "#rooms/workbench/contract.ts";
import { openTestHouse, type Person, type TestHouse } from "./house.ts";

let house: TestHouse;
let county: Person;
let village: Person;
beforeAll(async () => {
  house = await openTestHouse();
  county = await house.signIn("zzb.zuzhike");
  village = await house.signIn("liushu.dongyu.shuji");
});
afterAll(() => house.close());

type Kind = "unit" | "person" | "task" | "list" | "document" | "bulletin";

async function find(person: Person, text: string) {
  const { groups } = await person.get(findRoute, { query: { text } });
  const titlesOf = (kind: Kind) =>
    groups.find((group) => group.kind === kind)?.found.map(({ title }) => title) ?? [];
  return { groups, titlesOf };
}

describe("查找", () => {
  test.each([
    ["单位名称片段", "柳树", "unit", "柳树镇"],
    ["单位首字母", "lsz", "unit", "柳树镇"],
    ["现任人员姓名", "韩振林", "person", "韩振林"],
    ["现任人员首字母", "hzl", "person", "韩振林"],
    ["现任人员全拼", "hanzhenlin", "person", "韩振林"],
    ["字母大写也一样", "HZL", "person", "韩振林"],
  ] as const)("按%s找到", async (_name, typed, kind, title) => {
    expect((await find(county, typed)).titlesOf(kind)).toContain(title);
  });

  test("整个首字母对得上的排在最前", async () => {
    expect((await find(county, "lsz")).titlesOf("unit")[0]).toBe("柳树镇");
  });

  test("事项按首字母找到", async () => {
    const tasks = (await find(county, "dqhdcs")).titlesOf("task");
    expect(tasks.length).toBeGreaterThan(0);
    expect(new Set(tasks)).toEqual(new Set(["党群活动场所冬季安全检查"]));
  });

  test("清单和文件也按首字母找到", async () => {
    expect((await find(county, "zrqd")).titlesOf("list").length).toBeGreaterThan(0);
    expect((await find(county, "gyjqcdzzsj")).titlesOf("document").length).toBeGreaterThan(0);
  });

  test("每类最多六条，还有更多的说明还有", async () => {
    const { groups } = await find(county, "村");
    const units = groups.find(({ kind }) => kind === "unit");
    expect(units?.found.length).toBe(6);
    expect(units?.hasMore).toBe(true);
  });

  test("什么也没有就没有任何一类", async () => {
    expect((await find(county, "没有这样的名字")).groups).toEqual([]);
  });

  test("通配符按原字查找，不会找出全部", async () => {
    expect((await find(county, "%")).titlesOf("unit")).toEqual([]);
  });
});

describe("村党组织书记只找得到本村的", () => {
  test("单位只有本村和本村的支部，镇和邻村都没有", async () => {
    const units = (await find(village, "村")).titlesOf("unit");
    expect(units).toContain("东峪村");
    expect(units.filter((name) => !name.startsWith("东峪村"))).toEqual([]);
    expect((await find(village, "柳树镇")).titlesOf("unit")).toEqual([]);
  });

  test("人员只有本村现任，找不到镇党委书记", async () => {
    expect((await find(village, "hzl")).titlesOf("person")).toEqual([]);
    expect((await find(village, "郭玉泉")).titlesOf("person")).toEqual(["郭玉泉"]);
  });

  test.each(["党", "的", "a", "e", "2026"])("查“%s”，单位、人员、事项都在本村", async (typed) => {
    const { groups } = await find(village, typed);
    for (const { kind, found } of groups) {
      if (kind === "unit") expect(found.every(({ title }) => title.startsWith("东峪村"))).toBe(true);
      if (kind === "person" || kind === "task")
        expect(found.every(({ note }) => note.startsWith("东峪村"))).toBe(true);
      expect(["document", "bulletin"]).not.toContain(kind);
    }
  });

  test("县里能找到的清单和文件，村里找不到", async () => {
    const [seenByCounty, seenByVillage] = [await find(county, "党"), await find(village, "党")];
    expect(seenByCounty.titlesOf("document").length).toBeGreaterThan(0);
    expect(seenByVillage.titlesOf("document")).toEqual([]);
    expect((await find(village, "zrqd")).titlesOf("list")).toEqual([]);
  });

  test("本村的页面写明上级，但上级的页面不给打开的链接", async () => {
    const { groups } = await find(village, "东峪村");
    const unitId = groups[0]?.found.find(({ title }) => title === "东峪村")?.id ?? "";
    const seenBy = async (person: Person) =>
      (await person.get(getUnitRoute, { params: { unitId } })).ancestors.map(({ name, mayOpen }) => [
        name,
        mayOpen,
      ]);
    expect(await seenBy(village)).toEqual([
      ["清源县委", false],
      ["柳树镇", false],
    ]);
    expect((await seenBy(county)).every(([, mayOpen]) => mayOpen)).toBe(true);
  });
});
