import { descriptive, isImperative } from "./imperatives.ts";
import { findMatches } from "./matches.ts";
import { isReported, sentenceObliges, setsTarget, splitSentences } from "./modality.ts";

/**
 * What the words around a clause make of it: under 工作要求 a bare “强化督查” obliges, under 存在问题 or
 * 主要做法 it only tells, and under 目的 or somebody's 观点 even “必须” obliges nobody.
 */
export type Setting = "requiring" | "orienting" | "neutral" | "describing" | "reporting";

export type Judged = {
  /** Own words, quotations blanked. */
  plain: string;
  numbered: boolean;
  hasChildren: boolean;
  /** It carries（责任单位：…；完成时限：…）. */
  hasBracket: boolean;
  /** Its marker itself obliges: 一要, 二要. */
  markerObliges: boolean;
};

const pastWords =
  /^(去年|上年|今年以来|近年来|一年来|几年来|长期以来|过去|前期|截至|目前|当前|刚才|前不久|前段|自.{2,12}以来)/;

const isDescriptive = (sentence: string): boolean =>
  descriptive.test(sentence.slice(0, 160)) ||
  pastWords.test(sentence.trim().slice(0, 20)) ||
  isReported(sentence);

const addressed =
  /(^|[，。；：])(会后，?|今后，?|下一步，?|因此，?|所以，?|同时，?)?(各[^，。；：]{0,24}|大家|全[县市区镇乡村体][^，。；：]{0,16}|我们|[^，。；：]{0,12}(党委|党组|党组织|支部|部门|单位|街道|社区|乡镇|书记|干部|小组))(都|也|均|还|更|一定)?(要|必须|务必|应当|应)/;

const startsWithModal = /^\s*(要(?![求点素害]|看到)|必须|务必|应当)/;

/** Does the clause oblige, given its setting? */
export function judge(clause: Judged, setting: Setting): boolean {
  if (setting === "reporting") return false;
  if (clause.hasBracket || clause.markerObliges) return true;
  const sentences = splitSentences(withoutBlanks(clause.plain)).filter(
    (sentence) => sentence.trim().length > 1,
  );
  if (setting === "describing") {
    if (clause.numbered && startsWithModal.test(clause.plain)) return true;
    return sentences.some((sentence) => addressed.test(sentence) && sentenceObliges(sentence));
  }
  if (sentences.some(sentenceObliges)) return true;
  if (sentences.some(setsTarget)) return true;
  if (setting === "orienting") return dated.test(clause.plain);
  const first = sentences[0] ?? "";
  if (setting === "requiring") return judgeUnderRequiringHead(clause, sentences);
  return clause.numbered && isImperative(first);
}

/** An aim obliges when it says by when or how much. */
const dated = /达到|不低于|不少于|(到|至)20\d\d年|[年月]底前|[一二三]年内/;

/** Scanned pages set blanks between words: 确 保, 每 周. */
const withoutBlanks = (plain: string): string =>
  plain.includes(" ") ? plain.replace(/(?<=[\d\u4e00-\u9fff，。；：]) (?=[\d\u4e00-\u9fff])/g, "") : plain;

/** What a rule says of itself (为规范…，制定本办法; 自印发之日起施行) and the cases it lists (…的；) oblige nobody. */
const selfTelling =
  /^(?:[^，。]{4,40}，)?(为了?|根据|按照|依据)[^。]{4,120}(制定|制订|特制定|拟定)(了)?(如下|以下|本|此)?[^，。；、]{0,12}[。：]?$|^本(办法|细则|规定|方案|制度|意见|通知|要点|规则|条例|清单)(适用于|所称|由[^，。]{2,30}(负责)?解释|自[^，。]{2,16}起(施行|执行|实施))|的[；。，]?$/;

function judgeUnderRequiringHead(clause: Judged, sentences: readonly string[]): boolean {
  const [first = "", second = ""] = sentences;
  if (selfTelling.test(first.trim().slice(0, 180))) return false;
  const introduces = !clause.numbered && announcesItself.test((sentences.at(-1) ?? "").trim());
  if (introduces) return false;
  const isIdle = (sentence: string): boolean =>
    permits.test(sentence) ||
    bareName.test(sentence.trim()) ||
    selfTelling.test(sentence.trim().slice(0, 180));
  if (sentences.every(isIdle)) return false;
  if (isImperative(first) || isImperative(second)) return true;
  if (!clause.numbered) return false;
  // A bare noun with points below it (二、重点任务) only names them.
  if (clause.hasChildren) return figures.test(first);
  return !isDescriptive(first);
}

