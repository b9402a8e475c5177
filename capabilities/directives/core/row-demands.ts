import { readNames } from "./brackets.ts";
import type { Calendar } from "./calendar.ts";
import { type Demands, readSentences } from "./demands.ts";
import { dropRepeated } from "./organizations.ts";
import type { TableRow } from "./tables.ts";
import { readTimeLimit } from "./time-limits.ts";
import type { Source } from "./tokens.ts";

/** What a row of a task table demands: its cells say under their heads who, with whom and by when. */
export function readRowDemands(
  { text, level, plain }: Source,
  { cells }: TableRow,
  calendar: Calendar,
): { hasBracket: boolean; found(): Demands } {
  const assigns = cells.some(({ column }) => column !== "content" && column !== "other");
  return {
    hasBracket: assigns,
    found: () => {
      const demands: Demands = { quantities: [], deadlines: [], frequencies: [], organizations: [] };
      for (const { start, end, column } of cells) {
        const cut = (words: string): string => words.slice(start, end);
        if (column === "limit") demands.deadlines.push(...readTimeLimit(cut(text), calendar));
        else if (column === "content")
          readSentences({ text: cut(text), level: cut(level), plain: cut(plain) }, calendar, demands);
        else if (column !== "other" && column !== "number")
          demands.organizations = demands.organizations.concat(readNames(cut(text), column));
      }
      demands.organizations = dropRepeated(demands.organizations);
      return demands;
    },
  };
}
