import { pinyin } from "pinyin-pro";

/** Syllables without tones, ü written v as it is typed; signs that are not Chinese stay as they are. */
const syllablesOf = (text: string): string[] => pinyin(text, { toneType: "none", type: "array", v: true });

/** What a name is found by: the name itself, its pinyin and the initials of its pinyin. */
export function searchTextOf(name: string): string {
  const syllables = syllablesOf(name);
  const initials = syllables.map((syllable) => syllable.slice(0, 1)).join("");
  return [name, syllables.join(""), initials].join(" ").toLowerCase();
}

/** A name in Latin letters, for a login name. */
export const latinOf = (name: string): string =>
  syllablesOf(name)
    .join("")
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "");
