import type { Comparator, Quantity } from "./clause.ts";
import { findMatches } from "./matches.ts";
import { parseNumber } from "./numerals.ts";
import { byStart, overlaps, type Span } from "./spans.ts";

export type FoundQuantity = Quantity & Span;

const number = "(?:(?<!\\d)\\d+(?:,\\d{3})*(?:\\.\\d+)?|[一二两三四五六七八九十百千]{1,7}|[*＊×xX]{1,4})";
const unit =
  "个百分点|百分点|平方公里|平方米|平米|公里|万元|亿元|万人次|人次|户次|场次|课时|学时|小时|分钟|万亩|周岁|公斤|%|％|" +
  "名|人(?!均|大|民|才)|个(?!月|工作日|小时|季度|学期|年|星期)|项|次(?!性)|篇|件|条|户|家|所|处|支|场|期|堂|节|元|米|亩|册|本|份|张|块|台|辆|座|间|类|例|对|" +
  "批|轮|遍|幅|岁|分(?!之|钟|析|类|别|工|管|级|解|制)|套|面|吨|栋|组|位|天(?!内|之内|以内)";
const upper = `(?:\\s*[%％]?(?:[-—–－~～]+|至|到)\\s*(${number}))?`;
const numberPattern = new RegExp(`(${number})${upper}\\s*(?:余|多)?(${unit})`, "g");
const anyNumber = /[\d半全一二两三四五六七八九十百千*＊×xX]/;
const percentPattern = new RegExp(`百分之(${number})${upper}`, "g");

/** 三分之二以上, 半数以上, 过半; the value is the share itself. */
const sharePattern =
  /([一二三四五六七八九十])分之([一二三四五六七八九])|(?<![\d/])(\d)\/(\d)(?=以上|的)|(?:超过|过)半数?(?!年|月)|半数(?=以上)|一半(?=以上|的)/g;
/** 三成以上, 翻一番, 全覆盖: amounts without a number of things. */
const tenthsPattern =
  /([一二两三四五六七八九]|\d)(?:[-—至到]([一二两三四五六七八九]|\d))?成(?=[，。；、）以左]|$)/g;
const doublingPattern = /翻([一二两三])番/g;
const wholePattern = /全覆盖/g;

const floors =
  /(至少|不少于|不得少于|不低于|不得低于|不小于|不下于|最少|最起码|起码|(?<![不得])(?:超过|高于|大于)|达到|达(?=$)|保底|突破)[^，。；：、]{0,8}$|(?<![不高])超$/;
const ceilings =
  /(至多|最多|不超过|不得超过|不多于|不高于|不大于|不得高于|(?<![不得])(?:低于|小于|少于)|控制在|压缩至|降至)[^，。；：、]{0,6}$/;
const lastYear =
  /(?:不低于|不得低于|不少于|不得少于|高于|超过)(?:去年|上年|上一年|往年)(?:度)?(?:同期)?(?:水平|标准)?(?!的?[\d一二三四五六七八九十百])/g;

