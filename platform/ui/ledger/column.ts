import type { ReactNode } from "react";

/** One column of a ledger, in the order that the paper has it. */
export interface Column<Row> {
  readonly key: string;
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  /** The words of the cell, for export; needed where `cell` answers more than plain text. */
  readonly text?: ((row: Row) => string | number | null) | undefined;
  readonly align?: "left" | "right" | "center" | undefined;
  /** CSS width: "8em". */
  readonly width?: string | undefined;
  /** Names and other short words that stay on one line where the ledger is a table. */
  readonly isOneLine?: boolean | undefined;
  /** By what the rows are put in order when the head is pressed; without it the head is only words. */
  readonly sortBy?: ((row: Row) => string | number | null) | undefined;
  /** What stands in the totals row below the rows that are shown. */
  readonly total?: ((rows: readonly Row[]) => ReactNode) | undefined;
  /** Cannot be put away by the column chooser. */
  readonly isFixed?: boolean | undefined;
  /** Put away until somebody asks for it. */
  readonly isHiddenAtFirst?: boolean | undefined;
  /** On a phone: the head of the card, or not on the card at all; else a line of it. */
  readonly onCard?: "title" | "hidden" | undefined;
}

/** The words of a cell as they go to paper or into a workbook. */
export function wordsOfCell<Row>(column: Column<Row>, row: Row): string | number | null {
  if (column.text) return column.text(row);
  return wordsOfNode(column.cell(row));
}

function wordsOfNode(node: ReactNode): string | number | null {
  if (typeof node === "string" || typeof node === "number") return node;
  if (Array.isArray(node)) return node.map((part) => wordsOfNode(part as ReactNode) ?? "").join("");
  return null;
}

/** Which columns stand: those chosen, in the ledger's own order; fixed ones always. */
export const selectColumns = <Row>(
  columns: readonly Column<Row>[],
  hiddenKeys: readonly string[],
): readonly Column<Row>[] => columns.filter((column) => column.isFixed || !hiddenKeys.includes(column.key));

export const hiddenAtFirst = <Row>(columns: readonly Column<Row>[]): readonly string[] =>
  columns.flatMap((column) => (column.isHiddenAtFirst && !column.isFixed ? [column.key] : []));
