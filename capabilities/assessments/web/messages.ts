interface Change {
  readonly rankBefore: number | null;
  readonly places: number | null;
  readonly points: string | null;
  readonly isMore: boolean;
}

/** Every Chinese word of these pages; measures, methods and reasons come in words from the server. */
export const messages = {
  title: "考核得分与名次",
  group: "考核",
  ledger: "考核名次",
  from: "起始日",
  cutoff: "截止日",
  yearSoFar: "本年以来",
  wholeYear: (year: number) => `${year}年全年`,
  quarter: (year: number, quarter: number) => `${year}年第${["一", "二", "三", "四"][quarter - 1] ?? ""}季度`,
  comparedWith: (period: string, isFrozen: boolean) =>
    `箭头是与${period}${isFrozen ? "（冻结结果）" : "（按当时截止日重新统计）"}相比的升降。`,
  nothingBefore: "上一期没有可统计的事项，无从比较升降。",
  averageOf: (points: string) => `参加排名的单位平均${points}分。`,
  rankBefore: "上期名次",
  averageColumn: "平均得分",
  average: "平均分",
  change: "与上期相比",
  changeOf: (period: string, change: Change) => {
    if (change.rankBefore === null) return `${period}没有参加排名`;
    const { places, points, isMore } = change;
    const moved = !places ? "名次持平" : `名次${places > 0 ? "上升" : "下降"}${Math.abs(places)}位`;
    const scored = points === null ? "" : `，总分${isMore ? "多" : "少"}${points}分`;
    return `${period}第${change.rankBefore}名；${moved}${scored}`;
  },
  summary: (period: string, groupName: string, ranked: number, all: number) =>
    `${period}，${all}个${groupName}中${ranked}个参加排名`,
  columns: { rank: "名次", unit: "单位", total: "总分（分）", lamp: "分数段", gap: "与第一名差距（分）" },
  facts: { total: "总分", gap: "与第一名差距", score: "得分" },
  indicatorHead: (name: string, weight: string) => `${name}（${weight}%）`,
  scoreAndRank: (score: string, rank: number | null) => (rank === null ? score : `${score}（第${rank}名）`),
  rankShort: (rank: number | null) => (rank === null ? "" : `第${rank}名`),
  notApplicable: "不适用",
  unranked: "不排名",
  emptyWhole: "考核期内还没有可统计的事项。清单签发、事项办理后，这里自动算出得分和名次。",
  emptyOwn: "本单位不参加乡镇（街道）排名。发给本单位的通报里有公布的名次。",
  toBulletins: "去看通报",
  onlyOwn: "您看到的是本单位的一行；其他单位的得分在通报中公布。",
  live: "实时试算：随事项办理变化，以冻结并通报的结果为准。截止日以后录入的一律不计。",
  freeze: "冻结结果",
  freezeTitle: "冻结本期考核结果",
  freezeWhat: (period: string, units: number, ranked: number) =>
    `将保存${period}${units}个单位（其中${ranked}个参加排名）的得分、名次和依据记录，连同方案一起存档，今后不再变化，可用来起草通报。`,
  freezeCutoffToday: "截止日就是今天：今天到期而尚未报请的事项暂不计入。",
  runTitle: "名称",
  frozen: "结果已冻结",
  runs: "已冻结的结果",
  noRuns: "还没有冻结过结果。",
  runColumns: { title: "名称", period: "考核期", scheme: "方案", frozenAt: "冻结时间", frozenBy: "冻结人" },
  schemeOf: (name: string, version: number) => `${name}（第${version}版）`,
  unitSummary: (period: string, groupName: string) => `${period} · ${groupName}`,
  result: "总的情况",
  rankOf: (rank: number | null, ranked: number) =>
    rank === null ? "不排名" : `第${rank}名（共${ranked}个）`,
  points: (text: string) => `${text}分`,
  costliest: "失分最多的指标",
  noLoss: "没有失分",
  lostOf: (name: string, points: string) => `${name}（失${points}分）`,
  indicators: "各项指标",
  indicatorColumns: {
    name: "指标",
    weight: "权重（%）",
    value: "数值",
    score: "得分（分）",
    rank: "名次",
    lost: "失分（分）",
  },
  shown: "只供本单位对照，不计分",
  shownHint: "文件、照片、会议的数量和转发的快慢都不计分。",
  open: (name: string) => `打开${name}的依据`,
  path: { total: "总分", indicator: "指标", rule: "计分方法", measure: "口径", records: "记录" },
  numerator: "分子",
  denominator: "分母",
  method: "计分方法",
  arithmetic: "算式",
  recordsOf: (count: number) => `记录（${count}项）`,
  noRecords: "考核期内没有可统计的事项。",
  sourceOf: (name: string) => `考核依据说明“${name}”`,
  counted: (numerator: number, kind: string) =>
    kind === "percent" ? (numerator > 0 ? "计入" : "未计入") : `计${numerator}`,
  close: "关闭",
  verify: "核对",
  verifyHint: "用冻结的输入重新计算，逐位比较",
  verified: "核对结果",
  inputSame: "冻结的输入",
  resultSame: "重新计算的结果",
  logSame: "按今天的办理记录重新统计",
  same: "相同",
  different: "不同",
  logDifferent: "不同（日历、单位有调整，或记录有变动，请逐项查明）",
  compared: (count: number) => `逐位比较${count}个数字`,
  digest: "输入数据指纹",
  exportLedger: "导出台账",
  draftBulletin: "起草通报",
  print: "打印",
} as const;
