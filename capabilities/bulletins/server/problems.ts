/** Every refusal of this room, in the words of the form. */
export const bulletinProblems = {
  "bulletin-not-found": { status: 404, title: "未找到该通报，或不在您的职责范围内" },
  "run-not-found": { status: 404, title: "未找到这次考核结果，请先冻结" },
  "act-not-allowed": { status: 409, title: "通报目前的状态不能这样办理" },
  "own-writing-not-checked": { status: 403, title: "参与起草的人不能核稿，请由他人核稿" },
  "text-incomplete": { status: 422, title: "通报还没有写完" },
  "reason-missing": { status: 422, title: "请写明理由" },
  "run-already-announced": { status: 409, title: "这次考核结果已经通报过；要重发，请先撤回原通报" },
  "file-missing": { status: 404, title: "定稿文件不在存储中，请联系系统管理员" },
} as const;
