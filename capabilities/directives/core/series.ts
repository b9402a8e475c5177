import { type Family, needsSeries, rankOf } from "./markers.ts";
import type { Token } from "./tokens.ts";
import { lastNumber } from "./word-markers.ts";

type Pending = { id: number; head: Token; members: Token[] };

/** Deeper nesting of one family is not found in documents; the bound keeps hostile input cheap. */
const deepest = 6;

/**
 * Reads the tokens backwards and links 三是 → 二是 → 一是, so that each series is known before the outline
 * is built: nested and restarted series fall into place, and a lone “一要…” in a sentence is dropped.
 * Returns the confirmed tokens in order, with `series` and `isLast` set.
 */
export function confirmSeries(tokens: readonly Token[]): Token[] {
  const pending = new Map<Family, Pending[]>();
  const confirmed = new Set<Token>();
  let nextId = 0;
  let paragraph = -1;
  for (let index = tokens.length - 1; index >= 0; index--) {
    const token = tokens[index] as Token;
    const isRunning = token.boundary === "middle" && token.family === "count";
    if (!token.written || (isRunning && !opensSeries(tokens, index))) continue;
    if (token.paragraph !== paragraph) leaveParagraph(pending, confirmed);
    paragraph = token.paragraph;
    const stack = pending.get(token.family) ?? [];
    pending.set(token.family, stack);
    nextId = link(token, stack, confirmed, nextId);
    if (token.boundary === "line") leaveSection(token, pending, confirmed);
  }
  for (const stack of pending.values()) for (const series of stack) confirmHeadless(series, confirmed);
  confirmUnnumbered(tokens, confirmed);
  return tokens.filter((token) => confirmed.has(token));
}

function link(token: Token, stack: Pending[], confirmed: Set<Token>, nextId: number): number {
  const standsAlone =
    token.boundary === "line" && rankOf(token.family) !== undefined && !needsSeries(token.form);
  if (standsAlone) confirmed.add(token);
  const found = findContinuation(token, stack);
  if (found < 0) {
    token.series = nextId;
    token.isLast = true;
    if (token.number !== 1) push(stack, { id: nextId, head: token, members: [token] }, confirmed);
    return nextId + 1;
  }
  const series = stack[found] as Pending;
  for (const skipped of stack.splice(found + 1)) confirmHeadless(skipped, confirmed);
  token.series = series.id;
  series.members.push(token);
  series.head = token;
  if (token.number === 1) {
    stack.pop();
    for (const member of series.members) confirmed.add(member);
  }
  return nextId;
}

/** A first point in the middle of a sentence counts only when the very next point of its kind is the second. */
function opensSeries(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index] as Token;
  const near = tokens
    .slice(Math.max(0, index - 6), index)
    .findLast(
      (other) =>
        other.paragraph === token.paragraph && other.family === "count" && other.boundary !== "middle",
    );
  const next = tokens[index + 1];
  return near?.number !== 1 && next?.family === "count" && next.number === 2 && next.form === token.form;
}

/** The pending series that this token begins or continues; its own habit of writing is preferred. */
function findContinuation(token: Token, stack: readonly Pending[]): number {
  let fallback = -1;
  for (let at = stack.length - 1; at >= 0; at--) {
    const head = (stack[at] as Pending).head;
    if (!follows(token, head)) continue;
    if (token.form === head.form) return at;
    if (fallback < 0 && mixable(token, head)) fallback = at;
    if (token.number !== 1) break;
  }
  return fallback;
}

function follows(token: Token, head: Token): boolean {
  if (token.family === "bullet") return head.form === token.form;
  if (head.number === lastNumber) return token.number < lastNumber && token.form === head.form;
  // 一个是…再一个是…: the later words name no number.
  if (token.family === "aspect" && token.form === "个")
    return head.form === "个" && (head.number > token.number || (head.number === 9 && token.number === 9));
  return head.number === token.number + 1;
}

/** 首先…第二…, 1.…2、… are slips within one series; 一抓…二是… are two. */
function mixable(token: Token, head: Token): boolean {
  if (token.family === "count" || token.family === "decimal") return false;
  return token.family !== "ordinal" || (token.form.length === 1 && head.form.length === 1);
}

