import type { ReactNode } from "react";
import { words } from "../words.ts";
import { showCell } from "./show-cell.tsx";
import { ChoiceBox, type ShownRows } from "./Table.tsx";

/** The same ledger on a phone: a card per record, label before value, actions below where the thumb is. */
export function LedgerCards<Row>(props: ShownRows<Row>): ReactNode {
  const titles = props.shown.filter((column) => column.onCard === "title");
  const heads = titles.length > 0 ? titles : props.shown.slice(0, 1);
  const lines = props.shown.filter((column) => column.onCard !== "hidden" && !heads.includes(column));
  return (
    <>
      <ul className="cards" aria-label={props.caption}>
        {props.list.map((row) => (
          <li
            key={props.rowKey(row)}
            className={`card ${props.rowTone?.(row) ? `row-${props.rowTone(row)}` : ""}`}
          >
            <div className="card-head">
              {props.batch && <ChoiceBox {...props} row={row} />}
              <div>
                {heads.map((column) => (
                  <div key={column.key}>{column.cell(row)}</div>
                ))}
              </div>
            </div>
            <dl>
              {lines.map((column) => (
                <div key={column.key}>
                  <dt>{column.title}</dt>
                  <dd>{showCell(column, row)}</dd>
                </div>
              ))}
            </dl>
            {props.rowActions && (
              <div className="card-actions no-print" aria-label={words.actions}>
                {props.rowActions(row)}
              </div>
            )}
          </li>
        ))}
      </ul>
      {props.end}
    </>
  );
}
