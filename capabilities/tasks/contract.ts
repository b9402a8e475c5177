import { Type } from "typebox";
import { defineRoute } from "#platform/http/contract.ts";
import { evidenceForm, evidenceView, maxEvidenceBytes, maxEvidenceFiles } from "#rooms/evidence/contract.ts";

const nullable = Type.Union([Type.String(), Type.Null()]);
const day = (title: string) => Type.String({ pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", title });
const taskParams = Type.Object({ taskId: Type.String({ format: "uuid" }) });

const status = Type.Union([
  Type.Literal("assigned"),
  Type.Literal("inProgress"),
  Type.Literal("submitted"),
  Type.Literal("returned"),
  Type.Literal("closed"),
  Type.Literal("cancelled"),
]);

const taskAction = Type.Union([
  Type.Literal("acknowledge"),
  Type.Literal("report"),
  Type.Literal("plan"),
  Type.Literal("reach"),
  Type.Literal("submit"),
  Type.Literal("withdraw"),
  Type.Literal("accept"),
  Type.Literal("return"),
  Type.Literal("reopen"),
  Type.Literal("requestExtension"),
  Type.Literal("extend"),
  Type.Literal("refuseExtension"),
  Type.Literal("cancel"),
]);

const lamp = Type.Union([
  Type.Literal("green"),
  Type.Literal("amber"),
  Type.Literal("red"),
  Type.Literal("grey"),
  Type.Literal("blue"),
]);

export const taskSummary = Type.Object({
  id: Type.String(),
  title: Type.String(),
  origin: Type.String(),
  unitId: Type.String(),
  unitName: Type.String(),
  ownerName: Type.String(),
  ownerPost: Type.String(),
  issuerName: Type.String(),
  dueDate: Type.String(),
  assignedOn: Type.String(),
  submittedOn: nullable,
  closedOn: nullable,
  status,
  lamp,
  workdaysLate: Type.Integer(),
  /** 节点滞后. */
  isSlipped: Type.Boolean(),
  openedAt: nullable,
  returnCount: Type.Integer(),
  reopenCount: Type.Integer(),
});

/** Which tasks, seen from the one who asks. */
const taskBox = Type.Union([
  Type.Literal("own"),
  Type.Literal("issued"),
  Type.Literal("toJudge"),
  Type.Literal("below"),
]);

const taskFilter = Type.Object({
  box: Type.Optional(taskBox),
  state: Type.Optional(
    Type.Union([
      status,
      Type.Literal("overdue"),
      Type.Literal("dueSoon"),
      Type.Literal("slipped"),
      Type.Literal("unopened"),
      Type.Literal("open"),
    ]),
  ),
  unitId: Type.Optional(Type.String({ format: "uuid" })),
  origin: Type.Optional(Type.String({ maxLength: 20 })),
  year: Type.Optional(Type.Integer({ minimum: 2000, maximum: 2100 })),
  search: Type.Optional(Type.String({ maxLength: 60 })),
  after: Type.Optional(Type.String({ maxLength: 60 })),
});

export const listTasksRoute = defineRoute({
  id: "tasks.list",
  method: "GET",
  path: "/tasks",
  summary: "事项台账：本单位承办、本单位交办、职责范围内",
  query: taskFilter,
  response: Type.Object({
    tasks: Type.Array(taskSummary),
    next: nullable,
    total: Type.Union([Type.Integer(), Type.Null()]),
  }),
});

export const exportTasksRoute = defineRoute({
  id: "tasks.export",
  method: "GET",
  path: "/tasks-ledger.xlsx",
  summary: "按当前筛选导出事项台账",
  query: taskFilter,
  response: Type.Null(),
  download: true,
});

const plannedMilestone = Type.Object({
  title: Type.String({ minLength: 1, maxLength: 60, title: "节点" }),
  dueDate: day("节点日期"),
});

const loggedAction = Type.Object({
  sequence: Type.Integer(),
  action: Type.String(),
  at: Type.String(),
  happenedOn: nullable,
  personName: Type.String(),
  postTitle: Type.String(),
  unitName: Type.String(),
  note: nullable,
  dueDate: nullable,
  milestones: Type.Array(Type.Object({ title: Type.String(), dueDate: Type.String() })),
});

export const getTaskRoute = defineRoute({
  id: "tasks.get",
  method: "GET",
  path: "/tasks/:taskId",
  summary: "一个事项：内容、经过、佐证、下级事项、现在可以做什么",
  params: taskParams,
  response: Type.Object({
    task: taskSummary,
    content: Type.String(),
    role: nullable,
    version: Type.Integer(),
    milestones: Type.Array(
      Type.Object({
        title: Type.String(),
        dueDate: Type.String(),
        reachedOn: nullable,
        /** Its day is over and it is not reached. */
        isPast: Type.Boolean(),
      }),
    ),
    extensionRequestedTo: nullable,
    assistingUnits: Type.Array(Type.String()),
    parent: Type.Union([Type.Object({ id: Type.String(), title: Type.String() }), Type.Null()]),
    below: Type.Array(taskSummary),
    log: Type.Array(loggedAction),
    evidence: Type.Array(evidenceView),
    allowedActions: Type.Array(taskAction),
    mayAddEvidence: Type.Boolean(),
    mayDecompose: Type.Boolean(),
    sourceRoom: Type.String(),
    sourceId: Type.String(),
  }),
});

export const openTaskRoute = defineRoute({
  id: "tasks.open",
  method: "POST",
  path: "/tasks/:taskId/opening",
  summary: "承办单位首次打开事项（交办方据此知道谁还没有看）",
  params: taskParams,
  /** False when there was nothing to write down: opened before, or by somebody else than its unit. */
  response: Type.Object({ done: Type.Boolean() }),
});

export const actOnTaskRoute = defineRoute({
  id: "tasks.act",
  method: "POST",
  path: "/tasks/:taskId/actions",
  summary: "办理事项：签收、排定节点、报告、报请验收、验收、退回、延期、取消",
  params: taskParams,
  body: Type.Object({
    action: taskAction,
    /** The state that the person saw; when it has changed since, he is told instead. */
    version: Type.Integer({ minimum: 1, maximum: 2_147_483_647, title: "版本" }),
    note: Type.Optional(Type.String({ maxLength: 5000, title: "说明" })),
    happenedOn: Type.Optional(day("发生日期")),
    dueDate: Type.Optional(day("时限")),
    /** plan: the steps still to go; those already reached stay. */
    milestones: Type.Optional(Type.Array(plannedMilestone, { maxItems: 40 })),
    /** reach: which step, counted from 0. */
    milestone: Type.Optional(Type.Integer({ minimum: 0 })),
  }),
  response: Type.Object({ status, version: Type.Integer() }),
});

export const proposeMilestoneDaysRoute = defineRoute({
  id: "tasks.milestoneDays",
  method: "GET",
  path: "/tasks/:taskId/milestone-days",
  summary: "按时限倒排若干节点的日期",
  params: taskParams,
  query: Type.Object({ count: Type.Integer({ minimum: 1, maximum: 40, title: "节点数" }) }),
  response: Type.Object({ days: Type.Array(Type.String()) }),
});

export const addEvidenceRoute = defineRoute({
  id: "tasks.addEvidence",
  method: "POST",
  path: "/tasks/:taskId/evidence",
  summary: "为事项附佐证：文件或说明",
  params: taskParams,
  body: evidenceForm,
  upload: { maxFiles: maxEvidenceFiles, maxBytes: maxEvidenceBytes },
  response: Type.Object({ ids: Type.Array(Type.String()) }),
});

const evidenceParams = Type.Object({
  taskId: Type.String({ format: "uuid" }),
  evidenceId: Type.String({ format: "uuid" }),
});

export const withdrawEvidenceRoute = defineRoute({
  id: "tasks.withdrawEvidence",
  method: "POST",
  path: "/tasks/:taskId/evidence/:evidenceId/withdrawal",
  summary: "把佐证从事项上取下（佐证本身保留）",
  params: evidenceParams,
  response: Type.Object({ done: Type.Boolean() }),
});

export const restoreEvidenceRoute = defineRoute({
  id: "tasks.restoreEvidence",
  method: "POST",
  path: "/tasks/:taskId/evidence/:evidenceId/restoration",
  summary: "把取下的佐证放回事项",
  params: evidenceParams,
  response: Type.Object({ done: Type.Boolean() }),
});

export const getEvidenceFileRoute = defineRoute({
  id: "tasks.evidenceFile",
  method: "GET",
  path: "/tasks/:taskId/evidence/:evidenceId/file",
  summary: "下载佐证文件",
  params: evidenceParams,
  response: Type.Null(),
  download: true,
});

export const listProblemsRoute = defineRoute({
  id: "tasks.problems",
  method: "GET",
  path: "/problems",
  summary: "问题台账：按单位汇总逾期、退回、反复的事项",
  query: Type.Object({ unitKind: Type.Optional(Type.String({ maxLength: 40 })) }),
  response: Type.Object({
    units: Type.Array(
      Type.Object({
        unitId: Type.String(),
        unitName: Type.String(),
        unitKind: Type.String(),
        overdue: Type.Integer(),
        slipped: Type.Integer(),
        returned: Type.Integer(),
        reopened: Type.Integer(),
        unopened: Type.Integer(),
        open: Type.Integer(),
        oldestDueDate: nullable,
      }),
    ),
  }),
});
