import { Button, Checkbox, Popover } from "antd";
import { type ReactNode, useState } from "react";
import { notify } from "../notify.ts";
import { readerName } from "../reader.ts";
import { words } from "../words.ts";
import type { Column } from "./column.ts";
import { exportSeen, workbookOfSeen } from "./export-seen.ts";
import type { ShownRows } from "./Table.tsx";

/** Above the ledger: how many, which columns, export and print of exactly what is seen. */
export function LedgerBar<Row>(
  props: ShownRows<Row> & {
    readonly hidden: readonly string[];
    readonly onHide: (hidden: readonly string[]) => void;
  },
): ReactNode {
  return (
    <div className="ledger-bar">
      <span className="soft number" title={words.tableKeys}>
        {words.shown(props.list.length, props.total ?? null)}
      </span>
      <span className="ledger-bar-acts no-print">
        <Popover
          trigger="click"
          placement="bottomRight"
          content={<ColumnChooser columns={props.columns} hidden={props.hidden} onHide={props.onHide} />}
        >
          <Button size="small">{words.columns}</Button>
        </Popover>
        <ExportButtons {...props} />
        <Button size="small" onClick={() => window.print()}>
          {words.print}
        </Button>
      </span>
    </div>
  );
}

function ExportButtons<Row>(props: ShownRows<Row>): ReactNode {
  const [isRunning, setIsRunning] = useState(false);
  const running = async (act: () => Promise<unknown>): Promise<void> => {
    setIsRunning(true);
    try {
      const outcome = await act();
      const refused = outcome as { ok?: boolean; problem?: { title?: string } } | undefined;
      if (refused?.ok === false)
        notify({ text: refused.problem?.title ?? words.strangeAnswer, tone: "failed" });
    } catch {
      notify({ text: words.networkFailed, tone: "failed" });
    }
    setIsRunning(false);
  };
  const onSeen = (): Promise<void> =>
    running(() =>
      exportSeen(
        workbookOfSeen(props.caption, props.shown, props.list, { by: readerName(), at: new Date() }),
        props.caption,
      ),
    );
  const { exportAs } = props;
  return (
    <>
      <Button size="small" disabled={isRunning} onClick={() => void onSeen()}>
        {words.exportSeen}
      </Button>
      {exportAs && (
        <Button size="small" disabled={isRunning} onClick={() => void running(exportAs)}>
          {words.exportAll}
        </Button>
      )}
    </>
  );
}

function ColumnChooser<Row>(props: {
  readonly columns: readonly Column<Row>[];
  readonly hidden: readonly string[];
  readonly onHide: (hidden: readonly string[]) => void;
}): ReactNode {
  const onChange = (key: string, isShown: boolean): void =>
    props.onHide(isShown ? props.hidden.filter((other) => other !== key) : [...props.hidden, key]);
  return (
    <div className="column-chooser">
      {props.columns.map((column) => (
        <Checkbox
          key={column.key}
          checked={column.isFixed || !props.hidden.includes(column.key)}
          disabled={column.isFixed ?? false}
          onChange={(event) => onChange(column.key, event.target.checked)}
        >
          {column.title}
        </Checkbox>
      ))}
    </div>
  );
}