/** The numbers a sentence sets, in the order of the text; `taken` is what other readers have understood. */
export function readQuantities(sentence: string, taken: readonly Span[]): FoundQuantity[] {
  const found: FoundQuantity[] = [];
  const add = (quantity: FoundQuantity | null): void => {
    if (
      !quantity ||
      overlaps(taken, quantity.start, quantity.end) ||
      overlaps(found, quantity.start, quantity.end)
    )
      return;
    found.push(quantity);
  };
  if (!anyNumber.test(sentence) && !sentence.includes("年")) return found;
  for (const match of sentence.includes("年") ? findMatches(lastYear, sentence) : []) {
    const span = { start: match.index, end: match.index + match[0].length };
    const nothing = { value: null, max: null, unit: null, per: findPer(sentence, span.start) };
    found.push({ text: match[0], comparator: "notBelowLastYear", ...nothing, ...span });
  }
  if (sentence.includes("百分之"))
    for (const match of findMatches(percentPattern, sentence)) add(readOne(sentence, match));
  if (/分之|半|\//.test(sentence))
    for (const match of findMatches(sharePattern, sentence)) add(readShare(sentence, match));
  for (const pattern of [tenthsPattern, doublingPattern, wholePattern])
    for (const match of mayHold(pattern, sentence) ? findMatches(pattern, sentence) : [])
      add(readPlain(sentence, match, pattern));
  for (const match of findMatches(numberPattern, sentence)) add(readOne(sentence, match));
  return found.sort(byStart);
}

function readOne(sentence: string, match: RegExpExecArray): FoundQuantity | null {
  const written = match[1] as string;
  const unitText = match[3] ?? "%";
  const at = match.index;
  if (isMasked(sentence, at, written)) return null;
  const end = at + match[0].length;
  const before = sentence.slice(Math.max(0, at - 14), at);
  const after = sentence.slice(end, end + 8);
  const floor = floors.exec(before);
  const ceiling = floor ? null : ceilings.exec(before);
  const per = unitText.endsWith("岁") ? null : findPer(sentence, at);
  const firm = floor !== null || ceiling !== null || per !== null || /^(以上|以内|以下|及以上)/.test(after);
  if (isPerGroup(sentence, at, end)) return null;
  if (!isAmount({ sentence, at, written, unitText, after, firm })) return null;
  const range = readRange(written, match[2]);
  if (range === null) return null;
  const suffix = /^(及?以上|以内|以下|之内|左右)/.exec(after)?.[0] ?? "";
  const comparator = decideComparator({ range, floor: floor !== null, ceiling: ceiling !== null, suffix });
  const start = at - (ceiling ?? floor ?? [""])[0].length;
  return {
    text: sentence.slice(start, end + suffix.length),
    comparator,
    value: range.value,
    max: range.max,
    unit: unitText === "％" ? "%" : unitText,
    per,
    start,
    end: end + suffix.length,
  };
}

const signs = new Map([
  [tenthsPattern, "成"],
  [doublingPattern, "番"],
  [wholePattern, "全覆盖"],
]);

const mayHold = (pattern: RegExp, sentence: string): boolean =>
  sentence.includes(signs.get(pattern) as string);

function readPlain(sentence: string, match: RegExpExecArray, pattern: RegExp): FoundQuantity {
  const isWhole = pattern === wholePattern;
  const range = isWhole
    ? { value: 100, max: null }
    : { value: parseNumber(match[1] as string), max: match[2] ? parseNumber(match[2]) : null };
  const unit = isWhole ? "%" : (signs.get(pattern) ?? null);
  return makeQuantity(sentence, match, { range, unit });
}

/** The words of the comparison stand before and behind the amount. */
function makeQuantity(
  sentence: string,
  match: RegExpExecArray,
  { range, unit }: { range: Range; unit: string | null },
): FoundQuantity {
  const at = match.index;
  const stop = at + match[0].length;
  const before = sentence.slice(Math.max(0, at - 14), at);
  const floor = floors.exec(before);
  const ceiling = floor ? null : ceilings.exec(before);
  const suffix = /^(及?以上|以内|以下|之内)/.exec(sentence.slice(stop, stop + 4))?.[0] ?? "";
  const start = at - (ceiling ?? floor ?? [""])[0].length;
  return {
    text: sentence.slice(start, stop + suffix.length),
    comparator: decideComparator({ range, floor: floor !== null, ceiling: ceiling !== null, suffix }),
    ...range,
    unit,
    per: null,
    start,
    end: stop + suffix.length,
  };
}

function readShare(sentence: string, match: RegExpExecArray): FoundQuantity {
  const [whole, part] = [match[1] ?? match[4], match[2] ?? match[3]].map((digit) =>
    digit ? parseNumber(digit) : null,
  );
  const range = { value: whole && part ? part / whole : 0.5, max: null };
  const quantity = makeQuantity(sentence, match, { range, unit: null });
  return /^(超过|过)/.test(match[0]) ? { ...quantity, comparator: "atLeast" } : quantity;
}

/** xx is a masked number, the x of a formula or a Latin word is not. */
const isMasked = (sentence: string, at: number, written: string): boolean =>
  /^[xX]/.test(written) && /[A-Za-z0-9]/.test(sentence[at - 1] ?? "");

type Range = { value: number | null; max: number | null };

function readRange(written: string, upper: string | undefined): Range | null {
  if (/^[*＊×xX]/.test(written)) return { value: null, max: null };
  if (upper !== undefined) {
    const value = parseNumber(written);
    const max = parseNumber(upper);
    return value === null || max === null || max < value ? null : { value, max };
  }
  // 两三名, 三五个
  const pair = /^[一二两三四五六七八九]{2}$/.test(written) ? [...written].map(parseNumber) : null;
  const [low, high] = pair ?? [];
  if (low != null && high != null && high > low) return { value: low, max: high };
  const value = pair ? null : parseNumber(written);
  return value === null ? null : { value, max: null };
}

type Signs = { range: Range; floor: boolean; ceiling: boolean; suffix: string };

function decideComparator({ range, floor, ceiling, suffix }: Signs): Comparator {
  if (range.max !== null) return "between";
  if (ceiling || suffix === "以内" || suffix === "以下" || suffix === "之内") return "atMost";
  if (floor || suffix === "以上" || suffix === "及以上") return "atLeast";
  return "equal";
}

type Amount = {
  sentence: string;
  at: number;
  written: string;
  unitText: string;
  after: string;
  firm: boolean;
};

const abstractNouns =
  /^[大]?(方面|问题|意见|要求|环节|层面|关键|重点|坚持|责任|意识|自信|维护|确立|基本|机制|文明|规定|制度|措施|任务|工作|内容|结合|到位|事(?!项)|维度|明确|阶段|层次|目标|原则|纪律|必须|统一|转变|服从|覆盖|清单|班子|一|不|有|能力|作用|导向|关系|短板|抓手|体系|标准|行动|工程|专项|领域|不准|严格|保障|市场|大局|循环|文件|认同|基地建设)/;
/** After a bare 一 only these count things; 一个, 一批, 一条 are mostly articles. */
const countedByOne = new Set(["名", "次", "篇", "例", "场", "节", "期", "堂", "轮", "场次"]);

/** Numerals in slogans, ordinals and articles set nothing. */
function isAmount({ sentence, at, written, unitText, after, firm }: Amount): boolean {
  const before = sentence[at - 1] ?? "";
  if (/[第前后排初续式]/.test(before) || /[.．\d]/.test(before)) return false;
  // 记10分, 扣5分 are how a duty is marked; 24小时值班 is round the clock.
  if (unitText === "分" && /[记扣得加减计满][1-9]?$/.test(sentence.slice(Math.max(0, at - 2), at)))
    return false;
  if (written.startsWith("24") && unitText === "小时" && !firm) return false;
  if (/排名$|位列$|位居$/.test(sentence.slice(Math.max(0, at - 3), at))) return false;
  if (unitText === "%" || unitText === "％") return true;
  const arabic = /^[\d*＊×xX]/.test(written);
  if (arabic) return !after.startsWith("方面");
  if (/[每任何某哪另同这那逐为]/.test(before) && !firm) return false;
  if (before === "每" || /^[一]/.test(after)) return false;
  if (abstractNouns.test(after)) return false;
  if (written === "一")
    return firm ? !/^[步定]/.test(after) : countedByOne.has(unitText) && !/^(又|次)/.test(after);
  return true;
}

/** 每20名党员培养1名: the first number only says what the second is counted by. */
const isPerGroup = (sentence: string, at: number, end: number): boolean =>
  sentence[at - 1] === "每" &&
  /^[^，。；]{0,16}?(至少|不少于|不低于|不超过|[^第]?[\d一两二三])/.test(sentence.slice(end, end + 24));
const groupOf =
  /^(\d{1,4}|[二三四五六七八九十百两]{1,4})(名|个|户|人|家|平方米|公里)([\u4e00-\u9fff]{0,6}?)(?=至少|不少于|不低于|不超过|最多|要|须|应|培养|配备|配|选|设|建|发展|储备|安排|$)/;

const timeWords = /^(?:个|一)?(?:年|月|周|季|半|天|日|两|届|学期|任期|星期|旬)/;
const perNoun =
  /^(?:一)?(?:个|名|位|家|所|支(?!部)|户(?=[^，。]))?([^，。；：至不要应须\d]{0,8}?(?:村民小组|村党组织|村（社区）|村(?![级民干内])|社区|乡镇（街道）|乡镇|镇(?!级)|乡(?![镇级])|街道|党支部|支部|党总支|党组织|党委|党小组|小组|班子成员|成员|党员|干部|书记|领导|人(?![大员])|单位|部门|企业|学校|医院|网格|户|指导员|联络员|委员|站|县(?![级直委])|区(?![级直委域])|项目|项|期|次|场|示范点))/;
const average = /(人|村|户|支部)均/g;
const longestReach = 30;

/** What the number is counted by: 每个村至少储备3名 → 村; null when it is a total. */
function findPer(sentence: string, at: number): string | null {
  const floor = Math.max(0, at - longestReach);
  const clauseStart = Math.max(
    floor,
    sentence.lastIndexOf("，", at - 1) + 1,
    sentence.lastIndexOf("；", at - 1) + 1,
  );
  const lead = sentence.slice(clauseStart, at);
  for (
    let each = lead.lastIndexOf("每");
    each >= 0;
    each = each === 0 ? -1 : lead.lastIndexOf("每", each - 1)
  ) {
    const rest = lead.slice(each + 1);
    if (timeWords.test(rest)) continue;
    const group = groupOf.exec(rest);
    if (group) return group[0];
    return perNoun.exec(rest)?.[1] ?? null;
  }
  return [...findMatches(average, lead)].at(-1)?.[1] ?? null;
}
