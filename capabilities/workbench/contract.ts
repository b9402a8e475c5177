import { Type } from "typebox";
import { defineRoute } from "#platform/http/contract.ts";
import { taskSummary } from "#rooms/tasks/contract.ts";

/** One pile on the desk: how many in all, and the first few. */
const pile = Type.Object({ count: Type.Integer(), tasks: Type.Array(taskSummary) });

/** Papers that wait for a signature or a check: `note` says whose, or how far. */
const papers = Type.Object({
  count: Type.Integer(),
  papers: Type.Array(Type.Object({ id: Type.String(), title: Type.String(), note: Type.String() })),
});

const foundKind = Type.Union([
  Type.Literal("unit"),
  Type.Literal("person"),
  Type.Literal("task"),
  Type.Literal("list"),
  Type.Literal("document"),
  Type.Literal("bulletin"),
]);

export const findRoute = defineRoute({
  id: "workbench.find",
  method: "GET",
  path: "/search",
  summary: "查找：职责范围内的单位、现任人员、事项、清单、文件、通报，按名称片段、拼音或首字母",
  query: Type.Object({ text: Type.String({ minLength: 1, maxLength: 40, title: "查找内容" }) }),
  response: Type.Object({
    groups: Type.Array(
      Type.Object({
        kind: foundKind,
        found: Type.Array(
          Type.Object({
            id: Type.String(),
            /** What opens: a person's unit, else the thing itself. */
            opensId: Type.String(),
            title: Type.String(),
            note: Type.String(),
          }),
        ),
        /** There are more than stand here. */
        hasMore: Type.Boolean(),
      }),
    ),
  }),
});

export const getWorkbenchRoute = defineRoute({
  id: "workbench.get",
  method: "GET",
  path: "/workbench",
  summary: "工作台：我现在必须办的事",
  response: Type.Object({
    overdue: pile,
    returned: pile,
    /** A step of the own way is past and not reached. */
    slipped: pile,
    dueSoon: pile,
    toAcknowledge: pile,
    toAccept: pile,
    /** 待我签发的清单. */
    listsToSign: papers,
    /** 待我核稿、签发的通报. */
    bulletinsToHandle: papers,
    /** 上级对本单位清单的意见，还没有答复. */
    commentsToAnswer: papers,
    /** Issued by us and not yet opened by the receiver. */
    unopened: pile,
    /** The same at those to whom we gave tasks. */
    slippedBelow: pile,
    /** Everything below: how the whole territory stands. */
    territory: Type.Object({
      open: Type.Integer(),
      overdue: Type.Integer(),
      returned: Type.Integer(),
      submitted: Type.Integer(),
      closed: Type.Integer(),
    }),
  }),
});
