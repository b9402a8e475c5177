import { findMatches } from "./matches.ts";
import { isReported, sentenceObliges, splitSentences } from "./modality.ts";

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

const imperativeVerb = new RegExp(
  "^(?:(?:以[^，。；：]{2,24}?|从[^，。；：]{1,12}?上|按照[^，。；：]{2,20}?|围绕[^，。；：]{2,20}?)[，、]?)?" +
    "(?:进一步|切实|扎实|全面|持续|深入|认真|积极|着力|大力|坚决|主动|严格|及时|定期|按时|始终|不断|有效|充分|统一|" +
    "全力|稳步|加快|集中|重点|自觉|带头|广泛|精准|分类|逐级|逐项|逐步|真正|牢牢|更加|科学|合理|有序|同步|统筹|优先|" +
    "层层|规范|继续|抓紧|努力|地|，|、)*" +
    "(?:抓|看清|认清|正视|做[细精大深]|建[起成]|加强|加大|加快|加固|强化|深化|优化|细化|净化|量化|落实|落细|推进|推动|推行|推广|建立|建设|建好|建强|建齐|健全|完善|" +
    "开展|做好|做实|做优|做到|做强|抓好|抓实|抓牢|抓紧|抓住|抓细|提升|提高|提前|打造|突出|坚持|坚定|坚守|规范|明确|" +
    "组织|实施|实行|实现|培育|培养|选派|选优|选好|选拔|整顿|整合|整改|聚焦|聚力|压实|压紧|夯实|构建|发挥|弘扬|树立|树牢|" +
    "增强|增加|统筹|创新|创建|注重|把握|把好|把牢|把稳|把准|发展|壮大|配强|配齐|保障|制定|制订|召开|举办|排查|梳理|" +
    "从严|严肃|严把|严格|严明|严守|严抓|紧盯|紧扣|紧抓|紧紧|围绕|引导|教育|支持|鼓励|探索|拓展|拓宽|巩固|改进|改善|解决|" +
    "防止|防范|力戒|用好|用活|用足|管好|管住|筑牢|履行|履职|担当|扛起|扛牢|吃透|学习|学深|宣传|贯彻|执行|督促|督导|指导|" +
    "检查|考核|报送|上报|完成|形成|营造|搭建|搞好|厘清|理顺|激发|激励|关心|关爱|联系|走访|对照|对标|补齐|补足|查找|" +
    "查摆|剖析|总结|评选|表彰|通报|公开|公示|设立|成立|配备|选聘|选树|挖掘|融入|结合|运用|利用|依托|扩大|稳定|调整|" +
    "转变|疏通|畅通|服务|帮助|帮扶|协调|配合|参与|参加|接受|遵守|维护|确立|筹措|投入|倾斜|落地|盯紧|盯住|带领|带动|狠抓|" +
    "常抓|厚植|锤炼|淬炼|锻造|净化|涵养|赋能|赋予|下沉|减轻|清理|清除|整治|纠正|纠治|查处|追究|问责|约谈|跟踪|跟进|" +
    "汇报|反馈|审核|审查|审批|备案|登记|录入|更新|归档|建档|立足|着眼|瞄准|锚定|争创|争取|攻坚|破解|破除|推选|摸清|摸排|" +
    "收集|征求|印发|下发|出台|修订|编制|填报|对接|衔接|筹备|谋划|部署|动员|启动|验收|评估|评议|述职|培训|轮训|举行|" +
    "讲好|念好|练好|走好|守好|守牢|拧紧|种好|办好|办实|回应|化解|调处|倾听|听取|找准|摆正|摆脱|提振|铸牢|铸就|凝聚|团结|" +
    "把|杜绝|避免|打好|打通|打破|打赢|切忌|扭住|传导|分解|分类|逐村|逐个|一律|不断|善于|敢于|勇于|勤于)",
);

