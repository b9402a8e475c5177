import type { LampColor, TaskAction, TaskStatus } from "../core/index.ts";
import { statusNames } from "../core/index.ts";

/** Every Chinese word of these pages; states, actions and origins are named in the core. */
export const messages = {
  title: "事项台账",
  group: "清单与事项",
  boxes: { own: "我单位承办", issued: "我单位交办", toJudge: "待我验收", below: "职责范围内全部" },
  search: "事项或单位",
  state: "状态",
  origin: "来源",
  states: {
    open: "未办结",
    overdue: "逾期",
    dueSoon: "七日内到期",
    slipped: "节点滞后",
    returned: "已退回",
    submitted: "待验收",
    assigned: "待签收",
    unopened: "未打开",
    inProgress: "办理中",
    closed: "已办结",
    cancelled: "已取消",
  },
  columns: {
    title: "事项",
    unit: "承办单位",
    owner: "责任人",
    due: "时限",
    status: "状态",
    late: "超期（工作日）",
    issuer: "交办单位",
    origin: "来源",
    assigned: "交办日期",
    submitted: "报请日期",
    returned: "退回（次）",
    reopened: "重办（次）",
  },
  empty: {
    own: "这里没有符合条件的事项。上级签发清单后，交给本单位的事项会出现在这里。",
    issued: "本单位还没有交办事项。先建立责任清单，签发后逐单位形成事项。",
    toJudge: "没有等待您验收的事项。下级报请验收后会出现在这里。",
    below: "职责范围内没有符合条件的事项。",
  },
  toIssued: "看本单位交办的事项",
  toLists: "去责任清单",
  toBelow: "看职责范围内全部事项",
  toAll: "清除条件，看全部事项",
  content: "任务内容",
  facts: "基本情况",
  role: "责任角色",
  assisting: "协办单位",
  parent: "上级事项",
  below: "分解到下级的事项",
  evidence: "佐证",
  log: "办理经过",
  noEvidence: "还没有佐证。报请验收前至少附一份文件或说明。",
  next: {
    returned: "下一步：先看办理经过里的退回理由，补齐后再次报请验收。",
    assigned: "下一步：先签收，签收后附佐证，再报请验收。",
    needsEvidence: "下一步：在下面附佐证（照片、纪要、表格或一段说明），再报请验收。",
    mayDo: "下一步：佐证齐全后报请验收；还要补充的，继续附佐证。",
    submitted: (issuer: string) => `已报请验收，由${issuer}的其他人验收；结果出来前佐证不能增减。`,
    judge: "下一步：核对佐证，验收或写明理由退回。",
  },
  addEvidence: "附佐证",
  evidenceTitle: "佐证名称",
  evidenceTitleHint: "一次只传一个文件时可另起名称",
  happenedOn: "发生日期",
  happenedOnHint: "事情真正发生的那一天，不能晚于今天",
  note: "说明",
  files: "文件",
  filesHint: "会议纪要、照片、表格等，原件即可，不必另做材料",
  attach: "上传",
  cancelAttach: "取消",
  attached: "佐证已附上",
  reuse: "引用已有的这份",
  withdraw: "取下",
  withdrawn: "佐证已从本事项取下，原件保留",
  enteredLate: "补录",
  enteredAt: (moment: string, name: string) => `${name}录入于${moment}`,
  download: "下载",
  milestones: "节点",
  milestonesHint: "按时限倒排几个节点，到期没有完成的会提醒本单位和交办单位；不计分。",
  planMilestones: "排定节点",
  replanMilestones: "重排节点",
  milestoneTitle: (ordinal: number) => `第${ordinal}个节点`,
  milestoneDay: (ordinal: number) => `第${ordinal}个节点的日期`,
  milestoneNames: ["制定方案、明确分工", "面上推开、任务过半", "自查补缺、整理佐证"],
  addMilestone: "加一个节点",
  dropMilestone: (ordinal: number) => `去掉第${ordinal}个节点`,
  spreadDays: "按时限倒排日期",
  planReason: "改动理由（有节点已过期的须写明）",
  milestoneReached: (day: string) => `${day}完成`,
  milestoneDone: "节点已记为完成",
  planned: "节点已排定",
  milestoneSlipped: "已过期，未完成",
  milestoneOpen: "未到期",
  reachMilestone: "完成",
  reachConsequence: (title: string) => `“${title}”记为已完成，写入办理经过，交办单位可以看到。`,
  reachedOn: "完成日期",
  slippedWord: "节点滞后",
  decompose: "分解到下级",
  notOpened: "承办单位尚未打开",
  askedExtension: (day: string) => `承办单位申请延期至${day}，待答复`,
  newDueDate: "新时限",
  doneOn: "完成日期",
  reportNote: "进展情况",
  submitNote: "完成情况",
  reason: "理由",
  acceptNote: "验收意见",
  changed: "刷新看看",
  problemsTitle: "哪些单位有问题",
  problemsGroup: "问题与整改",
  problemColumns: {
    unit: "单位",
    overdue: "逾期",
    slipped: "节点滞后",
    returned: "退回未改",
    reopened: "办结后重办",
    unopened: "未打开",
    open: "未办结合计",
    oldest: "最早逾期",
  },
  noProblems: "职责范围内没有未办结的事项。",
  problemRule:
    "逾期由时限与工作日历推出：时限落在节假日的顺延到下一个工作日；已报请待验收的不算逾期。" +
    "节点滞后是承办单位自己排定的节点过了没有完成，只作提醒，不计分。",
  unitKind: "单位类别",
} as const;

/** What a confirmation says will happen, per action. */
export const consequences: Readonly<Record<Exclude<TaskAction, "assign" | "decompose">, string>> = {
  acknowledge: "签收后由本单位负责办理，交办单位会看到签收时间。",
  plan: "节点会记入办理经过，交办单位可以看到；到期未完成的提醒双方，不计分。",
  reach: "完成情况会记入办理经过，交办单位可以看到。",
  report: "进展会记入办理经过，交办单位可以看到。",
  submit: "报请后佐证不能再增减，由交办单位的其他人验收。",
  withdraw: "撤回后可以补充佐证，再次报请。",
  accept: "验收通过后事项办结，计入考核。",
  return: "退回后由承办单位继续办理，退回次数计入考核。",
  reopen: "事项重新办理，须写明新时限；重办次数计入考核。",
  requestExtension: "申请须由交办单位同意，在此之前原时限有效。",
  extend: "时限改为新的日期，原时限保留在办理经过里。",
  refuseExtension: "原时限继续有效。",
  cancel: "取消后不再办理，也不计入考核；记录保留。",
};

/** The lamp's word: the state, and lateness where it matters. */
export function wordOf(task: {
  status: TaskStatus;
  lamp: LampColor;
  workdaysLate: number;
  isSlipped: boolean;
}): string {
  const status = statusNames[task.status];
  // Over a weekend nothing more is late than on the Friday before.
  if (task.lamp === "red")
    return `${status}·逾期${task.workdaysLate === 0 ? "" : `${task.workdaysLate}个工作日`}`;
  if (task.isSlipped) return `${status}·${messages.slippedWord}`;
  if (task.workdaysLate > 0 && task.status !== "cancelled") return `${status}·迟${task.workdaysLate}个工作日`;
  return status;
}
