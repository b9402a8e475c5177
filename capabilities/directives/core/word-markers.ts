import { isIdeograph, isSpace, skipSpaces } from "./characters.ts";
import type { Family, Marker } from "./markers.ts";
import { cjkNumeralEnd, digitsEnd, parseCjkNumeral, parseDigits } from "./numerals.ts";

/** 最后 closes a series of any length. */
export const lastNumber = 100;

/** Numbering by words: 第一章 第一， 首先 其一 一是 一要 一方面. */
export function readWordMarker(text: string, at: number, end: number, atLineStart: boolean): Marker | null {
  switch (text[at]) {
    case "第":
      return readOrdinal(text, at, end, atLineStart);
    case "首":
    case "其":
    case "再":
      return readAspect(text, at, end) ?? readSequence(text, at, end);
    case "最":
    case "末":
      return readSequence(text, at, end);
    case "另":
    case "还":
      return readAspect(text, at, end);
    default:
      return readAspect(text, at, end) ?? readCount(text, at, end);
  }
}

const layoutWords: readonly [string, Family][] = [
  ["部分", "part"],
  ["编", "part"],
  ["章", "chapter"],
  ["节", "section"],
  ["条", "article"],
];
const ordinalWords = [
  "个方面",
  "个层面",
  "层意思",
  "个特点",
  "项任务",
  "项工作",
  "件事情",
  "个环节",
  "个问题",
  "个重点",
  "个关键",
  "件事",
  "方面",
  "项",
  "个",
  "句",
  "阶段",
  "点",
  "步",
  "类",
];
const ordinalSigns = new Set("，、,：:.．");

function readOrdinal(text: string, at: number, end: number, atLineStart: boolean): Marker | null {
  const from = skipSpaces(text, at + 1, Math.min(end, at + 3));
  const cjkEnd = cjkNumeralEnd(text, from, end);
  const stop = cjkEnd > from ? cjkEnd : digitsEnd(text, from, end);
  if (stop === from || stop - from > 4) return null;
  const run = text.slice(from, stop);
  const number = cjkEnd > from ? parseCjkNumeral(run) : parseDigits(run);
  if (number === null || number < 1 || number > 999) return null;
  const after = skipOne(text, stop, "部编章节条，、是");
  const layout = atLineStart ? layoutWords.find(([word]) => text.startsWith(word, after)) : undefined;
  if (layout) return readLayout(text, { at, after: after + layout[0].length, end }, layout[1], number);
  const word = ordinalWords.find((ending) => text.startsWith(ending, after)) ?? "";
  const signAt = after + word.length;
  const sign = text[signAt] ?? "";
  const form = word === "" ? "第" : word;
  const made = { family: "ordinal" as const, form, number, start: at, written: true };
  if (signAt < end && ordinalSigns.has(sign)) return { ...made, end: signAt + 1 };
  // 第一阶段（3月至4月）: the bracket dates the stage, so it stays in the text.
  if (signAt < end && (sign === "是" || (word !== "" && (sign === "（" || sign === "("))))
    return { ...made, end: sign === "是" ? signAt + 1 : signAt };
  return null;
}

/** Scanned pages set single blanks within a marker: 第 一 章, 一 是. */
const skipOne = (text: string, at: number, before: string): number =>
  isSpace(text.charCodeAt(at)) && before.includes(text[at + 1] ?? "\n") ? at + 1 : at;

/** 第三条 opens an article only when it stands apart: “第三条规定的…” is a reference. */
function readLayout(
  text: string,
  { at, after, end }: { at: number; after: number; end: number },
  family: Family,
  number: number,
): Marker | null {
  const next = text[after] ?? "";
  const apart = after >= end || !isIdeograph(next.charCodeAt(0));
  if (!apart && (family === "article" || family === "section")) return null;
  const sign = "：:、，".includes(next) && next !== "" && after < end ? 1 : 0;
  return { family, form: "第", number, start: at, end: after + sign, written: true };
}

const sequenceWords: readonly [string, number][] = [
  ["首先", 1],
  ["其次", 2],
  ["再次", 3],
  ["再者", 3],
  ["最后", lastNumber],
  ["末了", lastNumber],
];
const afterSequence = new Set("，,、：:是要");