const descriptive =
  /不强|不够|不足|不高|不力|不严|不实|不深|不细|不平衡|不到位|不规范|不扎实|不及时|不明显|不熟悉|薄弱|欠缺|缺乏|滞后|缓慢|偏低|偏慢|偏弱|淡薄|松懈|弱化|虚化|边缘化|流于形式|走过场|时有发生|存在.{0,12}(问题|现象|差距|短板)|较(弱|差|低|慢)|仍然是|得到(了)?|取得(了)?|成效(显著|明显)|(明显|显著|进一步|不断|持续)(提升|增强|提高|压实|改善|夯实|巩固|深入|优化)[。，；]?$/;
const pastWords =
  /^(去年|上年|今年以来|近年来|一年来|几年来|长期以来|过去|前期|截至|目前|当前|刚才|前不久|前段|自.{2,12}以来)/;

/** 整改措施, 组织领导, 考核办法 look like verb and object but only name what follows. */
const nominal =
  /^指导思想$|^(整改|组织|保障|实施|考核|检查|培训|学习|评定|服务|推进|宣传|参加|参与|总结|督导|督查|落实|帮扶|验收|评估|评议|公示|创建|整治|审核|登记|动员|部署|对照检查)[^，。；：]{0,4}(措施|任务|要求|目标|安排|步骤|内容|保障|领导|原则|情况|程序|办法|方法|方式|机制|重点|标准|对象|范围|时间|阶段|职责|人员|时限|举措|形式|架构|体系|机构|结构)$/;

/** A plain imperative, as officials head their points: 强化责任意识。 切实加强对…的领导。 */
export function isImperative(sentence: string): boolean {
  const head = sentence.slice(0, 80).trim();
  if (!imperativeVerb.test(head)) return false;
  const first = /^[^，。；：]*/.exec(head)?.[0] ?? "";
  return (
    !/了|已/.test(first) &&
    !nominal.test(first) &&
    !/(强化|推进|提升|落实|建设|完善)(得|的)?(不|还|较|有)/.test(first) &&
    !descriptive.test(first)
  );
}

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
  const sentences = splitSentences(clause.plain).filter((sentence) => sentence.trim().length > 1);
  if (setting === "describing") {
    if (clause.numbered && startsWithModal.test(clause.plain)) return true;
    return sentences.some((sentence) => addressed.test(sentence) && sentenceObliges(sentence));
  }
  if (sentences.some(sentenceObliges)) return true;
  if (setting === "orienting") return /达到|不低于|不少于/.test(clause.plain);
  const first = sentences[0] ?? "";
  if (setting === "requiring") return judgeUnderRequiringHead(clause, sentences);
  return clause.numbered && isImperative(first);
}

/** What a rule says of itself (为规范…，制定本办法; 自印发之日起施行) and the cases it lists (…的；) oblige nobody. */
const selfTelling =
  /^(为了?|根据|按照|依据)[^。]{4,120}(制定|制订|特制定|拟定)(了)?(如下|以下|本|此)?[^，。；]{0,12}[。：]?$|^本(办法|细则|规定|方案|制度|意见|通知|要点|规则|条例|清单)(适用于|所称|由[^，。]{2,30}(负责)?解释|自[^，。]{2,16}起(施行|执行|实施))|的[；。，]?$/;

function judgeUnderRequiringHead(clause: Judged, sentences: readonly string[]): boolean {
  const [first = "", second = ""] = sentences;
  if (selfTelling.test(first.trim().slice(0, 180))) return false;
  if (isImperative(first) || isImperative(second)) return true;
  if (!clause.numbered) return false;
  // A bare noun with points below it (二、重点任务) only names them.
  if (clause.hasChildren) return false;
  return !isDescriptive(first);
}

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

const requiringTitle =
  /(要点|方案|清单|计划|通知|意见|办法|措施|分工|安排|任务|制度|细则|规定|规划|台账)([（(].*)?$/;

export const readTitleSetting = (title: string | null): Setting =>
  title !== null && requiringTitle.test(title) ? "requiring" : "neutral";
