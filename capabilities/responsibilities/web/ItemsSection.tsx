import { Button } from "antd";
import { type ReactNode, useState } from "react";
import {
  DataTable,
  EmptyNotice,
  notify,
  ProblemNotice,
  Section,
  useCommand,
  useFilters,
  useView,
} from "#platform/ui/index.ts";
import { addItemRoute, editItemsRoute, removeItemsRoute } from "../contract/items.ts";
import { listReceiversRoute } from "../contract/lists.ts";
import { BatchDialog } from "./BatchDialog.tsx";
import { ItemEditor } from "./ItemEditor.tsx";
import { itemColumns } from "./item-columns.tsx";
import type { ListDetail, ListItem } from "./list-detail.ts";
import { messages } from "./messages.ts";

/** The items of a list; while it is a draft each can be opened, and many be set at once. */
export function ItemsSection(props: { readonly detail: ListDetail; readonly reload: () => void }): ReactNode {
  const { detail } = props;
  const { list, items, mayEdit } = detail;
  const [filters, setFilters] = useFilters(["item"] as const);
  const [batch, setBatch] = useState<readonly ListItem[] | null>(null);
  const [reloads, setReloads] = useState(0);
  const params = { listId: list.id };
  const view = useView(listReceiversRoute, { params }, { isEnabled: mayEdit });
  const receivers = view.status === "ready" ? view.data.units : [];
  const add = useCommand(addItemRoute);
  const onAdd = async (): Promise<void> => {
    const outcome = await add.run({ params, body: { content: "" } });
    if (outcome.ok) setFilters({ item: outcome.value.itemId });
  };
  const open = items.find(({ id }) => id === filters.item);
  const isOpen = list.status === "draft" || list.status === "forSignature";
  return (
    <Section
      title={messages.items}
      actions={
        mayEdit && (
          <>
            {items.length > 0 && (
              <Button type="primary" ghost onClick={() => setBatch(items)}>
                {messages.batchAll}
              </Button>
            )}
            <Button loading={add.isRunning} onClick={() => void onAdd()}>
              {messages.addItem}
            </Button>
          </>
        )
      }
    >
      {add.problem && <ProblemNotice problem={add.problem} onClose={add.clear} />}
      {view.status === "failed" && <ProblemNotice problem={view.problem} onRetry={view.retry} />}
      <DataTable
        name="list-items"
        caption={list.title}
        rows={items}
        columns={itemColumns(isOpen)}
        rowKey={(item) => item.id}
        rowName={(item) => messages.itemTitle(item.ordinal)}
        empty={<EmptyNotice text={messages.noItems} />}
        {...(mayEdit && {
          rowActions: (item: ListItem) => (
            <Button size="small" onClick={() => setFilters({ item: item.id })}>
              {messages.edit}
            </Button>
          ),
          batch: (rows: readonly ListItem[], clear: () => void) => (
            <BatchBar list={list} rows={rows} clear={clear} onSet={() => setBatch(rows)} />
          ),
        })}
      />
      {mayEdit && open && view.status === "ready" && (
        <ItemEditor
          key={`${open.id}:${reloads}`}
          listId={list.id}
          item={open}
          receivers={receivers}
          onReload={() => {
            props.reload();
            setReloads(reloads + 1);
          }}
          onClose={() => setFilters({ item: undefined })}
        />
      )}
      {mayEdit && batch && (
        <BatchDialog
          list={list}
          items={batch}
          receivers={receivers}
          onDone={() => setBatch(null)}
          onCancel={() => setBatch(null)}
        />
      )}
    </Section>
  );
}

function BatchBar(props: {
  readonly list: ListDetail["list"];
  readonly rows: readonly ListItem[];
  readonly clear: () => void;
  readonly onSet: () => void;
}): ReactNode {
  const { list, rows } = props;
  const params = { listId: list.id };
  const itemIds = rows.map(({ id }) => id);
  const remove = useCommand(removeItemsRoute);
  const confirm = useCommand(editItemsRoute);
  const problem = remove.problem ?? confirm.problem;
  const proposed = rows.filter(({ isProposed }) => isProposed).map(({ id }) => id);
  const onRemove = async (): Promise<void> => {
    const outcome = await remove.run({ params, body: { itemIds, isRemoved: true } });
    if (!outcome.ok) return;
    props.clear();
    const undo = () => void remove.run({ params, body: { itemIds, isRemoved: false } });
    notify({ text: messages.removed(itemIds.length), undo });
  };
  const onConfirm = async (): Promise<void> => {
    const body = { version: list.version, itemIds: proposed, isConfirmed: true };
    const outcome = await confirm.run({ params, body });
    if (!outcome.ok) return;
    props.clear();
    notify({ text: messages.confirmed });
  };
  return (
    <>
      <Button type="primary" onClick={props.onSet}>
        {messages.batch(rows.length)}
      </Button>
      {proposed.length > 0 && (
        <Button loading={confirm.isRunning} onClick={() => void onConfirm()}>
          {messages.confirm(proposed.length)}
        </Button>
      )}
      <Button loading={remove.isRunning} onClick={() => void onRemove()}>
        {messages.remove(rows.length)}
      </Button>
      {problem && <ProblemNotice problem={problem} />}
    </>
  );
}