/** The paragraph before the first point: …，现提出如下意见。 …，制定本方案。 */
const announcesItself =
  /(现|特)[^。；]{0,30}(如下|意见|通知|方案|要求|安排|规定)[^。；]{0,6}[。：]?$|(制定|制订)[^。；]{0,16}(方案|办法|意见|要点|细则|计划|规定|规则)[。：]?$/;
/** What may be done, who belongs to something and what a word means oblige nobody. */
const permits =
  /^[^，。；]{0,40}(可以|均可|有权|是指|系指)|由[^，。；]{2,60}(组成|构成)[。；]?$|(由下列|由以下)[^。；：]{0,12}：|^[^，。；]{2,24}(包括|包含|分为)[^。；]{0,40}[：:。；]?$|视同|均可[^，。；]{0,10}[。；]?$/;
const bareName = /^(总\s*则|附\s*则|其他|其它|名词解释|附件|说明|总体要求|指导思想|基本原则)[。：]?$/;
const figures =
  /至少|不少于|不低于|不得少于|不超过|达到[\d一二三四五六七八九十百]|[\d一二三四五六七八九十]次/;

const cues: readonly [RegExp, Setting][] = [
  [/观点|论述|论断|箴言|教导|目的|意义|原因/g, "reporting"],
  [
    /指导思想|总体思路|背景|问题|不足|差距|短板|薄弱环节|困难|成绩|成效|做法|经验|表现|特点|基本情况|进展情况|回顾|体会|启示|形势|挑战|亮点|现状|依据/g,
    "describing",
  ],
  [
    /要求|任务|措施|举措|安排|意见|建议|如下工作|以下工作|工作如下|事项|步骤|保障|职责|分工|打算|计划|思路|努力方向|组织领导|整改|工作重点|重点工作|工作目标|目标|工作内容|实施内容|方法|抓好|做好|做到|责任/g,
    "requiring",
  ],
];

const neutralLead = /(讲|谈|说|交流|汇报)[^，。]{0,12}(个|方面)(的)?(问题|情况|体会|看法)/;
/** “档案内容包括：” lists things; only what is said as a duty obliges. */
const contents = /(包括|包含|有|为|分为|内容)[：:]$/;
const orientation = /总体要求|基本原则|工作原则|总体原则|总体目标|工作目标/;

/** What a head or a sentence before a series says of what follows; null when it says nothing. */
export function readCue(lead: string): Setting | null {
  if (neutralLead.test(lead) || contents.test(lead)) return "neutral";
  if (lead.length <= 20 && orientation.test(lead)) return "orienting";
  let latest = -1;
  let setting: Setting | null = null;
  for (const [pattern, meant] of cues) {
    for (const match of findMatches(pattern, lead)) {
      if (match.index < latest) continue;
      latest = match.index;
      setting = meant;
    }
  }
  if (setting === "reporting" && /观点|论述|论断/.test(lead) && !/习近平|总书记|提出|强调|指出/.test(lead))
    return null;
  if (
    setting === "describing" &&
    /(解决|整改|克服|针对|抓好|破解|纠正|查找|查摆)[^，。]{0,16}(问题|短板|不足|差距)[^，。]{0,4}$/.test(lead)
  ) {
    return "requiring";
  }
  return setting;
}

/** A head names its kind by its last words: 整改措施 does, 措施比较实 and 问题整改到位 do not. */
export function readHeadCue(heading: string): Setting | null {
  const cue = readCue(heading);
  if (cue === null || cue === "neutral") return cue;
  const tail = heading.replace(/[（(][^（()）]*[）)]$/, "").slice(-7);
  return readCue(tail) === null || faultless.test(heading) ? null : cue;
}

const faultless = /(比较|较为|很|不|更|十分|非常)[\u4e00-\u9fff]{1,2}$/;

const requiringTitle =
  /(要点|方案|清单|计划|通知|意见|办法|措施|分工|分解|安排|任务|制度|细则|规定|规划|台账|规则|预案|条例|章程|准则|规范|纲要|守则|公约|标准|决定|批复|责任书|承诺书|一览表|分解表|责任表|明细表|计划表|配档表|任务表)([（(].*)?$/;

export const readTitleSetting = (title: string | null): Setting =>
  title !== null && requiringTitle.test(title) ? "requiring" : "neutral";
