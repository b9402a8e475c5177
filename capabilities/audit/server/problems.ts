export const auditProblems = {
  "record-not-found": { status: 404, title: "未找到这条审计记录" },
  "day-unknown": { status: 400, title: "日期不存在，请核对" },
  "too-many-rows": { status: 422, title: "导出的记录过多，请缩小筛选范围" },
  "link-not-found": { status: 409, title: "核验的起点已不在链上，请从头核验" },
} as const;
