const none: readonly RegExpExecArray[] = [];

/**
 * All matches of a global pattern, gathered at once. Unlike matchAll it makes no copy of the pattern, which
 * for short sentences costs more than the search itself.
 */
export function findMatches(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  pattern.lastIndex = 0;
  let match = pattern.exec(text);
  if (!match) return none;
  const found: RegExpExecArray[] = [];
  for (; match; match = pattern.exec(text)) {
    found.push(match);
    if (match[0] === "") pattern.lastIndex++;
  }
  return found;
}
