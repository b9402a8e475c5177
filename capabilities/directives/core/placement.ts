import type { Draft } from "./draft.ts";
import { rankOf } from "./markers.ts";
import type { Token } from "./tokens.ts";

export type Place = {
  /** How many open clauses stay open: the new clause hangs under the last of them. */
  depth: number;
  /** The clause goes on with a series that is open. */
  continues: boolean;
  /** A series of the same habit ended just before and this one starts anew beside it. */
  restarts: boolean;
  /** A token that means something only after a finished series, and whether there is one. */
  needsExhausted: boolean;
  found: boolean;
};

const place = (depth: number, rest: Partial<Place> = {}): Place => ({
  depth,
  continues: false,
  restarts: false,
  needsExhausted: false,
  found: true,
  ...rest,
});

const running = new Set(["ordinal", "count", "aspect", "sector", "need"]);
const isExhausted = (draft: Draft): boolean => draft.token !== null && draft.token.isLast;

/** Where among the open clauses a confirmed token belongs. */
export function findPlace(stack: readonly Draft[], token: Token): Place {
  if (token.family === "tail") return findTailPlace(stack, token);
  const sibling = findSibling(stack, token);
  if (sibling >= 0) return place(sibling, { continues: true });
  const restarted = findRestarted(stack, token);
  if (restarted >= 0)
    return place(restarted, { restarts: (stack[restarted] as Draft).token?.paragraph === token.paragraph });
  return place(findDepth(stack, token));
}

function findSibling(stack: readonly Draft[], token: Token): number {
  for (let at = stack.length - 1; at >= 0; at--) {
    const open = (stack[at] as Draft).token;
    if (open && open.series === token.series && open.series >= 0) return at;
  }
  if (token.boundary !== "line" || rankOf(token.family) === undefined || token.number === 1) return -1;
  // A slip in the numbers (一、二、四、) must not bury the rest: the nearest of the family goes on.
  for (let at = stack.length - 1; at >= 0; at--) {
    const open = (stack[at] as Draft).token;
    if (open && open.family === token.family && open.number <= token.number) return at;
  }
  return -1;
}

function findRestarted(stack: readonly Draft[], token: Token): number {
  for (let at = stack.length - 1; at >= 0; at--) {
    const draft = stack[at] as Draft;
    if (draft.token?.family === token.family && draft.token.form === token.form) {
      return isExhausted(draft) ? at : -1;
    }
  }
  return -1;
}

/** A new kind of numbering hangs under the innermost clause, once what it cannot hang under is closed. */
function findDepth(stack: readonly Draft[], token: Token): number {
  const rank = rankOf(token.family);
  let depth = stack.length;
  while (depth > 0) {
    const top = stack[depth - 1] as Draft;
    if (!yields(top, token, rank)) break;
    depth--;
  }
  return depth;
}

function yields(top: Draft, token: Token, rank: number | undefined): boolean {
  const topFamily = top.token?.family;
  const earlier = top.paragraph < token.paragraph;
  const heads = token.family === "sector" || token.family === "need";
  if (heads && earlier && (endedInside(top) || top.kind === "paragraph")) return true;
  if (token.family === "sector" && token.form === "。") {
    return (topFamily === "count" || topFamily === "ordinal") && isExhausted(top);
  }
  if (earlier && topFamily === "tail") return true;
  // Where a whole document stands in one line, 一、 and （一） still lay it out.
  const laysOut =
    token.boundary === "line" ||
    (rank !== undefined && rank <= 5 && (token.boundary === "sentence" || token.boundary === "blank"));
  if (!laysOut) return false;
  if (token.family === "ordinal") return top.kind === "paragraph" || (earlier && endedInside(top));
  if (rank === undefined) return false;
  if (earlier && endedInside(top)) return true;
  if (top.kind === "paragraph") return true;
  if (top.kind === "head" && earlier && top.token === null) return true;
  if (rank <= 4) return top.kind !== "headline" && !(topFamily && (rankOf(topFamily) ?? 99) < rank);
  const topRank = topFamily ? rankOf(topFamily) : undefined;
  if (topRank !== undefined) return topRank > rank && isExhausted(top);
  return rank <= 5 && topFamily !== undefined && running.has(topFamily) && isExhausted(top);
}

/** What ran inside an earlier paragraph ended with it. */
const endedInside = (top: Draft): boolean =>
  top.token !== null && running.has(top.token.family) && top.token.boundary !== "line" && isExhausted(top);

function findTailPlace(stack: readonly Draft[], token: Token): Place {
  if (token.form === "同志们" && token.isLast && stack.length > 0) return place(0, { needsExhausted: true });
  for (let at = stack.length - 1; at >= 0; at--) {
    const draft = stack[at] as Draft;
    const family = draft.token?.family;
    if (draft.paragraph !== token.paragraph) break;
    if ((family === "count" || family === "ordinal") && draft.token?.boundary !== "line") {
      return isExhausted(draft)
        ? place(at, { needsExhausted: true })
        : place(0, { needsExhausted: true, found: false });
    }
  }
  return place(0, { needsExhausted: true, found: false });
}
