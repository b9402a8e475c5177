import { Checkbox, Select } from "antd";
import { type ReactNode, useState } from "react";
import { ConfirmAct, DayInput, Field, notify, useCommand } from "#platform/ui/index.ts";
import type { ResponsibilityRole } from "#rooms/people/core/index.ts";
import type { TaskOrigin } from "#rooms/tasks/core/index.ts";
import { editItemsRoute } from "../contract/items.ts";
import { type ListDetail, type ListItem, originOptions, type Receivers, roleOptions } from "./list-detail.ts";
import { messages } from "./messages.ts";
import { ReceiverChoice } from "./UnitChoice.tsx";
import { useBatchUndo } from "./use-batch-undo.ts";

/** 成批设置: receivers, role and deadline for many items in one act; what is left empty stays as it is. */
export function BatchDialog(props: {
  readonly list: ListDetail["list"];
  readonly items: readonly ListItem[];
  readonly receivers: Receivers;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}): ReactNode {
  const { list, items, receivers } = props;
  const command = useCommand(editItemsRoute);
  const undo = useBatchUndo(list.id);
  const [unitIds, setUnitIds] = useState<readonly string[]>([]);
  const [keepsUnits, setKeepsUnits] = useState(false);
  const [role, setRole] = useState<ResponsibilityRole | null>(null);
  const [dueDate, setDueDate] = useState("");
  const [origin, setOrigin] = useState<TaskOrigin | null>(null);
  const apply = async (): Promise<void> => {
    const outcome = await command.run({
      params: { listId: list.id },
      body: {
        version: list.version,
        itemIds: items.map(({ id }) => id),
        ...(unitIds.length > 0 && { leadUnitIds: [...unitIds], keepsUnits }),
        ...(role && { role }),
        ...(dueDate && { dueDate }),
        ...(origin && { origin }),
      },
    });
    if (!outcome.ok) return;
    const { version } = outcome.value;
    notify({ text: messages.applied(items.length), undo: () => void undo(version) });
    props.onDone();
  };
  return (
    <ConfirmAct
      isOpen
      title={messages.batchTitle(items.length)}
      consequence={messages.batchHint}
      confirmWord={messages.apply}
      isRunning={command.isRunning}
      problem={command.problem}
      onConfirm={() => void apply()}
      onCancel={props.onCancel}
    >
      <Field label={messages.itemColumns.leads}>
        <ReceiverChoice receivers={receivers} value={unitIds} onChange={setUnitIds} />
      </Field>
      <Checkbox checked={keepsUnits} onChange={(event) => setKeepsUnits(event.target.checked)}>
        {messages.keepsUnits}
      </Checkbox>
      <Field label={messages.itemColumns.role}>
        <Select allowClear value={role} options={roleOptions} onChange={(value) => setRole(value ?? null)} />
      </Field>
      <Field label={messages.itemColumns.due}>
        <DayInput value={dueDate} onChange={setDueDate} />
      </Field>
      <Field label={messages.itemColumns.origin}>
        <Select
          allowClear
          value={origin}
          options={originOptions}
          onChange={(value) => setOrigin(value ?? null)}
        />
      </Field>
    </ConfirmAct>
  );
}
