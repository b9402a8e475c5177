import { Type } from "typebox";
import { defineRoute } from "#platform/http/contract.ts";
import { listParams, uuid, words } from "./shapes.ts";

const remark = {
  id: Type.String(),
  at: Type.String(),
  personName: Type.String(),
  postTitle: Type.String(),
  unitName: Type.String(),
  text: Type.String(),
};

export const listCommentsRoute = defineRoute({
  id: "responsibilities.comments",
  method: "GET",
  path: "/lists/:listId/comments",
  summary: "上级对清单的意见和起草单位的答复",
  params: listParams,
  response: Type.Object({
    comments: Type.Array(Type.Object({ ...remark, answer: Type.Union([Type.Null(), Type.Object(remark)]) })),
    mayComment: Type.Boolean(),
    mayAnswer: Type.Boolean(),
  }),
});

export const addCommentRoute = defineRoute({
  id: "responsibilities.addComment",
  method: "POST",
  path: "/lists/:listId/comments",
  summary: "对下级已签发的清单提意见，或答复上级的意见",
  params: listParams,
  body: Type.Object({
    text: Type.String({ minLength: 1, maxLength: 2_000, pattern: words, title: "意见" }),
    /** The comment that is answered; without it a new one. */
    answerTo: Type.Optional(uuid),
  }),
  response: Type.Object({ id: Type.String() }),
});
