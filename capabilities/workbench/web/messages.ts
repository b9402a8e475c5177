export const messages = {
  title: "今天要办什么",
  piles: {
    overdue: "逾期未办结",
    returned: "被退回，需重办",
    slipped: "节点滞后",
    dueSoon: "七日内到期",
    toAcknowledge: "待签收",
    toAccept: "等我验收",
    slippedBelow: "交办的事项节点滞后",
    unopened: "交办后对方未打开",
  },
  papers: {
    listsToSign: "待我签发的清单",
    commentsToAnswer: "上级意见待答复",
    bulletinsToHandle: "待我核稿、签发的通报",
  },
  noteOf: {
    listsToSign: (drafter: string) => `${drafter}起草`,
    commentsToAnswer: (unit: string) => `${unit}提出`,
    bulletinsToHandle: (status: string) => status,
  },
  pileTitle: (name: string, count: number) => `${name}（${count}项）`,
  paperTitle: (name: string, count: number) => `${name}（${count}份）`,
  unitOfTasks: "项",
  toTasks: "看本单位全部事项",
  all: "查看全部",
  nothing: "眼下没有必须办的事。上级交办、退回或下级报请验收时，会第一时间出现在这里。",
  territory: "职责范围内的事项",
  counts: { open: "未办结", overdue: "逾期", returned: "已退回", submitted: "待验收", closed: "已办结" },
  toProblems: "按单位看问题",
} as const;

export const findMessages = {
  title: "查找",
  placeholder: "名称、拼音或拼音首字母",
  close: "关闭",
  found: "查找结果",
  finding: "正在查找",
  none: (text: string) =>
    `职责范围内没有找到“${text}”。可以少写几个字，或改用拼音首字母；职责范围以外的不在查找之列。`,
  more: "在台账中看全部",
  keys: "↑↓选择，回车打开，Esc关闭",
  kinds: {
    recent: "最近打开",
    page: "页面",
    unit: "单位",
    person: "现任人员",
    task: "事项",
    list: "责任清单",
    document: "上级文件",
    bulletin: "通报",
  },
} as const;
