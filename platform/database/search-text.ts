import { type Expression, sql } from "kysely";
import { pinyin } from "pinyin-pro";

/** Syllables without tones, ü written v as it is typed; signs that are not Chinese stay as they are. */
export const syllablesOf = (text: string): string[] =>
  pinyin(text, { toneType: "none", type: "array", v: true });

/** What a name or title is found by, kept beside it: itself, its pinyin and the initials of its pinyin. */
export function searchTextOf(name: string): string {
  const syllables = syllablesOf(name);
  const initials = syllables.map((syllable) => syllable.slice(0, 1)).join("");
  return [name, syllables.join(""), initials].join(" ").toLowerCase();
}

/** The signs of LIKE itself mean nothing in what a user types. */
const literally = (fragment: string): string =>
  fragment
    .trim()
    .toLowerCase()
    .replace(/[\\%_]/g, (sign) => `\\${sign}`);

/** A fragment as a LIKE pattern over such a text. */
export const containing = (fragment: string): string => `%${literally(fragment)}%`;

/** For an order: 0 the name itself or its initials as a whole, 1 what begins with the fragment, 2 the rest. */
export function byCloseness(column: string, fragment: string): Expression<number> {
  const text = sql.ref(column);
  const asked = literally(fragment);
  return sql<number>`CASE
    WHEN ${text} LIKE ${`${asked} %`} OR ${text} LIKE ${`% ${asked}`} THEN 0
    WHEN ${text} LIKE ${`${asked}%`} OR ${text} LIKE ${`% ${asked}%`} THEN 1
    ELSE 2 END`;
}