function push(stack: Pending[], series: Pending, confirmed: Set<Token>): void {
  stack.push(series);
  if (stack.length > deepest) for (const dropped of stack.splice(0, 1)) confirmHeadless(dropped, confirmed);
}

/** A series whose first number is missing or disguised still counts when two of its members agree. */
function confirmHeadless(series: Pending, confirmed: Set<Token>): void {
  if (series.members.length < 2 || series.head.number > 3) return;
  if (series.members.some((member) => member.boundary === "comma" || member.family === "bullet")) return;
  for (const member of series.members) confirmed.add(member);
}

/** What began in the middle of a paragraph cannot have begun in an earlier one. */
function leaveParagraph(pending: Map<Family, Pending[]>, confirmed: Set<Token>): void {
  for (const [family, stack] of pending) {
    const kept = stack.filter((series) => series.head.boundary === "line");
    if (kept.length === stack.length) continue;
    for (const series of stack) if (series.head.boundary !== "line") confirmHeadless(series, confirmed);
    pending.set(family, kept);
  }
}

/** A line numbered higher ends what hangs lower: no 二是 of section two answers a 一是 of section one. */
function leaveSection(token: Token, pending: Map<Family, Pending[]>, confirmed: Set<Token>): void {
  const rank = rankOf(token.family);
  if (rank === undefined) return;
  for (const [family, stack] of pending) {
    const otherRank = rankOf(family);
    const lower = otherRank === undefined ? rank <= (family === "count" ? 5 : 4) : otherRank > rank;
    if (!lower || stack.length === 0) continue;
    for (const series of stack) confirmHeadless(series, confirmed);
    pending.set(family, []);
  }
}

/**
 * Unnumbered heads have no numbers to agree by. They confirm each other: two of a kind in one stretch
 * between numbered points (要加强…。…要强化…。), and each followed by words of its own.
 */
function confirmUnnumbered(tokens: readonly Token[], confirmed: Set<Token>): void {
  let groups = new Map<string, Token[]>();
  let paragraph = -1;
  let nextId = tokens.length;
  const settle = (): void => {
    for (const group of groups.values()) {
      if (group.length < 2) continue;
      group.forEach((token, index) => {
        token.series = nextId;
        token.isLast = index === group.length - 1;
        confirmed.add(token);
      });
      nextId++;
    }
    groups = new Map();
  };
  confirmSectorLines(tokens, confirmed);
  const lastWritten = tokens.findLastIndex((token) => token.written && confirmed.has(token));
  tokens.forEach((token, index) => {
    const breaks = token.written && confirmed.has(token) && token.family !== "aspect";
    if (token.paragraph !== paragraph) settle();
    else if (breaks) {
      // Heads that are whole sentences (在农村组织建设方面。) stand above numbered points; the others within one.
      const strong = groups.get("sector。");
      groups.delete("sector。");
      settle();
      if (strong) groups.set("sector。", strong);
    }
    paragraph = token.paragraph;
    if (token.written || confirmed.has(token)) return;
    if (token.family === "tail") {
      // Only after the last numbered point is “同志们，” the farewell.
      token.isLast = index > lastWritten;
      confirmed.add(token);
    } else {
      const key = token.family + token.form;
      const group = groups.get(key);
      if (group) group.push(token);
      else groups.set(key, [token]);
    }
  });
  settle();
}

/** Sectors that head paragraphs of one section (在机关党建方面。) confirm each other across the paragraphs. */
function confirmSectorLines(tokens: readonly Token[], confirmed: Set<Token>): void {
  let group: Token[] = [];
  let nextId = tokens.length * 2;
  const settle = (): void => {
    if (group.filter((token) => token.boundary === "line").length >= 2) {
      group.forEach((token, index) => {
        token.series = nextId;
        token.isLast = index === group.length - 1;
        confirmed.add(token);
      });
      nextId++;
    }
    group = [];
  };
  for (const token of tokens) {
    if (token.family === "sector" && token.form === "。") group.push(token);
    else if (token.boundary === "line" && rankOf(token.family) !== undefined && confirmed.has(token))
      settle();
  }
  settle();
}
