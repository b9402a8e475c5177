import type { Frequency, Period } from "./clause.ts";
import { findMatches } from "./matches.ts";
import { parseNumber } from "./numerals.ts";
import { byStart, overlaps, type Span } from "./spans.ts";

export type FoundFrequency = Frequency & Span;

const periods: Record<string, Period> = {
  周: "week",
  星期: "week",
  礼拜: "week",
  月: "month",
  季: "quarter",
  季度: "quarter",
  半年: "halfYear",
  年: "year",
  年度: "year",
  届: "term",
  任期: "term",
  届任期: "term",
  任期内: "term",
  届内: "term",
};
const number = "(\\d+|[一二两三四五六七八九十]{1,3})";
const floor = "(?:至少|不少于|不得少于|不低于|最少|最起码|起码|不超过|至多|最多|各)?";
const turn = "(?:场次|次|场|期|回|轮|遍|例)(?:以上|左右)?";
/** 每月 … 一次: up to a short phrase may stand between the period and the number. */
const counted = `(?:[^，。；：、\\d]{0,16}?${floor}[^，。；：、\\d一二两三四五六七八九十]{0,8}?${number}${turn})?`;

const everyPattern = new RegExp(
  `每(?:一)?(?:个)?(周|星期|礼拜|月|季度|季|半年|年度|年|届任期|届|任期|天|日|旬|半个?月|学期|[两二三四五六七八九十\\d]+个?(?:月|周|年|天|季度))${counted}`,
  "g",
);
const perPattern = new RegExp(
  `(?:一|1)?(半年|年|季度|季|月|周)(?:内)?(?:至少|不少于|不得少于)?${number}(?:次|场)`,
  "g",
);
const wholeYearPattern = new RegExp(`全年${counted.slice(0, -1)}`, "g");
const termPattern = new RegExp(
  `(任期内|届内|任期之内)[，,]?[^，。；：、\\d]{0,8}?${floor}[^，。；：、\\d一二两三四五六七八九十]{0,4}${number}(?:次|例|场|个|项|件)`,
  "g",
);
const rhythmPattern =
  /(?:(?<![第每]|十)一(月|季度|季|年|周)|(半年))一(?![次个项名条件家类点批步些])[^\s，。；：、一]{1,2}/g;
const adverbPattern = /按(月|季度|季|周|年|半年)(?!度?照)|逐(月|季|周|年)|(月月|季季|周周)/g;
const namedPattern =
  /(?<![第每一二三四上下本前后全当个])(月度|季度|周|月|季)(?:专题|集中)?(?:分析研判|分析|研判|调度|例会|通报|督查|督导|检查|小结|会商|点评|汇报|报告|评比|晾晒|考评)/g;
const regularPattern = /(?<!不)定期/g;

/** How often a sentence asks for something, in the order of the text. */
export function readFrequencies(sentence: string): FoundFrequency[] {
  if (!/[每年月季周期届定]/.test(sentence)) return [];
  const found: FoundFrequency[] = [];
  const add = (match: RegExpMatchArray, times: number | null, period: Period | null): void => {
    const start = match.index ?? 0;
    const end = start + match[0].length;
    if (!overlaps(found, start, end)) found.push({ text: match[0], times, period, start, end });
  };
  const has = (sign: string): boolean => sentence.includes(sign);
  if (has("届") || has("任期"))
    for (const match of findMatches(termPattern, sentence))
      add(match, parseNumber(match[2] as string), "term");
  if (has("全年"))
    for (const match of findMatches(wholeYearPattern, sentence))
      add(match, parseNumber(match[1] as string), "year");
  if (has("每")) for (const match of findMatches(everyPattern, sentence)) addEvery(sentence, match, add);
  if (has("一"))
    for (const match of findMatches(rhythmPattern, sentence))
      add(match, 1, periods[match[1] ?? "半年"] ?? null);
  if (has("次") || has("场"))
    for (const match of findMatches(perPattern, sentence)) addPer(sentence, match, add);
  for (const match of findMatches(adverbPattern, sentence)) {
    add(match, 1, periods[match[1] ?? match[2] ?? (match[3] as string)[0] ?? ""] ?? null);
  }
  if (has("月") || has("季") || has("周"))
    for (const match of findMatches(namedPattern, sentence))
      add(match, 1, periods[(match[1] as string).replace("度", "")] ?? null);
  if (has("定期")) for (const match of findMatches(regularPattern, sentence)) add(match, null, null);
  return found.sort(byStart);
}

type Add = (match: RegExpMatchArray, times: number | null, period: Period | null) => void;

const amount =
  /^[^，。；：、]{0,12}?(\d|[一二两三四五六七八九十]{1,3}(?:学时|篇|个|名|项|条|件|万元|小时|课时))/;

/** 每月25日前, 每年12月底前: the day on which it falls due is no count. */
const dayOfPeriod = /^的?(?:\d{1,2}月|[首次末]月)?(?:\d{1,2}[日号]|[底末初])?/;

/** 每月 alone means once; 每年不少于32学时 counts hours, not turns; 每两个月 has no period of ours. */
function addEvery(sentence: string, match: RegExpMatchArray, add: Add): void {
  const period = periods[match[1] as string] ?? null;
  if (match[2] !== undefined) return add(match, period ? parseNumber(match[2]) : null, period);
  const after = sentence.slice(
    (match.index ?? 0) + match[0].length,
    (match.index ?? 0) + match[0].length + 24,
  );
  const counted = amount.test(after.replace(dayOfPeriod, ""));
  add(match, period === null || counted ? null : 1, period);
}

/** 一年两次, 半年一次; not 2023年3次 or 第一季度两次. */
function addPer(sentence: string, match: RegExpMatchArray, add: Add): void {
  const written = match[0];
  const before = sentence[(match.index ?? 0) - 1] ?? "";
  const opened = /^(一|1|半年)/.test(written);
  if (!opened || /[\d第每十〇上下前后]/.test(before)) return;
  add(match, parseNumber(match[2] as string), periods[match[1] as string] ?? null);
}
