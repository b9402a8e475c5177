import { Type } from "typebox";
import { defineRoute } from "#platform/http/contract.ts";

const nullable = Type.Union([Type.String(), Type.Null()]);

export const listUnitPostsRoute = defineRoute({
  id: "people.listPosts",
  method: "GET",
  path: "/units/:unitId/posts",
  summary: "一个单位的岗位及现任",
  params: Type.Object({ unitId: Type.String({ format: "uuid" }) }),
  response: Type.Object({
    posts: Type.Array(
      Type.Object({
        postId: Type.String(),
        title: Type.String(),
        kind: Type.String(),
        role: nullable,
        personName: nullable,
        isDeputising: Type.Boolean(),
      }),
    ),
  }),
});
