import type { BulletinAct } from "../core/index.ts";

/** Every Chinese word of these pages; states, acts and circles are named in the core. */
export const messages = {
  title: "通报",
  group: "通报",
  none: "还没有可看的通报。考核结果冻结后可以起草；签发后发给本单位的也在这里。",
  toStanding: "去考核得分",
  status: "状态",
  columns: {
    number: "发文字号",
    title: "标题",
    status: "状态",
    circle: "发送范围",
    signedOn: "签发日期",
    signer: "签发人",
    drafter: "起草人",
  },
  draft: "起草通报",
  draftTitle: "用考核结果起草通报",
  draftHint: "得分、名次和问题从冻结的结果自动写入，不能手改；好的做法和下步要求由您填写。",
  draftFrom: "考核结果",
  noRun: "还没有冻结的考核结果。先到考核得分页冻结，再起草。",
  chooseRun: "请选择一次考核结果",
  drafted: "草稿已生成",
  noNumber: "（未编号）",
  facts: "办理情况",
  run: "考核结果",
  checker: "核稿人",
  receivers: (circle: string, count: number) => (count === 0 ? circle : `${circle}（共${count}个单位）`),
  digest: "定稿摘要（SHA-256）",
  withdrawn: (day: string, reason: string) => `本通报已于${day}撤回，不再作为依据。理由：${reason}`,
  ownWriting: "您参与了起草，须由他人核稿。",
  text: "可以修改的部分",
  textHint: "带数字的各部分由考核结果生成，随附件一起固定。",
  fields: {
    title: "标题",
    circle: "发送范围",
    goodPractice: "好的做法",
    nextSteps: "下步要求",
    copyTo: "抄送",
    numberPrefix: "机关代字",
  },
  hints: {
    goodPractice: "写清单位、做法和成效，一段一行；空着就没有这一部分",
    nextSteps: "一段一行",
    copyTo: "可空",
    numberPrefix: "发文字号前的代字，如清组通；签发时自动编号",
  },
  save: "保存修改",
  saved: "修改已保存",
  preview: "正文",
  attachment: (index: number, isSingle: boolean) => (isSingle ? "附件" : `附件${index}`),
  copyTo: (units: string) => `抄送：${units}。`,
  printed: (printer: string, day: string) => `${printer}　${day}印发`,
  steps: "经过",
  file: "下载公文（.docx）",
  ledger: "下载台账（.xlsx）",
  print: "打印",
  checkNote: "核稿意见",
  reason: "理由",
  done: (act: string) => `已${act}`,
  signed: (number: string) => `已签发，文号${number}`,
} as const;

/** What a confirmation says will happen, per act. */
export const consequences: Readonly<
  Record<Exclude<BulletinAct, "draft" | "edit">, (circle: string) => string>
> = {
  check: () => "核稿通过后送签发；起草人不能再修改，需要改时先退回。",
  sendBack: () => "退回给起草人修改，核稿须重新进行。",
  sign: (circle) => `签发后自动编号、定稿存档并发给${circle}，内容不能再改；有误只能撤回重发。`,
  withdraw: () => "撤回后号码不再使用，原件保留并标明已撤回；可以另行起草。",
};
