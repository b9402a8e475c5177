import type { ReactNode } from "react";
import { DateText } from "../dates.tsx";
import type { Column } from "./column.ts";

const plainDay = /^\d{4}-\d{2}-\d{2}$/;

/** A cell that is nothing but a day is written as days are written everywhere, and never broken in two. */
export function showCell<Row>(column: Column<Row>, row: Row): ReactNode {
  const cell = column.cell(row);
  return typeof cell === "string" && plainDay.test(cell) ? <DateText day={cell} /> : cell;
}
