/** 责任清单 on its way: drafted, put before the signer, issued. Source: domain.md §5 (建单 → 领单), features.md row 21. */
export const listStatusNames = {
  draft: "草稿",
  forSignature: "待签发",
  published: "已签发",
  cancelled: "已作废",
} as const;

export type ListStatus = keyof typeof listStatusNames;

export const listStepNames = {
  submit: "送签",
  withdraw: "撤回",
  return: "退回修改",
  issue: "签发",
  cancel: "作废",
} as const;

export type ListStep = keyof typeof listStepNames;

/** An issued list has become tasks: from there on the tasks are cancelled or extended one by one, with reasons. */
const nextListStatus = {
  draft: { submit: "forSignature", cancel: "cancelled" },
  forSignature: { withdraw: "draft", return: "draft", issue: "published" },
  published: {},
  cancelled: {},
} as const satisfies Record<ListStatus, Partial<Record<ListStep, ListStatus>>>;

const table: Record<ListStatus, Partial<Record<ListStep, ListStatus>>> = nextListStatus;

export const findNextListStatus = (status: ListStatus, step: ListStep): ListStatus | null =>
  table[status][step] ?? null;

/** Who takes a step: the unit that drafts, or whoever signs for the committee. */
export const listStepSide = {
  submit: "drafter",
  withdraw: "drafter",
  cancel: "drafter",
  return: "signer",
  issue: "signer",
} as const satisfies Record<ListStep, "drafter" | "signer">;

const titleLength = 60;

/** What a task is called in a ledger: the first sentence of what is to be done. */
export function titleOf(content: string): string {
  const first = /^[^。；;\n]*/.exec(content.trim())?.[0].trim() ?? "";
  const whole = first === "" ? content.trim() : first;
  const signs = [...whole];
  return signs.length > titleLength ? `${signs.slice(0, titleLength - 1).join("")}…` : whole;
}

/** The content of a task as its owner reads it: what, to what end, and how. */
export function contentOf(item: {
  readonly content: string;
  readonly target: string;
  readonly measures: string;
}): string {
  const lines = [item.content.trim()];
  if (item.target.trim() !== "") lines.push(`目标：${item.target.trim()}`);
  if (item.measures.trim() !== "") lines.push(`措施：${item.measures.trim()}`);
  return lines.join("\n");
}
