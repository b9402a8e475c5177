import type { Decomposition } from "#rooms/directives/core/index.ts";
import { originNames } from "#rooms/tasks/core/index.ts";
import { type Ledger, type LedgerColumn, ledgerColumns } from "./list-ledger.ts";
import { proposeItems } from "./propose-items.ts";

/** Here the time limit may be words that fix no day (长期坚持). */
const columns: readonly LedgerColumn[] = ledgerColumns.map((column) =>
  column.kind === "date" ? { title: column.title, width: 22 } : column,
);

/** A decomposition laid out in the columns of a responsibility list, as a start for somebody without the system. */
export function decompositionLedger(decomposition: Decomposition): Ledger {
  const items = proposeItems(decomposition.clauses);
  const title = decomposition.title ?? "";
  return {
    title: `${title.replace(/责任清单$/, "")}责任清单`,
    columns,
    rows: items.map((item, index) => [
      index + 1,
      `${originNames.keyPoints}（原文第${item.sourceLine}行）`,
      item.content,
      item.target,
      item.measures,
      "",
      "",
      item.leadNames.join("、"),
      item.assistNames.join("、"),
      writeDeadline(item.dueDate, item.deadlineWords),
      "",
      "",
      "",
      "",
    ]),
  };
}

const writeDeadline = (date: string | null, words: string): string => {
  if (date === null) return words;
  return words === "" ? date : `${date}（${words}）`;
};