function readSequence(text: string, at: number, end: number): Marker | null {
  const word = sequenceWords.find(([start]) => text.startsWith(start, at));
  if (word) {
    const next = text[at + 2] ?? "";
    if (word[1] === lastNumber && !afterSequence.has(next)) return null;
    const comma = "，,、：:是".includes(next) && at + 2 < end ? 1 : 0;
    const stop = at + 2 + comma;
    return { family: "ordinal", form: "先", number: word[1], start: at, end: stop, written: true };
  }
  if (text[at] !== "其") return null;
  const after = cjkNumeralEnd(text, at + 1, end);
  const number = after > at + 1 ? parseCjkNumeral(text.slice(at + 1, after)) : null;
  if (number === null || number < 1 || after >= end || !afterSequence.has(text[after] as string)) return null;
  const stop = text[after] === "要" ? after : after + 1;
  return { family: "ordinal", form: "其", number, start: at, end: stop, written: true };
}

/** Spoken series: the number is how late in a series a word can stand. */
const spoken: readonly [string, number][] = [
  ["二一个是", 2],
  ["三一个是", 3],
  ["四一个是", 4],
  ["还有一个是", 9],
  ["另外一个是", 9],
  ["另一个是", 9],
  ["再一个是", 9],
  ["再一个就是", 9],
  ["一个是", 1],
];

const aspects: readonly [string, number][] = [
  ["一方面", 1],
  ["另一方面", 2],
  ["另外一方面", 2],
  ["另方面", 2],
  ["再一方面", 3],
  ["还有一方面", 3],
];

function readAspect(text: string, at: number, end: number): Marker | null {
  const isSpoken = text.slice(at + 1, at + 7).includes("个");
  const said = isSpoken ? spoken.find(([start]) => text.startsWith(start, at)) : undefined;
  const word = said ?? aspects.find(([start]) => text.startsWith(start, at));
  if (!word) return null;
  const stop = at + word[0].length;
  if (said) return { family: "aspect", form: "个", number: said[1], start: at, end: stop, written: true };
  const comma = stop < end && "，,：:".includes(text[stop] as string) ? 1 : 0;
  return { family: "aspect", form: "方面", number: word[1], start: at, end: stop + comma, written: true };
}

/** Verbs that officials put after a bare numeral: 一抓…二抓…, 一靠…二靠…; a series must repeat the same. */
const countVerbs = new Set(
  "抓靠看查严强建促学讲做比评管树带防治督改问听论找明定用创推保想则曰把以对从在重突到让给压补聚",
);

function readCount(text: string, at: number, end: number): Marker | null {
  const stop = cjkNumeralEnd(text, at, end);
  if (stop === at || stop >= end || stop - at > 2) return null;
  const number = parseCjkNumeral(text.slice(at, stop));
  if (number === null || number < 1 || number > 20 || text[at] === "两") return null;
  const after = skipOne(text, stop, "是要");
  const form = text[after] as string;
  // 一是一、二是二 is a saying.
  if (form === "是" && text[after + 1] === text[at]) return null;
  const made = { family: "count" as const, number, start: at, written: true };
  if (form === "是" || form === "要") {
    const comma = form === "是" && "，,：:".includes(text[after + 1] ?? " ") ? 1 : 0;
    return { ...made, form: "是", end: Math.min(end, after + 1 + comma) };
  }
  return countVerbs.has(form) ? { ...made, form, end: after } : null;
}

const labels = [
  "任务",
  "专题",
  "行动",
  "工程",
  "措施",
  "项目",
  "目标",
  "阶段",
  "步骤",
  "环节",
  "问题",
  "清单",
  "议题",
];
const labelStarts = new Set(labels.map((label) => label[0] as string));

/** May 任务一： begin with this sign? */
export const isLabelStart = (char: string): boolean => labelStarts.has(char);

/** 任务一：强基工程 · 问题1.学习不深 at the start of a line. */
export function readTaskLabel(text: string, at: number, end: number): Marker | null {
  const label = labels.find((word) => text.startsWith(word, at));
  if (!label) return null;
  const from = at + label.length;
  const cjkEnd = cjkNumeralEnd(text, from, end);
  const stop = cjkEnd > from ? cjkEnd : digitsEnd(text, from, end);
  if (stop === from || stop - from > 3) return null;
  const number =
    cjkEnd > from ? parseCjkNumeral(text.slice(from, stop)) : parseDigits(text.slice(from, stop));
  const sign = text[stop] ?? "";
  const isApart = stop < end && ("：:、．.，,".includes(sign) || isSpace(text.charCodeAt(stop)));
  if (number === null || number < 1 || !isApart) return null;
  const isSign = !isSpace(text.charCodeAt(stop));
  return { family: "task", form: label, number, start: at, end: isSign ? stop + 1 : stop, written: true };
}
