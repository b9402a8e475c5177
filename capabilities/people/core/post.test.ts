import { describe, expect, test } from "vitest";
import { findResponsible, type HeldPost, type ResponsibilityRole } from "./post.ts";

const post = (title: string, role: ResponsibilityRole | null, ordinal: number, held = true): HeldPost => ({
  postId: title,
  unitId: "town",
  title,
  kind: "secretary",
  role,
  ordinal,
  holdingId: held ? `${title}-holding` : null,
  personId: held ? `${title}-person` : null,
  personName: held ? title : null,
  isDeputising: false,
});

describe("一件事在一个单位由谁负责", () => {
  const posts = [
    post("书记", "firstResponsible", 1),
    post("副书记", "mainResponsible", 2),
    post("组织委员", "specificResponsible", 3, false),
    post("第二副书记", "mainResponsible", 4),
  ];
  test.each<[string, ResponsibilityRole, string | null]>([
    ["第一责任人是书记", "firstResponsible", "书记"],
    ["同一角色有两人，按排序取前者", "mainResponsible", "副书记"],
    ["岗位空缺则无人负责，不能交办", "specificResponsible", null],
    ["没有设这一角色则无人负责", "dualDuty", null],
  ])("%s", (_name, role, title) => expect(findResponsible(posts, role)?.title ?? null).toBe(title));

  test("次序与列出的先后无关", () => {
    expect(findResponsible(posts.toReversed(), "mainResponsible")?.title).toBe("副书记");
  });
});
