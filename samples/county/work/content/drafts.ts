import type { DocumentSpec, DutySpec, ItemSpec } from "./item-spec.ts";

interface DraftList {
  readonly key: string;
  readonly title: string;
  readonly status: "draft" | "forSignature" | "cancelled";
  readonly daysAgo: number;
  readonly items: readonly ItemSpec[];
}

const nothingYet = { target: "", measures: "", proofs: [] } as const;

export const draftLists: readonly DraftList[] = [
  {
    key: "draft-volunteers",
    title: "党员志愿服务进社区责任清单（征求意见稿）",
    status: "draft",
    daysAgo: 6,
    items: [
      {
        ...nothingYet,
        key: "draft-volunteers-1",
        title: "机关党员到社区报到",
        content: "机关党员每季度到居住地社区参加志愿服务不少于1次，由社区评价服务效果。",
        role: "mainResponsible",
        dueInDays: 90,
        receivers: ["jiguan"],
      },
      {
        ...nothingYet,
        key: "draft-volunteers-2",
        title: "列出社区需求清单",
        content: "街道党工委组织社区列出需求清单，按月更新，与机关党支部双向认领。",
        role: "specificResponsible",
        dueInDays: 60,
        receivers: ["linshui", "dongling", "hewan"],
      },
    ],
  },
  {
    key: "draft-debrief",
    title: "年度基层党建述职评议准备工作责任清单",
    status: "forSignature",
    daysAgo: 3,
    items: [
      {
        ...nothingYet,
        key: "draft-debrief-1",
        title: "书记撰写述职报告",
        content:
          "党（工）委书记深入调研后亲自撰写述职报告，先说上年问题整改，再说今年工作，字数不超过3000字。",
        target: "报告经上级审阅",
        measures: "书记动笔、上级把关",
        role: "firstResponsible",
        dueInDays: 40,
        receivers: "townships",
      },
    ],
  },
  {
    key: "draft-forms",
    title: "基层党建资料统一填报责任清单",
    status: "cancelled",
    daysAgo: 70,
    items: [
      {
        ...nothingYet,
        key: "draft-forms-1",
        title: "统一填报纸质手册",
        content: "各村统一填写纸质工作手册。",
        role: "specificResponsible",
        dueInDays: -20,
        receivers: "townships",
      },
    ],
  },
];

/** Uploaded a few days ago; nothing of it has been given out. */
export const draftDocument: {
  readonly key: string;
  readonly document: DocumentSpec;
  readonly duties: readonly DutySpec[];
} = {
  key: "filing",
  document: {
    title: "关于加强村党组织书记县级备案管理的通知",
    number: "清组发〔【年】〕21号",
    form: "notice",
    addressee: "各乡镇党委、街道党工委：",
    opening: "为加强村党组织书记队伍建设，现就县级备案管理有关工作通知如下：",
    closing: ["各乡镇党委书记每年与村党组织书记谈心谈话不少于2次。"],
  },
  duties: [
    {
      ...nothingYet,
      key: "filing-1",
      title: "严格任职联审",
      content: "拟任人选必须经过县级联审，有负面清单情形的一律不得提名。",
      role: "firstResponsible",
      dueInDays: 60,
    },
    {
      ...nothingYet,
      key: "filing-2",
      title: "建立一人一档",
      content: "每名书记建立1份电子档案，信息变动的应当在15日内更新。",
      role: "specificResponsible",
      dueInDays: 75,
    },
    {
      ...nothingYet,
      key: "filing-3",
      title: "按期报送备案",
      content: "任职后一个月内由乡镇党委报县委组织部备案。",
      role: "mainResponsible",
      dueInDays: 90,
    },
  ],
};
