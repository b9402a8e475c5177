import { endsSentence } from "./characters.ts";
import { findMatches } from "./matches.ts";

/**
 * Whether a sentence obliges somebody to act. Chinese modals hide inside other words (重要, 主要, 响应):
 * each is read together with its neighbours.
 */
const modal =
  /要|必须|务必|应|须|需|不得|不准|不许|不能再|决不|绝不|严禁|严格禁止|禁止|杜绝|确保|力争|力求|争取|务求|希望|望|请/g;

const beforeYao = new Set("重主需只首纲摘概简纪紧机扼必想快就若如索险精硬提择撮显枢冲津权");
const afterYao = new Set("求点素害领件闻义务么道旨塞职人员目隘约挟价冲强饭");
const beforeYing = new Set("反响适相对效供感呼顺回照因策报接一邀内");
const afterYing = new Set("用急对变届运有邀聘战付酬和验声答答");
const beforeXu = new Set("急必所刚亟供特军内按的");

type Neighbours = { sentence: string; at: number; word: string };

function isYao({ sentence, at }: Neighbours): boolean {
  const before = sentence[at - 1] ?? "";
  const after = sentence[at + 1] ?? "";
  if (beforeYao.has(before)) return before === "就" && sentence[at - 2] !== "不";
  if (afterYao.has(after)) {
    // 要求各村… obliges, 按要求 does not; 要务实 and 要领导带头 begin with other words.
    if (after === "求") return /^要求(各|全|所有|广大)/.test(sentence.slice(at, at + 4));
    if (after === "务") return sentence[at + 2] === "实" || sentence[at + 2] === "必";
    if (after === "强" || after === "目") return after === "强" && "化调".includes(sentence[at + 2] ?? " ");
    return after === "领" && sentence[at + 2] === "导";
  }
  if (after === "不" || after === "是" || after === "")
    return after === "不" && before !== "要" && sentence[at + 2] !== "要";
  if (/(为什么|怎么|怎样|为何|是否|还不|有没有|不|没有)$/.test(sentence.slice(Math.max(0, at - 3), at))) {
    return before === "不";
  }
  return !/^要(清醒|充分)?(地)?(看到|看出|认识到|知道)/.test(sentence.slice(at, at + 8));
}

function isYing({ sentence, at }: Neighbours): boolean {
  if (beforeYing.has(sentence[at - 1] ?? "")) return false;
  if (afterYing.has(sentence[at + 1] ?? "")) return false;
  // 应建尽建, 应纳尽纳
  return sentence[at + 2] !== "尽";
}

function isXu({ sentence, at, word }: Neighbours): boolean {
  if (beforeXu.has(sentence[at - 1] ?? "")) return false;
  return word === "须" ? sentence[at + 1] !== "知" : !/[要求]/.test(sentence[at + 1] ?? "求");
}

function isWish({ sentence, at, word }: Neighbours): boolean {
  const rest = sentence.slice(at + word.length, at + word.length + 2);
  const before = sentence[at - 1] ?? "，";
  if (word === "请")
    return /^(各|于|将|按|认真|及时|你|结合|大家)/.test(rest) && !/[申邀聘提报呈]/.test(before);
  if (word === "望") return /^(各|大家|全体)/.test(rest) && !/[希期]/.test(before);
  // 带来希望, 希望工程 and 希望和梦想 name a thing; else whoever speaks wants something done.
  return (
    !/^(工程|小学|之|的|在|和|与|就|，|。|；|：|、)/.test(rest) &&
    rest !== "" &&
    !/[来满予了的见]/.test(before)
  );
}

function isEnsured({ sentence, at, word }: Neighbours): boolean {
  const before = sentence.slice(Math.max(0, at - 4), at);
  if (/才能?够?$|能够$|以便$|已$|有力$|有效$/.test(before)) return false;
  return (
    !sentence.slice(at + word.length).startsWith("了") &&
    !(word === "争取" && before.endsWith("积极") && /了/.test(sentence))
  );
}

function isModal(found: Neighbours): boolean {
  switch (found.word) {
    case "要":
      return isYao(found);
    case "应":
      return isYing(found);
    case "须":
    case "需":
      return isXu(found);
    case "希望":
    case "望":
    case "请":
      return isWish(found);
    case "确保":
    case "力争":
    case "力求":
    case "争取":
      return isEnsured(found);
    default:
      return true;
  }
}

const attributed =
  /(总书记|习近平|毛泽东|邓小平|列宁|马克思|党中央|党的二十大|二十届)[^。]{0,40}?(强调|指出|提出(?!的)|要求(?!的)|谈到|说过|告诫)/;
const pointsAtSome = /^\s*(有的|有些|一些|部分|个别|少数|多数|某些)/;

/** Offsets of the words that oblige, in a sentence whose quotations are blanked. */
export function findModals(sentence: string): number[] {
  const found: number[] = [];
  for (const match of findMatches(modal, sentence)) {
    if (isModal({ sentence, at: match.index, word: match[0] })) found.push(match.index);
  }
  return found;
}

/** Is the sentence somebody's words (总书记强调，要…) or about some unnamed others (有的…要…)? */
export function isReported(sentence: string): boolean {
  if (pointsAtSome.test(sentence.slice(0, 6))) return true;
  const match = attributed.exec(sentence.slice(0, 120));
  if (
    !match ||
    /(贯彻|按照|落实|学习|根据|遵循|牢记|对照|围绕)[^，。]{0,8}$/.test(sentence.slice(0, match.index))
  )
    return false;
  const [first] = findModals(sentence);
  return first === undefined || first > match.index;
}

/** Does the sentence, or any of several sentences, oblige a unit to act in future? */
export const obliges = (passage: string): boolean => splitSentences(passage).some(sentenceObliges);

/**
 * A day or an amount that is set without any “要”: 6月底前每村至少储备2名, 于12月31日前报送. What is past
 * or only counted (去年, 已, 达到了) sets nothing.
 */
export function setsTarget(sentence: string): boolean {
  if (!/前|至少|不少于|不低于|不得少于|不超过/.test(sentence)) return false;
  const isDue =
    /(底|末|旬|\d[日号月]|[）)]|月份?|季度|半年|\d年|[一二三四五六七八九十][日月])(之|以)?前[^，。；]{0,24}?(完成|报送|上报|报[县市区乡镇党省组]|提交|落实|到位|建成|制定|整改|清零|实现|出台|达到|储备|召开|反馈|办结|调整|配齐)/.test(
      sentence,
    );
  const isAmount =
    /[各每][^，。；]{0,16}(至少|不少于|不低于|不得少于|不超过)[^，。；]{0,8}[\d一二两三四五六七八九十]/.test(
      sentence,
    );
  return (
    (isDue || isAmount) && !/去年|上年|已|了(?!解)|截至|曾|此前|规定/.test(sentence) && !isReported(sentence)
  );
}

export const sentenceObliges = (sentence: string): boolean =>
  findModals(sentence).length > 0 && !isReported(sentence);

/** A passage cut after each full stop, question, exclamation, semicolon and line end; nothing is lost. */
export function splitSentences(passage: string): string[] {
  const sentences: string[] = [];
  let start = 0;
  for (let at = 0; at < passage.length; at++) {
    const code = passage.charCodeAt(at);
    if (!endsSentence(code) && code !== lineFeed) continue;
    sentences.push(passage.slice(start, at + 1));
    start = at + 1;
  }
  if (start < passage.length) sentences.push(passage.slice(start));
  return sentences;
}

const lineFeed = 0x0a;
