import { dropUnprintable } from "#platform/documents/printable-text.ts";

const maxLength = 31;

/** Names that Excel takes: no []:*?/\, no apostrophe at the ends, at most 31 characters, no two alike. */
export function nameSheets(wanted: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return wanted.map((name, index) => {
    const clean = dropUnprintable(name)
      .replace(/[[\]:*?/\\\t\r\n]/g, " ")
      .replace(/^'+|'+$/g, "")
      .trim();
    const base = clean === "" ? `表${index + 1}` : clean;
    let unique = base.slice(0, maxLength);
    for (let copy = 2; taken.has(unique.toLowerCase()); copy += 1) {
      const ending = `（${copy}）`;
      unique = base.slice(0, maxLength - ending.length) + ending;
    }
    taken.add(unique.toLowerCase());
    return unique;
  });
}
