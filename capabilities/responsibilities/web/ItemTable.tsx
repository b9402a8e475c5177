import { Button } from "antd";
import type { ReactNode } from "react";
import { DataTable, EmptyNotice, ProblemNotice } from "#platform/ui/index.ts";
import { BatchBar } from "./BatchBar.tsx";
import { itemColumns } from "./item-columns.tsx";
import type { ListDetail, ListItem } from "./list-detail.ts";
import { MoveItem } from "./MoveItem.tsx";
import { messages } from "./messages.ts";
import { useItemMoving } from "./use-item-moving.ts";

/** The ledger of a list's items; in a draft with what can be done to each and to many. */
export function ItemTable(props: {
  readonly detail: ListDetail;
  readonly onOpen: (item: ListItem) => void;
  readonly onSet: (items: readonly ListItem[]) => void;
}): ReactNode {
  const { list, items, mayEdit } = props.detail;
  const moving = useItemMoving(list);
  const isOpen = list.status === "draft" || list.status === "forSignature";
  const acts = (item: ListItem): ReactNode => (
    <>
      <Button size="small" onClick={() => props.onOpen(item)}>
        {messages.edit}
      </Button>{" "}
      {items.length > 1 && (
        <MoveItem item={item} count={items.length} onMove={(place) => void moving.move(item, place)} />
      )}
    </>
  );
  return (
    <>
      {moving.problem && <ProblemNotice problem={moving.problem} onClose={moving.clear} />}
      <DataTable
        name="list-items"
        caption={list.title}
        rows={items}
        columns={itemColumns(isOpen)}
        rowKey={(item) => item.id}
        rowName={(item) => messages.itemTitle(item.ordinal)}
        empty={<EmptyNotice text={messages.noItems} />}
        {...(mayEdit && {
          rowActions: acts,
          onMove: (item: ListItem, by: -1 | 1) => void moving.move(item, item.ordinal + by),
          batch: (rows: readonly ListItem[], clear: () => void) => (
            <BatchBar list={list} rows={rows} clear={clear} onSet={() => props.onSet(rows)} />
          ),
        })}
      />
    </>
  );
}
