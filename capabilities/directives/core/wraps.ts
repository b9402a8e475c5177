/** The same words as written, in one width, and with quotations blanked; offsets agree. */
export type Words = { text: string; level: string; plain: string };

const shortestWrapped = 25;
const closed = new Set("。！？；：:;!?”）)…】］");

/**
 * Puts the halves of broken sentences together: a page copied out of a printed file ends its lines where the
 * paper did, in the middle of “6月底前”. Only long lines without a closing sign were broken so.
 */
export function joinWraps(words: Words): Words {
  const { text } = words;
  const breaks: number[] = [];
  let start = 0;
  for (let feed = text.indexOf("\n"); feed >= 0; feed = text.indexOf("\n", feed + 1)) {
    if (feed - start >= shortestWrapped && !closed.has(text[feed - 1] as string)) breaks.push(feed);
    start = feed + 1;
  }
  if (breaks.length === 0) return words;
  const join = (lines: string): string => {
    const parts: string[] = [];
    let from = 0;
    for (const feed of breaks) {
      parts.push(lines.slice(from, feed));
      from = feed + 1;
    }
    parts.push(lines.slice(from));
    return parts.join("");
  };
  return { text: join(text), level: join(words.level), plain: join(words.plain) };
}
