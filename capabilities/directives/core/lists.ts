import { endsSentence } from "./characters.ts";
import { parseNumber } from "./numerals.ts";
import type { Source } from "./tokens.ts";

/** A list inside a sentence: its members in order, and the stretch they fill. */
export type InlineList = { start: number; end: number; members: [number, number][] };

const longestLead = 30;
const longestSentence = 400;
const mostMembers = 20;
/** 推行“三个一”： 落实好四个责任： 建立三项制度，即 */
const countedLead =
  /([两二三四五六七八九十]|[2-9])(?:个|项|种|类|张|条|大|本|份|步|化|必|有|不|查|到位)[^，。；：、]{0,14}(?:，(?:即|就是|也就是|分别是|具体是|包括))?：?$/;
/** “三清”：a slogan needs no measure word. */
const countedSlogan =
  /“([两二三四五六七八九十])[^“”，。；：、]{1,12}”[^，。；：、]{0,12}(?:，(?:即|就是|也就是|分别是|具体是|包括))?：?$/;
const rhythm = /^(每(周|月|季|半年|年|日|天|两)|一[月季年周]一)/;

/** Finds 推行“三个一”：每月一次例会、每季一次研判、每年一次述评, whose members are as many as announced. */
export function findLists(source: Source, from: number, to: number): InlineList[] {
  const { level, enclosures } = source;
  const lists: InlineList[] = [];
  for (let at = from; at < to; at++) {
    if ((level[at] !== "：" && !isNamely(level, at)) || enclosures[at] !== 0) continue;
    const list = readList(source, from, at, to);
    if (!list) continue;
    lists.push(list);
    at = list.end - 1;
  }
  return lists;
}

/** 做到“四个亲自”，即重要工作亲自部署、…: the list may follow without a colon. */
const isNamely = (level: string, at: number): boolean =>
  level[at] === "即" && level[at - 1] === "，" && !"：可时将日使便是刻".includes(level[at + 1] ?? "：");

function readList(source: Source, from: number, colon: number, to: number): InlineList | null {
  const { level: text } = source;
  const lead = text.slice(Math.max(from, colon - longestLead), colon + 1);
  const counted = countedSlogan.exec(lead) ?? countedLead.exec(lead.replace(/["“”]/g, ""));
  const expected = counted ? parseNumber(counted[1] as string) : null;
  const end = sentenceEnd(source, colon + 1, to);
  if (end === null) return null;
  const brief = expected === null ? null : readBriefly(source, colon + 1, end, expected);
  if (brief) return brief;
  for (const sign of ["；", "，", "、"]) {
    const members = split(source, colon + 1, end, sign);
    if (members.length < 2 || members.length > mostMembers) continue;
    const rhythmic = members.every(([start, stop]) =>
      rhythm.test(text.slice(start, Math.min(stop, start + 4))),
    );
    if (members.length === expected || (rhythmic && text[colon] === "："))
      return { start: colon + 1, end, members };
  }
  return null;
}

/** As many members as announced before the first comma; what follows it belongs to the sentence again. */
function readBriefly(source: Source, from: number, end: number, expected: number): InlineList | null {
  const { level, enclosures } = source;
  for (let at = from; at < end; at++) {
    if (level[at] === "；") return null;
    if (level[at] !== "，" || enclosures[at] !== 0) continue;
    const members = split(source, from, at, "、");
    return members.length === expected ? { start: from, end: at, members } : null;
  }
  return null;
}

/** The end of the sentence, its full stop included; members parted by ； do not end it. */
function sentenceEnd({ level: text, enclosures }: Source, from: number, to: number): number | null {
  const limit = Math.min(to, from + longestSentence);
  for (let at = from; at < limit; at++) {
    const char = text[at] as string;
    if (enclosures[at] !== 0) continue;
    if (char !== "；" && char !== ";" && endsSentence(text.charCodeAt(at))) return at + 1;
    if ("（［【".includes(char) && /^.(牵头|责任|配合|完成|落实)/.test(text.slice(at, at + 3))) return at;
    if (char === "：") return null;
  }
  return limit === to ? to : null;
}

/** Members cover their closing sign, so that nothing but the lead and the rest is left to the parent. */
function split(
  { level: text, enclosures }: Source,
  from: number,
  end: number,
  sign: string,
): [number, number][] {
  const members: [number, number][] = [];
  let start = from;
  for (let at = from; at < end; at++) {
    if (text[at] !== sign || enclosures[at] !== 0) continue;
    members.push([start, at + 1]);
    start = at + 1;
  }
  if (start < end) members.push([start, end]);
  return members;
}
