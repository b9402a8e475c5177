import { Button } from "antd";
import { type ReactNode, useState } from "react";
import { ProblemNotice, Section, useCommand, useFilters, useView } from "#platform/ui/index.ts";
import { addItemRoute } from "../contract/items.ts";
import { listReceiversRoute } from "../contract/lists.ts";
import { BatchDialog } from "./BatchDialog.tsx";
import { ItemEditor } from "./ItemEditor.tsx";
import { ItemTable } from "./ItemTable.tsx";
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
      <ItemTable detail={detail} onOpen={({ id }) => setFilters({ item: id })} onSet={setBatch} />
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
