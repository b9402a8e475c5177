import {
  addDays,
  addMonths,
  findPlainDate,
  lastDayOfMonth,
  monthOf,
  type PlainDate,
  yearOf,
} from "#platform/kernel/plain-date.ts";
import type { Calendar, Reading } from "./calendar.ts";
import type { Deadline } from "./clause.ts";
import { findMatches } from "./matches.ts";
import { parseNumber } from "./numerals.ts";
import { readFeast, readSpan, readThisMonth, readThisQuarter, readThisWeek } from "./relative-days.ts";
import { byStart, overlaps, type Span } from "./spans.ts";

export type FoundDeadline = Deadline & Span;

/** `sign` is a character that every match holds: most sentences lack it and are spared the pattern. */
type Rule = { sign: string; pattern: RegExp; read(reading: Reading): PlainDate | null | undefined };

export const numeral = "(?:\\d{1,3}|[一二两三四五六七八九十]{1,3})";
export const yearWords = "(?:(\\d{4}|今|本|明|次|当|去|上)年)?";
const before = "(?:之前|以前|前)";
/** 4月20日（星期五）前 */
const aside = "(?:[（(][^（()）]{1,8}[）)])?";

function resolveYear(written: string | undefined, calendar: Calendar): number | null {
  if (written && /^\d{4}$/.test(written)) return Number(written);
  if (calendar.year === null) return null;
  return written === "明" || written === "次" ? calendar.year + 1 : calendar.year;
}

const isPast = (written: string | undefined): boolean => written === "去" || written === "上";

/** A month that has gone by when the document is signed, and names no year, is next year's. */
function settle(date: PlainDate | null, written: string | undefined, calendar: Calendar): PlainDate | null {
  if (!date || written || calendar.yearIsGiven || !calendar.date || date >= calendar.date) return date;
  if (yearOf(date) !== yearOf(calendar.date)) return date;
  const nextYear = addMonths(date, 12);
  const isMonthEnd = addDays(date, 1).endsWith("-01");
  return isMonthEnd ? lastDayOfMonth(yearOf(nextYear), monthOf(nextYear)) : nextYear;
}

export function readMonth({ match, calendar }: Reading): PlainDate | null | undefined {
  const [, writtenYear, month, day, ending] = match;
  if (isPast(writtenYear)) return undefined;
  const inYear = resolveYear(writtenYear, calendar);
  const inMonth = parseNumber(month as string);
  if (inYear === null || inMonth === null || inMonth < 1 || inMonth > 12) return null;
  if (day) return settle(findPlainDate(inYear, inMonth, parseNumber(day) ?? 0), writtenYear, calendar);
  if (/旬/.test(ending ?? "")) return null;
  if (/^份?(之前|以前|前)$/.test(ending ?? "")) {
    const first = settle(findPlainDate(inYear, inMonth, 1), writtenYear, calendar);
    return first && addDays(first, -1);
  }
  return settle(lastDayOfMonth(inYear, inMonth), writtenYear, calendar);
}

export function readYearEnd({ match, calendar }: Reading): PlainDate | null | undefined {
  if (isPast(match[1])) return undefined;
  const inYear = resolveYear(match[1], calendar);
  return inYear === null ? null : findPlainDate(inYear, 12, 31);
}

function readHalf({ match, calendar }: Reading): PlainDate | null | undefined {
  if (isPast(match[1])) return undefined;
  const inYear = resolveYear(match[1], calendar);
  return inYear === null ? null : lastDayOfMonth(inYear, match[2] === "上" ? 6 : 12);
}

function readQuarter({ match, calendar }: Reading): PlainDate | null | undefined {
  if (isPast(match[1])) return undefined;
  const inYear = resolveYear(match[1], calendar);
  const quarter = parseNumber(match[2] as string);
  if (inYear === null || quarter === null || quarter > 4 || quarter < 1) return null;
  // As 12月前 ends with November, 三季度前 ends with the second quarter.
  if (/季度(之|以)?前$/.test(match[0]))
    return addDays(findPlainDate(inYear, quarter * 3 - 2, 1) as PlainDate, -1);
  return lastDayOfMonth(inYear, quarter * 3);
}

