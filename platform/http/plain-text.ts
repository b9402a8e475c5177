/** Deeper than any form of ours; what is nested beyond it would overflow the stack of whoever walks it. */
const maxDepth = 40;

export interface Unstorable {
  readonly path: string;
  readonly reason: "character" | "number" | "depth";
}

/**
 * The first place in a request that cannot be kept: a text that no database column can hold (a NUL, half of a
 * surrogate pair), a number beyond those that are exact, or nesting without end. Walks without recursion: how deep a request is nested is its sender's
 * choice.
 */
export function findUnstorable(value: unknown): Unstorable | null {
  const open: { readonly path: string; readonly depth: number; readonly value: unknown }[] = [
    { path: "", depth: 0, value },
  ];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { path, depth, value: each } = next;
    if (typeof each === "string" && (each.includes("\0") || !each.isWellFormed()))
      return { path, reason: "character" };
    if (typeof each === "number" && Math.abs(each) > Number.MAX_SAFE_INTEGER)
      return { path, reason: "number" };
    if (typeof each !== "object" || each === null) continue;
    if (depth > maxDepth) return { path, reason: "depth" };
    for (const [name, part] of Object.entries(each)) {
      open.push({ path: path === "" ? name : `${path}.${name}`, depth: depth + 1, value: part });
    }
  }
  return null;
}
