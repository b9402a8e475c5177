import type { ReactNode } from "react";
import type { PagesView, View } from "../views.ts";
import type { Column } from "./column.ts";

export interface LedgerProps<Row> {
  /** Under this name the browser remembers the chosen columns. */
  readonly name: string;
  /** What this ledger is; heads the printout and names the export. */
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => string;
  readonly view?: View<readonly Row[]> | PagesView<Row, unknown> | undefined;
  /** Instead of `view`, when the rows are already there. */
  readonly rows?: readonly Row[] | undefined;
  /** How many there are in all, where the server says so. */
  readonly total?: number | null | undefined;
  readonly empty?: ReactNode;
  /** Where Enter, or a tap on a phone, leads. */
  readonly linkOf?: ((row: Row) => string) | undefined;
  readonly rowActions?: ((row: Row) => ReactNode) | undefined;
  /** Acts on chosen rows; rows can be chosen only when this is given. */
  readonly batch?: ((rows: readonly Row[], clear: () => void) => ReactNode) | undefined;
  readonly mayChoose?: ((row: Row) => boolean) | undefined;
  /** Moves a row one place up (-1) or down (1); Alt with an arrow does it on the row. */
  readonly onMove?: ((row: Row, by: -1 | 1) => void) | undefined;
  /** How a row is called when read aloud; the first column otherwise. */
  readonly rowName?: ((row: Row) => string) | undefined;
  readonly rowTone?: ((row: Row) => "red" | "grey" | undefined) | undefined;
  /** The server's workbook of all rows under the same filters. */
  readonly exportAs?: (() => Promise<unknown>) | undefined;
  /** A short table inside a page: without columns, export and print. */
  readonly isPlain?: boolean | undefined;
}
