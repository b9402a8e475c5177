import { evidenceProblems } from "#rooms/evidence/server/index.ts";

/** What may be refused about a task, in the words of the form. */
export const taskProblems = {
  ...evidenceProblems,
  "task-not-found": { status: 404, title: "未找到该事项，或不在您的职责范围内" },
  "action-not-allowed": { status: 409, title: "事项目前的状态不能这样办理" },
  "reason-missing": { status: 422, title: "请写明理由" },
  "date-in-future": { status: 422, title: "发生日期不能晚于今天" },
  "happened-before-assigned": { status: 422, title: "完成日期早于交办日期，请核对" },
  "evidence-missing": { status: 422, title: "请先附上至少一份佐证（文件或说明），再报请验收" },
  "own-work-not-accepted": { status: 403, title: "本人报请的事项须由他人验收" },
  "own-unit-not-judged": {
    status: 403,
    title: "本单位承办的事项，须由交办单位的其他人验收、退回、延期或取消",
  },
  "tasks-below-open": { status: 409, title: "分解到下级的事项还没有全部办结" },
  "deadline-missing": { status: 422, title: "请填写时限" },
  "deadline-not-later": { status: 422, title: "新的时限应晚于原时限，且不早于今天" },
  "no-extension-requested": { status: 409, title: "没有待批的延期申请" },
  "milestones-missing": { status: 422, title: "请至少排定一个节点" },
  "too-many-milestones": { status: 422, title: "节点过多，请合并，或把事项分解到下级" },
  "milestone-untitled": { status: 422, title: "节点没有写明内容" },
  "milestone-past": { status: 422, title: "节点日期不能早于今天" },
  "milestone-out-of-order": { status: 422, title: "节点日期应由先到后" },
  "milestone-after-deadline": { status: 422, title: "节点日期不能晚于事项时限" },
  "milestone-unknown": { status: 404, title: "没有这个节点，请刷新" },
  "milestone-already-reached": { status: 409, title: "这个节点已经完成" },
  "evidence-not-found": { status: 404, title: "未找到该佐证" },
  "evidence-sealed": { status: 409, title: "事项已报请验收或办结，佐证不能再增减" },
  "nothing-attached": { status: 422, title: "请选择文件或填写说明" },
} as const;
