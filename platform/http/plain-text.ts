/**
 * The path of the first text in a request that no database column can hold (a NUL, half of a surrogate pair), or
 * null. Walks without recursion: how deep a request is nested is its sender's choice.
 */
export function findUnstorableText(value: unknown): string | null {
  const open: { readonly path: string; readonly value: unknown }[] = [{ path: "", value }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { path, value: each } = next;
    if (typeof each === "string" && (each.includes("\0") || !each.isWellFormed())) return path;
    if (typeof each !== "object" || each === null) continue;
    for (const [name, part] of Object.entries(each)) {
      open.push({ path: path === "" ? name : `${path}.${name}`, value: part });
    }
  }
  return null;
}
