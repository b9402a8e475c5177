import { endsSentence } from "./characters.ts";
import type { Source } from "./tokens.ts";

const announcement =
  /[：:]$|(几|[一二三四五六七八九十0-9]+)(点|条|个方面|方面|项)(要求|意见|建议|工作|任务|措施)?[。，,]?$|如下[。]?$|以下[^。]{0,12}[。]$/;
const longestIntroduction = 160;

/** Where the sentence begins that announces the series at `to`; `to` itself when none does. */
export function findIntroduction({ text, enclosures }: Source, from: number, to: number): number {
  if (to - from < 3 || !announcement.test(text.slice(Math.max(from, to - 40), to))) return to;
  const floor = Math.max(from, to - longestIntroduction);
  for (let at = to - 2; at > floor; at--) {
    if (endsSentence(text.charCodeAt(at)) && enclosures[at] === 0) return at + 1;
  }
  return to;
}
