import { type ReactNode, useEffect, useRef } from "react";
import { useGo } from "../navigation.ts";
import { words } from "../words.ts";
import type { Choice } from "./choice.ts";
import { type Column, wordsOfCell } from "./column.ts";
import { useLedgerKeys } from "./keyboard.ts";
import type { LedgerProps } from "./ledger-props.ts";
import { useRoomBelow } from "./room-below.ts";
import { showCell } from "./show-cell.tsx";
import type { Sorting } from "./sorting.ts";

export interface ShownRows<Row> extends LedgerProps<Row> {
  readonly shown: readonly Column<Row>[];
  readonly list: readonly Row[];
  readonly choice: Choice;
  readonly sorting: Sorting | null;
  readonly onSort: ((column: Column<Row>) => void) | null;
  /** False while further rows can be fetched: then a total is one of those shown. */
  readonly isWhole: boolean;
  /** What follows the last row: the way to more of them. */
  readonly end: ReactNode;
}

/** The ledger on a wide screen and on paper: sticky head, one row per record, totals below. */
export function LedgerTable<Row>(props: ShownRows<Row>): ReactNode {
  const go = useGo();
  const box = useRoomBelow();
  const { list, choice, linkOf, rowKey } = props;
  const keys = useLedgerKeys(list.length, {
    open: (index) => {
      const row = list[index];
      if (row && linkOf) go(linkOf(row));
    },
    choose: (index) => {
      const row = list[index];
      if (row && props.batch && (props.mayChoose?.(row) ?? true)) choice.toggle(rowKey(row));
    },
    move: useMoving(props),
  });
  return (
    <div className="ledger-scroll" ref={box}>
      <table className="ledger">
        <caption>{props.caption}</caption>
        <Head {...props} />
        <tbody onKeyDown={keys.onKeyDown}>
          {list.map((row, index) => (
            <tr
              key={rowKey(row)}
              data-row={index}
              className={props.rowTone?.(row) ? `row-${props.rowTone(row)}` : undefined}
              aria-selected={props.batch ? choice.keys.has(rowKey(row)) : undefined}
              tabIndex={linkOf || props.batch || props.onMove ? (index === keys.current ? 0 : -1) : undefined}
              onFocus={() => keys.onFocusRow(index)}
            >
              <Cells {...props} row={row} />
            </tr>
          ))}
        </tbody>
        <Totals {...props} />
      </table>
      {props.end}
    </div>
  );
}

/** Moves the row under the keyboard, and the keyboard with it once the list stands in its new order. */
function useMoving<Row>(props: ShownRows<Row>): ((index: number, by: -1 | 1) => void) | null {
  const { list, onMove, rowKey } = props;
  const moved = useRef<string | null>(null);
  useEffect(() => {
    if (moved.current === null) return;
    const index = list.findIndex((row) => rowKey(row) === moved.current);
    moved.current = null;
    document.querySelector<HTMLElement>(`.ledger [data-row="${index}"]`)?.focus();
  }, [list, rowKey]);
  if (!onMove) return null;
  return (index, by) => {
    const row = list[index];
    if (!row || index + by < 0 || index + by >= list.length) return;
    moved.current = rowKey(row);
    onMove(row, by);
  };
}

function Head<Row>(props: ShownRows<Row>): ReactNode {
  const { list, choice, rowKey } = props;
  const choosable = list.filter((row) => props.mayChoose?.(row) ?? true).map(rowKey);
  const isAll = choosable.length > 0 && choosable.every((key) => choice.keys.has(key));
  return (
    <thead>
      <tr>
        {props.batch && (
          <th className="cell-choice no-print">
            <input
              type="checkbox"
              aria-label={words.chooseAll}
              checked={isAll}
              onChange={() => (isAll ? choice.clear() : choice.setAll(choosable))}
            />
          </th>
        )}
        {props.shown.map((column) => (
          <th
            key={column.key}
            scope="col"
            className={alignOf(column)}
            style={{ width: column.width }}
            aria-sort={props.sorting?.key === column.key ? sortWord(props.sorting) : undefined}
          >
            <ColumnHead {...props} column={column} />
          </th>
        ))}
        {props.rowActions && <th className="cell-actions no-print">{words.actions}</th>}
      </tr>
    </thead>
  );
}

const sortWord = ({ isDescending }: Sorting) => (isDescending ? "descending" : "ascending");

function ColumnHead<Row>(props: ShownRows<Row> & { readonly column: Column<Row> }): ReactNode {
  const { column, sorting, onSort } = props;
  if (!column.sortBy || !onSort) return column.title;
  const mark = sorting?.key === column.key ? (sorting.isDescending ? "↓" : "↑") : "";
  return (
    <button type="button" className="sort-button" title={words.sortBy} onClick={() => onSort(column)}>
      {column.title}
      <span aria-hidden="true" className="no-print">
        {mark}
      </span>
    </button>
  );
}

function Cells<Row>(props: ShownRows<Row> & { readonly row: Row }): ReactNode {
  const { row } = props;
  return (
    <>
      {props.batch && (
        <td className="cell-choice no-print">
          <ChoiceBox {...props} />
        </td>
      )}
      {props.shown.map((column) => (
        <td key={column.key} className={classOf(column)}>
          {showCell(column, row)}
        </td>
      ))}
      {props.rowActions && <td className="cell-actions no-print">{props.rowActions(row)}</td>}
    </>
  );
}

export function ChoiceBox<Row>(props: ShownRows<Row> & { readonly row: Row }): ReactNode {
  const { row, choice, rowKey, columns } = props;
  const first = columns[0];
  const name = props.rowName?.(row) ?? String((first && wordsOfCell(first, row)) ?? "");
  return (
    <input
      type="checkbox"
      aria-label={words.chooseRow(name)}
      disabled={!(props.mayChoose?.(row) ?? true)}
      checked={choice.keys.has(rowKey(row))}
      onChange={() => choice.toggle(rowKey(row))}
    />
  );
}

function Totals<Row>(props: ShownRows<Row>): ReactNode {
  if (!props.shown.some((column) => column.total) || props.list.length === 0) return null;
  return (
    <tfoot>
      <tr>
        {props.batch && <td className="no-print" />}
        {props.shown.map((column, index) => (
          <td key={column.key} className={alignOf(column)}>
            {column.total
              ? column.total(props.list)
              : index === 0
                ? props.isWhole
                  ? words.total
                  : words.totalShown
                : null}
          </td>
        ))}
        {props.rowActions && <td className="no-print" />}
      </tr>
    </tfoot>
  );
}

const classOf = <Row,>(column: Column<Row>): string | undefined =>
  [alignOf(column), column.isOneLine && "one-line"].filter(Boolean).join(" ") || undefined;

const alignOf = <Row,>(column: Column<Row>): string | undefined =>
  column.align && column.align !== "left" ? `align-${column.align}` : undefined;
