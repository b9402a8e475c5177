import { isSpace } from "./characters.ts";
import type { Marker } from "./markers.ts";

/** Heads that officials set without a number inside a passage. Each reader looks at a bounded window. */

const longestSector = 26;
const sectorEndings = ["方面", "领域", "层面", "工作上", "工作中"];
const sectorLast = new Set(sectorEndings.map((ending) => ending.at(-1) as string));
const sectorOpenings = new Set("在就对从");

const stops = new Set("，。：:；！？");

/** How far the next stop is; -1 when there is none before `end`. */
function findStop(plain: string, at: number, end: number): number {
  for (let next = at; next < end; next++) if (stops.has(plain[next] as string)) return next - at;
  return -1;
}

/** 在农村组织建设方面。 在机关党建方面， 农村党建领域： */
export function readSectorHead(plain: string, at: number, end: number): Marker | null {
  const stop = findStop(plain, at, Math.min(end, at + longestSector));
  if (stop < 4 || !sectorLast.has(plain[at + stop - 1] as string)) return null;
  const head = plain.slice(at, at + stop);
  const opened = sectorOpenings.has(head[0] as string);
  if (!sectorEndings.some((ending) => head.endsWith(ending))) return null;
  if (/[一二三四五六七八九十两几多]个?方面$|[要应须]|这|那|各方面$|等方面$/.test(head)) return null;
  const sign = plain[at + stop] as string;
  if (sign === "；" || (!opened && sign === "，" && !/层面$|领域$|党建方面$/.test(head))) return null;
  // In “在…方面，一要…二要…” the head stands above a series, as a sentence of its own would.
  const opens = /^(一[是要]|首先|第一[，、])/.test(plain.slice(at + stop + 1, at + stop + 4));
  const form = sign === "，" && !opens ? "，" : "。";
  return { family: "sector", form, number: 0, start: at, end: at, written: false };
}

const longestNeedHead = 22;

/** 要加强政治建设。 — a whole short sentence that names what the following sentences unfold. */
export function readNeedHead(plain: string, at: number, end: number): Marker | null {
  if (plain[at] !== "要") return null;
  const window = plain.slice(at, Math.min(end, at + longestNeedHead));
  const stop = window.search(/[。；！？：，]/);
  if (stop < 4 || window[stop] !== "。") return null;
  // The last sentence of a paragraph heads nothing.
  let next = at + stop + 1;
  while (next < end && isSpace(plain.charCodeAt(next))) next++;
  if (next >= end) return null;
  return { family: "need", form: "要", number: 0, start: at, end: at, written: false };
}

const tailOpenings = [
  "这些问题",
  "这些不足",
  "这些短板",
  "这些现象",
  "这些情况",
  "以上问题",
  "以上情况",
  "以上这些",
  "上述问题",
  "上述情况",
  "总之",
  "对这些问题",
  "对上述问题",
  "对以上问题",
  "针对这些",
  "针对上述",
  "针对以上",
  "下一步",
  "下步",
  "接下来",
  "同志们，",
  "刚才，",
  "下面，",
  "下面就",
  "现在，",
];

const tailFirst = new Set(tailOpenings.map((opening) => opening[0] as string));

/** The words by which a speaker leaves a series and speaks of the whole again. */
export function readTail(plain: string, at: number): Marker | null {
  if (!tailFirst.has(plain[at] as string) || !tailOpenings.some((opening) => plain.startsWith(opening, at)))
    return null;
  const form = plain.startsWith("同志们", at) ? "同志们" : "";
  return { family: "tail", form, number: 0, start: at, end: at, written: false };
}
