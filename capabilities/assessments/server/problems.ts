/** Every refusal of this room, in the words of the form. */
export const assessmentProblems = {
  "standing-not-found": { status: 404, title: "未找到该单位的得分，或不在您的职责范围内" },
  "run-not-found": { status: 404, title: "未找到这次考核结果，或不在您的职责范围内" },
  "no-group": { status: 404, title: "本地区还没有建立县委及其乡镇（街道），无法计分" },
  "day-unknown": { status: 422, title: "日期不存在，请核对" },
  "cutoff-in-future": { status: 422, title: "截止日不能晚于今天" },
  "period-backward": { status: 422, title: "起始日应早于截止日" },
  "period-too-long": { status: 422, title: "考核期最长两年，请缩短" },
  "nothing-to-rank": { status: 422, title: "考核期内没有可统计的事项，没有结果可冻结" },
  "already-frozen": { status: 409, title: "同样的结果已经冻结过" },
} as const;
