import { endsSentence } from "./characters.ts";
import type { Source } from "./tokens.ts";

const announcement =
  /[：:]$|(几|[一二三四五六七八九十0-9]+)(点|条|个方面|方面|项)(要求|意见|建议|工作|任务|措施)?[。，,]?$|如下[。]?$|以下[^。]{0,12}[。]$/;
const longestIntroduction = 160;

/** Where the sentence begins that announces the series at `to`; `to` itself when none does. */
export function findIntroduction({ level, enclosures }: Source, from: number, to: number): number {
  if (to - from < 3 || !announcement.test(level.slice(Math.max(from, to - 40), to))) return to;
  const floor = Math.max(from, to - longestIntroduction);
  for (let at = to - 2; at > floor; at--) {
    if (endsSentence(level.charCodeAt(at)) && enclosures[at] === 0) return at + 1;
  }
  return to;
}

/** Words by which a speaker turns from what is to what shall be: 不足：一是…二是…。建议：1.…2.… */
const turn = /^\s*(建议|要求|希望|对此|为此|下一?步|接下来|今后|整改|针对|工作(打算|要求|建议))/;

export const turnsAway = ({ level }: Source, from: number, to: number): boolean =>
  turn.test(level.slice(from, Math.min(to, from + 12)));
