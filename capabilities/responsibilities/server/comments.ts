import { v7 as newId } from "uuid";
import type { Tx } from "#platform/database/index.ts";
import { type Actor, endpoint } from "#platform/http/index.ts";
import { fail, succeed } from "#platform/kernel/result.ts";
import { recordAudit } from "#rooms/audit/server/index.ts";
import { addCommentRoute, listCommentsRoute } from "../contract/comments.ts";
import { mayCommentOn, mayTakeSide } from "./permission.ts";
import { listProblems } from "./problems.ts";
import { insertComment, listCommentRows, listUnanswered } from "./store/comments.ts";
import { findList } from "./store/lists.ts";

export const listComments = endpoint(listCommentsRoute, {
  problems: listProblems,
  async run({ actor, tx, params }) {
    const list = await findList(tx, actor, params.listId);
    if (!list) return fail({ code: "list-not-found" });
    const remarks = (await listCommentRows(tx, actor.areaCode, list.id)).map((row) => ({
      answerTo: row.reply_to_id,
      remark: {
        id: row.id,
        at: row.at.toISOString(),
        personName: row.person_name,
        postTitle: row.post_title,
        unitName: row.unit_name,
        text: row.text,
      },
    }));
    const answers = new Map(remarks.map(({ answerTo, remark }) => [answerTo, remark]));
    return succeed({
      comments: remarks
        .filter(({ answerTo }) => answerTo === null)
        .map(({ remark }) => ({ ...remark, answer: answers.get(remark.id) ?? null })),
      mayComment: mayCommentOn(actor, list),
      mayAnswer: mayTakeSide(actor, list, "drafter"),
    });
  },
});

/** A superior comments on what was issued below him; only the drafter answers, and each comment once. */
export const addComment = endpoint(addCommentRoute, {
  problems: listProblems,
  records: { "list.comment": "清单：提出意见", "list.answer": "清单：答复意见" },
  constraints: { comment_answered_once: "comment-answered" },
  async run(context) {
    const { actor, tx, params, body, now } = context;
    const list = await findList(tx, actor, params.listId);
    if (!list) return fail({ code: "list-not-found" });
    const answerTo = body.answerTo ?? null;
    const isPermitted = answerTo === null ? mayCommentOn(actor, list) : mayTakeSide(actor, list, "drafter");
    if (!isPermitted) return fail({ code: "not-permitted" });
    const text = body.text.trim();
    if (text === "") return fail({ code: "comment-empty" });
    if (answerTo !== null) {
      const known = await listCommentRows(tx, actor.areaCode, list.id);
      const isComment = known.some(({ id, reply_to_id }) => id === answerTo && reply_to_id === null);
      if (!isComment) return fail({ code: "comment-not-found" });
    }
    const id = newId();
    await insertComment(tx, {
      area_code: actor.areaCode,
      id,
      list_id: list.id,
      reply_to_id: answerTo,
      at: now,
      person_id: actor.personId,
      person_name: actor.personName,
      post_title: actor.acting.postTitle,
      unit_id: actor.acting.unitId,
      text,
    });
    const action = answerTo === null ? "list.comment" : "list.answer";
    await recordAudit(tx, context, {
      action,
      subjectKind: "list",
      subjectId: list.id,
      subjectTitle: list.title,
      after: { text },
    });
    return succeed({ id });
  },
});

/** 上级意见待答复: lists of the actor's own unit, for whoever may draft there. */
export async function listCommentsToAnswer(tx: Tx, actor: Actor) {
  const { unitId } = actor.acting;
  if (!actor.scope("list.draft").unitIds.includes(unitId)) return [];
  const rows = await listUnanswered(tx, actor.areaCode, unitId);
  return rows.map((row) => ({ id: row.list_id, title: row.title, unitName: row.unit_name }));
}