const nothing = (): null => null;

const rules: readonly Rule[] = [
  // A rhythm (每月25日前) has a deadline in each period, not one day.
  {
    sign: "每",
    pattern: new RegExp(
      `每个?(?:年|月|季度?|周)(?:\\d{1,2}月)?(?:\\d{1,2}日|底|末|初)(?:${before}|完成)?`,
      "g",
    ),
    read: nothing,
  },
  {
    sign: "月",
    pattern: new RegExp(
      `${yearWords}(${numeral})月(?:(${numeral})日)?(?:[-—–－~～至到]+)(?:(\\d{4}|明|次)年)?(${numeral})月(?:(${numeral})日)?(?:底|末)?${before}?`,
      "g",
    ),
    read: readStage,
  },
  {
    sign: "月",
    pattern: new RegExp(
      `${yearWords}(${numeral})月(?:份)?(${numeral})[日号]${aside}(?:[上下]午)?(?:\\d{1,2}[时点：:]\\d{0,2}分?)?(${before})`,
      "g",
    ),
    read: readMonth,
  },
  {
    sign: "月",
    pattern: new RegExp(
      `(?<=即日起至|即日起到|持续至|持续到|延续到|不超过|不晚于|不迟于|最迟|截止|截止到|截至到|截止时间为|截止日期为|延长到|延长至)(?:于)?${yearWords}(${numeral})月(?:(${numeral})日)()`,
      "g",
    ),
    read: readMonth,
  },
  {
    sign: "月",
    pattern: new RegExp(
      `${yearWords}(${numeral})月()(份?${before}|份?[底末]${before}?|份?[上中下]旬${before}?|份?(?:以?内))`,
      "g",
    ),
    read: readMonth,
  },
  // 12月20日报送, 9月份投产: a month or day on which something is to be done.
  {
    sign: "月",
    pattern: new RegExp(
      `${yearWords}(${numeral})月(?:份|(?:(${numeral})[日号]${aside}))(?=(?:必须|务必|要|力争|确保|集中|全面|正式)?(?:完成|报送|上报|报|截止|结束|投产|投用|启用|建成|到位|办结|交付|开工|启动|召开|组织|开展|举办|进行))()`,
      "g",
    ),
    read: readMonth,
  },
  {
    sign: "20",
    pattern: /\d{4}[.．]\d{1,2}[.．]\d{1,2}[-—–－~～至到]+(\d{4})[.．](\d{1,2})[.．](\d{1,2})/g,
    read: ({ match }) => findPlainDate(Number(match[1]), Number(match[2]), Number(match[3])),
  },
  {
    sign: "20",
    pattern: new RegExp(`(\\d{4})[.．/-](\\d{1,2})[.．/-](\\d{1,2})(${before})`, "g"),
    read: readMonth,
  },
  {
    sign: "内",
    pattern: new RegExp(
      `(${numeral}|半)(?:(个工作日|个?小时|分钟|个?月|个?星期|个?季度|周|年|天|日))?(?:之|以)?内`,
      "g",
    ),
    read: readSpan,
  },
  {
    sign: "半年",
    pattern: new RegExp(`${yearWords}(上|下)半年(?:底|末|内)?${before}?`, "g"),
    read: readHalf,
  },
  {
    sign: "季度",
    pattern: new RegExp(`${yearWords}(?:第|前)?([一二三四])(?:个)?季度(?!一)(?:底|末|内)?${before}?`, "g"),
    read: readQuarter,
  },
  {
    sign: "年",
    pattern: new RegExp(
      `(?:到|至|于)?(\\d{4}|今|本|明|次|当|去|上)年(?:年)?(?:底|末|终|内|以?内|度内)${before}?`,
      "g",
    ),
    read: readYearEnd,
  },
  {
    sign: "年",
    pattern: new RegExp(`(?:(?<![\\d今本明次当去上每]年?)()(?:年底|年末|年内|年度内|年终前)${before}?)`, "g"),
    read: readYearEnd,
  },
  { sign: "年", pattern: new RegExp(`(?:到|至)(\\d{4})年(?![底末\\d年])`, "g"), read: readYearEnd },
  {
    sign: "年",
    pattern: new RegExp(`(?<!\\d)(\\d{4})年${before}`, "g"),
    read: ({ match }) => findPlainDate(Number(match[1]) - 1, 12, 31),
  },
  {
    sign: "月",
    pattern: new RegExp(
      `(?:(?<!\\d|每|[一二三四五六七八九十])月[底末](?:${before})?|本月(?:底|末|内)(?:${before})?|下个?月(?:底|末)(?:${before})?|(?:本|下|当|次)个?月(\\d{1,2})[日号]${before})`,
      "g",
    ),
    read: readThisMonth,
  },
  {
    sign: "周",
    pattern: new RegExp(`([本下])周(?:([一二三四五六日天]))?(?:${before}|内)`, "g"),
    read: readThisWeek,
  },
  {
    sign: "季度",
    pattern: new RegExp(`(?:本|(?<![一二三四每个]))季度[末底](?:${before})?|本季度内`, "g"),
    read: readThisQuarter,
  },
  {
    sign: "前",
    pattern: new RegExp(
      `[“"]?(元旦|五一|七一|七·一|五·一|国庆|十一|春节|中秋|清明|换届)[”"]?(?:节)?(?:${before})`,
      "g",
    ),
    read: readFeast,
  },
  { sign: "五", pattern: /[“"]?十[三四五六]五[”"]?(?:末|期末|期间|时期)/g, read: nothing },
  { sign: "改", pattern: /立行立改|立知立改|即知即改|边查边改|边学边改|立即整改/g, read: nothing },
  { sign: "长期坚持", pattern: /长期坚持/g, read: nothing },
  { sign: "近", pattern: /近期(?:内)?(?=完成|启动|开展|组织|上报|报送|要|集中|落实)/g, read: nothing },
];

