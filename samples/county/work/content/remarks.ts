/** What officials write when they act. */
export const progressRemarks = [
  "已召开专题会议研究，任务分解到人，明确每周调度。",
  "工作进度过半，剩余部分正在推进，预计可按时完成。",
  "已完成摸底，发现的两个难点正在协调相关部门解决。",
  "现场推进会已开过，进度慢的单位已单独提醒。",
] as const;

export const submissionRemarks = [
  "已按要求完成，佐证附后，请予验收。",
  "对照目标逐项自查，均已落实，请予验收。",
  "整改措施已全部落实，请到现场核实。",
] as const;

export const returnReasons = [
  "佐证只有会议记录，看不出实际效果，请补充现场落实情况。",
  "电话抽查两处均未落实，请整改后再报。",
  "数字与底数不符，请核实后重新报请。",
  "只完成了部分单位，请补齐其余单位后再报。",
] as const;

export const supplements = [
  ["补充落实情况", "按照退回意见逐处核实，未落实的已落实到位，并请服务对象签字确认。"],
  ["复查情况说明", "对退回意见指出的问题逐项整改，班子成员带队复查，情况属实。"],
] as const;

export const acceptanceRemarks = [
  "经核实，目标已达到，同意验收。",
  "现场抽查属实，同意验收。",
  "电话回访三名当事人，情况属实，同意验收。",
] as const;

export const reopenReasons = [
  "回头看发现问题反弹，请重新办理。",
  "群众反映问题没有真正解决，请重新办理。",
] as const;

export const cancelReasons = [
  "与上级新部署的任务合并办理，本事项取消。",
  "机构调整后职责划出，本事项取消。",
] as const;

export const extensionReasons = [
  "涉及的场所正在改造，需待完工后落实，申请延期。",
  "部分责任人在外培训，申请延期办理。",
] as const;

export const refusalReasons = ["不影响按期完成，不同意延期，请倒排工期。"] as const;
