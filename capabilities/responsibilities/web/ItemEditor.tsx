import { Button, Drawer, Input, Select } from "antd";
import { type ReactNode, useState } from "react";
import { DayInput, Field, ProblemNotice } from "#platform/ui/index.ts";
import { Findings } from "./item-columns.tsx";
import { LeadPosts } from "./LeadPosts.tsx";
import { type ItemFields, type ListItem, originOptions, type Receivers, roleOptions } from "./list-detail.ts";
import { messages } from "./messages.ts";
import { AssistChoice, ReceiverChoice } from "./UnitChoice.tsx";
import { useItemSaving } from "./use-item-saving.ts";

/** One item, every field saved as soon as it is left. */
export function ItemEditor(props: {
  readonly listId: string;
  readonly item: ListItem;
  readonly receivers: Receivers;
  readonly onReload: () => void;
  readonly onClose: () => void;
}): ReactNode {
  const { item, receivers } = props;
  const { save, isSaving, problem, clear } = useItemSaving(props.listId, item);
  return (
    <Drawer
      open
      title={messages.itemTitle(item.ordinal)}
      onClose={props.onClose}
      styles={{ wrapper: { width: "min(720px, 100vw)" } }}
      extra={
        <span className="soft" role="status">
          {isSaving ? messages.saving : problem ? "" : messages.saved}
        </span>
      }
      footer={
        <Button type="primary" onClick={props.onClose}>
          {messages.close}
        </Button>
      }
    >
      <div className="stack">
        {problem && <ProblemNotice problem={problem} onClose={clear} />}
        {problem?.code === "changed-meanwhile" && <Button onClick={props.onReload}>{messages.reload}</Button>}
        <Findings item={item} />
        <TextField label={messages.itemColumns.content} isRequired field="content" item={item} save={save} />
        <Field label={messages.itemColumns.leads} isRequired>
          <ReceiverChoice
            receivers={receivers}
            value={item.leads.map(({ unitId }) => unitId)}
            onChange={(leadUnitIds) => save({ leadUnitIds })}
          />
        </Field>
        <div className="list-form-row">
          <Field label={messages.itemColumns.role} isRequired>
            <Select value={item.role} options={roleOptions} onChange={(role) => save({ role })} />
          </Field>
          <Field label={messages.itemColumns.due} isRequired>
            <DayInput
              value={item.dueDate ?? ""}
              onChange={(day) => save({ dueDate: day === "" ? null : day })}
            />
          </Field>
        </div>
        <LeadPosts item={item} receivers={receivers} onChoose={(leadPosts) => save({ leadPosts })} />
        <TextField label={messages.target} field="target" item={item} save={save} />
        <TextField label={messages.measures} field="measures" item={item} save={save} />
        <Field label={messages.itemColumns.assists}>
          <AssistChoice value={item.assists} onChange={(assistUnitIds) => save({ assistUnitIds })} />
        </Field>
        <Field label={messages.itemColumns.origin}>
          <Select value={item.origin} options={originOptions} onChange={(origin) => save({ origin })} />
        </Field>
        <TextField label={messages.itemColumns.remarks} field="remarks" item={item} save={save} />
      </div>
    </Drawer>
  );
}

function TextField(props: {
  readonly label: string;
  readonly isRequired?: boolean;
  readonly field: "content" | "target" | "measures" | "remarks";
  readonly item: ListItem;
  readonly save: (fields: ItemFields) => void;
}): ReactNode {
  const { field, item } = props;
  const [text, setText] = useState(item[field]);
  const [saved, setSaved] = useState(item[field]);
  const onBlur = (): void => {
    if (text === saved) return;
    setSaved(text);
    props.save({ [field]: text });
  };
  return (
    <Field label={props.label} isRequired={props.isRequired ?? false}>
      <Input.TextArea
        autoSize={{ minRows: field === "content" ? 3 : 1, maxRows: 10 }}
        maxLength={5_000}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={onBlur}
      />
    </Field>
  );
}