/** 2023年3月至5月: a stage ends with the last day of its second part. */
function readStage({ match, calendar }: Reading): PlainDate | null | undefined {
  const [, from, firstMonth, , to, month, day] = match;
  if (isPast(from)) return undefined;
  let inYear = to ? resolveYear(to, calendar) : resolveYear(from, calendar);
  const inMonth = parseNumber(month as string);
  if (inYear === null || inMonth === null || inMonth > 12) return null;
  if (!to && inMonth < (parseNumber(firstMonth as string) ?? 0)) inYear++;
  return day ? findPlainDate(inYear, inMonth, parseNumber(day) ?? 0) : lastDayOfMonth(inYear, inMonth);
}

/** The deadlines a sentence names, in the order of the text. */
export function readDeadlines(sentence: string, calendar: Calendar): FoundDeadline[] {
  const found: FoundDeadline[] = [];
  const claimed: Span[] = [];
  if (!/[前内底末旬年月季周改坚期近]/.test(sentence)) return found;
  for (const { sign, pattern, read } of rules) {
    if (!sentence.includes(sign)) continue;
    for (const match of findMatches(pattern, sentence)) {
      const span = { start: match.index, end: match.index + match[0].length };
      if (overlaps(claimed, span.start, span.end)) continue;
      // What is read as no deadline (近三年内) is claimed too, lest 年内 be read out of it.
      claimed.push(span);
      const date = read({ match, sentence, calendar });
      if (date !== undefined) found.push({ text: match[0], date, ...span });
    }
  }
  return found.sort(byStart);
}
