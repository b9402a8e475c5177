/** 通报状态. */
export const statusNames = {
  draft: "起草中",
  checked: "已核稿，待签发",
  issued: "已签发",
  withdrawn: "已撤回",
} as const;

export type BulletinStatus = keyof typeof statusNames;

export const actNames = {
  draft: "起草",
  edit: "修改",
  check: "核稿",
  sendBack: "退回修改",
  sign: "签发",
  withdraw: "撤回",
} as const;

export type BulletinAct = keyof typeof actNames;

/**
 * The whole life of a bulletin. After it is issued nothing in it changes: a wrong one is withdrawn with a reason, and
 * another is drafted. A draft that is not wanted any more is withdrawn as well; nothing is deleted.
 */
const nextStatus = {
  draft: { edit: "draft", check: "checked", withdraw: "withdrawn" },
  checked: { sendBack: "draft", sign: "issued" },
  issued: { withdraw: "withdrawn" },
  withdrawn: {},
} as const satisfies Record<BulletinStatus, Partial<Record<BulletinAct, BulletinStatus>>>;

const table: Record<BulletinStatus, Partial<Record<BulletinAct, BulletinStatus>>> = nextStatus;

export const findNextStatus = (status: BulletinStatus, act: BulletinAct): BulletinStatus | null =>
  table[status][act] ?? null;
