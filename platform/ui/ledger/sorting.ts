import { useFilters } from "../navigation.ts";
import type { Column } from "./column.ts";
import type { LedgerProps } from "./ledger-props.ts";

/** By which column the rows stand; null: in the ledger's own order. */
export interface Sorting {
  readonly key: string;
  readonly isDescending: boolean;
}

/** "-late" in the address: by the column "late", the greatest first. */
export function readSorting<Row>(text: string | undefined, columns: readonly Column<Row>[]): Sorting | null {
  const key = text?.replace(/^-/, "") ?? "";
  if (!columns.some((column) => column.key === key && column.sortBy)) return null;
  return { key, isDescending: text?.startsWith("-") ?? false };
}

/** A first press sorts (numbers the greatest first, words from the beginning), a second turns round, a third ends. */
export function nextSorting<Row>(column: Column<Row>, sorting: Sorting | null): string | undefined {
  const startsDescending = column.align === "right";
  if (sorting?.key !== column.key) return startsDescending ? `-${column.key}` : column.key;
  if (sorting.isDescending === startsDescending) return startsDescending ? column.key : `-${column.key}`;
  return undefined;
}

/** Rows without a value stand last whichever way it goes; equals keep their order. */
export function sortRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  sorting: Sorting | null,
): readonly Row[] {
  const valueOf = columns.find(({ key }) => key === sorting?.key)?.sortBy;
  if (!valueOf) return rows;
  const turn = sorting?.isDescending ? -1 : 1;
  return rows.toSorted((one, other) => {
    const [left, right] = [valueOf(one), valueOf(other)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    if (typeof left === "number" && typeof right === "number") return (left - right) * turn;
    return String(left).localeCompare(String(right), "zh-CN") * turn;
  });
}

/** The order of a ledger that is whole on the page, kept in the address; one that comes page by page has its own. */
export function useSorting<Row>(
  props: Pick<LedgerProps<Row>, "columns">,
  isWhole: boolean,
): { readonly sorting: Sorting | null; readonly onSort: ((column: Column<Row>) => void) | null } {
  const [{ sort }, setFilters] = useFilters(["sort"] as const);
  const sorting = isWhole ? readSorting(sort, props.columns) : null;
  const onSort = (column: Column<Row>): void => setFilters({ sort: nextSorting(column, sorting) });
  return { sorting, onSort: isWhole ? onSort : null };
}
