import type { PlainDate } from "#platform/kernel/plain-date.ts";
import { hashText } from "./random.ts";

/** The day from which everything that has no day of its own is counted. */
export const foundingDay = "2016-01-01" as PlainDate;

const hex = (value: number, digits: number): string =>
  value.toString(16).padStart(digits, "0").slice(-digits);

/**
 * The id that belongs to a key, in the form of a uuid v7: the day first, so that ids sort by age, then what the
 * key amounts to. The same key has the same id in every size of the county.
 */
export function idOf(key: string, day: PlainDate = foundingDay): string {
  const milliseconds = Date.parse(`${day}T00:00:00Z`);
  const [a, b, c] = hashText(key);
  const time = hex(milliseconds, 12);
  const variant = (8 + (b >>> 30)).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(a, 3)}-${variant}${hex(a >>> 12, 3)}-${hex(b, 4)}${hex(c, 8)}`;
}
